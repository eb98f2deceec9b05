"""A school's own policy: mapped onto checks by its clauses, shown first, and told apart from what nothing covers."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from audit_tui.checklist import Checklist
from audit_tui.cli.parser import with_part
from audit_tui.errors import Unreadable, UsageError
from audit_tui.files.read import validate
from audit_tui.formats.text import to_text
from audit_tui.library.coverage import coverage
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.pages.policies import coverage_words, covering, policies_page, policy_page
from audit_tui.pages.references import references_page
from audit_tui.phrases.asked import asked_by
from audit_tui.policy import Policy

from .conftest import CHIRP, TODAY, Run

OAK = """\
schema = 1
id = "oak-end"
school = "Oak End School"
title = "Staff online"
dated = 2026-09-01
[[clause]]
ref = "4.2"
kind = "setting"
gist = "Keep what you post among friends."
covered_by = ["chirp:private"]
[[clause]]
ref = "4.3"
kind = "context"
gist = "What is meant by posting."
no_check = "It only explains a word."
[[clause]]
ref = "4.4"
kind = "review"
gist = "Think before you post."
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "our-checks"
    (folder / "policies").mkdir(parents=True)
    return folder


def laid_over(built_in: Path, own: Path, policy: str = OAK) -> Library:
    (own / "policies" / "oak-end.toml").write_text(policy)
    return read_library([built_in, own])


def naming(library: Library, citation: str) -> list[str]:
    return [f"{checklist.id}:{check.id}" for checklist, check in library.citing(citation)]


# What a clause may name.


def test_a_clause_names_a_check_and_the_check_then_names_the_clause_first(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own)
    assert (library.problems, library.for_lead, library.own) == ((), (), frozenset({"oak-end"}))
    assert library.checklists["chirp"].checks[0].clauses == ("oak-end:4.2", "elm-lane:1.1")


@pytest.mark.parametrize(
    ("name", "stands_for"),
    [("chirp:private", ["chirp:private"]),
     ("location of every platform", ["chirp:location"]),
     ("location  of every routine", ["rules:before", "rules:after"]),
     ("location of every checklist", ["chirp:location", "rules:before", "rules:after"]),
     ("chirp", ["chirp:private", "chirp:location", "chirp:old-posts"])],
)  # fmt: skip
def test_a_clause_may_name_several_checks_at_once(
    library_folder: Path, own: Path, name: str, stands_for: list[str]
) -> None:
    library = laid_over(library_folder, own, OAK.replace("chirp:private", name))
    assert library.for_lead == ()
    assert naming(library, "oak-end:4.2") == stands_for


def test_a_clause_may_name_a_family(library_folder: Path, own: Path) -> None:
    family = 'schema = 1\n[[family]]\nid = "pin"\narea = "device"\nask = "A PIN on {title}?"\nexpect = "x"\nwhy = "x"\nhow = ["x"]\n'
    (library_folder / "families.toml").write_text(family)
    (library_folder / "chirp.toml").write_text(CHIRP + '\n[[check]]\nid = "code"\nlike = "pin"\n')
    library = laid_over(library_folder, own, OAK.replace("chirp:private", "family:pin"))
    assert library.for_lead == ()
    assert naming(library, "oak-end:4.2") == ["chirp:code"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("chirp:privat", 'called "chirp:privat". Perhaps you mean "chirp:private".'),
     ("chirp/private", 'Perhaps you mean "chirp:private".'),
     ("Location of every platform", 'Perhaps you mean "location of every platform".'),
     ("location of every checkist", 'Perhaps you mean "location of every checklist".'),
     ("Chirp", 'Perhaps you mean "chirp".'),
     ("zzz", "See audit-tui policy checks for what there is.")],
)  # fmt: skip
def test_an_unknown_name_is_told_to_the_lead_with_the_nearest(
    library_folder: Path, own: Path, name: str, said: str
) -> None:
    library = laid_over(library_folder, own, OAK.replace("chirp:private", name))
    (problem,) = library.for_lead
    assert f"{own / 'policies' / 'oak-end.toml'}, clause 1 (4.2), covered_by: there is no check" in str(problem)
    assert said in str(problem)
    assert library.problems == ()
    assert len(coverage(library, library.policies["oak-end"]).bare) == 2


