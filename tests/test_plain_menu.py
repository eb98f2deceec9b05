"""The menu in lines: what matters most at once, the lists when asked, and every error said last."""

from datetime import timedelta

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.plain.accounts import offer_to_hold
from audit_tui.record import Result

from .conftest import CHIRP, TODAY, Clock
from .plain_talk import console, menu, results, sit

SNAP = CHIRP.replace('id = "chirp"', 'id = "snap"').replace('"Chirp"', '"Snap"').replace('also = ["Chirper"]', "")


@pytest.fixture
def two(audit: Audit) -> Audit:
    """Chirp held; Snap there, and not held."""
    (audit.paths.builtin / "snap.toml").write_text(SNAP)
    return Audit(audit.paths)


DAY = timedelta(days=1)


def last_said(told: str) -> str:
    return " ".join(told.rpartition("What now:")[0].rpartition("What now:")[2].split())


def test_enter_starts_what_matters_most(audit: Audit, clock: Clock) -> None:
    path = audit.paths.builtin / "chirp.toml"
    text = CHIRP.replace('id = "old-posts"', 'id = "old-posts"\nseverity = "high"')
    path.write_text(text)
    told = menu(Audit(audit.paths), clock, "", "3", "q", "q")
    assert "One minute now: 4 checks, what matters most first, in Chirp and School rules." in told
    assert "Check 1 of 4. Chirp." in told
    assert results(audit, Audit(audit.paths).person.library.checklists["chirp"], TODAY) == {"old-posts": Result.FAIL}


def test_where_nothing_is_due_enter_says_so_and_starts_nothing(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "", "1", "1", "1", "1", "", "q")
    assert told.count("Check 1 of") == 1
    assert last_said(told).startswith("Nothing is due. Next: 2 June 2026.")


def test_l_lists_and_a_number_starts_the_one_it_was_told_with(two: Audit, clock: Clock) -> None:
    two.person.hold(TODAY, accounts=["chirp", "snap"])
    told = menu(two, clock, "l", "1", "1", "1", "1", "2", "1", "q", "q")
    listed = [line for line in told.splitlines() if line.startswith(("1. ", "2. ", "3. "))]
    assert [line.partition(":")[0] for line in listed] == ["1. Chirp", "2. Snap", "3. School rules"]
    library = two.person.library.checklists
    assert len(results(two, library["chirp"], TODAY)) == 3
    assert results(two, library["snap"], TODAY) == {"private": Result.PASS}
    assert results(two, library["rules"], TODAY) == {}


def test_the_list_is_not_read_again_unasked(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "zz", "t", "", "m", "1", "1", "q", "q")
    assert "1. Chirp:" not in told
    assert menu(audit, clock, "l", "q").count("1. Chirp:") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [("bebop", 'There is no checklist called "bebop".'), ("9", "9 is not on the list. There are 2 checklists: type l."),
     ("0", "0 is not on the list."), ("h", "It is not said which checklist."), ("h 9", "9 is not on the list."),
     ("h bebop", 'There is no checklist called "bebop".'), ("9" * 5000, "is not on the list.")],
)  # fmt: skip
def test_an_error_is_said_last(audit: Audit, clock: Clock, line: str, said: str) -> None:
    told = menu(audit, clock, line, "q")
    assert last_said(told).startswith(said) or said in last_said(told)
    assert "Three-monthly" not in last_said(told)
    assert told.count("What now:") == 2


@pytest.mark.parametrize("line", ["chirper", "Chirp", "CHIRP"])
def test_a_name_starts_its_list(audit: Audit, chirp: Checklist, clock: Clock, line: str) -> None:
    menu(audit, clock, line, "1", "q", "q")
    assert results(audit, chirp, TODAY) == {"private": Result.PASS}


def test_through_a_pipe_a_list_that_is_not_held_is_said_to_be_and_gone_through(two: Audit, clock: Clock) -> None:
    told = menu(two, clock, "snap", "1", "q", "q")
    assert "Snap is not among your accounts, so it does not come round again." in told
    assert "Add it?" not in told
    assert results(two, two.person.library.checklists["snap"], TODAY) == {"private": Result.PASS}
    assert two.person.choices.accounts == ("chirp",)


@pytest.mark.parametrize(("line", "held"), [("yes", ("chirp", "snap")), ("no", ("chirp",))])
def test_at_a_terminal_a_list_that_is_not_held_can_be_added(
    two: Audit, clock: Clock, line: str, held: tuple[str, ...]
) -> None:
    told = menu(two, clock, "snap", line, "1", "q", "", "q", piped=False)
    assert ("Kept: it is one of yours now." in told) is (line == "yes")
    assert two.person.choices.accounts == held
    assert results(two, two.person.library.checklists["snap"], TODAY) == {"private": Result.PASS}


