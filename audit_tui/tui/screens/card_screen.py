"""The check on the screen: its card, the answers under it, and whether a key was meant for it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual import events
from textual.widget import Widget

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Check, Device
from audit_tui.schedule.plan import PlannedCheck
from audit_tui.sitting.sitting import Sitting
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.widgets.answer_bar import AnswerBar
from audit_tui.tui.widgets.check_card import CheckCard, card_text
from audit_tui.tui.widgets.haste import Haste, textual_time
from audit_tui.tui.widgets.scrolled_text import Parts

READING = 0.1
COPIED = "Copied, where the terminal allows it: paste it into an email."
MOVES = (
    ("up", "scroll_up", "Up"), ("down", "scroll_down", "Down"),
    ("pageup", "page_up", "Page up"), ("pagedown", "page_down", "Page down"),
    ("home", "scroll_home", "Top"), ("end", "scroll_end", "Bottom"),
)  # fmt: skip


class CardScreen(BusyScreen[None]):
    """Shows one check of a sitting at a time, for the device the person chose, and notes when it was seen."""

    def __init__(self, sitting: Sitting, audit: Audit, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.sitting = sitting
        self.audit = audit
        self.clock = clock
        self.position = 0
        self.wished: Device | None = None
        self.haste = Haste(textual_time)
        self.card = CheckCard()
        self.answers = AnswerBar()

    def parts(self) -> Iterable[Widget]:
        """Show one check and the answers there are."""
        yield self.card
        yield self.answers

    def on_mount(self) -> None:
        """Start at the first check, with its answers."""
        self.answers.draw(*self.app.size)
        self.show_check(0)

    def on_resize(self, event: events.Resize) -> None:
        """Draw the answers for the new size."""
        self.answers.draw(*event.size)

    @property
    def asked(self) -> PlannedCheck:
        """The check on the screen, with its checklist and how it stood."""
        return self.sitting.asked[self.position]

    @property
    def check(self) -> Check:
        """The check on the screen."""
        return self.asked.status.check

    @property
    def device(self) -> Device:
        """The device whose steps are shown."""
        return self._device_for(self.check)

    def _device_for(self, check: Check) -> Device:
        """Give the device the person chose, where there are steps for it, else their own phone."""
        steps = check.steps
        return self.wished if self.wished in steps.devices else steps.preferred(self.audit.person.choices.phone)

    def show_check(self, position: int) -> None:
        """Put a check on the screen; it takes answers once it has been seen."""
        self.position = position
        self.haste.covered()
        self.entitle(phrases.sitting_title(self.sitting, position))
        self.card.show_text(self._text(position))
        if not self.busy:
            self.refresh_bindings()
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self.haste.seen()
        self.set_timer(READING, self._get_ready)

    def _text(self, position: int) -> Parts:
        device = self._device_for(self.sitting.asked[position].status.check)
        person = self.audit.person
        return card_text(self.sitting, position, device, person.library, self.clock().date(), person.choices.phone)

    def _get_ready(self) -> None:
        """Make the card that is likely to follow ready, while this one is read."""
        if later := [n for n in self.sitting.left if n > self.position]:
            self.card.make_ready(self._text(later[0]))

    def on_key(self, event: events.Key) -> None:
        """Note when keys come, so that one that is held down, or pasted, answers nothing by itself."""
        self.haste.pressed(event.key, event.time)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note when the mouse is pressed: the second of two quick clicks was not meant for the next card."""
        self.haste.pressed("mouse", event.time)

    def on_screen_suspend(self) -> None:
        """Note that something else covers the card."""
        self.haste.covered()

    def on_screen_resume(self) -> None:
        """Note that the card can be seen again."""
        self.call_after_refresh(self.haste.seen)

    async def action_move_card(self, way: str) -> None:
        """Scroll the card where it is longer than the screen; no key stops at the card, so an answer comes at once."""
        await self.card.run_action(way)

    def action_device(self) -> None:
        """Show the steps on the next device that has some."""
        devices = self.check.steps.devices
        self.wished = devices[(devices.index(self.device) + 1) % len(devices)]
        self.show_check(self.position)

    def action_page(self) -> None:
        """Open the check's page in the person's browser."""
        if self.check.link:
            self.app.open_url(self.check.link)
            self.notify(f"Opened in your browser, if there is one: {self.check.link}", markup=False)

    def action_wrong(self) -> None:
        """Show what can be sent to whoever keeps the content, and put it where it can be pasted."""
        from audit_tui.formats.text import to_text
        from audit_tui.pages.upkeep import wrong_page
        from audit_tui.tui.screens.reader import ReaderScreen

        page = wrong_page(self.asked.checklist, self.check, self.clock().date())
        self.app.copy_to_clipboard(to_text(page))
        self.app.push_screen(ReaderScreen(page))
        self.notify(COPIED, markup=False)
