"""The sitting: one check at a time, one key for each answer, and each answer kept at once."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from time import monotonic

from textual import events, work
from textual.binding import Binding
from textual.widget import Widget

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Check, Device
from audit_tui.record import Result
from audit_tui.schedule.plan import PlannedCheck
from audit_tui.sitting.given import AnswerInput
from audit_tui.sitting.sitting import Sitting
from audit_tui.tui.attempt import attempt, attempt_aside
from audit_tui.tui.screens.end import Ending, EndScreen
from audit_tui.tui.screens.evidence import evidence_form, over_form
from audit_tui.tui.screens.note import NoteScreen
from audit_tui.tui.screens.overview import OverviewScreen
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.screens.waiver import waiver_form
from audit_tui.tui.widgets.answer_bar import AnswerBar
from audit_tui.tui.widgets.check_card import CheckCard
from audit_tui.tui.widgets.haste import Haste


class SittingScreen(TitledScreen[None]):
    """Goes through what the sitting asks. A key acts on the card that was on the screen when it was pressed."""

    HELP = (
        "Read the check, look at your own settings, then press the number of your answer. It is kept at once: you can "
        "stop at any moment."
    )
    BINDINGS = [
        *(
            Binding(str(number), f"answer('{result.value}')", phrases.RESULTS[result], id=f"sitting.{result.value}",
                    show=False)
            for number, result in enumerate(Result, start=1)
        ),
        Binding("n", "note", "Note", id="sitting.note"),
        Binding("s,right", "skip", "Skip", id="sitting.skip", key_display="s"),
        Binding("b,left", "back", "Back", id="sitting.back", key_display="b"),
        Binding("d", "device", "Other device", id="sitting.device"),
        Binding("o", "page", "Open page", id="sitting.page"),
        Binding("l", "overview", "List", id="sitting.overview"),
        Binding("e", "evidence", "Evidence log", id="sitting.evidence"),
        Binding("v", "over", "It is over", id="sitting.over"),
        Binding("x", "take_back", "Take back answer", id="sitting.take_back"),
        Binding("q,escape", "leave", "Stop", id="sitting.leave", key_display="q"),
    ]  # fmt: skip

    def __init__(self, sitting: Sitting, audit: Audit, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.sitting = sitting
        self.audit = audit
        self.clock = clock
        self.position = 0
        self.device: Device | None = None
        self.saving = False
        self.haste = Haste(monotonic)

    def parts(self) -> Iterable[Widget]:
        """Show one check and the answers there are."""
        yield CheckCard()
        yield AnswerBar()

    def on_mount(self) -> None:
        """Start at the first check."""
        self.query_one(CheckCard).focus()
        self.show_check(0)

    @property
    def asked(self) -> PlannedCheck:
        """The check on the screen, with its checklist and how it stood."""
        return self.sitting.asked[self.position]

    @property
    def check(self) -> Check:
        """The check on the screen."""
        return self.asked.status.check

    def show_check(self, position: int) -> None:
        """Put a check on the screen; it takes answers once it has been seen."""
        self.position = position
        self.haste.covered()
        steps = self.check.steps
        if self.device not in steps.devices:
            self.device = steps.preferred(self.audit.choices.phone)
        self.entitle(phrases.sitting_title(self.sitting, position))
        self.query_one(CheckCard).show(self.sitting, position, self.device, self.audit.library, self.clock().date())
        self.refresh_bindings()
        self.call_after_refresh(self.haste.seen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this check, and nothing while an answer is being kept."""
        if self.saving:
            return False
        offered = {
            "device": len(self.check.steps.devices) > 1,
            "evidence": self.asked.checklist.is_event,
            "over": self.asked.checklist.is_event,
            "page": self.check.link is not None,
            "take_back": self.sitting.given(self.position) is not None,
        }
        return offered.get(action, True)

    def on_key(self, event: events.Key) -> None:
        """Note when keys come, so that one that is held down, or pasted, answers nothing by itself."""
        self.haste.pressed()

    def action_answer(self, value: str) -> None:
        """Keep an answer to the check on the screen; for an exception, ask for the rest of it first."""
        if not self.haste.too_soon():
            self._answer(self.position, Result(value))

    @work(exclusive=True, group="answer")
    async def _answer(self, position: int, result: Result) -> None:
        given: AnswerInput | None = AnswerInput(result)
        if result is Result.WAIVED:
            form = waiver_form(self.check.expect, self.clock().date(), self.sitting.note(position))
            given = await self.app.push_screen_wait(form)
        if given is not None and await self._kept(lambda: self.sitting.answer(position, given, self.clock())):
            await self._go_on()

    async def _kept(self, act: Callable[[], object]) -> bool:
        """Keep something aside; until it is kept, no other key does anything."""
        self.saving = True
        try:
            return await attempt_aside(self, act)
        finally:
            self.saving = False
            self.refresh_bindings()

    async def _go_on(self) -> None:
        found: list[int | None] = []
        today = self.clock().date()
        await self._kept(lambda: found.append(self.sitting.following(self.position, today)))
        if found and found[0] is not None:
            self.show_check(found[0])
        else:
            self.show_check(self.position)
            self._end()

    @work(exclusive=True, group="answer")
    async def action_skip(self) -> None:
        """Go to the next check without an answer; after the last comes the end."""
        await self._go_on()

    def action_back(self) -> None:
        """Go to the check before."""
        self.show_check(max(0, self.position - 1))

    def action_device(self) -> None:
        """Show the steps on the next device that has some."""
        devices = self.check.steps.devices
        current = devices.index(self.device) if self.device in devices else -1
        self.device = devices[(current + 1) % len(devices)]
        self.show_check(self.position)

    def action_page(self) -> None:
        """Open the check's page in the person's browser."""
        if self.check.link:
            self.app.open_url(self.check.link)
            self.notify(f"Opened in your browser, if there is one: {self.check.link}", markup=False)

    @work
    async def action_overview(self) -> None:
        """List the checks of this sitting, and go to the one chosen."""
        chosen: int | None = await self.app.push_screen_wait(OverviewScreen(self.sitting, self.position))
        if chosen is not None:
            self.show_check(chosen)

    @work
    async def action_note(self) -> None:
        """Write a note; it is kept while it is written, with or without an answer."""
        position = self.position

        def keep(text: str) -> None:
            self.sitting.remark(position, text, self.clock())

        await self.app.push_screen_wait(NoteScreen(self.check.ask, self.sitting.note(position), keep))
        self.show_check(self.position)

    @work
    async def action_evidence(self) -> None:
        """Write an entry into the evidence log of an incident."""
        checklist = self.asked.checklist
        if await self.app.push_screen_wait(
            evidence_form(lambda entry: self.sitting.log(checklist, entry, self.clock()))
        ):
            self.show_check(self.position)

    @work
    async def action_over(self) -> None:
        """Say that the incident is over, which is an entry in its log."""
        checklist = self.asked.checklist
        if await self.app.push_screen_wait(over_form(lambda entry: self.sitting.log(checklist, entry, self.clock()))):
            self._end()

    def action_take_back(self) -> None:
        """Take this check's answer back."""
        attempt(self, lambda: self.sitting.take_back(self.position, self.clock()))
        self.show_check(self.position)

    def action_leave(self) -> None:
        """Stop: at once where nothing was given, else with a page that says what was done."""
        self._end()

    @work(exclusive=True, group="end")
    async def _end(self) -> None:
        if not self.sitting.answers and not self.sitting.entries:
            self.dismiss()
            return
        board = await asyncio.to_thread(self.audit.board, self.clock().date())
        ending = await self.app.push_screen_wait(EndScreen(self.sitting, board, self.clock))
        if ending is Ending.CHECKS:
            self.show_check(self.position)
        else:
            self.dismiss()
