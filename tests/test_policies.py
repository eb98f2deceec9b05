"""A school's own policy: mapped onto checks by its clauses, shown first, and told apart from what nothing covers."""

from datetime import date
from pathlib import Path

import pytest

from audit_tui.errors import Unreadable
from audit_tui.files.read import validate
from audit_tui.library.coverage import coverage
from audit_tui.library.library import Library
from audit_tui.policy import Policy

from .conftest import CHIRP
from .policies import OAK, laid_over


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


def test_one_name_written_twice_in_a_clause_counts_once(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('["chirp:private"]', '["chirp:private", "chirp:private"]'))
    assert library.for_lead == ()
    assert naming(library, "oak-end:4.2") == ["chirp:private"]
    assert library.checklists["chirp"].checks[0].clauses == ("oak-end:4.2", "elm-lane:1.1")


def test_what_the_school_switched_off_covers_nothing_and_the_lead_is_told(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff = ["chirp"]\n')
    library = laid_over(library_folder, own)
    assert naming(library, "oak-end:4.2") == []
    (problem,) = library.for_lead
    assert '"chirp:private" is switched off here, so it covers nothing.' in str(problem)


def test_a_clause_with_checks_that_needs_none_is_left_out_with_its_line(library_folder: Path, own: Path) -> None:
    both = OAK.replace('no_check = "It', 'covered_by = ["chirp"]\nno_check = "It')
    library = laid_over(library_folder, own, both)
    (problem,) = library.for_lead
    assert "line 11, clause 2 (4.3): has both covered_by and no_check; take one of the two out" in str(problem)
    assert [clause.ref for clause in library.policies["oak-end"].clauses] == ["4.2", "4.4"]


def test_a_policy_that_is_switched_off_is_named_by_no_check(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff_policies = ["elm-lane"]\n')
    library = laid_over(library_folder, own)
    assert (list(library.policies), library.for_lead) == (["oak-end"], ())
    assert library.checklists["chirp"].checks[0].clauses == ("oak-end:4.2",)


def test_a_list_may_name_clauses_of_a_policy_that_is_switched_off(library_folder: Path, own: Path) -> None:
    (own / "ours.toml").write_text(CHIRP.replace('"chirp"', '"ours"'))
    (own / "school.toml").write_text('schema = 1\noff_policies = ["elm-lane"]\n')
    library = laid_over(library_folder, own)
    assert library.for_lead == ()
    assert library.checklists["ours"].checks[0].clauses == ()


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
