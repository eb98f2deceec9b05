"""The sitting: one check at a time, one key for each answer, and each answer kept at once."""

import asyncio
from collections.abc import Callable
from functools import partial

from textual.binding import Binding

from audit_tui import phrases
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.card_screen import MOVES, CardScreen

TOO_QUICK = "That was quick: read the check, then press again."
QUIETLY = 3
NOT_FOUND = "If the way there is wrong: b goes back to it, then w writes a word about it."


class SittingScreen(CardScreen):
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
        Binding("w", "wrong", "Steps are wrong", id="sitting.wrong"),
        Binding("l", "overview", "List", id="sitting.overview"),
        Binding("e", "evidence", "Evidence log", id="sitting.evidence"),
        Binding("v", "over", "It is over", id="sitting.over"),
        Binding("x", "take_back", "Take back answer", id="sitting.take_back"),
        Binding("q,escape", "leave", "Stop", id="sitting.leave", key_display="q"),
        *(Binding(key, f"move_card('{way}')", name, id=f"sitting.{way}", show=False) for key, way, name in MOVES),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this check, and nothing while an answer is being kept."""
        return super().check_action(action, parameters) and self._is_offered(action)

    def _is_offered(self, action: str) -> bool:
        match action:
            case "device":
                return len(self.check.steps.devices) > 1
            case "evidence":
                return self.asked.checklist.is_event
            case "over":
                return self.under_way
            case "page":
                return self.check.link is not None
            case "wrong":
                given = self.sitting.given(self.position)
                return given is not None and given.result is Result.UNKNOWN and bool(self.check.steps.devices)
            case "take_back":
                return self.sitting.given(self.position) is not None
            case _:
                return True

    @property
    def under_way(self) -> bool:
        """Tell whether there is an incident here that can be said to be over."""
        if not self.asked.checklist.is_event:
            return False
        if self.sitting.entries:
            return not self.sitting.entries[-1].over
        before = (each.status.answer or each.status.due for each in self.sitting.asked)
        return bool(self.sitting.answers) or any(before)

    def action_answer(self, value: str) -> None:
        """Keep an answer to the check on the screen; for an exception, ask for the rest of it first."""
        if self.haste.too_soon():
            self.notify(TOO_QUICK, timeout=QUIETLY, markup=False)
        else:
            self.carry_out(partial(self._answer, Result(value)))

    async def _answer(self, result: Result) -> None:
        position = self.position

        def keep(given: AnswerInput) -> None:
            self.sitting.answer(position, given, self.clock())

        if result is Result.WAIVED:
            from audit_tui.tui.screens.waiver import waiver_form

            form = waiver_form(self.check.expect, self.clock().date(), self.sitting.note(position), keep)
            if await self.app.push_screen_wait(form) is not None:
                await self._go_on()
        else:
            if result is Result.UNKNOWN and self.check.steps.devices:
                self.notify(NOT_FOUND, timeout=QUIETLY, markup=False)
            await self._go_on(lambda: keep(AnswerInput(result)))

    def action_skip(self) -> None:
        """Go to the next check without an answer; after the last comes the end."""
        self.carry_out(self._go_on)

    async def _go_on(self, keep: Callable[[], None] = lambda: None) -> None:
        """Show the check that follows once `keep` has done its work; it stays the same where that fails."""
        here, today = self.position, self.clock().date()
        kept: list[bool] = []
        found: list[int | None] = []

        def look() -> None:
            keep()
            kept.append(True)
            found.append(self.sitting.following(here, today))

        if not await attempt_aside(self, look):
            if not kept:
                return
            found.append(next((n for n in self.sitting.left if n > here), None))
        self.show_check(here if found[0] is None else found[0])
        if found[0] is None:
            await self._end()

    def action_back(self) -> None:
        """Go to the check before."""
        self.show_check(max(0, self.position - 1))

    def action_overview(self) -> None:
        """List the checks of this sitting, and go to the one chosen."""
        self.carry_out(self._choose)

    async def _choose(self) -> None:
        from audit_tui.tui.screens.overview import OverviewScreen

        chosen = await self.app.push_screen_wait(OverviewScreen(self.sitting, self.position))
        self.show_check(self.position if chosen is None else chosen)

    def action_note(self) -> None:
        """Write a note; it is kept while it is written, with or without an answer."""
        self.carry_out(self._write_note)

    async def _write_note(self) -> None:
        from audit_tui.tui.screens.note import NoteScreen

        def keep(text: str) -> None:
            self.sitting.remark(self.position, text, self.clock())

        await self.app.push_screen_wait(NoteScreen(self.check.ask, self.sitting.note(self.position), keep))
        self.show_check(self.position)

    def _log(self, entry: EvidenceInput) -> None:
        self.sitting.log(self.asked.checklist, entry, self.clock())

    def action_evidence(self) -> None:
        """Write an entry into the evidence log of an incident."""
        self.carry_out(self._write_entry)

    async def _write_entry(self) -> None:
        from audit_tui.tui.screens.evidence import evidence_form

        if await self.app.push_screen_wait(evidence_form(self._log)):
            self.notify("Kept in the evidence log.", markup=False)

    def action_over(self) -> None:
        """Say that the incident is over, which is an entry in its log."""
        self.carry_out(self._say_over)

    async def _say_over(self) -> None:
        from audit_tui.tui.screens.evidence import over_form

        if await self.app.push_screen_wait(over_form(self._log)):
            await self._end()

    def action_take_back(self) -> None:
        """Take this check's answer back."""
        self.carry_out(self._take_back)

    async def _take_back(self) -> None:
        await attempt_aside(self, lambda: self.sitting.take_back(self.position, self.clock()))
        self.show_check(self.position)

    def action_leave(self) -> None:
        """Stop: at once where nothing was given, else with a page that says what was done."""
        self.carry_out(self._end)

    async def _end(self) -> None:
        from audit_tui.tui.screens.end import Ending, EndScreen

        given = self.sitting.answers or self.sitting.entries or self.sitting.noted
        if not (given or self.sitting.elsewhere):
            self.leave()
            return
        board = await asyncio.to_thread(self.audit.board, self.clock().date())
        if await self.app.push_screen_wait(EndScreen(self.sitting, board, self.clock)) is Ending.CHECKS:
            self.show_check(self.position)
        else:
            self.leave()
