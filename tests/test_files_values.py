"""A file that has fewer values than it had when it was written has lost a part, and says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import PartLost, Unreadable
from audit_tui.files.read import parse_toml
from audit_tui.files.values import check_values, count_values, recounted
from audit_tui.formats.text import to_text
from audit_tui.journal.journal import Journal
from audit_tui.journal.whole import read_review
from audit_tui.pages.occasions import phones_page
from audit_tui.paths import HOME, find_paths
from audit_tui.person import Person
from audit_tui.record import Result
from audit_tui.schedule.plan import Plan
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import PhoneBook, Phones
from audit_tui.settings.store import HEADING, Settings
from audit_tui.team.folder import file_name, to_bytes
from audit_tui.team.received import read_folder
from audit_tui.team.statement import PlatformLine, Statement, Tail
from audit_tui.tui.screens.board_rows import headline

from .conftest import TODAY
from .sitting_cases import review, save

PATH = Path("x.toml")
OWN = Statement(
    id="0123456789abcdef", label="Teacher A", made=TODAY, checklists=2, up_to_date=2, due=0, overdue=0, open_actions=0,
    exceptions=0, unread=3, end=Tail(checklists=2),
    platforms=(PlatformLine(title="Chirp", up_to_date=True), PlatformLine(title="Owl", up_to_date=True, next_due=TODAY)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("table", "number"),
    [({}, 0), ({"a": 1, "b": [1, [2]], "c": {"d": True}, "e": [{"f": ""}, {}]}, 5), ({"a": 1, "end": {"b": 2}}, 1)],
)
def test_every_value_is_counted_but_those_of_the_end(table: dict[str, object], number: int) -> None:
    assert count_values(table) == number


@pytest.mark.parametrize("said", [2, 0])
def test_as_many_values_as_are_said_or_more_are_whole(said: int) -> None:
    check_values({"a": 1, "b": 2, "end": {"values": said}}, PATH)


@pytest.mark.parametrize("said", [3, "2", 2.0, -1.5, True])
def test_fewer_values_than_are_said_are_told(said: object) -> None:
    with pytest.raises(Unreadable, match="it is not whole"):
        check_values({"a": 1, "b": 2, "end": {"values": said}}, PATH)


@pytest.mark.parametrize(
    "part",
    [
        b'[[platform]]\ntitle = "Owl"\nup_to_date = true\nnext_due = 2026-03-02\n',
        b"next_due = 2026-03-02\n",
        b"unread = 3\n",
    ],
)
def test_a_statement_that_lost_a_part_is_told_and_one_of_0_1_is_read(tmp_path: Path, part: bytes) -> None:
    data = to_bytes(OWN)
    assert part in data
    path = tmp_path / file_name(OWN)
    path.write_bytes(data.replace(part, b""))
    assert "it is not whole" in str(read_folder(tmp_path, TODAY).problems[0])
    path.write_bytes(data[: data.index(b"values = ")].replace(part, b""))
    assert len(read_folder(tmp_path, TODAY).received) == 1


def test_a_review_that_lost_a_line_is_told(tmp_path: Path) -> None:
    made = review(1, {"private": Result.PASS})
    path = save(Journal(tmp_path), replace(made, answers=(replace(made.answers[0], note="ask at home"),)))
    data = path.read_bytes()
    assert read_review(data, path).answers[0].note
    with pytest.raises(Unreadable, match="it is not whole"):
        read_review(data.replace(b'note = "ask at home"\n', b""), path)
    assert read_review(data.replace(b"ask at home", b"asked at home") + b"# mine\n", path).answers


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Have settings with a trip and two accounts."""
    settings = Settings(tmp_path / "settings.toml")
    trip = {"name": "Farm", "first": TODAY, "last": TODAY}
    settings.change(lambda _: {"accounts": ["chirp", "owl"], "trip": [trip], "phone": "iphone"})
    return settings


def test_settings_that_lost_a_trip_are_used_and_told_until_the_person_puts_it_right(settings: Settings) -> None:
    whole = settings.path.read_bytes()
    settings.path.write_bytes(whole[: whole.index(b"[[trip]]")])
    for theme in ("audit-dark", "audit-light"):
        choices, told = settings.look()
        assert choices.accounts == ("chirp", "owl")
        assert "some of it may be lost" in str(told[0])
        Person(find_paths({HOME: str(settings.path.parent)})).choose("theme", theme)
    settings.path.write_bytes(settings.path.read_bytes().replace(b"# 8 values", b"# 5 values"))
    assert settings.look() == (settings.read(), [])


def test_a_person_is_told_of_lost_choices_and_those_left_are_used(tmp_path: Path, settings: Settings) -> None:
    settings.path.write_bytes(settings.path.read_bytes().replace(b'"owl"', b""))
    person = Person(find_paths({HOME: str(tmp_path)}))
    assert "some of it may be lost" in str(person.problems[0])
    assert (person.choices.accounts, person.unread) == (("chirp",), False)


def test_what_the_app_or_a_hand_adds_or_the_app_takes_out_is_no_loss(settings: Settings) -> None:
    settings.change(lambda _: {"trip": None})
    settings.path.write_bytes(settings.path.read_bytes() + b'theme = "audit-dark"\n')
    settings.change(lambda _: {"accounts": None})
    assert settings.look() == (settings.read(), [])


def test_settings_of_an_earlier_version_get_the_line_and_those_of_another_hand_do_not() -> None:
    ours = f'# {HEADING}\nschema = 1\nphone = "none"\n'.encode()
    had, has = {"schema": 1}, {"schema": 1, "phone": "none"}
    assert b"# 2 values when" in recounted(b"schema = 1\n", had, ours, has, HEADING)
    assert recounted(ours, has, ours, has, HEADING) == ours
    by_hand = b'schema = 1\nphone = "none"\n'
    assert recounted(b"schema = 1\n", had, by_hand, has, HEADING) == by_hand
    assert Choices() == Settings(PATH).read()


def test_a_phone_that_is_lost_is_told_and_nothing_is_written_over_it(tmp_path: Path) -> None:
    book = PhoneBook(tmp_path / "imei.toml")
    book.record(("490154203237518",), TODAY)
    book.replaced(TODAY)
    book.record(("356938035643809",), TODAY)
    assert isinstance(book.read(), Phones)
    data = book.path.read_bytes()
    assert count_values(parse_toml(data, book.path)) == 6
    book.path.write_bytes(cut := data[: data.rindex(b"[[phone]]")])
    with pytest.raises(PartLost, match='write "# 4 values" in its line that says "# 6 values"'):
        book.record(("356938035643809",), TODAY)
    assert book.path.read_bytes() == cut
    person = Person(find_paths({HOME: str(tmp_path)}))
    told = to_text(phones_page(person.phone_numbers(whole=True), person.phones_lost()))
    assert "490154203237518" in told
    assert "some of it may be lost" in " ".join(told.split())


def test_the_board_says_that_settings_may_be_lost_and_not_that_they_could_not_be_read(
    tmp_path: Path, settings: Settings
) -> None:
    settings.path.write_bytes(settings.path.read_bytes().replace(b'"owl"', b""))
    audit = Audit(find_paths({HOME: str(tmp_path)}))
    told = headline(audit.board(TODAY), Plan(0, ()), audit.problems)
    assert told.endswith("Some of your settings may be lost: press f.")