def test_a_check_that_was_merged_hands_its_clause_on_and_the_lead_is_told(library_folder: Path, own: Path) -> None:
    merged = CHIRP.replace('id = "private"', 'id = "private"\nformerly = ["chirp:hidden"]')
    (library_folder / "chirp.toml").write_text(merged)
    library = laid_over(library_folder, own, OAK.replace("chirp:private", "chirp:hidden"))
    assert naming(library, "oak-end:4.2") == ["chirp:private"]
    (problem,) = library.for_lead
    assert '"chirp:hidden" is now part of "chirp:private". Write "chirp:private" in its place.' in str(problem)


def test_what_the_school_switched_off_covers_nothing_and_the_lead_is_told(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff = ["chirp"]\n')
    library = laid_over(library_folder, own)
    assert naming(library, "oak-end:4.2") == []
    (problem,) = library.for_lead
    assert '"chirp:private" is switched off here, so it covers nothing.' in str(problem)


def test_a_clause_with_checks_that_needs_none_is_refused_with_its_line(library_folder: Path, own: Path) -> None:
    both = OAK.replace('no_check = "It', 'covered_by = ["chirp"]\nno_check = "It')
    library = laid_over(library_folder, own, both)
    (problem,) = library.problems
    assert "line 11, clause 2 (4.3): has both covered_by and no_check; take one of the two out" in str(problem)


def test_a_policy_that_is_switched_off_is_named_by_no_check(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff_policies = ["elm-lane"]\n')
    library = laid_over(library_folder, own)
    assert (list(library.policies), library.for_lead) == (["oak-end"], ())
    assert library.checklists["chirp"].checks[0].clauses == ("oak-end:4.2",)


@pytest.mark.parametrize(
    ("text", "said"),
    [('off_policies = ["elm-lan"]', 'off_policies: no policy has the id "elm-lan", so this does nothing. Perhaps you mean "elm-lane".'),
     ('off = ["elm-lane"]', 'off: "elm-lane" is a policy. Name it in off_policies.')],
)  # fmt: skip
def test_an_id_that_switches_nothing_off_is_told(library_folder: Path, own: Path, text: str, said: str) -> None:
    (own / "school.toml").write_text(f"schema = 1\n{text}\n")
    library = laid_over(library_folder, own)
    (problem,) = library.for_lead
    assert said in str(problem)
    assert set(library.policies) == {"elm-lane", "oak-end"}


# Who asks, as staff see it.


def test_without_a_policy_of_its_own_every_clause_is_told_whole(chirp: Checklist, sample_library: Library) -> None:
    told = (("Asked by", "Elm Lane School (1 September 2024), 1.1: Keep profiles private."),)
    assert asked_by(chirp.checks[0], sample_library) == told


def test_the_schools_own_policy_is_told_first_and_others_only_by_name(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own)
    private, location, _ = library.checklists["chirp"].checks
    assert asked_by(private, library) == (
        ("Asked by", "Oak End School (1 September 2026), 4.2: Keep what you post among friends."),
        ("Asked by other policies", "Elm Lane School"),
    )
    assert asked_by(location, library) == ()


def test_what_only_others_ask_is_not_said_to_be_asked_by_the_school(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace("chirp:private", "rules"))
    assert asked_by(library.checklists["chirp"].checks[0], library) == (("Asked by other policies", "Elm Lane School"),)


# The page on a policy.


def test_the_page_tells_what_nothing_covers_first_and_names_lists_and_questions(
    library_folder: Path, own: Path
) -> None:
    library = laid_over(library_folder, own)
    text = to_text(policy_page(library, library.policies["oak-end"], TODAY))
    assert "3 clauses: 1 covered by a check, 1 needs none, 1 covered by nothing yet." in text
    assert text.index("Covered by nothing yet: 1 clause") < text.index("name a check in covered_by")
    assert text.index("name a check in covered_by") < text.index("Covered by a check: 1 clause")
    assert "Chirp: Is your profile private?" in " ".join(text.split())
    assert "chirp:private" not in text
    assert text.index("Covered by a check") < text.index("It only explains a word.")


def test_a_built_in_policy_is_not_to_be_edited(library_folder: Path, own: Path) -> None:
    (library_folder / "policies" / "elm-lane.toml").write_text(OAK.replace("oak-end", "elm-lane"))
    library = laid_over(library_folder, own)
    assert "covered_by" not in to_text(policy_page(library, library.policies["elm-lane"], TODAY))


def test_of_many_checks_the_lists_are_named_and_one_question(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('"chirp:private"', '"chirp", "location of every routine"'))
    told = covering(library.citing("oak-end:4.2"))
    assert told == "5 checks on Chirp and School rules, such as Chirp: Is your profile private?"


def test_the_schools_own_policy_stands_first_among_all(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own)
    (table,) = policies_page(library, TODAY).blocks
    assert [(row[0], row[3]) for row in getattr(table, "rows", ())] == [("oak-end", "1 of 2"), ("elm-lane", "1 of 1")]


def test_one_clause_and_several_are_counted_in_words(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('kind = "review"', 'kind = "review"\nno_check = "x"'))
    found = coverage(library, library.policies["oak-end"])
    assert coverage_words(found) == "3 clauses: 1 covered by a check, 2 need none, 0 covered by nothing yet."


def test_the_names_to_write_are_found_by_words(sample_library: Library) -> None:
    text = " ".join(to_text(references_page(sample_library, "Location chirp")).split())
    assert "chirp:location" in text
    assert "rules:before" not in text
    assert "location of every routine 2 checks" in " ".join(
        to_text(references_page(sample_library, "location")).split()
    )
    assert "rules:incident" in to_text(references_page(sample_library))
    with pytest.raises(UsageError, match='No check speaks of "zzz"'):
        references_page(sample_library, "zzz")


# Days as a lead writes them.


def policy_of(dated: object, review_due: object = "2027-09") -> Policy:
    clause = {"ref": "1", "kind": "review", "gist": "x"}
    table = {"id": "a", "school": "A", "title": "A", "dated": dated, "review_due": review_due, "clause": [clause]}
    return validate(Policy, table, Path("a.toml"))


@pytest.mark.parametrize(
    ("written", "day"),
    [(date(2019, 11, 3), date(2019, 11, 3)), ("2019-11", date(2019, 11, 1)), ("November 2019", date(2019, 11, 1)),
     ("nov 2019", date(2019, 11, 1)), ("11/2019", date(2019, 11, 1)), ("3 November 2019", date(2019, 11, 3)),
     ("2019-11-03", date(2019, 11, 3)), ("3/11/2019", date(2019, 11, 3))],
)  # fmt: skip
def test_a_month_is_its_first_day(written: object, day: date) -> None:
    assert policy_of(written).dated == day


@pytest.mark.parametrize("written", ["2019-13", "autumn 2019", "2019", 2019, True, "", "31 November 2019"])
def test_what_is_no_day_is_explained_in_a_sentence(written: object) -> None:
    with pytest.raises(Unreadable, match='dated: write a day as 2025-11-03, or only its month as "2025-11"'):
        policy_of(written)


@pytest.mark.parametrize("written", ["2027-09", "September 2027", "9/2027", date(2027, 9, 14), "14 September 2027"])
def test_a_month_of_review_is_taken_as_people_write_it(written: object) -> None:
    assert policy_of("2019-11", written).review_due == "2027-09"


# The commands.


@pytest.mark.parametrize(
    ("said", "meant"),
    [(["policy"], ["policy"]), (["policy", "oak"], ["policy", "show", "oak"]),
     (["policy", "--short", "oak"], ["policy", "show", "--short", "oak"]),
     (["policy", "--format", "json"], ["policy", "show", "--format", "json"]),
     (["policy", "new", "Oak"], ["policy", "new", "Oak"]), (["policy", "show", "new"], ["policy", "show", "new"]),
     (["policy", "--checklists", "new", "check"], ["policy", "--checklists", "new", "check"]),
     (["--checklists", "x", "policy", "oak"], ["--checklists", "x", "policy", "show", "oak"]),
     (["--plain", "--checklists=policy", "policy", "oak"], ["--plain", "--checklists=policy", "policy", "show", "oak"]),
     (["policy", "--help"], ["policy", "--help"]), (["--checklists", "policy", "due"], ["--checklists", "policy", "due"]),
     (["checklists", "show", "policy"], ["checklists", "show", "policy"]), (["--", "policy", "x"], ["--", "policy", "x"])],
)  # fmt: skip
def test_the_word_show_may_be_left_out(said: list[str], meant: list[str]) -> None:
    assert [*with_part(said)] == meant


def test_a_new_policy_is_sound_and_goes_where_one_stands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("policy", "new", "St Mary's & St John's")
    path = Path("policies", "st-marys-and-st-johns.toml")
    assert (code, err) == (0, "")
    assert f"Written to {path}" in out
    before = path.read_bytes()
    code, out, err = run("policy", "check")
    told = "St Mary's & St John's, 3 clauses: 1 covered by a check, 1 needs none, 1 covered by nothing yet."
    assert (code, out, err) == (0, f"{told}\n1 file read, 0 problems found.\n", "")
    assert json.loads(Path("policies", "policy.schema.json").read_text()) == json.loads(run("policy", "schema")[1])
    code, _, err = run("policy", "new", "St Mary's & St John's")
    assert (code, path.read_bytes()) == (2, before)
    assert "this file is there already" in err
    assert run("--checklists", str(tmp_path), "policy", "st-marys-and-st-johns")[0] == 0


def test_a_new_policy_goes_into_the_schools_folder_where_one_is_set(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run("--checklists", str(own), "policy", "new", "Oak End School")[0] == 0
    assert (own / "policies" / "oak-end-school.toml").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert run("policy", "check", "--checklists", str(own))[0] == 0
    code, _, err = run("policy", "check")
    assert code == 2
    assert "No school's folder is set" in err


@pytest.mark.parametrize("name", ["new", "check", "checks", "schema", "show", "../x"])
def test_no_policy_can_be_called_like_a_part_of_the_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("policy", "new", name)[0] == 2
    assert list(tmp_path.glob("**/*.toml")) == []


def test_what_leads_nowhere_is_told_to_the_lead_and_not_to_staff(run: Run, own: Path) -> None:
    (own / "policies" / "oak-end.toml").write_text(OAK.replace("chirp:private", "facebook:future-post"))
    (own / "school.toml").write_text('schema = 1\noff = ["datng"]\n')
    for words in (
        ["policy", "check", str(own)],
        ["checklists", "check", str(own)],
        ["--checklists", str(own), "policy"],
    ):
        code, _, err = run(*words)
        assert code == 2
        assert 'Perhaps you mean "facebook:future-posts".' in err
        assert 'Perhaps you mean "dating".' in err
    code, out, _ = run("--checklists", str(own), "doctor")
    assert code == 1
    assert '"facebook:future-posts"' in " ".join(out.split())
    for words in (["due"], ["summary"], ["checklists"], ["checklists", "show", "facebook"], ["accounts"]):
        code, out, err = run("--checklists", str(own), *words)
        assert (code, err) == (0, "")
        assert "covered_by" not in out


def test_the_schema_names_the_checks_there_are_and_takes_others(run: Run) -> None:
    schema = json.loads(run("policy", "schema")[1])
    named, other = schema["$defs"]["Clause"]["properties"]["covered_by"]["items"]["anyOf"]
    assert {"facebook:future-posts", "family:two-step", "location of every platform", "sign-in"} <= {*named["enum"]}
    assert other["type"] == "string"
    assert "facebook:tags" in schema["$defs"]["Clause"]["properties"]["covered_by"]["description"]


def test_a_mapped_policy_is_read_without_what_checks_files_of_others(library_folder: Path, own: Path) -> None:
    """Staff whose school has a policy must not wait for pydantic at every start."""

    (own / "policies" / "oak-end.toml").write_text(OAK.replace("2026-09-01", '"September 2026"'))
    (own / "school.toml").write_text('schema = 1\n[[change]]\ncheck = "chirp:private"\nseverity = "high"\n')
    program = f"""
import sys
from pathlib import Path
from audit_tui.library.loader import read_library
library = read_library([Path({str(library_folder)!r}), Path({str(own)!r})])
print(library.problems, library.for_lead, {{"pydantic", "pydantic_core", "difflib"}} & {{*sys.modules}})
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == "() () set()\n"
