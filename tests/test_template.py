"""A checklist begun from a name, or as a copy of another one, is sound as it stands."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.errors import UsageError
from audit_tui.library.lint import check_paths
from audit_tui.library.loader import read_library
from audit_tui.library.names import id_of
from audit_tui.library.template import KEPT, start_from
from audit_tui.paths import find_paths

TODAY = date(2027, 2, 3)


def written(folder: Path, name: str, source: Checklist | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{id_of(name)}.toml"
    path.write_text(start_from(name, source, TODAY))
    return path


@pytest.mark.parametrize(
    ("name", "made"),
    [("Our Rules", "our-rules"), ("our-rules", "our-rules"), ("  Élan   Vital ", "elan-vital"), ("Year_6", "year-6"),
     ("7", "7"), ("x" * 40, "x" * 40), ("St Mary's & St John's", "st-marys-and-st-johns"), ("Year 5/6", "year-5-6"),
     ("Szkoła nr 3", "szkola-nr-3"), ('A "quoted" one', "a-quoted-one"), ("x" * 41, "x" * 40),
     ("Rules for staff who run class pages and more", "rules-for-staff-who-run-class-pages-and")],
)  # fmt: skip
def test_a_name_becomes_an_id(name: str, made: str) -> None:
    assert id_of(name) == made


@pytest.mark.parametrize(
    "name",
    ["../x", "/a/b", "a\\b", "C:x", "~/x", ".x", "CON", "com1", "nul", "school", "Families", "default", "family", "a.toml", "", " ", "-",
     "Я"],
)  # fmt: skip
def test_a_name_that_cannot_be_a_file_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        id_of(name, KEPT)


@given(name=st.text(alphabet=st.sampled_from("aB7 -_é\"'\\/.\n\x07&\u2019{}"), max_size=250))
def test_whatever_name_is_taken_makes_a_sound_file(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    try:
        path = written(tmp_path_factory.mktemp("own"), name)
    except UsageError:
        return
    assert check_paths([path], path.parent / "none").problems == ()


def test_the_name_is_the_title_and_today_the_day_of_the_steps(tmp_path: Path) -> None:
    library = read_library([written(tmp_path / "own", "Our Rules").parent])
    checklist = library.checklists["our-rules"]
    assert (checklist.title, checklist.steps_verified) == ("Our Rules", TODAY)
    library = read_library([written(tmp_path / "own", "class-pages").parent])
    assert library.checklists["class-pages"].title == "Class pages"


def test_a_copy_under_another_id_is_a_list_of_its_own(fresh: Audit, tmp_path: Path, library_folder: Path) -> None:
    chirp = fresh.person.library.checklists["chirp"]
    former = replace(chirp.checks[0], formerly=("chirp:gone",))
    source = replace(chirp, checks=(former, *chirp.checks[1:]))
    own = tmp_path / "own"
    same = written(own, "chirp", source)
    assert 'formerly = [\n    "chirp:gone",\n]' in same.read_text()
    copied = written(own, "A Chirp", source)
    assert check_paths([own], library_folder).problems == ()
    both = read_library([library_folder, own])
    assert both.find("Chirper").id == "chirp"
    assert both.find("a chirp").steps_verified == chirp.steps_verified
    assert "formerly" not in copied.read_text()


def test_new_writes_where_one_stands_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.chdir(own)
    assert main(["checklists", "new", "../Our Rules"]) == 2
    assert '"../Our Rules" is a path' in capsys.readouterr().err
    assert main(["checklists", "new", "Our Rules"]) == 0
    assert sorted(path.name for path in tmp_path.rglob("*.toml")) == ["our-rules.toml"]
    assert main(["checklists", "check", "our-rules.toml"]) == 0
    assert main(["checklists", "new", "Our Rules"]) == 2
    assert (own / "our-rules.toml").read_text().startswith("#:schema ./checklist.schema.json\n")
    assert '"title": "Checklist"' in (own / "checklist.schema.json").read_text()


def test_a_copy_of_every_built_in_list_asks_the_same(tmp_path: Path) -> None:
    library = read_library([find_paths().builtin])
    for checklist in library.checklists.values():
        written(tmp_path / "own", checklist.id, checklist)
    checked = check_paths([tmp_path / "own"], find_paths().builtin)
    assert (len(checked.files), checked.problems) == (len(library.checklists), ())
    copied = read_library([find_paths().builtin, tmp_path / "own"])
    for checklist in library.checklists.values():
        other = copied.checklists[checklist.id]
        assert [replace(check, like=None) for check in checklist.checks] == list(other.checks)
