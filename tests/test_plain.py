"""A sitting in lines: an answer counts when it is given, and what is kept is acknowledged."""

import io
import re

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.plain.answers import read_answer
from audit_tui.plain.console import Console
from audit_tui.plain.sitting import PlainSitting
from audit_tui.record import Result

from .conftest import TODAY, Clock
from .plain_talk import answers, go_on, results, sit

ALL = {"private": Result.PASS, "location": Result.FAIL, "old-posts": Result.UNKNOWN}


@pytest.mark.parametrize(
    ("line", "result", "note"),
    [("1", Result.PASS, ""), ("pass", Result.PASS, ""), ("Yes", Result.PASS, ""), ("NO", Result.FAIL, ""),
     ("2 on my phone", Result.FIXED, "on my phone"), ("no, will ask", Result.FAIL, "will ask"), ("changed: at home", Result.FIXED, "at home"),
     ("already right", Result.PASS, ""), ("3. will ask", Result.FAIL, "will ask"), ("unknown", Result.UNKNOWN, ""),
     ("NA", Result.NOTAPPLICABLE, ""), ("6", Result.WAIVED, "")],
)  # fmt: skip
def test_an_answer_is_a_number_or_a_word_and_may_carry_a_note(line: str, result: Result, note: str) -> None:
    said = read_answer(line)
    assert said is not None
    assert (said.result, said.note) == (result, note)


@pytest.mark.parametrize("line", ["", "7", "0", "perhaps", "12", "\x1b[A", "y", "n", "N", "9" * 5000,
                                  "no requests waiting", "none of them", "right no", "lost my phone"])  # fmt: skip
def test_anything_else_is_no_answer_and_yes_and_no_are_spelt_out(line: str) -> None:
    assert read_answer(line) is None


