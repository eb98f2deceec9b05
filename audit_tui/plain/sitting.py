"""A sitting in lines: one check at a time, every answer kept at once."""

from collections.abc import Callable
from datetime import datetime

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.text import spoken_lines
from audit_tui.pages.end import end_page
from audit_tui.pages.upkeep import wrong_page
from audit_tui.phrases.asked import asked_by
from audit_tui.plain.answers import BRIEFLY, CHOICES, ParsedAnswer, ask_exception, read_answer
from audit_tui.plain.card import card_lines, other_devices
from audit_tui.plain.console import Console, NoMoreInput
from audit_tui.plain.evidence import ask_evidence, ask_over
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import count

HELP = (
    "Type the number or the word of your answer and press Enter. A note may follow it: 3 will ask my sister.",
    "n writes a note, s skips this check, b goes back, l lists the checks.",
    "b and then x takes the last answer back.",
    "d shows the steps on other devices, c shows where the check comes from, q stops.",
    "w says what you can write to whoever keeps the steps, where they are wrong.",
    "Your answers are kept at each Enter. You can stop at any moment.",
)
ONE_BACK = "For the one before, type b, then x."
PRIVATE_WINDOW = (
    "A private window: in Safari, Tabs and then Private; in Chrome, New Incognito tab. Nobody is signed in there."
)
NOT_SENT = "Nothing was sent or kept. Copy these lines into a mail yourself."
EVENT_HELP = (
    "e writes an entry into the evidence log: what happened, when, where, whom you told. v says that it is over."
)
COMMANDS = {
    "s": "s", "skip": "s", "b": "b", "back": "b", "q": "q", "quit": "q", "stop": "q", "d": "d", "c": "c", "l": "l",
    "list": "l", "x": "x", "w": "w", "e": "e", "v": "v", "h": "h", "help": "h", "?": "h",
}  # fmt: skip


