"""The settings on the screen: what is chosen, the school's folder set in a form that keeps what was typed."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import Paths
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.settings import SettingsScreen

from ..conftest import TODAY, Clock
from ..school_cases import choose, make_school, write_site
from .seen import flat, in_box, settled, text

SIZES = [(80, 24), (40, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_folder_is_set_and_the_board_has_its_lists(
    audit: Audit, clock: Clock, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = make_school(tmp_path / "ours")
    app = AuditApp(audit, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c")
        assert "1 account, an iPhone" in flat(app)
        assert "No folder is named: the built-in checklists are used alone." in flat(app)
        await pilot.press("down", "enter")
        await pilot.press(*f'"{folder}"', "enter")
        await settled(pilot)
        assert "Found there: 2 checklists and the school's rules." in " ".join(
            note.message for note in app._notifications
        )
        await pilot.press("down")
        assert isinstance(app.screen, SettingsScreen)
        assert "Your own choice, in" in flat(app)
        await pilot.press("q")
        assert isinstance(app.screen, BoardScreen)
        assert [row.title for row in app.screen.rows.rows if row.title in ("Our rules", "School rules")] == [
            "Our rules"
        ]
    assert Audit(audit.paths).person.choices.checklists == str(folder)


@pytest.mark.parametrize("size", SIZES)
async def test_a_slip_is_told_in_the_form_and_what_was_typed_stays(
    audit: Audit, clock: Clock, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = make_school(tmp_path / "ours")
    app = AuditApp(audit, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.press("c", "down", "enter", *f"{folder}x", "enter")
        await settled(pilot)
        assert "thereisnosuchfolder" in "".join(in_box(app).split())
        assert "What you typed is still here." in in_box(app)
        assert audit.person.choices.checklists is None
        await pilot.press("backspace", "enter")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)
    assert audit.person.choices.checklists == str(folder)


async def test_left_empty_it_is_taken_out_and_escape_leaves_it(audit: Audit, clock: Clock, tmp_path: Path) -> None:
    folder = make_school(tmp_path / "ours")
    audit.choose_school(str(folder), TODAY)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("c", "down", "enter", "x", "escape")
        assert audit.person.choices.checklists == str(folder)
        await pilot.press("enter", *["backspace"] * len(str(folder)), "enter")
        await settled(pilot)
        assert audit.person.choices.checklists is None
        await pilot.press("up")
        assert "The school's folder none" in flat(app)
        assert "club" not in audit.person.library.checklists


async def test_the_machines_folder_is_told_with_its_file(places: Paths, clock: Clock, tmp_path: Path) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", make_school(tmp_path / "ours"))
    audit = Audit(places._replace(site=(site,)))
    audit.person.choose("accounts", ["chirp"])
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.press("c")
        assert "Named for everybody on this computer, in" in flat(app)
        assert "no phone named yet" in flat(app)
    site.write_text("nonsense")
    app = AuditApp(Audit(audit.paths), clock)
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.press("c")
        assert "The school's folder not known" in flat(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_folder_that_is_away_is_one_calm_line_on_the_board(
    places: Paths, clock: Clock, tmp_path: Path, size: tuple[int, int]
) -> None:
    choose(places, tmp_path / "ours")
    app = AuditApp(Audit(places), clock)
    async with app.run_test(size=size) as pilot:
        assert "The school's folder cannot be reached: press f." in flat(app)
        assert "could not be read" not in flat(app)
        await pilot.press("f")
        assert "your answers to the school's own stay kept." in flat(app)
        await pilot.press("q", "c")
        assert "the school's folder is not there just now" in flat(app)


async def test_the_other_lines_lead_to_the_accounts_and_change_the_theme(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("c", "end", "enter")
        await settled(pilot)
        assert "Light or dark light" in " ".join(text(app).split())
        assert audit.person.settings.read().theme == app.theme
        await pilot.press("home", "enter")
        assert isinstance(app.screen, AccountsScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, SettingsScreen)