def test_a_whole_list(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    kept, told = sit(audit, chirp, clock, "1", "3 will ask at home", "unsure")
    assert kept
    assert results(audit, chirp, TODAY) == ALL
    assert answers(audit, chirp, TODAY)["location"].note == "will ask at home"
    assert "Check 1 of 3. Chirp." in told
    assert "Should be: Private profile: on." in told
    assert "On an iPhone: Profile, then Settings, then Private profile" in told
    assert "3 of 3 looked at, 1 already right, 0 put right, 2 still to do. All of it is kept." in told


def test_each_answer_is_on_disk_before_the_next_question(
    audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []
    ask = Console.ask

    def look_and_ask(lines: Console, prompt: str) -> str:
        seen.append({*results(audit, chirp, TODAY)})
        return ask(lines, prompt)

    monkeypatch.setattr(Console, "ask", look_and_ask)
    sit(audit, chirp, clock, "1", "2")
    assert seen == [set(), {"private"}, {"private", "location"}]


def test_lines_from_a_pipe_count_in_order_and_nothing_is_asked_at_the_end(
    audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    _, told = sit(audit, chirp, clock, "1", "3", "4", "x", "x")
    assert results(audit, chirp, TODAY) == ALL
    assert "takes all answers of this sitting back" not in told
    assert "You can close this now." in told


def test_the_end_of_the_input_keeps_everything_and_says_what_was_done(
    audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    kept, told = sit(audit, chirp, clock, "1", "2 by hand")
    assert kept
    assert results(audit, chirp, TODAY) == {"private": Result.PASS, "location": Result.FIXED}
    assert "2 of 3 looked at, 1 already right, 1 put right" in told
    assert "You put right" in told
    assert "- Chirp: Is the place left off your posts?" in told


def test_every_acknowledgement_begins_with_kept(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(
        audit, chirp, clock, "n a thought", "1", "b", "x", "2 better", "6 club", "head", "24/12/2026", "no", piped=False
    )
    acknowledged = re.findall(r"(?:answer|keeps no exception|leaves it as it is): ([^:.]+[:.][^:.]*\.)", told)
    assert [each for each in acknowledged if each.startswith("Kept")] == [
        "Kept: your note.", "Kept: already right.", "Kept: this answer is taken back.", "Kept: changed to be right.",
        "Kept: exception agreed.", "Kept: not right yet.",
    ]  # fmt: skip


def test_nothing_but_plain_lines_is_told(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    told = io.StringIO()
    said = "c\nd\nl\nh\nwhat\n1\nd\n1\nd\n1\n"
    PlainSitting(audit, audit.sitting(chirp, clock()), Console(io.StringIO(said), told, echo=True), clock).run()
    text = told.getvalue()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert not re.search(r"[\u2500-\u259f]", text)
    assert max(map(len, text.splitlines())) < 80
    assert '"what" is not one of the answers.' in text
    assert "Asked by: Elm Lane School (1 September 2024), 1.1: Keep profiles private." in text
    assert "On an Android phone: Profile, then ≡, then Private profile" in text
    assert "2. Chirp: Is the place left off your posts? Not looked at yet." in text
    assert text.count("Read down to the first post.") == 2


def test_skipping_and_going_back(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(audit, chirp, clock, "1", "b", "5", "s", "yes")
    assert results(audit, chirp, TODAY) == {"private": Result.NOTAPPLICABLE, "old-posts": Result.PASS}
    assert "Answered in this sitting: already right, 2 March 2026." in told


@pytest.mark.parametrize("line", ["n a thought", "N a thought", "note a thought", "n\na thought"])
def test_n_writes_a_note_and_is_never_no(audit: Audit, chirp: Checklist, clock: Clock, line: str) -> None:
    _, told = sit(audit, chirp, clock, line, "q")
    assert results(audit, chirp, TODAY) == {}
    assert audit.sitting(chirp, clock()).note(0) == "a thought"
    assert "Nothing was answered. Your notes are kept." in told
    assert "Your note: a thought" in sit(audit, chirp, clock, "q")[1]


def test_a_note_that_is_left_empty_is_none(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(audit, chirp, clock, "n", "", "q")
    assert "Kept" not in told
    assert told.endswith("Nothing was answered.")
    assert not audit.paths.journal.exists()


def test_what_was_taken_back_does_not_count(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(audit, chirp, clock, "1", "1", "b", "x", "q")
    assert results(audit, chirp, TODAY) == {"private": Result.PASS}
    assert "Kept: this answer is taken back." in told
    _, told = sit(audit, chirp, clock, "x", "q")
    assert "Kept" not in told
    assert "For the one before, type b, then x. Earlier answers: audit-tui history chirp" in told
    assert results(audit, chirp, TODAY) == {"private": Result.PASS}


def test_at_a_terminal_one_key_takes_the_whole_sitting_back(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(audit, chirp, clock, "1", "1", "q", "", piped=False)
    assert len(results(audit, chirp, TODAY)) == 2
    assert "Kept: this sitting is taken back." not in told
    _, told = sit(audit, chirp, clock, "1", "X", piped=False)
    assert len(results(audit, chirp, TODAY)) == 2
    assert "Kept: this sitting is taken back." in told


def test_last_time_is_told_beside_the_question(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    sit(audit, chirp, clock, "3 ask the office", "1", "1")
    _, told = sit(audit, chirp, clock, "1")
    assert "Last time: not right yet, 2 March 2026; still to be put right." in told
    assert "Chirp: 1 check, about" in told


def test_steps_that_are_old_or_unsure_say_so(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    clock.day = TODAY.replace(month=4, day=2)
    _, told = sit(audit, chirp, clock, "1", "q")
    assert "published guides, the oldest of 1 October 2025, and not tried on a live account." in told
    assert "Labels may well differ." in told
    assert "That is over six months ago." in told


def test_what_another_window_answered_is_passed_over(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    here = audit.sitting(chirp, clock())
    sit(Audit(audit.paths), chirp, clock, "s", "2 there")
    told = go_on(audit, here, clock, "1", "1")
    assert results(audit, chirp, TODAY) == {
        "private": Result.PASS, "location": Result.FIXED, "old-posts": Result.PASS,
    }  # fmt: skip
    assert "1 check answered in another window meanwhile." in told
