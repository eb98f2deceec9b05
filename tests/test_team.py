"""Statements and how they are judged: dates and counts, lapsing by their own dates, never worse than the board."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_tui.cadence import Unit
from audit_tui.checklist import Severity
from audit_tui.errors import UsageError
from audit_tui.files.read import parse_toml, validate
from audit_tui.formats.page import Facts
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.statement import statement_page
from audit_tui.pages.summary import summary_page
from audit_tui.pages.team import COLUMNS, cells, team_page
from audit_tui.record import Evidence, Result, noon
from audit_tui.schedule.board import build_board, build_checklist_status
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.team.folder import hand_in, to_bytes
from audit_tui.team.make import make_statement, read_label
from audit_tui.team.received import Folder, Received, read_folder
from audit_tui.team.statement import Induction, Statement
from audit_tui.team.status import Need, judge, members
from audit_tui.team.team import build_team
from audit_tui.text import format_date

from .conftest import TODAY
from .models import an_answer_of
from .team_boards import ASKED, DAY, all_right, made, stand

ROUND_AGAIN = add_period(TODAY, 3, Unit.MONTH)
OF_0_1 = """\
schema = 1
kind = "statement"
id = "0000000000000001"
label = "Site manager"
made = 2026-03-02
induction = "none"
checklists = 2
up_to_date = 1
due = 1
overdue = 0
open_actions = 1
exceptions = 0
oldest_answer = 2026-03-02
next_due = 2026-03-02
purpose = "Voluntary and self-reported."

