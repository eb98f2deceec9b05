"""What is asked for in parts: an exception, an entry in an evidence log; nothing typed is lost."""

from datetime import date

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import NOTE_LIMIT, Result

from .conftest import TODAY, Clock
from .plain_talk import answers, console, results, sit


def test_an_exception_asks_for_the_rest_of_it(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    kept, told = sit(audit, chirp, clock, "6", "film club", "head teacher", "24 December 2026", "q")
    waived = answers(audit, chirp, TODAY)["private"]
    assert (waived.result, waived.note, waived.agreed_by, waived.until) == (
        Result.WAIVED, "film club", "head teacher", date(2026, 12, 24),
    )  # fmt: skip
    assert kept
    assert "Not kept" not in told


@pytest.mark.parametrize(
    "slip", ["soon", "31/2/2026", "2 March 2099", "1/3/2026", "24/12"],
    ids=["no day", "not in the calendar", "over a year", "before today", "no year"],
)  # fmt: skip
def test_a_day_that_will_not_do_is_asked_for_again_and_nothing_typed_is_lost(
    audit: Audit, chirp: Checklist, clock: Clock, slip: str
) -> None:
    kept, told = sit(audit, chirp, clock, "6 film club", "head teacher", slip, "24.12.2026", "q")
    waived = answers(audit, chirp, TODAY)["private"]
    assert (waived.note, waived.agreed_by, waived.until) == ("film club", "head teacher", date(2026, 12, 24))
    assert told.count("Not kept") == 1
    assert told.count("Agreed by") == 1
    assert kept


@pytest.mark.parametrize("lines", [["6", ""], ["6", "club", ""], ["6 club", ""], ["6", "q"], ["6 club", "Stop"], ["6", "club", "quit"],
                                   ["6 club", "head", "q"], ["6 club", "head", "none"], ["6 club", "head", "Stop"]])  # fmt: skip
def test_just_enter_or_a_word_that_stops_leaves_an_exception_out_and_stays_at_the_check(
    audit: Audit, chirp: Checklist, clock: Clock, lines: list[str]
) -> None:
    _, told = sit(audit, chirp, clock, *lines, "3", "q")
    assert "No exception was kept." in told
    assert results(audit, chirp, TODAY) == {"private": Result.FAIL}


def test_the_last_day_of_an_exception_is_proposed_three_months_on(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = sit(audit, chirp, clock, "6 club", "head", "", "q")
    assert "just Enter takes 2 June 2026; q keeps no exception:" in told
    assert "Kept: exception agreed." in told
    assert answers(audit, chirp, TODAY)["private"].until == date(2026, 6, 2)


def test_an_exceptions_reason_that_is_too_long_is_asked_for_again(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    sit(audit, chirp, clock, f"6 {'x' * (NOTE_LIMIT + 1)}", "club", "head", "24/12/2026", "q")
    assert answers(audit, chirp, TODAY)["private"].note == "club"


def test_the_longest_text_is_kept_and_one_letter_more_is_asked_for_again() -> None:
    lines, told = console("x" * (NOTE_LIMIT + 1), "y" * NOTE_LIMIT)
    assert lines.ask_text("What happened:") == "y" * NOTE_LIMIT
    assert "Not kept yet: this has 1,001 letters and at most 1,000 can be kept." in told.getvalue()


def test_a_note_behind_an_answer_that_is_too_long_is_refused_and_the_next_try_kept(
    audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    kept, told = sit(audit, chirp, clock, f"3 {'x' * (NOTE_LIMIT + 1)}", f"3 {'x' * NOTE_LIMIT}", "q")
    assert kept
    assert "Not kept. The note has 1,001 letters and at most 1,000 can be kept." in told
    assert answers(audit, chirp, TODAY)["private"].note == "x" * NOTE_LIMIT


# An incident.


@pytest.fixture
def incident(audit: Audit) -> tuple[Audit, Checklist]:
    path = audit.paths.builtin / "rules.toml"
    path.write_text(path.read_text().replace("every 12 months", "when it happens"))
    opened = Audit(audit.paths)
    return opened, opened.person.library.checklists["rules"]


def log(audit: Audit, checklist: Checklist) -> list[tuple[str, str, str, str]]:
    entries, problems = Audit(audit.paths).evidence(checklist, TODAY)
    assert problems == []
    return [(entry.what, entry.when, entry.where, entry.told) for entry in entries]


def test_an_entry_is_kept_in_its_parts_with_or_without_an_answer(
    incident: tuple[Audit, Checklist], clock: Clock
) -> None:
    audit, rules = incident
    kept, told = sit(audit, rules, clock, "e", "a post about me", "2 March, 21:00", "Chirp", "the head", "e", "", "q")
    assert kept
    assert log(audit, rules) == [("a post about me", "2 March, 21:00", "Chirp", "the head")]
    assert "Kept in the evidence log." in told
    assert "Nothing was written down." in told
    assert "1 entry kept in the evidence log." in told


def test_the_same_entry_twice_is_two(incident: tuple[Audit, Checklist], clock: Clock) -> None:
    audit, rules = incident
    sit(audit, rules, clock, *["e", "another silent call", "", "", ""] * 2)
    assert log(audit, rules) == [("another silent call", "", "", "")] * 2


@pytest.mark.parametrize("part", range(4))
def test_a_part_of_an_entry_that_is_too_long_is_asked_for_again_and_the_rest_kept(
    incident: tuple[Audit, Checklist], clock: Clock, part: int
) -> None:
    audit, rules = incident
    parts = ["what", "when", "where", "told"]
    kept, told = sit(audit, rules, clock, "e", *parts[:part], "x" * (NOTE_LIMIT + 1), *parts[part:], "q")
    assert kept
    assert log(audit, rules) == [("what", "when", "where", "told")]
    assert told.count("Not kept yet") == 1


def test_an_incident_is_under_way_until_it_is_said_to_be_over(incident: tuple[Audit, Checklist], clock: Clock) -> None:
    audit, rules = incident
    sit(audit, rules, clock, "e", "it began", "", "", "", "v", "", "q")
    assert Audit(audit.paths).board(TODAY).lists[0].incident is not None
    _, told = sit(audit, rules, clock, "v", "the post is gone", "q")
    assert "Kept in the evidence log." in told
    assert Audit(audit.paths).status(rules, TODAY).incident is None


@pytest.mark.parametrize("command", ["e", "v"])
def test_there_is_no_log_where_nothing_happens(audit: Audit, chirp: Checklist, clock: Clock, command: str) -> None:
    _, told = sit(audit, chirp, clock, command, "1", "q")
    assert "Only a checklist for something that happened keeps an evidence log." in told
    assert "writes an entry into the evidence log" not in told
    assert results(audit, chirp, TODAY) == {"private": Result.PASS}
    assert audit.evidence(chirp, TODAY) == ([], [])
