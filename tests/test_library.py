"""The library: laid over by id, families filled in, and one bad file on its own."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import UsageError
from audit_tui.library.lint import check_paths
from audit_tui.library.loader import read_library
from audit_tui.library.schema import checklist_schema

from .conftest import CHIRP, POLICY

FAMILIES = """\
schema = 1
[[family]]
id = "two-step"
area = "sign-in"
ask = "Is two-step verification on for {title}?"
expect = "On for {title}"
why = "A password alone can be guessed."
how = ["Look at {title}."]
minutes = 4
"""
LIKE = CHIRP + '\n[[check]]\nlike = "two-step"\nexpect = "Login codes: on"\n'


def test_a_check_takes_its_familys_wording_and_keeps_its_own(library_folder: Path) -> None:
    (library_folder / "families.toml").write_text(FAMILIES)
    (library_folder / "chirp.toml").write_text(LIKE)
    library = read_library([library_folder])
    assert library.problems == ()
    check = library.checklists["chirp"].checks[-1]
    assert (check.id, check.ask) == ("two-step", "Is two-step verification on for Chirp?")
    assert (check.expect, check.how, check.minutes) == ("Login codes: on", ("Look at Chirp.",), 4)


def test_a_family_that_is_not_there_is_told(library_folder: Path) -> None:
    (library_folder / "chirp.toml").write_text(LIKE)
    (problem,) = read_library([library_folder]).problems
    assert 'like = "two-step" names no family' in str(problem)


def test_a_later_folder_is_laid_over_by_id(library_folder: Path, tmp_path: Path) -> None:
    school = tmp_path / "school"
    school.mkdir()
    (school / "chirp.toml").write_text(CHIRP.replace('title = "Chirp"', 'title = "Chirp at Elm Lane"'))
    library = read_library([library_folder, school])
    assert library.checklists["chirp"].title == "Chirp at Elm Lane"
    assert set(library.checklists) == {"chirp", "rules"}


@pytest.mark.parametrize("text", ["[", "schema = 2", POLICY, CHIRP.replace('id = "chirp"', 'id = "chorp"')])
def test_a_bad_file_is_told_and_hides_no_other(library_folder: Path, text: str) -> None:
    (library_folder / "chirp.toml").write_text(text)
    library = read_library([library_folder])
    assert set(library.checklists) == {"rules"}
    (problem,) = library.problems
    assert str(library_folder / "chirp.toml") in str(problem)


def test_a_clause_that_is_not_there_is_named_to_the_lead_and_not_shown(library_folder: Path) -> None:
    (library_folder / "chirp.toml").write_text(CHIRP.replace("elm-lane:1.1", "elm-lane:1.9"))
    library = read_library([library_folder])
    (problem,) = library.for_lead
    assert 'check 1 (private), clauses: no policy has the clause "elm-lane:1.9", so it is not shown.' in str(problem)
    assert 'Perhaps you mean "elm-lane:1' in str(problem)
    assert library.problems == ()
    assert library.checklists["chirp"].checks[0].clauses == ()


@pytest.mark.parametrize("name", ["chirp", "Chirp", "CHIRPER", "chirp er"])
def test_a_checklist_is_found_by_every_name(fresh: Audit, name: str) -> None:
    assert fresh.person.library.find(name).id == "chirp"


def test_an_unknown_name_is_told_with_where_to_look(fresh: Audit) -> None:
    with pytest.raises(UsageError, match='There is no checklist called "bebop"'):
        fresh.person.library.find("bebop")
    with pytest.raises(UsageError, match="There are elm-lane"):
        fresh.person.library.policy("oak")


def test_clauses_lead_to_checks_and_back(fresh: Audit) -> None:
    ((checklist, check),) = fresh.person.library.citing("elm-lane:1.1")
    assert (checklist.id, check.id) == ("chirp", "private")
    found = fresh.person.library.clause("elm-lane:1.1")
    assert found is not None
    assert found[1].gist == "Keep profiles private."
    assert fresh.person.library.clause("elm-lane:7") is None
    assert fresh.person.library.clause("oak:1") is None


def test_checking_reads_files_and_folders_as_the_app_would(library_folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "policies").mkdir(parents=True)
    (own / "policies" / "oak.toml").write_text(POLICY.replace("elm-lane", "oak").replace("Elm Lane", "Oak"))
    (own / "chirp.toml").write_text(CHIRP.replace("elm-lane:1.1", "oak:1.1"))
    assert check_paths([own], library_folder).problems == ()
    (own / "chirp.toml").write_text(CHIRP.replace("elm-lane:1.1", "oak:7"))
    (own / "rules.toml").write_text("[")
    checked = check_paths([own], library_folder)
    assert (len(checked.files), len(checked.problems)) == (3, 2)
    with pytest.raises(UsageError, match="no such file"):
        check_paths([tmp_path / "none"], library_folder)


def test_checking_tells_only_of_the_files_asked_about(library_folder: Path, tmp_path: Path) -> None:
    (library_folder / "rules.toml").write_text("[")
    (tmp_path / "chirp.toml").write_text(CHIRP)
    checked = check_paths([tmp_path / "chirp.toml"], library_folder)
    assert (checked.files, checked.problems) == ((tmp_path / "chirp.toml",), ())


def test_the_schema_lets_a_family_fill_a_check_in() -> None:
    schema = checklist_schema()
    check = schema["$defs"]["Check"]
    assert {"like"} in [set(each["required"]) for each in check["anyOf"]]
    assert "ask" not in check["required"]
    assert check["properties"]["ask"]["description"].startswith("The question")
    assert schema["additionalProperties"] is False