[end]
checklists = 2
"""
GIVEN = st.dictionaries(
    st.sampled_from(ASKED),
    st.tuples(st.integers(0, 300).map(lambda days: TODAY + days * DAY), st.sampled_from(Result)),
)


def team_of(*statements: Statement) -> Folder:
    return Folder(tuple(Received("", own) for own in statements), ())


def told(folder: Folder, today: date) -> str:
    return " ".join(to_text(team_page(build_team(folder, today), today), width=1000).split())


# What a statement says.


def test_a_statement_counts_what_the_board_shows(sample_library: Library) -> None:
    given_answers = all_right() | {
        "chirp:private": (TODAY, Result.FAIL),
        "chirp:location": (TODAY, Result.WAIVED),
    }
    board = stand(sample_library, given_answers, TODAY)
    own = make_statement(board, "0" * 16, "Teacher A", with_platforms=True)
    assert (own.checklists, own.up_to_date, own.due, own.overdue) == (2, 2, 0, 0)
    assert (own.open_actions, own.exceptions, own.oldest_answer) == (1, 1, TODAY)
    assert own.next_due == TODAY + 30 * DAY
    assert {line.title: line.up_to_date for line in own.platforms} == {"Chirp": True, "School rules": True}
    assert (own.done, own.asked) == (board.done, board.asked)
    assert (own.high_done, own.high_total) == board.high


def test_a_statement_says_nothing_of_an_incident(sample_library: Library) -> None:
    rules = sample_library.checklists["rules"]
    event = replace(rules, id="bullied", title="Bullied online", checks=(rules.checks[-1],))
    library = Library({**sample_library.checklists, "bullied": event}, {}, (), {})
    given_answers = all_right() | {"bullied:incident": (TODAY, Result.FAIL), "rules:incident": (TODAY, Result.PASS)}
    board = stand(library, given_answers, TODAY)
    own = make_statement(board, "0" * 16, "T", with_platforms=True)
    assert {line.title for line in own.platforms} == {"Chirp", "School rules"}
    assert (own.checklists, own.up_to_date, own.open_actions) == (2, 2, 0)


def test_an_incident_under_way_makes_nothing_due_that_comes_round(sample_library: Library) -> None:
    rules = sample_library.checklists["rules"]
    read, incident = rules.checks[0], rules.checks[-1]
    both = replace(rules, checks=(replace(read, cadence=rules.cadence), incident))
    both = replace(both, own_cadence=incident.cadence)
    answers = {"read": an_answer_of({"check": "read", "on": TODAY, "result": "pass", "expect": "x", "revision": 1})}
    seen = Evidence(id="0" * 16, at=noon(TODAY), on=TODAY, what="a message")
    calendar = PersonalCalendar(began=TODAY)
    status = build_checklist_status(both, answers, TODAY, calendar, evidence=(seen,))
    assert status.incident is not None
    assert status.due_now
    own = make_statement(build_board((status,), TODAY, calendar), "0" * 16, "T")
    assert (own.checklists, own.due, own.up_to_date) == (1, 0, 1)


def test_an_exception_that_has_ended_is_due_and_is_counted_no_more(sample_library: Library) -> None:
    given_answers = all_right() | {"chirp:location": (TODAY, Result.WAIVED)}
    last = made(sample_library, on=TODAY + 29 * DAY, given=given_answers)
    assert (last.exceptions, last.due) == (1, 0)
    ended = made(sample_library, on=TODAY + 30 * DAY, given=given_answers)
    assert (ended.exceptions, ended.due) == (0, 1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(given_answers=GIVEN, later=st.integers(0, 500))
def test_over_any_board_a_statement_names_no_platform_adds_up_and_looks_ahead(
    sample_library: Library, given_answers: dict[str, tuple[date, Result]], later: int
) -> None:
    own = made(sample_library, on=TODAY + later * DAY, given=given_answers)
    text = to_bytes(own).decode().removeprefix("# What one person")
    for word in ("Chirp", "chirp", "School rules", "rules", "private", "location", "Private profile"):
        assert word not in text
    assert own.up_to_date + own.due + own.overdue + own.later == own.checklists == own.end.checklists
    assert own.next_due is None or own.next_due > own.made
    assert validate(Statement, parse_toml(to_bytes(own), Path("x")), Path("x")) == own


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(given_answers=GIVEN, later=st.integers(0, 500), joined=st.booleans())
def test_over_any_board_the_summary_and_the_statement_call_the_same_lists_up_to_date(
    sample_library: Library, given_answers: dict[str, tuple[date, Result]], later: int, *, joined: bool
) -> None:
    induction = replace(sample_library.checklists["rules"], id="induction")
    library = Library({**sample_library.checklists, "induction": induction}, {}, (), {})
    board = stand(library, given_answers, TODAY + later * DAY, joined=TODAY if joined else None)
    own = make_statement(board, "0" * 16, "T")
    facts = next(block for block in summary_page(board).blocks if isinstance(block, Facts))
    assert dict(facts.pairs)["Checklists up to date"] == f"{own.up_to_date} of {own.checklists}"


def test_what_was_never_looked_at_is_not_up_to_date_before_its_day(sample_library: Library) -> None:
    given_answers = all_right()
    del given_answers["rules:read"]
    begun = made(sample_library, on=TODAY + DAY, given=given_answers)
    assert (begun.up_to_date, begun.due, begun.overdue, begun.later) == (1, 0, 0, 1)
    own = make_statement(stand(sample_library, given_answers, TODAY + DAY), "0" * 16, "T", with_platforms=True)
    assert {line.title: line.up_to_date for line in own.platforms} == {"Chirp": True, "School rules": False}
    text = " ".join(to_text(statement_page(begun)).split())
    assert "1 of 2 checklists up to date, 0 due, 0 overdue, 1 to be looked at later." in text
    assert begun.next_due is not None
    assert f"Something more is due on {format_date(begun.next_due)}." in text
    (member,) = members(team_of(begun), begun.made)
    assert cells(member)[COLUMNS.index("Up to date")] == "1 of 2"
    on_its_day = made(sample_library, on=begun.next_due, given=given_answers)
    assert (on_its_day.up_to_date, on_its_day.due, on_its_day.later) == (1, 1, 0)
    alone = replace(begun, round_looked_at=4, round_total=4)
    assert judge(alone, alone.made) == (Need.UNDER_WAY,)


def test_the_statement_tells_the_round_and_both_figures(sample_library: Library) -> None:
    begun = made(sample_library, given={"chirp:private": (TODAY, Result.PASS)})
    assert (begun.round_opened, begun.round_looked_at, begun.round_total) == (TODAY, 1, 4)
    assert (begun.round_complete_on, begun.done, begun.asked) == (None, 1, 4)
    whole = made(sample_library)
    assert (whole.round_looked_at, whole.round_complete_on, whole.next_round) == (4, TODAY, ROUND_AGAIN)


def test_an_induction_is_told_by_how_far_it_is(sample_library: Library) -> None:
    induction = replace(sample_library.checklists["rules"], id="induction")
    library = Library({"induction": induction}, {}, (), {})
    begun = {"induction:read": (TODAY, Result.PASS)}
    done = begun | {"induction:joined": (TODAY, Result.PASS)}

    def told_on(days: int, answers: dict[str, tuple[date, Result]]) -> Induction:
        board = stand(library, answers, TODAY + days * DAY, joined=TODAY)
        own = make_statement(board, "0" * 16, "T")
        assert own.checklists == 0
        return own.induction

    assert told_on(0, begun) is Induction.UNDER_WAY
    assert told_on(14 + 28, begun) is Induction.UNDER_WAY
    assert told_on(14 + 29, begun) is Induction.OVERDUE
    assert told_on(14, done) is Induction.DONE
    late = make_statement(stand(library, begun, TODAY + 43 * DAY, joined=TODAY), "0" * 16, "T")
    assert judge(late, late.made)[0] is Need.OVERDUE
    assert made(sample_library).induction is Induction.NONE


@pytest.mark.parametrize("text", ["", "  ", "x" * (61), "a\nb", "a\u202eb"])
def test_a_label_that_would_not_do_is_refused_in_a_sentence(sample_library: Library, text: str) -> None:
    with pytest.raises(UsageError, match="at most 60 letters"):
        read_label(text)
    with pytest.raises(UsageError, match="at most 60 letters"):
        made(sample_library, label=text)


def test_the_longest_label_is_taken_and_spaces_around_it_fall_away() -> None:
    assert read_label(f" {'x' * 60} ") == "x" * 60


@pytest.mark.parametrize(
    "line",
    [
        "high_done = 3\nhigh_total = 2",
        "done = 5\nasked = 4",
        "round_looked_at = 2\nround_total = 1",
        "done = 0",
        "asked = 4",
    ],
)
def test_a_statement_that_did_more_than_was_asked_is_refused(line: str) -> None:
    table = parse_toml(OF_0_1.replace("[end]", f"{line}\n[end]").encode(), Path("x"))
    with pytest.raises(Exception, match="more was done than was asked"):
        validate(Statement, table, Path("x"))


def test_a_statement_in_sentences_says_what_the_file_says(sample_library: Library) -> None:
    text = " ".join(to_text(statement_page(made(sample_library, unread=2))).split())
    for words in ("Teacher A", "2 of 2 checklists up to date, 0 due, 0 overdue, 0 to be looked at later", "2 files of yours", "names no platform",
                  "Three-monthly review: complete on 2 March 2026, the next from 2 June 2026", "4 of 4 in all"):  # fmt: skip
        assert words in text
    begun = to_text(statement_page(made(sample_library, given={"chirp:private": (TODAY, Result.PASS)})))
    assert "1 of 4, open since 2 March 2026" in begun
    assert "files of yours" not in begun


# How it is judged on the day of printing.


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(given_answers=GIVEN, made_after=st.integers(0, 300), later=st.integers(0, 200))
def test_who_is_called_overdue_is_so_on_their_own_board_and_nobody_else(
    sample_library: Library, given_answers: dict[str, tuple[date, Result]], made_after: int, later: int
) -> None:
    on = TODAY + made_after * DAY
    then = {name: (day, result) for name, (day, result) in given_answers.items() if day <= on}
    own = made(sample_library, on=on, given=then)
    board = stand(sample_library, then, on + later * DAY)
    overdue = any(row.overdue_days for row in board.lists)
    assert (Need.OVERDUE in judge(own, on + later * DAY)) == overdue
    assert board.due or Need.DUE not in judge(own, on + later * DAY)


def test_one_thing_to_put_right_is_that_and_nothing_worse(sample_library: Library) -> None:
    given_answers = all_right() | {"chirp:private": (TODAY, Result.FAIL)}
    for handed_in in (0, 1, 40):
        own = made(sample_library, on=TODAY + handed_in * DAY, given=given_answers)
        assert judge(own, own.made) == (Need.OPEN,)
        assert judge(own, own.made + DAY) == (Need.OPEN,)


def test_a_statement_of_0_1_with_something_open_is_due_and_not_overdue() -> None:
    own = validate(Statement, parse_toml(OF_0_1.encode(), Path("x")), Path("x"))
    assert (own.high_total, own.round_total, own.asked, own.unread) == (None, None, None, 0)
    assert judge(own, TODAY + 60 * DAY) == (Need.DUE, Need.OPEN)
    text = told(team_of(own), TODAY)
    assert "Three-monthly review complete: 0 of 0 who told it" in text


@pytest.mark.parametrize(
    ("today", "need"),
    [(ROUND_AGAIN - DAY, Need.UP_TO_DATE), (ROUND_AGAIN, Need.DUE), (ROUND_AGAIN + 28 * DAY, Need.DUE),
     (ROUND_AGAIN + 29 * DAY, Need.OVERDUE)],
)  # fmt: skip
def test_a_statement_lapses_by_its_own_dates(sample_library: Library, today: date, need: Need) -> None:
    own = made(sample_library)
    assert own.next_due == ROUND_AGAIN
    assert judge(own, today)[0] is need
    assert not {Need.DUE, Need.OVERDUE, Need.UP_TO_DATE} & set(judge(own, today)[1:])


def test_nobody_is_up_to_date_who_has_only_begun(sample_library: Library) -> None:
    begun = made(sample_library, on=TODAY + DAY, given={"chirp:private": (TODAY, Result.PASS)})
    assert (begun.due, begun.overdue, begun.round_looked_at, begun.round_total) == (0, 0, 1, 4)
    assert judge(begun, begun.made) == (Need.UNDER_WAY,)
    assert begun.next_due is not None
    assert judge(begun, begun.next_due) == (Need.DUE,)
    assert "Review under way, nothing due: 1 of 2" in told(team_of(begun, made(sample_library, 2)), begun.made)


def test_over_three_months_is_told_from_the_day_after(sample_library: Library) -> None:
    own = made(sample_library)
    assert Need.OLD not in judge(own, ROUND_AGAIN)
    assert Need.OLD in judge(own, ROUND_AGAIN + DAY)


def test_each_fact_is_counted_by_itself(sample_library: Library) -> None:
    open_ones = all_right() | {"chirp:private": (TODAY, Result.FAIL)}
    later = ROUND_AGAIN + 30 * DAY
    fresh = all_right(later)
    one_open = fresh | {"chirp:private": (later, Result.FAIL)}
    team = [made(sample_library, n, f"old {n}", TODAY, open_ones) for n in range(1, 4)]
    team += [made(sample_library, n, f"open {n}", later, one_open) for n in range(4, 6)]
    team += [made(sample_library, n, f"well {n}", later, fresh) for n in range(6, 10)]
    team += [made(sample_library, 10, "unread", later, fresh, unread=1)]
    text = told(team_of(*team), later)
    for line in ("Overdue: 3 of 10", "Something due, not overdue: 0 of 10", "Statement over 3 months old: 3 of 10",
                 "Something to put right: 5 of 10", "Up to date: 4 of 10", "could not be read: 1 of 10"):  # fmt: skip
        assert line in text
    assert "one person may be counted in several" in text
    assert "overdue; statement over 3 months old; something to put right" in text


def test_those_in_need_come_first(sample_library: Library) -> None:
    later = ROUND_AGAIN + 30 * DAY
    team = [made(sample_library, 1, "B well", later, all_right(later)), made(sample_library, 2, "Z overdue"),
            made(sample_library, 3, "A well", later, all_right(later))]  # fmt: skip
    assert [member.statement.label for member in members(team_of(*team), later)] == ["Z overdue", "A well", "B well"]


def test_the_page_tells_the_round_and_the_most_important_of_each(sample_library: Library) -> None:
    whole = made(sample_library, 1, "whole")
    begun = made(sample_library, 2, "begun", given={"chirp:private": (TODAY, Result.PASS)})
    before = validate(Statement, parse_toml(OF_0_1.replace("0001", "0003").encode(), Path("x")), Path("x"))
    team = {member.statement.label: cells(member) for member in members(team_of(whole, begun, before), TODAY)}
    review, important = COLUMNS.index("Three-monthly review"), COLUMNS.index("Most important")
    assert (team["whole"][review], team["begun"][review], team["Site manager"][review]) == (
        "complete 2 March 2026", "1 of 4", "-",
    )  # fmt: skip
    assert team["whole"][important] == f"{whole.high_done} of {whole.high_total}"
    assert team["Site manager"][important] == "-"
    assert "important done: 0 of 0 who told it" in told(team_of(whole, before), TODAY)
    unasked = make_statement(build_board((), TODAY, PersonalCalendar()), f"{4:016x}", "nothing asked")
    assert unasked.round_total is None
    assert "Three-monthly review complete: 1 of 2 who told it" in told(team_of(whole, begun, before, unasked), TODAY)


def test_the_most_important_are_counted_for_each_and_for_all(sample_library: Library) -> None:
    chirp = sample_library.checklists["chirp"]
    private, location, posts = chirp.checks
    high = [replace(check, severity=Severity.HIGH) for check in (private, location)]
    checklists = {**sample_library.checklists, "chirp": replace(chirp, checks=(*high, posts))}
    library = Library(checklists, {}, (), {})
    whole = made(library, 1, "whole")
    half = made(library, 2, "half", given={"chirp:private": (TODAY, Result.PASS)})
    most = dict.fromkeys(("chirp:private", "chirp:location"), (TODAY, Result.PASS))
    only_those = made(library, 3, "only those", given=most)
    team = {member.statement.label: cells(member) for member in members(team_of(whole, half), TODAY)}
    important = COLUMNS.index("Most important")
    assert (team["whole"][important], team["half"][important]) == ("2 of 2", "1 of 2")
    assert "All of the most important done: 2 of 3 who told it" in told(team_of(whole, half, only_those), TODAY)
    assert judge(half, TODAY) == (Need.DUE,)


def test_a_trust_is_a_folder_of_folders(sample_library: Library, tmp_path: Path) -> None:
    for number, school in enumerate(("Elm Lane", "Oak Hill", "Oak Hill"), start=1):
        (tmp_path / school).mkdir(exist_ok=True)
        hand_in(made(sample_library, number, f"T{number}"), tmp_path / school)
    text = told(read_folder(tmp_path, TODAY), TODAY)
    assert "2 schools" in text
    assert "Oak Hill 2 2 of 2 0 of 2" in text
    assert "3 people" in text


def test_the_short_team_page_has_totals_and_no_person(sample_library: Library) -> None:
    text = to_text(team_page(build_team(team_of(made(sample_library)), TODAY), TODAY, short=True))
    assert "Teacher A" not in text
    assert "Up to date: 1 of 1" in text
    assert "Voluntary and self-reported" in text


def test_a_day_from_which_something_is_overdue_is_told_only_where_nothing_is_so_yet(sample_library: Library) -> None:
    late, in_time = made(sample_library, on=TODAY + 400 * DAY), made(sample_library)
    assert late.overdue > 0
    assert late.overdue_from is None
    assert in_time.overdue_from is not None
    assert in_time.overdue_from > in_time.made
