"""The school's folder in lines: shown, asked for until it will do, and the lists of that folder at once."""

from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.paths import Paths

from .conftest import TODAY, Clock
from .plain_talk import menu
from .school_cases import make_school, write_site


def test_it_is_asked_for_until_it_will_do_and_its_lists_are_there_at_once(
    audit: Audit, clock: Clock, tmp_path: Path
) -> None:
    folder = make_school(tmp_path / "ours")
    told = " ".join(menu(audit, clock, "c", str(tmp_path / "none"), f'"{folder}"', "l", "c", "none", "l", "q").split())
    assert "c: the school's folder" in told
    assert "Now: none. No folder is named: the built-in checklists are used alone." in told
    assert f"Notkept.{tmp_path}/none:thereisnosuchfolder." in "".join(told.split())
    assert "Kept. Found there: 2 checklists and the school's rules." in told
    assert "Kept: you have no choice of your own." in told
    listed = told.split("What now:")
    assert "Our rules:" in listed[2]
    assert "Our rules:" not in listed[4]
    assert audit.person.choices.checklists is None


def test_just_enter_leaves_it(audit: Audit, clock: Clock, tmp_path: Path) -> None:
    audit.choose_school(str(make_school(tmp_path / "ours")), TODAY)
    told = " ".join(menu(audit, clock, "c", "", "q").split())
    assert "Your own choice" in told
    assert audit.person.choices.checklists == str(tmp_path / "ours")


def test_settings_that_cannot_be_written_are_told_and_the_question_comes_back(
    audit: Audit, clock: Clock, tmp_path: Path
) -> None:
    folder = make_school(tmp_path / "ours")
    audit.paths.settings.write_text("nonsense\n")
    told = " ".join(menu(audit, clock, "c", str(folder), "", "q").split())
    assert "Not kept. /" in told
    assert "the first line should be" in told or "not valid TOML" in told
    assert audit.paths.settings.read_text() == "nonsense\n"


def test_a_folder_that_cannot_be_known_is_not_said_to_be_none(places: Paths, clock: Clock, tmp_path: Path) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", "/far/ours")
    site.write_text("nonsense")
    audit = Audit(places._replace(site=(site,)))
    audit.person.choose("accounts", ["chirp"])
    audit.person.choose("phone", "iphone")
    told = " ".join(menu(audit, clock, "c", "", "q").split())
    assert "Now: not known. " in told
    assert "No folder is named" not in told
