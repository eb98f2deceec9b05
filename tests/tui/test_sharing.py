"""Handing in and the team page on the screen."""

import errno
import os
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from audit_tui.audit import Audit
from audit_tui.team.folder import to_bytes
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.form import FormScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.sharing import StatementScreen

from ..conftest import TODAY, Clock
from .seen import flat, in_box, text

SIZE = (80, 24)
KEYS = ("Esc Never mind", "y Yes, hand it in", "n No", "v View the file")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a short name to type."""
    monkeypatch.chdir(tmp_path)
    made = Path("t")
    made.mkdir()
    return made


def there(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.mark.parametrize("size", [SIZE, (40, 16)])
async def test_the_question_comes_first_and_the_keys_are_always_in_sight(
    audit: Audit, clock: Clock, folder: Path, size: tuple[int, int]
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("g", *"Teacher A", "enter", folder.name, "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, StatementScreen)
        for key in ("v", "pagedown", "v"):
            seen = flat(app)
            assert all(words in seen for words in KEYS)
            await pilot.press(key)
            await pilot.pause()
    assert there(folder) == []


async def test_it_is_told_in_sentences_and_the_file_is_a_key_away(audit: Audit, clock: Clock, folder: Path) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("g", *"Teacher A", "enter", folder.name, "enter")
        await pilot.pause(0.3)
        assert text(app).index("Hand this in?") < text(app).index("Made by Teacher A on 2 March 2026.")
        assert "schema = 1" not in text(app)
        await pilot.press("v")
        await pilot.pause()
        shown = text(app)
        for line in to_bytes(audit.statement("Teacher A", TODAY)).decode().splitlines():
            assert line.startswith(("id = ", "#", "purpose")) or line in shown
        await pilot.press("v")
        await pilot.pause()
        assert "Made by Teacher A" in text(app)


async def test_nothing_is_written_before_a_yes(audit: Audit, clock: Clock, folder: Path) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        for answer in ("n", "escape", "enter"):
            await pilot.press("g", *"Teacher A", "enter", folder.name, "enter")
            await pilot.pause(0.3)
            await pilot.press(answer)
            await pilot.pause()
            assert there(folder) == []
            assert audit.person.settings.read().label is None
        await pilot.press("y")
        await pilot.pause(0.3)
        assert "Handed in." in flat(app)
    assert len(there(folder)) == 1
    assert audit.person.settings.read().label == "Teacher A"


async def test_an_earlier_statement_that_is_still_there_is_told(
    audit: Audit, clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit.hand_in(audit.statement("Teacher A", TODAY), str(folder))
    (path,) = there(folder)
    before = path.rename(path.with_name(f"teacher-a-{path.name}"))
    remove = os.unlink

    def refuse(path: str | Path, **_: object) -> None:
        if Path(path) == before:
            raise PermissionError(errno.EACCES, "Permission denied")
        remove(path)

    monkeypatch.setattr(os, "unlink", refuse)
    app = AuditApp(audit, clock)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("g", *["backspace"] * len("Teacher A"), *"TA", "enter", *folder.name, "enter")
        await pilot.pause(0.3)
        await pilot.press("y")
        await pilot.pause(0.3)
        assert "Handed in, but" in flat(app)
        assert before.name in flat(app)
        assert "earlier statement is still there" in flat(app)


@pytest.mark.parametrize(("letters", "taken"), [(60, True), (61, False)])
async def test_a_label_over_sixty_letters_is_told_in_its_box_and_nothing_is_kept(
    audit: Audit, clock: Clock, folder: Path, letters: int, *, taken: bool
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g", *"a" * letters, "enter", *(folder.name if taken else ""), "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, StatementScreen if taken else FormScreen)
        assert ("at most 60 letters" in flat(app)) is not taken
    assert audit.person.settings.read().label is None


async def test_the_team_page_opens(audit: Audit, clock: Clock, folder: Path) -> None:
    audit.hand_in(audit.statement("Teacher A", TODAY), str(folder))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", folder.name, "enter", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, ReaderScreen)
        assert "Teacher A" in text(app)


async def test_a_team_folder_that_is_not_there_is_told(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("m", *"no/x", "enter", "enter")
        await pilot.pause(0.3)
        assert "there is no such folder" in flat(app)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.typed() == {"folder": "no/x", "roster": ""}


@pytest.mark.parametrize("name", ["statement", "hand_in", "team"])
async def test_a_slow_share_holds_up_no_key(
    audit: Audit, clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    here = getattr(audit, name)
    threads: list[threading.Thread] = []

    def noted(*values: object) -> object:
        threads.append(threading.current_thread())
        return here(*values)

    monkeypatch.setattr(audit, name, noted)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g", *"A", "enter", folder.name, "enter")
        await pilot.pause(0.3)
        await pilot.press("y")
        await pilot.pause(0.3)
        await pilot.press("m", folder.name, "enter", "enter")
        await pilot.pause(0.3)
    assert threads
    assert threading.main_thread() not in threads


async def test_a_folder_that_is_not_there_is_told_before_anything_is_shown(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("g", *"TA", "enter", *"nowhere", "enter")
        await pilot.pause(0.3)
        assert "there is no such folder" in flat(app)
        assert not isinstance(app.screen, StatementScreen)


async def shown(pilot: Pilot[None], words: str) -> None:
    """Wait until some words are on the screen."""
    for _ in range(100):
        if words in in_box(pilot.app):
            return
        await pilot.pause(0.1)


@pytest.mark.parametrize("size", [SIZE, (40, 20)])
async def test_who_can_read_it_is_said_before_it_is_written(
    audit: Audit, clock: Clock, folder: Path, size: tuple[int, int]
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("g", *"TA", "enter", folder.name, "enter")
        await shown(pilot, "this folder")
        assert all(words in flat(app) for words in KEYS)
        assert "open this folder" in in_box(app)
        assert all(words in flat(app) for words in KEYS)
    assert there(folder) == []


@pytest.fixture
def lists(folder: Path) -> Path:
    """Where two lists lie: one that can be used and one that cannot."""
    place = folder.absolute().parent
    (place / "list.txt").write_text("Teacher A\nSite manager\n")
    (place / "l.csv").write_text("Forename,Surname\nA,B\n")
    return place


async def test_the_folder_and_the_list_stand_in_the_form_the_next_time(
    audit: Audit, clock: Clock, folder: Path, lists: Path
) -> None:
    audit.hand_in(audit.statement("Teacher A", TODAY), str(folder))
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("m", folder.name, "enter", *"list.txt", "enter")
        await pilot.pause(0.4)
        assert isinstance(app.screen, ReaderScreen)
        assert "Site manager" in text(app)
        await pilot.press("escape", "m")
        await pilot.pause(0.2)
        assert isinstance(app.screen, FormScreen)
        assert app.screen.typed() == {"folder": str(lists / folder.name), "roster": str(lists / "list.txt")}
        await pilot.press("x", "enter", "enter")
        await pilot.pause(0.3)
        assert app.screen.typed()["folder"] == "x"
        assert "there is no such folder" in flat(app)
    assert audit.person.settings.read().team_folder == str(lists / folder.name)


@pytest.mark.usefixtures("lists")
async def test_a_list_that_cannot_be_used_is_told_in_the_form(audit: Audit, clock: Clock, folder: Path) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", folder.name, "enter", *"l.csv", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, FormScreen)
        assert "it cannot be known which column" in " ".join(flat(app).replace("│", " ").split())
        assert app.screen.typed() == {"folder": folder.name, "roster": "l.csv"}
    assert audit.person.settings.read().team_folder is None
