"""A school's own checklists: added, laid over, switched off, asked more often, and checked line by line."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cadence import parse
from audit_tui.cli.main import main
from audit_tui.files.checked import line_of
from audit_tui.library.lint import check_paths
from audit_tui.library.loader import read_library
from audit_tui.paths import Paths, find_paths

from .conftest import CHIRP, POLICY, RULES


def test_a_school_can_switch_off_and_ask_more_often(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff = ["rules"]\n\n[every]\nchirp = "every 1 month"\n')
    library = read_library([library_folder, own])
    assert library.problems == ()
    assert set(library.checklists) == {"chirp"}
    assert library.every == {"chirp": parse("every 1 month")}


def test_the_persons_own_cadence_goes_before_the_schools(own: Path, tmp_path: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[every]\nfacebook = "every 1 month"\nx = "every 2 months"\n')
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text('schema = 1\n[every]\nx = "every 4 months"\n')
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "home"), "AUDIT_TUI_CHECKLISTS": str(own)}))
    assert audit.person.calendar().every == {"facebook": parse("every 1 month"), "x": parse("every 4 months")}


def test_a_school_file_that_is_wrong_is_told(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[every]\nchirp = "often"\n')
    (problem,) = read_library([library_folder, own]).problems
    assert "school.toml" in str(problem)
    assert "every, chirp: write" in str(problem)


def test_a_folder_that_is_not_there_is_told(library_folder: Path, tmp_path: Path) -> None:
    library = read_library([library_folder, tmp_path / "none"])
    assert "there is no such folder of checklists" in str(library.problems[0])
    assert set(library.checklists) == {"chirp", "rules"}


def test_the_folder_by_option_and_its_policys_coverage(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "policies" / "elm-lane.toml").write_text(POLICY)
    (own / "chirp.toml").write_text(CHIRP)
    assert main(["--checklists", str(own), "checklists", "show", "Chirper"]) == 0
    assert capsys.readouterr().out.startswith("Chirp\n=====")
    assert main(["--checklists", str(own), "policy", "elm-lane"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "2 clauses: 1 covered by a check, 1 needs none, 0 covered by nothing yet." in out
    assert "Chirp: Is your profile private?" in out


SHORTER = POLICY.replace('ref = "1.1"', 'ref = "9.1"')


def test_one_dead_clause_in_a_schools_own_copy_is_dropped_and_told_to_the_lead(library_folder: Path, own: Path) -> None:
    (own / "chirp.toml").write_text(CHIRP.replace("elm-lane:1.1", "elm-lane:7").replace("Chirp", "Ours"))
    library = read_library([library_folder, own])
    assert (library.checklists["chirp"].title, library.problems) == ("Ours", ())
    (problem,) = library.for_lead
    assert 'no policy has the clause "elm-lane:7"' in str(problem)
    assert str(own / "chirp.toml") in str(problem)


def test_a_schools_shorter_copy_of_a_policy_hides_no_checklist(library_folder: Path, own: Path) -> None:
    (own / "policies" / "elm-lane.toml").write_text(SHORTER)
    library = read_library([library_folder, own])
    assert (library.problems, set(library.checklists)) == ((), {"chirp", "rules"})
    assert library.checklists["chirp"].checks[0].clauses == ()
    assert library.clause("elm-lane:1.1") is None
    (problem,) = library.for_lead
    assert 'elm-lane.toml, clause: built-in checks name 1 clause that this file lacks: "1.1".' in str(problem)


def test_a_shorter_copy_that_asks_for_the_check_in_another_clause_is_nothing_to_tell(
    library_folder: Path, own: Path
) -> None:
    mapped = SHORTER.replace('ref = "9.1"', 'ref = "9.1"\ncovered_by = ["chirp:private"]')
    (own / "policies" / "elm-lane.toml").write_text(mapped)
    library = read_library([library_folder, own])
    assert (library.problems, library.for_lead) == ((), ())
    assert library.checklists["chirp"].checks[0].clauses == ("elm-lane:9.1",)


def test_a_schools_copy_may_cite_what_its_own_shorter_policy_leaves_out(library_folder: Path, own: Path) -> None:
    (own / "policies" / "elm-lane.toml").write_text(SHORTER)
    (own / "chirp.toml").write_text(
        CHIRP.replace("Chirp", "Ours").replace('clauses = ["', 'clauses = ["elm-lane:9.1", "')
    )
    library = read_library([library_folder, own])
    assert (library.problems, library.checklists["chirp"].title) == ((), "Ours")
    assert library.checklists["chirp"].checks[0].clauses == ("elm-lane:9.1",)


SLIPS = [
    (
        'off = ["chrip"]',
        'school.toml, off: no checklist has the id "chrip", so this does nothing. Perhaps you mean "chirp".',
    ),
    ('[every]\nruels = "every 1 month"', 'school.toml, every: no checklist has the id "ruels"'),
    ('off = ["zzz"]', "See audit-tui checklists for their ids."),
]


@pytest.mark.parametrize(("text", "said"), SLIPS)
def test_a_misspelt_id_is_told_and_the_rest_counts(library_folder: Path, own: Path, text: str, said: str) -> None:
    (own / "a.toml").write_text(CHIRP.replace('id = "chirp"', 'id = "a"'))
    (own / "school.toml").write_text(f"schema = 1\n{text}\n")
    library = read_library([library_folder, own])
    (problem,) = library.for_lead
    assert said in str(problem)
    assert library.problems == ()
    assert set(library.checklists) == {"a", "chirp", "rules"}
    checked = check_paths([own], library_folder)
    assert [str(told) for told in checked.problems] == [str(problem)]


def test_ids_of_lists_left_out_of_this_folder_or_unreadable_are_known(library_folder: Path, own: Path) -> None:
    (own / "z.toml").write_text("[")
    (own / "school.toml").write_text(
        'schema = 1\noff = ["rules"]\n[every]\ndefault = "every 1 year"\nrules = "every 1 month"\nz = "every 1 month"\n'
    )
    library = read_library([library_folder, own])
    (problem,) = library.problems
    assert "z.toml" in str(problem)
    assert library.for_lead == ()


@pytest.mark.parametrize("cadence", ["when it happens", "once", "before each trip", "within 2 weeks of joining"])
def test_only_what_comes_round_by_the_calendar_may_be_asked_more_often(
    library_folder: Path, own: Path, cadence: str
) -> None:
    (own / "school.toml").write_text(f'schema = 1\n[every]\nchirp = "{cadence}"\n')
    (problem,) = read_library([library_folder, own]).problems
    assert 'every, chirp: write "every" and a time' in str(problem)


def test_a_misspelt_id_in_a_persons_own_settings_is_told(places: Paths) -> None:
    places.settings.parent.mkdir()
    places.settings.write_text('schema = 1\n[every]\nchrip = "every 1 month"\ndefault = "every 1 year"\n')
    (problem,) = Audit(places).problems
    assert 'settings.toml, every: no checklist has the id "chrip"' in str(problem)


def test_a_wrong_month_is_told_for_what_it_is(library_folder: Path) -> None:
    (library_folder / "policies" / "elm-lane.toml").write_text(POLICY.replace("2025-09", "2025-13"))
    problem = read_library([library_folder]).problems[0]
    assert 'review_due: write a month as its year and its number, such as "2025-11"' in str(problem)


def test_a_former_check_named_twice_or_still_asked_is_told(library_folder: Path, own: Path) -> None:
    heir = CHIRP.replace('id = "old-posts"', 'id = "old-posts"\nformerly = ["rules:gone"]')
    (own / "chirp.toml").write_text(heir)
    assert check_paths([own], library_folder).problems == ()
    (own / "heir.toml").write_text(heir.replace('id = "chirp"', 'id = "heir"').replace("Chirp", "Heir"))
    (problem,) = check_paths([own], library_folder).problems
    assert 'heir.toml, check 3 (old-posts), formerly: "rules:gone" is named by chirp:old-posts already' in str(problem)
    (own / "heir.toml").write_text((own / "heir.toml").read_text().replace("rules:gone", "rules:read"))
    (problem,) = check_paths([own], library_folder).problems
    assert '"rules:read" is a check that is still asked' in str(problem)


def test_a_former_check_named_by_a_built_in_list_too_is_told_of_the_own_one(library_folder: Path, own: Path) -> None:
    for folder, name in ((library_folder, "rules"), (own, "chirp")):
        text = {"rules": RULES, "chirp": CHIRP}[name]
        (folder / f"{name}.toml").write_text(text.replace('area = "', 'formerly = ["a:b"]\narea = "', 1))
    (problem,) = check_paths([own], library_folder).problems
    assert 'chirp.toml, check 1 (private), formerly: "a:b" is named by rules:read already' in str(problem)


@pytest.mark.parametrize(
    ("change", "said"),
    [(('link = "https://chirp', 'link = "http://chirp'), "line 17, check 1 (private), link"),
     (('ask = "Is the place', 'aks = "Is the place'), "line 25, check 2 (location)"),
     (('title = "Chirp"', "title = 3"), "line 3, title"),
     (('id = "old-posts"', 'id = "Old Posts"'), "line 36, check 3 (Old Posts), id")],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    own: Path, change: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "policies" / "elm-lane.toml").write_text(POLICY)
    (own / "chirp.toml").write_text(CHIRP.replace(*change))
    assert main(["checklists", "check", str(own)]) == 2
    assert said in capsys.readouterr().err


def test_the_line_of_nothing_is_nought() -> None:
    assert line_of(("title",), b"") == 0
    assert line_of(("check", 7, "ask"), b"[[check]]\n") == 0
    assert line_of((), b"a = 1") == 0
