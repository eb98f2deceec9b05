"""Drafts of version 0.1.0 become reviews, once, whatever happens on the way; and its other files are read."""

import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Unwritable
from audit_tui.files.read import read_model
from audit_tui.journal import drafts_0_1
from audit_tui.journal.drafts_0_1 import take_in_drafts
from audit_tui.journal.journal import Journal
from audit_tui.paths import find_paths
from audit_tui.record import Result, noon
from audit_tui.settings.choices import Phone
from audit_tui.team.statement import Statement

OLD = Path(__file__).parent / "fixtures" / "0.1.0"
DAY = date(2026, 3, 20)
CHECKS = ("future-posts", "limit-past-posts", "friends", "friend-requests", "job-title")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The files of somebody who used version 0.1.0, as that version wrote them."""
    shutil.copytree(OLD, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def journal(home: Path) -> Journal:
    return Journal(home / "journal")


def take_in(journal: Journal) -> list[str]:
    return [str(problem) for problem in take_in_drafts(journal.folder.with_name("drafts"), journal, DAY)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def answers(journal: Journal) -> dict[str, tuple[Result, datetime]]:
    found = journal.latest("facebook", CHECKS, DAY, journal.listing()[0])
    assert found.problems == []
    return {check: (answer.result, answer.at) for check, answer in found.answers.items()}


def logged(journal: Journal) -> list[str]:
    entries, problems = journal.evidence("cyberbullying", DAY, journal.listing()[0])
    assert problems == []
    return [entry.what for entry in entries]


BEFORE = datetime(2026, 3, 2, 16, 5, tzinfo=UTC)
FINISHED = {
    "future-posts": (Result.PASS, BEFORE), "friends": (Result.FAIL, BEFORE),
    "friend-requests": (Result.FIXED, BEFORE), "job-title": (Result.WAIVED, BEFORE),
}  # fmt: skip
UNDER_WAY = {
    "limit-past-posts": (Result.FIXED, noon(date(2026, 3, 16))),
    "friends": (Result.FIXED, noon(date(2026, 3, 18))),
}


def test_finished_reviews_and_withdrawals_of_0_1_0_count_at_the_moment_of_their_review(journal: Journal) -> None:
    assert answers(journal) == FINISHED
    assert logged(journal) == ["a nasty post"]
    (review,), _ = journal.reviews("facebook", DAY, journal.listing()[0])
    waived = review.answer("job-title")
    assert waived is not None
    assert (waived.note, waived.agreed_by, waived.until) == ("school film club", "head teacher", date(2026, 12, 24))
    assert waived.fingerprint
    assert waived.revision is None


def test_drafts_become_one_review_for_each_of_their_days_at_noon(journal: Journal) -> None:
    assert take_in(journal) == []
    assert list(journal.folder.with_name("drafts").iterdir()) == []
    assert answers(journal) == FINISHED | UNDER_WAY
    assert logged(journal) == ["a nasty post", "a silent call"]
    days = [name[:10] for name in contents(journal.folder) if "facebook" in name]
    assert days == ["2026-03-02", "2026-03-09", "2026-03-09", "2026-03-16", "2026-03-18"]


def test_taking_in_twice_or_in_two_windows_makes_the_same_files(home: Path, journal: Journal) -> None:
    take_in(journal)
    once = contents(journal.folder)
    shutil.copytree(OLD / "drafts", home / "drafts", dirs_exist_ok=True)
    assert take_in(journal) == []
    assert contents(journal.folder) == once


def test_two_processes_at_once_do_no_harm(home: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from audit_tui.journal.drafts_0_1 import take_in_drafts; from audit_tui.journal.journal import Journal\n"
        "home = Path(sys.argv[1]); sys.stdin.readline()\n"
        "print(take_in_drafts(home / 'drafts', Journal(home / 'journal'), date(2026, 3, 20)))"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", program, str(home)], text=True, stdin=-1, stdout=-1) for _ in range(2)
    ]
    said = [each.communicate("go\n")[0] for each in both]
    assert said == ["[]\n"] * 2
    alone = Journal(tmp_path / "alone" / "journal")
    shutil.copytree(OLD, tmp_path / "alone")
    take_in(alone)
    assert contents(home / "journal") == contents(alone.folder)


def test_a_crash_between_writing_and_removing_is_made_up_for(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_: Path) -> None:
        raise Unwritable("held by another program")

    with monkeypatch.context() as patch:
        patch.setattr(drafts_0_1, "remove_file", crash)
        assert len(take_in(journal)) == 2
    assert answers(journal) == FINISHED | UNDER_WAY
    once = contents(journal.folder)
    assert take_in(journal) == []
    assert contents(journal.folder) == once
    assert logged(journal) == ["a nasty post", "a silent call"]


def test_a_crash_leaves_a_draft_of_answers_and_evidence_as_sound(
    home: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home / "drafts" / "cyberbullying_6b9f15c40b680c1c.toml"
    answer = '[[answer]]\ncheck = "blocked"\non = 2026-03-16\nresult = "pass"\nexpect = "So"\n\n[end]\nanswers = 1'
    path.write_text(path.read_text().replace("[end]\nanswers = 0", answer))
    with monkeypatch.context() as patch:
        patch.setattr(drafts_0_1, "remove_file", lambda _: None)
        assert take_in(journal) == []
    once = contents(journal.folder)
    assert take_in(journal) == []
    assert contents(journal.folder) == once
    assert not path.exists()


def test_evidence_that_a_finished_review_has_is_not_doubled(home: Path, journal: Journal) -> None:
    path = home / "drafts" / "cyberbullying_6b9f15c40b680c1c.toml"
    path.write_text(path.read_text().replace(
        '{ on = 2026-03-16, when = "", what = "a silent call", where = "", told = "" }',
        '{ on = 2026-03-02, when = "after lunch", what = "a nasty post", where = "a group chat", told = "the head teacher" }',
    ))  # fmt: skip
    assert take_in(journal) == []
    assert logged(journal) == ["a nasty post"]


def test_evidence_that_two_drafts_share_is_not_doubled(home: Path, journal: Journal) -> None:
    path = home / "drafts" / "cyberbullying_6b9f15c40b680c1c.toml"
    other = path.with_name("cyberbullying_7b9f15c40b680c1c.toml")
    other.write_text(path.read_text().replace("6b9f15c40b680c1c", "7b9f15c40b680c1c"))
    assert take_in(journal) == []
    assert logged(journal) == ["a nasty post", "a silent call"]


def test_a_draft_left_behind_by_a_finished_review_does_not_undo_its_withdrawal(home: Path, journal: Journal) -> None:
    review = next((home / "journal").glob("*_cf84b683.toml"))
    left = review.read_text().replace('kind = "review"', 'kind = "draft"')
    (home / "drafts" / "facebook_cf84b683a749f9c5.toml").write_text(left)
    assert take_in(journal) == []
    assert answers(journal) == FINISHED | UNDER_WAY


def test_a_stale_draft_does_not_beat_a_newer_answer_and_a_newer_one_of_the_day_does(home: Path) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    draft = home / "drafts" / "facebook_bedc25e6f3ebcf12.toml"
    text = draft.read_text()
    draft.write_text(text.replace("2026-03-16", "2026-02-16").replace("2026-03-18", "2026-03-01"))
    audit.board(DAY)
    assert answers(audit.journal)["friends"] == (Result.FAIL, BEFORE)
    draft.write_text(text.replace("bedc25e6", "cedc25e6").replace("2026-03-18", "2026-03-02"))
    audit.board(DAY)
    assert answers(audit.journal)["friends"] == (Result.FAIL, BEFORE), "noon of its day was before the review at four"
    draft.write_text(text.replace("bedc25e6", "dedc25e6").replace("2026-03-18", "2026-03-03"))
    audit.board(DAY)
    assert answers(audit.journal)["friends"] == (Result.FIXED, noon(date(2026, 3, 3)))


TWICE = '[[answer]]\ncheck = "friends"\non = 2026-03-18\nresult = "pass"\nexpect = "So"\n\n[end]\nanswers = 3'


@pytest.mark.parametrize(
    ("before", "after"),
    [("answers = 2", "answers = 3"), ("schema = 1", "schema = 2"), ('kind = "draft"', 'kind = "dra'),
     ("[end]\nanswers = 2", TWICE)],
)  # fmt: skip
def test_a_draft_that_cannot_be_read_stays_and_is_told(home: Path, before: str, after: str) -> None:
    draft = home / "drafts" / "facebook_bedc25e6f3ebcf12.toml"
    draft.write_text(draft.read_text().replace(before, after))
    whole = draft.read_bytes()
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    audit.board(DAY)
    assert [problem.path for problem in audit.problems if problem.path == draft] == [draft]
    assert draft.read_bytes() == whole
    assert logged(audit.journal) == ["a nasty post", "a silent call"], "the other one was taken in"


def test_a_draft_that_another_window_took_in_meanwhile_is_no_problem(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts_0_1, "list_names", lambda _: ["facebook_0000000000000000.toml"])
    assert take_in(journal) == []


def test_a_folder_of_drafts_that_cannot_be_listed_is_told(home: Path, journal: Journal) -> None:
    shutil.rmtree(home / "drafts")
    assert take_in(journal) == []
    (home / "drafts").write_text("in the way")
    assert len(take_in(journal)) == 1


def test_settings_phone_numbers_and_statements_of_0_1_0_are_read(home: Path) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    chosen = audit.person.settings.read()
    assert (chosen.accounts, chosen.phone, chosen.joined) == (("facebook",), Phone.ANDROID, date(2025, 9, 1))
    assert [trip.name for trip in chosen.trips] == ["Year 6 residential"]
    assert audit.person.phone_numbers(whole=True) == (("Your phone", ("490154203237518",)),)
    statement = read_model(Statement, next((home / "handed-in").iterdir()))
    assert (statement.label, statement.made) == ("Teacher A", date(2026, 3, 18))


def test_the_whole_of_0_1_0_is_on_the_board_without_a_problem(home: Path) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    board = audit.board(DAY)
    assert audit.problems == ()
    found = board.find("facebook")
    assert found is not None
    results = {check.check.id: check.answer.result for check in found.checks if check.answer}
    assert results["friends"] is Result.FIXED
    assert results["limit-past-posts"] is Result.FIXED
