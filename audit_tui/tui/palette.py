"""The command palette: every key of this place, and every checklist by name."""

from collections.abc import Iterator
from functools import partial

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from audit_tui.tui.keymap import key_name
from audit_tui.tui.screens.board import BoardScreen


class Commands(Provider):
    """Finds commands from the bindings themselves, so that nothing is listed twice by hand."""

    def _commands(self) -> Iterator[tuple[str, IgnoreReturnCallbackType, str]]:
        active = {each.binding.action: each for each in reversed(self.screen.active_bindings.values())}
        for node, binding, enabled, _ in reversed(active.values()):
            if enabled and binding.show and binding.description and not binding.system:
                about = f"Key {key_name(binding.key)}"
                yield binding.description, partial(self.app.run_action, binding.action, node), about
        if isinstance(self.screen, BoardScreen):
            for checklist in self.screen.audit.person.library.checklists.values():
                names = " ".join((checklist.title, *(f"({name})" for name in checklist.also)))
                yield f"Go through {names}", partial(self.screen.open_checklist, checklist), "Checklist"

    async def discover(self) -> Hits:
        """Show everything before anything was typed."""
        for name, run, about in self._commands():
            yield DiscoveryHit(Text(name), run, text=name, help=about)

    async def search(self, query: str) -> Hits:
        """Show what fits what was typed."""
        matcher = self.matcher(query)
        for name, run, about in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, Text(name), run, text=name, help=about)
