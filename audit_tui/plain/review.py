"""A whole review in lines: one check at a time, every answer kept at once."""

from collections.abc import Callable
from datetime import date, datetime

from audit_tui import phrases
from audit_tui.audit import AnswerInput, Audit
from audit_tui.cadence import Trigger
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.pages.checklists import clause_words, first_device
from audit_tui.plain.answers import CHOICES, read_answer
from audit_tui.plain.console import Console, NoMoreInput
from audit_tui.record import Evidence, Result, Review
from audit_tui.schedule.walk import Walk
from audit_tui.text import count, format_date, parse_date

HELP = (
    "Type the number or the word of your answer and press Enter. A note may follow it: 3 will ask my sister.",
    "s skips this check, b goes back, d shows the steps on other devices, c shows the clauses it comes from, q stops.",
    "Your answers are kept at each Enter.",
)


BRIEFLY = ("1 right, 2 changed, 3 not yet, 4 not found, 5 not for me, 6 exception.",)


class PlainReview:
    """One sitting with one checklist, told and answered in lines."""

    def __init__(self, audit: Audit, checklist: Checklist, talk: Console, clock: Callable[[], datetime]) -> None:
        self.audit = audit
        self.talk = talk
        self.clock = clock
        self.today: date = clock().date()
        self.answers_told = False
        self.walk = Walk(audit.row(checklist, self.today), audit.open(checklist, self.today))

    @property
    def checklist(self) -> Checklist:
        """The checklist gone through."""
        return self.walk.row.checklist

    def run(self) -> Review | None:
        """Go through the checks; give what was kept for good, or None where nothing was or it stays a draft."""
        self._introduce()
        try:
            self._ask_all()
        except NoMoreInput:
            return self._close(asking=False)
        return self._close(asking=True)

    def _introduce(self) -> None:
        left = self.walk.left
        minutes = sum(self.walk.checks[n].minutes for n in left)
        self.talk.say(
            f"{self.checklist.title}: {count(len(left), 'check')} to look at, about {count(minutes, 'minute')}."
        )
        if self.walk.answered:
            self.talk.say(
                f"You answered {self.walk.answered} of {len(self.walk.checks)} before; this goes on from there."
            )
        if any(check.steps.devices for check in self.walk.checks):
            self.talk.say(phrases.compared(self.checklist, self.today))
        if self.checklist.cadence.trigger is Trigger.EVENT:
            self.talk.say("e writes an entry into the evidence log: what happened, when, where, whom you told.")
        self.talk.say(*HELP, "")

    def _ask_all(self) -> None:
        position = self.walk.left[0] if self.walk.left else None
        asked: list[int] = []
        skipped: set[int] = set()
        while position is not None:
            said = self._ask_one(position)
            if said == "q":
                return
            if said == "b":
                position = asked.pop() if asked else position
                continue
            asked.append(position)
            skipped = skipped | {position} if said == "s" else skipped - {position}
            position = next((n for n in self.walk.left if n > position and n not in skipped), None)

    def _ask_one(self, position: int) -> str:
        self._show(position)
        while True:
            said = self.talk.ask("Your answer:")
            if said.casefold() in ("s", "skip", "b", "back", "q", "quit", "stop"):
                return "q" if said.casefold() == "stop" else said.casefold()[0]
            if said.casefold() in ("d", "c", "h", "help", "?"):
                self._tell_more(position, said.casefold())
            elif said.casefold() == "e":
                self._write_down()
            elif answer := read_answer(said):
                if self._keep(position, answer.result, answer.note):
                    return "answered"
            else:
                self.talk.say(f'"{said}" is not one of the answers.' if said else "Nothing was typed.", *CHOICES)

    def _show(self, position: int) -> None:
        check, item = self.walk.checks[position], self.walk.item(position)
        self.talk.say(
            f"Check {position + 1} of {len(self.walk.checks)}. {phrases.AREAS[check.area]}.",
            check.ask, f"Should be: {check.expect}.", f"Why: {check.why}",
        )  # fmt: skip
        device = first_device(self.audit.choices.phone, check.steps.devices)
        if check.steps.devices:
            self.talk.say(f"{phrases.DEVICES[device]}: {phrases.path(check.steps.on(device))}")
        alone = len(check.how) == 1
        self.talk.say(*(f"{'Then' if alone else f'Step {n}'}: {text}" for n, text in enumerate(check.how, start=1)))
        self.talk.say(*([f"Page: {check.link}"] if check.link else []))
        self.talk.say(*([f"To make sure: {check.verify}"] if check.verify else []))
        self.talk.say(*filter(None, [phrases.doubts(check)]))
        if item.answer:
            why = phrases.why_due(item)
            self.talk.say(f"Last time: {phrases.answered(item.answer)}{f'; {why}' if why else ''}.")
            self.talk.say(*([f"Your note: {item.answer.note}"] if item.answer.note else []))
        if given := self.walk.given(position):
            self.talk.say(f"Answered in this review: {phrases.answered(given)}.")
        self.talk.say(*(BRIEFLY if self.answers_told else CHOICES))
        self.answers_told = True

    def _tell_more(self, position: int, what: str) -> None:
        check = self.walk.checks[position]
        if what == "d":
            self.talk.say(*(f"{phrases.DEVICES[d]}: {phrases.path(check.steps.on(d))}" for d in check.steps.devices))
        elif what == "c":
            self.talk.say(*(f"Asked by: {clause_words(self.audit.library, clause)}" for clause in check.clauses))
        else:
            self.talk.say(*HELP, *CHOICES)

    def _write_down(self) -> None:
        """Take an entry into the evidence log."""
        what = self.talk.ask("What happened:")
        if not what:
            self.talk.say("Nothing was written down.")
            return
        when, where, told = (self.talk.ask(f"{question}:") for question in ("When", "Where", "Whom you told"))
        entry = Evidence(on=self.today, what=what, when=when, where=where, told=told)
        try:
            self.walk = Walk(self.walk.row, self.audit.write_down(self.walk.draft, entry))
        except UserError as problem:
            self.talk.say(f"Not kept. {problem}")
        else:
            self.talk.say("Kept in the evidence log.")

    def _keep(self, position: int, result: Result, note: str) -> bool:
        agreed_by, until = "", None
        if result is Result.WAIVED:
            note = note or self.talk.ask("Reason for the exception:")
            agreed_by = self.talk.ask("Who agreed it (a role, such as head teacher):")
            try:
                until = parse_date(self.talk.ask("Until which day (a year at most), such as 2 March 2027:"))
            except ValueError as error:
                self.talk.say(f"Not kept: {error}.")
                return False
        given = AnswerInput(result, note, agreed_by, until)
        try:
            draft = self.audit.answer(self.walk.draft, self.checklist, self.walk.checks[position], given, self.today)
        except ValueError as error:
            self.talk.say(f"Not kept: {phrases.fault(error)}.")
            return False
        except UserError as problem:
            self.talk.say(f"Not kept. {problem}")
            return False
        self.walk = Walk(self.walk.row, draft)
        self.talk.say(f"Kept: {phrases.RESULTS[result]}.", "")
        return True

    def _close(self, *, asking: bool) -> Review | None:
        total, answered = len(self.walk.checks), self.walk.answered
        if self.walk.draft.empty:
            self.talk.say("Nothing was answered, so nothing is recorded.")
            return None
        if self.walk.left and not (asking and self._wants_part(answered, total)):
            self.talk.say(f"{answered} of {total} answered and kept. Go on with: audit-tui review {self.checklist.id}")
            return None
        review = self.audit.finish(self.walk.draft, self.checklist, self.clock(), self.today)
        due = f" Next due {format_date(review.next_due)}." if review.next_due else ""
        self.talk.say(f"Saved: {answered} of {total} answered.{due}")
        return review

    def _wants_part(self, answered: int, total: int) -> bool:
        try:
            return self.talk.confirm(f"Record the {answered} of {total} now? No keeps them for later.")
        except NoMoreInput:
            return False