def test_an_input_that_ends_at_that_question_adds_nothing_and_is_no_error(two: Audit) -> None:
    offer_to_hold(two, two.person.library.checklists["snap"], console(piped=False)[0], TODAY)
    assert two.person.choices.accounts == ("chirp",)


def test_a_phones_list_that_is_not_held_is_told_with_its_reason(audit: Audit, clock: Clock) -> None:
    path = audit.paths.builtin / "chirp.toml"
    path.write_text(CHIRP.replace('kind = "platform"', 'kind = "device"'))
    audit.person.choose("phone", "none")
    told = menu(Audit(audit.paths), clock, "chirp", "q", "q", piped=False)
    assert "You said that you carry no phone, so Chirp does not come round again." in told
    assert "Add it?" not in told


def test_earlier_answers_are_shown_by_number_and_by_name(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    sit(audit, chirp, clock, "3 my note", "q")
    for line in ("h 1", "h chirper", "H Chirp"):
        told = menu(audit, clock, "l", line, "", "q")
        assert "Earlier reviews: Chirp" in told
        assert "Is your profile private? Not right yet, 09:00 (your note: my note)" in " ".join(told.split())


@pytest.mark.parametrize(("lines", "left"), [(["1", "all"], set()), (["1", "ALL"], set()), (["1", "1"], {"location"}),
                                             (["1", "2"], {"private"})])  # fmt: skip
def test_a_review_or_one_answer_in_it_is_withdrawn(
    audit: Audit, chirp: Checklist, clock: Clock, lines: list[str], left: set[str]
) -> None:
    sit(audit, chirp, clock, "1", "3", "q")
    told = menu(audit, clock, "h chirp", *lines, "q")
    assert "Kept: withdrawn. It does not count any more; its file stays." in told
    assert {*results(audit, chirp, TODAY)} == left
    again = " ".join(menu(audit, clock, "h chirp", "q").split())
    assert f"1 {'answer' if left else 'review'} withdrawn; to let it count again, remove 2026-03-02_chirp_" in again


@pytest.mark.parametrize(
    "lines", [[""], ["2"], ["0"], ["9" * 5000], ["1", ""], ["1", "3"], ["1", "x"], ["1", "9" * 5000]]
)
def test_nothing_is_withdrawn_unless_it_was_named(
    audit: Audit, chirp: Checklist, clock: Clock, lines: list[str]
) -> None:
    sit(audit, chirp, clock, "1", "3", "q")
    told = menu(audit, clock, "h chirp", *lines, "q")
    assert ("Nothing was withdrawn." in told) is (lines != [""])
    assert {*results(audit, chirp, TODAY)} == {"private", "location"}


def test_of_several_reviews_the_one_that_was_named_is_withdrawn(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    sit(audit, chirp, clock, "1", "q")
    clock.day += DAY
    sit(audit, chirp, clock, "3", "q")
    told = menu(audit, clock, "h chirp", "2", "all", "q")
    assert "1. 3 March 2026." in told
    assert "2. 2 March 2026." in told
    assert results(audit, chirp, clock.day) == {"location": Result.FAIL}


def test_the_summary_and_the_choices_are_told_when_asked(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "m", "?", "q")
    assert "Checklists up to date" in told
    assert told.count("Just Enter starts what matters most.") == 2


def test_a_problem_is_told_and_the_menu_goes_on(audit: Audit, clock: Clock) -> None:
    audit.paths.settings.chmod(0o600)
    audit.paths.journal.write_text("in the way")
    told = " ".join(menu(audit, clock, "chirp", "1", "q", "t", "Farm", "1/6/2026", "", "q").split())
    assert "journal: this folder cannot be read" in told
    assert "Not kept." in told
    assert "Kept: Farm, 1 June 2026." in told


def test_the_end_of_the_input_ends_the_menu_at_any_question(two: Audit, chirp: Checklist, clock: Clock) -> None:
    sit(two, chirp, clock, "1", "q")
    for lines in (
        ["a"],
        ["t"],
        ["t", "Farm"],
        ["t", "Farm", "1/6/2026"],
        ["i"],
        ["h chirp"],
        ["h chirp", "1"],
        ["snap"],
    ):
        for piped in (True, False):
            menu(two, clock, *lines, piped=piped)
    assert two.person.choices.trips == ()
