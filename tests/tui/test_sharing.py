"""Handing in and the team page on the screen."""

from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.team.folder import to_bytes

from ..conftest import TODAY
from .conftest import Open
from .seen import flat, text


async def test_the_whole_statement_is_shown_before_it_is_handed_in(opened: Open, audit: Audit, tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    app = opened()
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await pilot.press("g", *"Teacher A", "enter", *str(folder), "enter")
        await pilot.pause()
        assert "This is all that will be written" in flat(app)
        shown = text(app)
        for line in to_bytes(audit.statement("Teacher A", TODAY)).decode().splitlines():
            assert line.startswith("id = ") or line[:60] in shown
        assert list(folder.iterdir()) == []
        await pilot.press("n")
        await pilot.pause()
        assert list(folder.iterdir()) == []
        await pilot.press("g", "enter", *str(folder), "enter", "y")
        await pilot.pause()
        assert len(list(folder.iterdir())) == 1
        assert "Handed in." in flat(app)
        await pilot.press("m", *str(folder), "enter")
        await pilot.pause()
        assert "Teacher A" in text(app)
        assert "1 person, those in need first" in flat(app)


async def test_a_folder_that_is_not_there_is_told(opened: Open, tmp_path: Path) -> None:
    app = opened()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("m", *str(tmp_path / "x"), "enter")
        await pilot.pause()
        assert "there is no such folder" in flat(app)
        await pilot.press("g", "enter")
        await pilot.pause()
        assert "Say what to call you" in flat(app)