class PlainSitting:
    """Goes through what a sitting asks, told and answered in lines."""

    def __init__(self, audit: Audit, sitting: Sitting, console: Console, clock: Callable[[], datetime]) -> None:
        self.audit = audit
        self.sitting = sitting
        self.console = console
        self.clock = clock
        self.answers_told = False
        self.unkept: set[int] = set()
        self.noted = False

    def run(self) -> bool:
        """Go through the checks, then say what was done; tell whether everything given was kept."""
        self._introduce()
        try:
            self._ask_all()
        except NoMoreInput:
            self.console.say("")
        self._close()
        return not self.unkept

    def _introduce(self) -> None:
        asked = self.sitting.asked
        minutes = phrases.about(sum(each.minutes for each in asked))
        self.console.say(f"{phrases.titles(self.sitting)}: {count(len(asked), 'check')}, {minutes}.", *HELP)
        if any(each.checklist.is_event for each in asked):
            self.console.say(EVENT_HELP)
        self.console.say("")

    def _ask_all(self) -> None:
        position: int | None = 0 if self.sitting.asked else None
        before: list[int] = []
        while position is not None:
            said = self._ask_one(position)
            if said == "q":
                return
            if said == "b":
                position = before.pop() if before else position
                continue
            before.append(position)
            position = self._following(position)

    def _following(self, position: int) -> int | None:
        """Give the next check; where the journal cannot be read just now, the next one that was not answered here."""
        try:
            return self.sitting.following(position, self.clock().date())
        except UserError as problem:
            self.console.say(f"Could not be used: {problem}")
            return next((n for n in self.sitting.left if n > position), None)

    def _ask_one(self, position: int) -> str:
        self.console.say(*card_lines(self.sitting, position, self.audit.person.choices.phone, self.clock().date()))
        self.console.say(*(BRIEFLY if self.answers_told else CHOICES))
        self.answers_told = True
        while True:
            said = self.console.ask("Your answer:")
            command = COMMANDS.get(said.casefold(), "")
            if command in ("s", "b", "q"):
                return command
            if command:
                self._do(command, position)
            elif said.casefold().partition(" ")[0] in ("n", "note"):
                self._note(position, said.partition(" ")[2].strip())
            elif answer := read_answer(said):
                if self._answer(position, answer):
                    return "answered"
            else:
                self.console.say(f'"{said}" is not one of the answers.' if said else "Nothing was typed.", *CHOICES)

    def _do(self, command: str, position: int) -> None:
        check, checklist = self.sitting.asked[position].status.check, self.sitting.asked[position].checklist
        match command:
            case "d":
                self.console.say(*other_devices(check))
            case "c":
                asked = asked_by(check, self.audit.person.library)
                self.console.say(*([f"{label}: {words}" for label, words in asked] or [phrases.GOOD_PRACTICE]))
            case "w":
                self.console.say(*spoken_lines(wrong_page(checklist, check, self.clock().date())), NOT_SENT)
            case "l":
                self.console.say(*phrases.sitting_list(self.sitting))
            case "x":
                self._take_back(position)
            case "e" | "v":
                self._log(command, position)
            case _:
                self.console.say(*HELP, PRIVATE_WINDOW, *([EVENT_HELP] if checklist.is_event else []), *CHOICES)

    def _take_back(self, position: int) -> None:
        if self.sitting.given(position):
            self._keep(
                position, lambda: self.sitting.take_back(position, self.clock()), "Kept: this answer is taken back."
            )
        else:
            earlier = f"audit-tui history {self.sitting.asked[position].checklist.id}"
            self.console.say(
                f"Nothing was answered to this check in this sitting. {ONE_BACK} Earlier answers: {earlier}"
            )

    def _log(self, command: str, position: int) -> None:
        checklist = self.sitting.asked[position].checklist

        def keep(entry: EvidenceInput) -> None:
            self._keep(position, lambda: self.sitting.log(checklist, entry, self.clock()), "Kept in the evidence log.")

        if checklist.is_event:
            (ask_evidence if command == "e" else ask_over)(self.console, keep)
        else:
            self.console.say("Only a checklist for something that happened keeps an evidence log.")

    def _note(self, position: int, text: str) -> None:
        text = text or self.console.ask_text("Your note; just Enter leaves it as it is:")
        if text and self._keep(position, lambda: self.sitting.remark(position, text, self.clock()), "Kept: your note."):
            self.noted = True

    def _answer(self, position: int, said: ParsedAnswer) -> bool:
        def keep(given: AnswerInput) -> bool:
            told = f"Kept: {phrases.ANSWERED[given.result]}."
            return self._keep(position, lambda: self.sitting.answer(position, given, self.clock()), told)

        if said.result is Result.WAIVED:
            return ask_exception(self.console, said.note, keep, self.clock().date())
        return keep(AnswerInput(said.result, said.note))

    def _keep(self, position: int, act: Callable[[], None], told: str) -> bool:
        """Keep something and say so; where it cannot be kept, say why and stay at the check."""
        try:
            act()
        except UserError as problem:
            self.unkept.add(position)
            self.console.say(f"Not kept. {problem}")
            return False
        self.unkept.discard(position)
        self.console.say(told)
        return True

    def _close(self) -> None:
        if self.unkept:
            self.console.say(f"What you said to {count(len(self.unkept), 'check')} could not be kept.")
        if not self.sitting.answers and not self.sitting.entries:
            nothing = [] if self.unkept else ["Nothing was answered."]
            self.console.say(*nothing, *(["Your notes are kept."] if self.noted else []))
            return
        board = self.audit.board(self.clock().date())
        self.console.say(*spoken_lines(end_page(self.sitting, board, self.clock())))
        if not self.console.echo:
            self._offer_to_undo()

    def _offer_to_undo(self) -> None:
        try:
            said = self.console.ask("Just Enter to leave it so; x takes all answers of this sitting back:")
        except NoMoreInput:
            return
        if said.casefold() == "x":
            self._keep(
                len(self.sitting.asked), lambda: self.sitting.undo(self.clock()), "Kept: this sitting is taken back."
            )
