"""The school's folder: which of four names it, how a person writes it, and what is said of one that will not do."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Unreadable
from audit_tui.paths import SIBLING, Paths
from audit_tui.phrases.school import found_there, named_by
from audit_tui.school.found import look_into
from audit_tui.school.typed import whole_folder
from audit_tui.school.which import By

from .conftest import CHIRP, POLICY, TODAY
from .school_cases import choose, make_school, write_site


@pytest.fixture
def four(tmp_path: Path, places: Paths) -> Paths:
    """Four folders, each named in its own way."""
    names = ["option", "variable", "own", "machine"]
    option, variable, own, machine = (make_school(tmp_path / name) for name in names)
    choose(places, own)
    site = write_site(tmp_path / "etc" / "site.toml", machine)
    return places._replace(school=option, variable=variable, site=(site,))


def test_the_option_goes_before_the_variable_the_persons_own_and_the_machines(four: Paths) -> None:
    def counts(paths: Paths) -> tuple[str, By, str]:
        person = Audit(paths).person
        assert person.school is not None
        assert "club" in person.library.checklists
        return person.school.path.name, person.school.by, named_by(person.school)

    assert counts(four) == ("option", By.OPTION, "Named by --checklists, for this once.")
    four = four._replace(school=None)
    assert counts(four) == ("variable", By.VARIABLE, "Named by the variable AUDIT_TUI_CHECKLISTS.")
    four = four._replace(variable=None)
    assert counts(four) == ("own", By.PERSON, f"Your own choice, in {four.settings}.")
    four.settings.unlink()
    assert counts(four) == ("machine", By.MACHINE, f"Named for everybody on this computer, in {four.site[0]}.")
    four.site[0].unlink()
    person = Audit(four).person
    assert (person.school, person.problems, "club" in person.library.checklists) == (None, [], False)
    assert named_by(person.school) == "No folder is named: the built-in checklists are used alone."


@pytest.mark.parametrize(
    "typed",
    ["{}", "  {}  ", '"{}"', "'{}'", ' " {} " ', "\u201c{}\u201d", "\u2018{}\u2019", "<{}>", "\u202a{}\u202c", '{}"', "{}/", "file://{}",
     "FILE://localhost{}", "'file://{}'", "{}/../our checks", "{}/."],
)  # fmt: skip
def test_a_folder_is_found_however_it_was_pasted(tmp_path: Path, typed: str) -> None:
    folder = tmp_path / "our checks"
    assert whole_folder(typed.format(folder)) == folder


def test_spaces_of_an_address_a_home_and_a_path_that_begins_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.chdir(tmp_path)
    assert whole_folder("file:///srv/our%20checks") == Path("/srv/our checks")
    assert whole_folder("~/ours") == tmp_path / "me" / "ours"
    assert whole_folder("ours") == tmp_path / "ours"
    assert whole_folder("ours", beside=tmp_path / "etc") == tmp_path / "etc" / "ours"
    assert whole_folder("~/ours", beside=tmp_path / "etc") == tmp_path / "me" / "ours"
    assert str(whole_folder("file:///C:/ours")).endswith("C:/ours")
    assert str(whole_folder("file:///C:/ours")) != "/C:/ours"
    assert str(whole_folder("file://server/share/ours")) == "//server/share/ours"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("smb://server/ours", '"smb://server/ours" is an address and no folder; open it in your file manager'),
     ("https://school.example/ours", "is an address and no folder"), ("~nobody-of-that-name/x", "there is no such home folder"),
     ("/a\x00b", "has control or invisible characters"), ("file:///a%00b", "has control or invisible characters"),
     ("{}/none", "none: there is no such folder. Copy its path from your file manager"),
     ("{}/file.toml", "file.toml: this is a file and no folder"), ("{}/empty", "there are no checklists and no policies in this folder"),
     ("{}/other", "other: there are no checklists and no policies in this folder. Copy"),
     ("{}/junk", "in this folder that can be used. Audit-tui checklists check, with this folder, says why"),
     ("{}/ours/policies", "Name the folder that it is in, {}/ours"), ("{}/bare/policies", "Name the folder that it is in, {}/bare"),
     ("{}/" + "x" * 300, "cannot be entered (File name too long)")],
)  # fmt: skip
def test_a_folder_that_will_not_do_is_refused_and_nothing_is_changed(
    audit: Audit, tmp_path: Path, typed: str, said: str
) -> None:
    (tmp_path / "file.toml").touch()
    for name, file in (("other", "letter.txt"), ("junk", "chirp.toml"), ("ours/policies", "p.toml")):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / file).write_text("a = 1\n")
    for name in ("empty", "bare/policies"):
        (tmp_path / name).mkdir(parents=True)
    before, library = audit.paths.settings.read_bytes(), audit.person.library
    with pytest.raises(Unreadable) as told:
        audit.choose_school(typed.format(tmp_path), TODAY)
    assert said.format(tmp_path) in str(told.value)
    assert audit.paths.settings.read_bytes() == before
    assert audit.person.library is library


def test_what_is_in_it_is_counted_and_so_is_what_cannot_be_used(library_folder: Path, tmp_path: Path) -> None:
    folder = make_school(tmp_path / "ours")
    assert found_there(look_into(str(folder), library_folder)) == "Found there: 2 checklists and the school's rules."
    (folder / "policies").mkdir()
    (folder / "policies" / "oak-end.toml").write_text(POLICY.replace("elm-lane", "oak-end"))
    (folder / "broken.toml").write_text("schema = 1\n")
    (folder / "notes.txt").write_text("to do")
    found = look_into(str(folder), library_folder)
    assert (found.checklists, found.policies, found.has_rules, found.unusable) == (3, 1, True, 1)
    assert found_there(found) == (
        "Found there: 3 checklists, 1 policy and the school's rules. "
        "1 file of it cannot be used: audit-tui checklists check says why."
    )


@pytest.mark.parametrize("name", ["policies/oak-end.toml", "school.toml", "families.toml"])
def test_policies_alone_and_rules_alone_will_do_but_not_families(
    library_folder: Path, tmp_path: Path, name: str
) -> None:
    texts = {
        "policies/oak-end.toml": POLICY.replace("elm-lane", "oak-end"), "school.toml": "schema = 1\n", "families.toml": (SIBLING / "families.toml").read_text(),
    }  # fmt: skip
    (tmp_path / "ours" / "policies").mkdir(parents=True)
    (tmp_path / "ours" / name).write_text(texts[name])
    if name == "families.toml":
        with pytest.raises(Unreadable, match="no checklists and no policies"):
            look_into(str(tmp_path / "ours"), library_folder)
    else:
        found = look_into(str(tmp_path / "ours"), library_folder)
        assert (found.checklists, found.policies, found.has_rules) == (0, int("oak" in name), "school" in name)


def test_a_folder_that_is_chosen_counts_at_once_and_so_does_taking_it_out(audit: Audit, tmp_path: Path) -> None:
    folder = make_school(tmp_path / "ours")
    (folder / "broken.toml").write_text(CHIRP)
    assert audit.choose_school(f' "{folder}/" ', TODAY) is not None
    assert audit.person.choices.checklists == str(folder)
    assert {"club", "ours"} <= audit.person.library.checklists.keys()
    assert "rules" not in audit.person.library.checklists
    assert audit.person.choices.held["ours"] == TODAY, "its first round is paced from here"
    assert [problem.path for problem in audit.problems] == [folder / "broken.toml"]
    assert Audit(audit.paths).person.library.checklists.keys() == audit.person.library.checklists.keys()
    assert audit.choose_school("", TODAY) is None
    assert "checklists" not in audit.paths.settings.read_text()
    assert audit.person.library.checklists.keys() == {"chirp", "rules"}
    assert audit.problems == ()


def test_settings_that_cannot_be_read_are_left_alone(places: Paths, tmp_path: Path) -> None:
    folder = make_school(tmp_path / "ours")
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text("accounts = broken\n")
    with pytest.raises(Unreadable, match=r"settings\.toml"):
        Audit(places).choose_school(str(folder), TODAY)
    assert places.settings.read_text() == "accounts = broken\n"
