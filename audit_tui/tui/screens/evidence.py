"""An entry in the evidence log of an incident, and the one that says it is over."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual.binding import Binding

from audit_tui.errors import UserError
from audit_tui.sitting.given import EvidenceInput
from audit_tui.tui.screens.dialog import QUIT_AGAIN, STILL_HERE
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed

EVIDENCE = "An entry in your evidence log. Say what you saw, not what you think of it."
OVER = "Is it over? This is written into the log with today's date. The log stays; it can begin again."

MISSING = "Say what happened."
ONCE_MORE = "Esc once more leaves without it."

Keep = Callable[[EvidenceInput], None]


class EvidenceForm(FormScreen[EvidenceInput]):
    """A form that no key throws away: what was typed is kept on leaving, or said to be not enough to keep."""

    HELP = "Enter goes to the next field, and at the last one keeps the entry. Escape keeps what you typed."
    BINDINGS = [Binding("escape", "keep_and_leave", "Keep and go back", id="evidence.leave", key_display="Esc")]

    _told: dict[str, str] | None = None
    _quitting: dict[str, str] | None = None
    _left = False

    def action_keep_and_leave(self) -> None:
        """Keep what was typed and go back; where it is not enough, say so once."""
        self.once_typed(self._keep_or_leave)

    def _keep_or_leave(self) -> None:
        typed = self.typed()
        if not any(typed.values()) or typed == self._told:
            self.action_never_mind()
        elif typed["what"]:
            self.submit()
        else:
            self._told = typed
            self.submit()
            self.say(f"{MISSING} {ONCE_MORE}")

    async def is_kept(self) -> bool:
        """Keep what was typed, for the program is being left; where that cannot be, say so once."""
        async with self.turn:
            typed = self.typed()
            if self._left or not any(typed.values()) or typed == self._quitting:
                return True
            self._quitting = typed
            try:
                value = self.read(typed)
                if self.keep:
                    await asyncio.to_thread(self.keep, value)
            except FaultError as fault:
                self.say(f"{fault} {QUIT_AGAIN}")
            except UserError as problem:
                self.say(f"Not kept. {problem} {STILL_HERE} {QUIT_AGAIN}")
            else:
                self._left = True
            return self._left

    def leave(self, result: EvidenceInput | None) -> None:
        """Go back, with what was kept or nothing; there is nothing more to keep."""
        self._left = self.is_active
        super().leave(result)

    def on_unmount(self) -> None:
        """Keep what was typed when the whole program is left."""
        if self.keep and not (self._left or self.busy):
            with suppress(FaultError, UserError):
                self.keep(self.read(self.typed()))


def evidence_form(keep: Keep) -> EvidenceForm:
    """Ask what happened, when and where it was seen, and who was told; what cannot be kept stays in its fields."""

    def read(values: dict[str, str]) -> EvidenceInput:
        what = needed(values, "what", MISSING)
        return EvidenceInput(what, values["when"], values["where"], values["told"])

    fields = (
        Field("what", "What happened"),
        Field("when", "When: day and time"),
        Field("where", "Where: platform, page or address"),
        Field("told", "Whom you told, and when"),
    )
    return EvidenceForm(EVIDENCE, fields, read, keep)


def over_form(keep: Keep) -> FormScreen[EvidenceInput]:
    """Ask how it ended."""

    def read(values: dict[str, str]) -> EvidenceInput:
        return EvidenceInput(needed(values, "what", "Say in a few words how it ended."), over=True)

    return FormScreen(OVER, (Field("what", "How it ended", "It is over."),), read, keep)
