"""The first questions in lines: which accounts, which phone, whether one has just joined."""

from datetime import date

import pytest

from audit_tui.audit import Audit
from audit_tui.settings.choices import Phone

from .conftest import CHIRP, TODAY, Clock
from .plain_talk import menu


@pytest.fixture
def newcomer(fresh: Audit) -> Audit:
    """Somebody who has said nothing yet, with three accounts to choose from."""
    for name in ("snap", "2seek"):
        text = CHIRP.replace('id = "chirp"', f'id = "{name}"').replace('"Chirp"', f'"{name.title()}"')
        (fresh.paths.builtin / f"{name}.toml").write_text(text.replace('also = ["Chirper"]', ""))
    return Audit(fresh.paths)


@pytest.mark.parametrize(
    ("line", "held"),
    [("1", ("2seek",)), ("1 3", ("2seek", "snap")), ("1,2", ("2seek", "chirp")), ("CHIRPER, snap", ("chirp", "snap")),
     ("2, snap", ("chirp", "snap")), ("0", ()), ("chirp,", ("chirp",)), ("3 3", ("snap",))],
)  # fmt: skip
def test_accounts_are_said_by_number_or_by_name(
    newcomer: Audit, clock: Clock, line: str, held: tuple[str, ...]
) -> None:
    menu(newcomer, clock, line, "", "", "q")
    assert Audit(newcomer.paths).person.choices.accounts == held


@pytest.mark.parametrize(
    ("line", "said"),
    [("4", "4 is not on the list. Use numbers from 0 to 3, or names."), ("-1", 'There is no checklist called "-1".'),
     ("bebop", 'There is no checklist called "bebop".'), ("1, School rules", "Everybody is asked School rules."),
     ("9" * 5000, "is not on the list.")],
)  # fmt: skip
def test_what_is_not_an_account_is_said_and_asked_again(newcomer: Audit, clock: Clock, line: str, said: str) -> None:
    told = " ".join(menu(newcomer, clock, line, "snap", "", "", "q").split())
    assert said in told
    assert newcomer.person.choices.accounts == ("snap",)
    assert told.count("Which of these do you have?") == 1


@pytest.mark.parametrize(("line", "phone"), [("1", Phone.IPHONE), ("2", Phone.ANDROID), ("3", Phone.SAMSUNG), ("4", Phone.NONE),
                                             ("Android", Phone.ANDROID), ("samsung", Phone.SAMSUNG), ("iPhone", Phone.IPHONE), ("none", Phone.NONE)])  # fmt: skip
def test_the_phone_is_said_by_number_or_by_name(newcomer: Audit, clock: Clock, line: str, phone: Phone) -> None:
    told = menu(newcomer, clock, "1", "9", line, "", "q")
    assert '"9" is not one of these. Type 1, 2, 3 or 4.' in told
    assert newcomer.person.choices.phone is phone


@pytest.mark.parametrize("line", ["1 September 2025", "1/9/2025", "2025-09-01"])
def test_the_day_of_joining_is_asked_for_until_it_can_be_read(newcomer: Audit, clock: Clock, line: str) -> None:
    told = menu(newcomer, clock, "1", "1", "last week", line, "q")
    assert "Not kept yet: write a day of the calendar" in told
    assert newcomer.person.choices.joined == date(2025, 9, 1)


def test_somebody_who_has_been_here_longer_says_no(newcomer: Audit, clock: Clock) -> None:
    newcomer.person.choose("joined", date(2025, 9, 1))
    menu(newcomer, clock, "1", "1", "No", "q")
    assert newcomer.person.choices.joined is None


@pytest.mark.parametrize("before", [[], ["snap"], ["snap", "android"]])
@pytest.mark.parametrize("word", ["q", "Stop"])
def test_q_ends_the_questions_and_keeps_what_was_said(
    newcomer: Audit, clock: Clock, before: list[str], word: str
) -> None:
    told = menu(newcomer, clock, *before, word, "q")
    assert "The rest is left as it is; a asks again." in told
    assert told.count("What now:") == 1
    assert newcomer.person.choices.accounts == (("snap",) if before else None)
    assert newcomer.person.choices.phone == ("android" if before[1:] else None)


def test_just_enter_passes_every_question_over(newcomer: Audit, clock: Clock) -> None:
    told = menu(newcomer, clock, "", "", "", "q")
    assert newcomer.person.choices.accounts is None
    assert not newcomer.paths.settings.exists()
    assert "What now:" in told


def test_they_are_asked_once_and_again_when_asked_for(audit: Audit, clock: Clock) -> None:
    assert "Which of these" not in menu(audit, clock, "q")
    told = menu(audit, clock, "a", "", "2", "", "q")
    assert "1. Chirp (yours now)" in told
    assert (audit.person.choices.accounts, audit.person.choices.phone) == (("chirp",), "android")


def test_the_first_round_is_paced_from_the_day_they_were_answered(newcomer: Audit, clock: Clock) -> None:
    menu(newcomer, clock, "snap", "1", "", "q")
    assert newcomer.person.choices.held == {"snap": TODAY, "rules": TODAY}


def test_settings_that_cannot_be_read_are_told_and_nothing_is_asked_or_written(newcomer: Audit, clock: Clock) -> None:
    path = newcomer.paths.settings
    path.parent.mkdir(parents=True)
    path.write_text("schema = 1\naccounts = [\n")
    told = menu(Audit(newcomer.paths), clock, "a", "snap", "q", "q")
    assert told.index("Could not be used:") < told.index("Which of these do you have?")
    assert "settings.toml: this is not valid TOML" in " ".join(told.split())
    assert path.read_text() == "schema = 1\naccounts = [\n"
