"""Checking a file reads it as the app would: in its folder, whatever editor wrote it, and with a word on what to do."""

from pathlib import Path

import pytest

from audit_tui.errors import Unreadable, UsageError
from audit_tui.files.read import parse_toml
from audit_tui.library.lint import Checked, check_paths

from .conftest import CHIRP, POLICY, Run
from .policies import OAK

FAMILIES = 'schema = 1\n[[family]]\nid = "pin"\narea = "device"\nask = "A PIN?"\nexpect = "x"\nwhy = "x"\nhow = ["x"]\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "our checks"
    (folder / "policies").mkdir(parents=True)
    (folder / "policies" / "oak-end.toml").write_text(OAK)
    return folder


def problems(checked: Checked) -> list[str]:
    return [str(problem) for problem in checked.problems]


def test_one_file_is_read_with_what_stands_beside_it(library_folder: Path, own: Path) -> None:
    (own / "families.toml").write_text(FAMILIES)
    (own / "school.toml").write_text('schema = 1\noff = ["zzz"]\n')
    (own / "broken.toml").write_text("[")
    ours = CHIRP.replace("elm-lane:1.1", "oak-end:4.4").replace('"chirp"', '"ours"') + '[[check]]\nlike = "pin"\n'
    (own / "ours.toml").write_text(ours)
    checked = check_paths([own / "ours.toml"], library_folder)
    assert (checked.files, checked.problems) == ((own / "ours.toml",), ())
    assert len(check_paths([own], library_folder).problems) == 2
    (told,) = problems(check_paths([own / "school.toml"], library_folder))
    assert 'no checklist has the id "zzz"' in told


def test_a_policy_by_itself_is_read_with_the_folder_above(
    library_folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "ours.toml").write_text(CHIRP.replace('"chirp"', '"ours"'))
    policy = own / "policies" / "oak-end.toml"
    policy.write_text(OAK.replace("chirp:private", "ours:private"))
    assert check_paths([policy], library_folder).problems == ()
    monkeypatch.chdir(own / "policies")
    assert check_paths([Path("oak-end.toml")], library_folder).problems == ()
    policy.write_text(OAK.replace("chirp:private", "ours:privat"))
    (told,) = problems(check_paths([Path("oak-end.toml")], library_folder))
    assert told.startswith("oak-end.toml, clause 1 (4.2), covered_by: ")
    assert "ours:private" in told


def test_a_folder_of_policies_alone_is_sound_and_an_empty_one_is_told(
    run: Run, library_folder: Path, own: Path, tmp_path: Path
) -> None:
    assert check_paths([own], library_folder).problems == ()
    assert check_paths([own / "policies"], library_folder).problems == ()
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no checklists and no policies in this folder"):
        check_paths([tmp_path / "empty"], library_folder)
    for group in ("checklists", "policy"):
        code, out, err = run(group, "check", str(tmp_path / "empty"))
        assert (code, out) == (2, "")
        assert "there are no checklists and no policies in this folder. Audit-tui" not in err
        assert (
            "Go to the folder with your checklists, or name it; a new one begins with audit-tui checklists new, or"
            in err
        )


def test_a_file_that_would_never_be_read_is_told(library_folder: Path, own: Path) -> None:
    (own / "chirp.toml.txt").write_text(CHIRP)
    (told,) = problems(check_paths([own / "chirp.toml.txt"], library_folder))
    assert "chirp.toml.txt: only a file whose name ends in .toml is read. Rename it." in told


def test_what_stands_in_the_wrong_folder_is_told_where_it_belongs(library_folder: Path, own: Path) -> None:
    (own / "policies" / "chirp.toml").write_text(CHIRP)
    (own / "elm-lane.toml").write_text(POLICY)
    told = problems(check_paths([own], library_folder))
    assert any("chirp.toml: this is a checklist. Move it out of the folder policies." in each for each in told)
    assert any("elm-lane.toml: this is a policy. Move it into the folder policies beside it." in each for each in told)


def test_folders_are_each_checked_by_themselves(library_folder: Path, own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "policies").mkdir(parents=True)
    (other / "policies" / "elm-end.toml").write_text(OAK.replace("oak-end", "elm-end"))
    (other / "school.toml").write_text('schema = 1\noff = ["chirp"]\n')
    (told,) = problems(check_paths([own, other], library_folder))
    assert "elm-end.toml" in told
    assert [len(library.own) for library in check_paths([own, other], library_folder).libraries] == [1, 1]


@pytest.mark.parametrize("text", [OAK.replace("\n", "\r\n"), "\ufeff" + OAK, "\ufeff" + OAK.replace("\n", "\r\n"),
                                  OAK.replace("Oak End School", "\u201cOak End\u201d School")])  # fmt: skip
def test_what_windows_editors_write_is_taken(library_folder: Path, own: Path, text: str) -> None:
    (own / "policies" / "oak-end.toml").write_bytes(text.encode())
    assert check_paths([own], library_folder).problems == ()


STRAIGHT = 'Write straight quotation marks, ", in place of curly ones.'
TWICE = "This key or heading is there twice; take one of the two out."


@pytest.mark.parametrize(
    ("line", "said"),
    [("title = \u201cOak\u201d", STRAIGHT), ("title = \u2018Oak\u2019", STRAIGHT), ('title = ["x", \u201cOak\u201d]', STRAIGHT),
     ("platforms = [\u201cOak\u201d]", STRAIGHT), ("platforms = [\n  \u201cOak\u201d,\n]", STRAIGHT),
     ("dated = 2019-11", 'Put a month between quotation marks: "2019-11".'),
     ("dated = 11/2019 # agreed", 'Put a month between quotation marks: "11/2019".'),
     ("dated = November 2019", 'between straight quotation marks, "like this".'),
     ("cadence = every 3 months", 'between straight quotation marks, "like this".'),
     ("dated = 3 November 2019", 'between straight quotation marks, "like this".'),
     ("school = true story", 'between straight quotation marks, "like this".'), ("school = yes", 'between straight quotation marks, "like this".'),
     ("a = 1\na = 2", TWICE), ("[x]\n[x]", TWICE), ("a.b = 1\n[a.b]", TWICE),
     ('title = "Oak', r"close each text with a quotation mark"), (r'folder = "C:\Users"', "/ for \\"), ("just words", "Mend that place.")],
)  # fmt: skip
def test_a_line_that_is_no_toml_is_told_what_to_do(line: str, said: str) -> None:
    with pytest.raises(Unreadable, match="this is not valid TOML") as caught:
        parse_toml(f"schema = 1\n{line}\nlast = 1\n".encode(), "x.toml")
    assert said.casefold() in str(caught.value).casefold()
