"""What is found reading back from the newest is what reading everything finds, and no file is read twice for it."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.files.read import parse_toml, read_bytes
from audit_tui.journal.filenames import list_folder
from audit_tui.journal.glance import speaks_of
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.paths import Paths
from audit_tui.record import Answer, End, Evidence, Result, Review
from audit_tui.sitting.given import EvidenceInput

from .conftest import TODAY
from .sitting_cases import CHECKS, FAIL, NINE, PASS, begin, files, moment, review, save

DAY = timedelta(days=1)
QUARTER = timedelta(days=91)

given_answers = st.dictionaries(st.sampled_from(CHECKS), st.sampled_from([Result.PASS, Result.FAIL]), max_size=3)
said = st.lists(
    st.tuples(
        given_answers,
        st.integers(0, 30 * 24),  # the hour
        st.integers(-11, 13),  # the time zone
        st.integers(0, 2),  # entries in the log
        st.sampled_from([None, None, None, "", *CHECKS]),  # what was withdrawn
    ),
    max_size=8,
)


def with_log(number: int, answers: dict[str, Result], at: datetime, entries: int) -> Review:
    made = tuple(
        Answer(check=check, on=at.date(), at=at, result=result, expect="So", revision=1)
        for check, result in answers.items()
    )
    log = tuple(Evidence(id=f"{number:08x}{entry:08x}", at=at, on=at.date(), what="a call") for entry in range(entries))
    return Review(
        id=f"{number:08x}{0:08x}", checklist="chirp", completed=at.date(), recorded=at, answers=made, evidence=log,
        end=End(answers=len(made), notes=0, evidence=entries),
    )  # fmt: skip


@settings(max_examples=60)
@given(said=said, wanted=st.sets(st.sampled_from([*CHECKS, "never"]), min_size=1))
def test_reading_back_finds_what_reading_everything_finds(
    tmp_path_factory: pytest.TempPathFactory, said: list[Any], wanted: set[str]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("everything"))
    for number, (answers, hour, zone, entries, withdrawn) in enumerate(said):
        at = (NINE - timedelta(hours=hour, seconds=number)).astimezone(timezone(timedelta(hours=zone)))
        if answers or entries:
            save(journal, made := with_log(number, answers, at, entries))
            if withdrawn is not None:
                journal.withdraw(made, TODAY, withdrawn or None)
    listing, _ = journal.listing()
    every = LatestAnswers(frozenset(wanted))
    for each in journal.reviews("chirp", TODAY, listing)[0]:
        every.take(each)
    found, log = journal.latest_and_log("chirp", wanted, TODAY, listing)
    for back in (found, journal.latest("chirp", wanted, TODAY, listing)):
        assert (back.answers, back.reviews, back.problems) == (every.answers, every.reviews, [])
    assert log == journal.evidence("chirp", TODAY, listing)[0]


# How much is read.

Opened = Counter[str]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Count how often each file of the journal is opened."""
    counted: Opened = Counter()

    def read(path: Path) -> bytes:
        counted[path.name] += 1
        return read_bytes(path)

    monkeypatch.setattr("audit_tui.journal.journal.read_bytes", read)
    return counted


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Name each file of the journal that is parsed."""
    named: list[str] = []

    def parse(data: bytes, path: Path) -> dict[str, Any]:
        named.append(path.name)
        return parse_toml(data, path)

    monkeypatch.setattr("audit_tui.journal.whole.parse_toml", parse)
    return named


def keep_quarters(journal: Journal, number: int, checks: tuple[str, ...] = CHECKS) -> None:
    for each in range(number):
        save(journal, review(each, dict.fromkeys(checks, Result.PASS), NINE - each * QUARTER))


@pytest.mark.parametrize("quarters", [2, 80])
def test_a_board_and_a_sitting_open_as_many_files_after_years_as_at_first(
    audit: Audit, chirp: Checklist, opened: Opened, quarters: int
) -> None:
    keep_quarters(audit.journal, quarters)
    audit.board(TODAY)
    assert opened.total() == 1
    opened.clear()
    sitting = audit.sitting(chirp, NINE + QUARTER)
    assert opened.total() == 1
    opened.clear()
    sitting.following(0, TODAY + QUARTER)
    assert opened.total() == 0


def test_a_check_that_was_never_answered_opens_each_file_once_and_parses_none_for_it(
    audit: Audit, chirp: Checklist, opened: Opened, parsed: list[str]
) -> None:
    keep_quarters(audit.journal, 9, CHECKS[1:])
    audit.sitting(chirp, NINE)
    assert sorted(opened.values()) == [1] * 9
    assert parsed == ["2026-03-02_chirp_00000000.toml"]


def test_a_check_that_was_merged_into_another_has_each_file_parsed_once(
    audit: Audit, places: Paths, parsed: list[str]
) -> None:
    keep_quarters(audit.journal, 3, CHECKS[:2])
    path = places.builtin / "rules.toml"
    path.write_text(path.read_text().replace('id = "read"', 'id = "all"\nformerly = ["chirp:old", "chirp:location"]'))
    path = places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('id = "location"', 'id = "places"\nformerly = ["chirp:place"]'))
    later = Audit(places)
    parsed.clear()
    status = later.board(TODAY).find("rules")
    assert status is not None
    assert [check.check.id for check in status.checks if check.answer] == ["all"]
    assert len(parsed) == len({*parsed}) <= 3


def test_a_retired_check_says_nothing_of_the_list_that_it_left(audit: Audit, places: Paths) -> None:
    path = places.builtin / "rules.toml"
    path.write_text(path.read_text().replace('id = "read"', 'id = "all"\nformerly = ["chirp:gone"]'))
    whole = dict.fromkeys(CHECKS, Result.PASS)
    save(audit.journal, with_log(1, {"gone": Result.PASS}, NINE - QUARTER, entries=0))
    save(audit.journal, with_log(2, whole, NINE - 2 * QUARTER, entries=0))
    damaged = save(audit.journal, with_log(3, whole, NINE - 3 * QUARTER, entries=0))
    damaged.write_bytes(damaged.read_bytes()[:-30])
    later = Audit(places)
    board = later.board(TODAY)
    chirp, rules = board.find("chirp"), board.find("rules")
    assert chirp is not None
    assert rules is not None
    assert chirp.last_done == (NINE - 2 * QUARTER).date()
    assert [check.check.id for check in rules.checks if check.answer] == ["all"]
    assert later.problems == ()


def test_the_log_of_an_incident_costs_no_second_reading(audit: Audit, places: Paths, opened: Opened) -> None:
    path = places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('kind = "platform"', 'kind = "platform"\ncadence = "when it happens"'))
    whole = dict.fromkeys(CHECKS, Result.PASS)
    for number in range(9):
        save(audit.journal, with_log(number, whole, NINE - number * QUARTER, entries=int(number == 5)))
    status = Audit(places).board(TODAY).find("chirp")
    assert status is not None
    assert status.incident is not None
    assert status.incident.entries == 1
    assert sorted(opened.values()) == [1] * 9


def test_a_list_was_last_answered_when_a_check_of_its_own_was(audit: Audit, places: Paths) -> None:
    path = places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('kind = "platform"', 'kind = "platform"\ncadence = "when it happens"'))
    save(audit.journal, with_log(1, {"private": Result.PASS}, NINE - QUARTER, entries=1))
    save(audit.journal, with_log(2, {"gone": Result.PASS}, NINE, entries=0))
    status = Audit(places).board(TODAY).find("chirp")
    assert status is not None
    assert status.last_done == (NINE - QUARTER).date()


def test_of_a_withdrawn_review_only_the_log_stands(audit: Audit, places: Paths) -> None:
    path = places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('kind = "platform"', 'kind = "platform"\ncadence = "when it happens"'))
    later = Audit(places)
    chirp = later.person.library.checklists["chirp"]
    first = later.sitting(chirp, NINE)
    first.answer(0, PASS, NINE)
    first.remark(0, "ask at home", NINE)
    first.log(chirp, EvidenceInput("a call"), NINE)
    audit.withdraw(audit.history("chirp", TODAY)[0][0], TODAY)
    save(audit.journal, other := review(2, {"private": Result.PASS}))
    audit.withdraw(other, TODAY)
    status = later.board(TODAY).find("chirp")
    assert status is not None
    assert (status.answered, status.incident is not None) == (0, True)
    assert later.sitting(chirp, NINE).note(0) == ""


def test_a_sitting_with_a_list_that_is_not_held_reads_it_too(fresh: Audit, chirp: Checklist) -> None:
    keep_quarters(fresh.journal, 1, ("private",))
    fresh.person.choose("accounts", [])
    assert {each.status.check.id for each in fresh.sitting(chirp, NINE).asked} == {"location", "old-posts"}
    assert fresh.problems == ()


END = b"[end]\nanswers = 1\nnotes = 0\n"


@pytest.mark.parametrize(
    ("data", "needed"),
    [
        (b"check = 'private'\n" + END, True),
        (b'check = "private"\n' + END, True),
        (b'check = "private-too"\n' + END, False),
        (END + b"evidence = 10\n", False),
        (END, False),
        (END + b"more = 0\n", True),
        (END[:-1], True),
        (b"", True),
    ],
)
def test_a_file_is_parsed_only_where_it_may_speak_of_what_is_looked_for(data: bytes, needed: bool) -> None:  # noqa: FBT001
    assert speaks_of(data, {"private"}) == needed


# What another window answered.


@pytest.mark.parametrize("mine", [-12, 0, 14])
@pytest.mark.parametrize("theirs", [-12, 0, 14])
@pytest.mark.parametrize("hour", [0, 11, 12, 23])
def test_an_answer_from_another_window_is_found_in_whatever_zones_the_two_are(
    audit: Audit, mine: int, theirs: int, hour: int
) -> None:
    began = moment(hour).astimezone(timezone(timedelta(hours=mine)))
    sitting = begin(audit, began)
    given_at = began.astimezone(timezone(timedelta(hours=theirs)))
    begin(Audit(audit.paths), given_at).answer(1, FAIL, given_at)
    assert sitting.following(0, max(began.date(), given_at.date())) == 2


@pytest.mark.parametrize(("days", "looked_into"), [(0, True), (1, True), (2, False)])
def test_an_answer_from_another_window_is_looked_for_in_files_of_a_day_before_at_the_earliest(
    audit: Audit,
    opened: Opened,
    days: int,
    looked_into: bool,  # noqa: FBT001
) -> None:
    sitting = begin(audit)
    save(audit.journal, review(1, {"private": Result.PASS}, NINE - days * DAY))
    opened.clear()
    assert sitting.following(0, TODAY) == 1
    assert (opened.total() == 1) == looked_into


def test_what_another_window_answered_and_withdrew_is_asked(audit: Audit) -> None:
    sitting = begin(audit)
    begin(Audit(audit.paths)).answer(1, PASS, NINE.astimezone(UTC))
    (path,) = files(audit)
    audit.withdraw(audit.history("chirp", TODAY)[0][0], TODAY, "location")
    assert sitting.following(0, TODAY) == 1
    assert path.exists()


def test_the_same_names_are_told_apart_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    save(journal, review(1, {"private": Result.PASS}))
    first = list_folder(journal.folder)
    assert list_folder(journal.folder) is first
    save(journal, review(2, {"private": Result.PASS}))
    assert len([*list_folder(journal.folder).entries("chirp")]) == 2
