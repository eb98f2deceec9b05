"""The walk: one check at a time, one key for each answer."""

from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.widget import Widget

from audit_tui.audit import AnswerInput
from audit_tui.cadence import Trigger
from audit_tui.checklist import Check, Device
from audit_tui.pages.checklists import clause_words, first_device
from audit_tui.record import Result
from audit_tui.schedule.walk import Walk
from audit_tui.text import count
from audit_tui.tui.messages import Answered, EvidenceGiven, Leaving, TakenBack, WalkEnded
from audit_tui.tui.screens.ending import EndingScreen
from audit_tui.tui.screens.note import evidence_form, note_form
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.screens.waiver import waiver_form
from audit_tui.tui.source import Source
from audit_tui.tui.widgets.answer_bar import AnswerBar
from audit_tui.tui.widgets.check_card import CheckCard


class WalkScreen(TitledScreen):
    """One sitting with one checklist. Answers go up to the app, which keeps each at once."""

    HELP = "Read the check, look at your own settings, then press the number of your answer. It is kept at once."
    BINDINGS = [
        *(
            Binding(str(number), f"answer('{result.value}')", result.value, id=f"walk.{result.value}", show=False)
            for number, result in enumerate(Result, start=1)
        ),
        Binding("n", "note", "Note", id="walk.note"),
        Binding("s,right", "skip", "Skip", id="walk.skip", key_display="s"),
        Binding("b,left", "back", "Back", id="walk.back", key_display="b"),
        Binding("d", "device", "Other device", id="walk.device"),
        Binding("o", "page", "Open page", id="walk.page"),
        Binding("e", "evidence", "Evidence log", id="walk.evidence"),
        Binding("x", "take_back", "Take back answer", id="walk.take_back"),
        Binding("q,escape", "leave", "Stop", id="walk.leave", key_display="q"),
    ]

    def __init__(self, walk: Walk, source: Source) -> None:
        super().__init__()
        self.walk = walk
        self.source = source
        self.position = 0
        self.device: Device | None = None
        self.note = ""

    def parts(self) -> Iterable[Widget]:
        """Show one check and the answers there are."""
        yield CheckCard()
        yield AnswerBar()

    def on_mount(self) -> None:
        """Start at the first check that is still to be answered."""
        self.position = self.walk.left[0] if self.walk.left else 0
        self.query_one(CheckCard).focus()
        self.watch(self.app, "walk", self._answer_kept, init=False)
        self._show()
        if not self.walk.left:
            self._end()

    @property
    def check(self) -> Check:
        """The check on the screen."""
        return self.walk.checks[self.position]

    def _show(self) -> None:
        walk, check = self.walk, self.check
        left = f"{count(len(walk.left), 'check')} left" if walk.left else "nothing left"
        title = walk.row.checklist.title
        if walk.draft.evidence:
            left += f" · {count(len(walk.draft.evidence), 'entry', 'entries')} in the log"
        self.entitle(f"{title} · check {self.position + 1} of {len(walk.checks)} · {left}")
        device = self.device if self.device in check.steps.devices else None
        device = device or first_device(self.source.phone(), check.steps.devices)
        clauses = tuple(clause_words(self.source.library(), citation) for citation in check.clauses)
        self.query_one(CheckCard).show(walk, self.position, device, self.note, clauses, walk.row.today)
        self.device = device
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this check."""
        offered = {
            "device": len(self.check.steps.devices) > 1,
            "evidence": self.walk.row.checklist.cadence.trigger is Trigger.EVENT,
            "page": self.check.link is not None,
            "take_back": self.walk.given(self.position) is not None,
        }
        return offered.get(action, True)

    def _move(self, position: int) -> None:
        self.position, self.note = position, ""
        self._show()

    @work
    async def action_answer(self, value: str) -> None:
        """Send one answer up; for an exception, ask for the rest of it first."""
        given = AnswerInput(Result(value), self._note_kept())
        if given.result is Result.WAIVED:
            asked = await self.app.push_screen_wait(waiver_form(self.check.expect, self.walk.row.today, given.note))
            if asked is None:
                return
            given = asked
        self.post_message(Answered(self.position, given))

    def _note_kept(self) -> str:
        """Give the note for this answer: the one just typed, else the one it had."""
        given = self.walk.given(self.position)
        return self.note or (given.note if given else "")

    def _answer_kept(self, before: Walk | None, after: Walk | None) -> None:
        """Go on once the app has kept an answer; stay where one was taken back."""
        if after is None or before is None:
            return
        self.walk = after
        if after.answered < before.answered or after.draft.evidence != before.draft.evidence:
            self._show()
        elif (following := after.following(self.position)) is not None:
            self._move(following)
        else:
            self._move(self.position)
            self._end()

    def action_skip(self) -> None:
        """Go to the next check without an answer; after the last comes the end."""
        if self.position + 1 < len(self.walk.checks):
            self._move(self.position + 1)
        else:
            self._end()

    def action_back(self) -> None:
        """Go to the check before."""
        self._move(max(0, self.position - 1))

    def action_device(self) -> None:
        """Show the steps on the next device that has some."""
        devices = self.check.steps.devices
        current = devices.index(self.device) if self.device in devices else -1
        self.device = devices[(current + 1) % len(devices)]
        self._show()

    def action_page(self) -> None:
        """Open the check's page in the person's browser."""
        if self.check.link:
            self.app.open_url(self.check.link)

    @work
    async def action_note(self) -> None:
        """Write a note; it goes with the answer, and stands at once where there is one already."""
        note = await self.app.push_screen_wait(note_form(self._note_kept()))
        if note is None:
            return
        given = self.walk.given(self.position)
        if given:
            changed = AnswerInput(given.result, note, given.agreed_by, given.until)
            self.post_message(Answered(self.position, changed))
            return
        self.note = note
        self._show()

    @work
    async def action_evidence(self) -> None:
        """Write an entry into the evidence log of an incident."""
        if entry := await self.app.push_screen_wait(evidence_form(self.walk.row.today)):
            self.post_message(EvidenceGiven(entry))

    def action_take_back(self) -> None:
        """Take this check's answer back."""
        self.post_message(TakenBack(self.position))

    def action_leave(self) -> None:
        """Stop: with nothing answered at once, else after asking what becomes of the answers."""
        self._end()

    @work
    async def _end(self) -> None:
        if self.walk.draft.empty:
            self.post_message(WalkEnded(Leaving.LATER))
            return
        leaving = await self.app.push_screen_wait(EndingScreen(self.walk))
        if leaving is not None:
            self.post_message(WalkEnded(leaving))
