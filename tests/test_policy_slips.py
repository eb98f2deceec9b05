"""Slips of a lead who maps a policy for the first time: each is told with what to write, and nothing else is lost."""

from pathlib import Path

import pytest

from audit_tui.library.coverage import coverage
from audit_tui.library.loader import read_library
from audit_tui.library.sound_clauses import MOST_LEFT_OUT

from .conftest import CHIRP
from .policies import OAK, laid_over


def test_two_clauses_of_one_number_are_told_and_both_are_counted(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('"4.3"', '"4.2"'))
    (problem,) = library.for_lead
    said = 'clause 2 (4.2), ref: clause 1 has the number "4.2" too, so the two are shown as one.'
    assert f"{own / 'policies' / 'oak-end.toml'}, {said}" in str(problem)
    assert 'Give each its own, such as "4.2 a" and "4.2 b".' in str(problem)
    assert sum(map(len, coverage(library, library.policies["oak-end"]))) == 3
    policy, clause = library.clause("oak-end:4.2") or pytest.fail("the clause is gone")
    assert clause is policy.clauses[0]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [('"4.3"', "4.10  # ours", 'line 12, clause 2 (4.1), ref: put it between quotation marks: "4.10".'),
     ('"4.3"', "4", 'clause 2 (4), ref: put it between quotation marks: "4".'),
     ('"context"', '"contexts"', 'line 13, clause 2 (4.3), kind: there is no "contexts"; perhaps you mean "context"; there are setting, review, pledge, event, lead, context.'),
     ('"context"', '"zzz"', 'kind: there is no "zzz"; there are setting, review,'),
     ('"context"', '"Context"', 'perhaps you mean "context"')],
)  # fmt: skip
def test_a_clause_that_is_badly_written_is_told_to_the_lead_and_the_others_count(
    library_folder: Path, own: Path, before: str, after: str, said: str
) -> None:
    library = laid_over(library_folder, own, OAK.replace(before, after))
    (problem,) = library.for_lead
    assert said in str(problem)
    assert str(problem).endswith("Until then this clause is left out.")
    assert library.problems == ()
    assert [clause.ref for clause in library.policies["oak-end"].clauses] == ["4.2", "4.4"]
    assert library.checklists["chirp"].checks[0].clauses == ("oak-end:4.2", "elm-lane:1.1")


def test_several_bad_clauses_are_each_told_by_their_own_number(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('"4.2"', "4.2").replace('"4.4"', "4.4"))
    assert [problem.key for problem in library.for_lead] == [
        "line 7, clause 1 (4.2), ref",
        "line 17, clause 3 (4.4), ref",
    ]


@pytest.mark.parametrize(
    "text",
    [OAK.replace('"context"', '"x"').replace("2026-09-01", '"soon"'), OAK.replace("gist", "gits"),
     OAK + '[[clause]]\nref = "9"\n' * (MOST_LEFT_OUT + 1)],
)  # fmt: skip
def test_a_policy_with_more_wrong_than_single_clauses_is_refused_whole(
    library_folder: Path, own: Path, text: str
) -> None:
    library = laid_over(library_folder, own, text)
    assert len(library.problems) == 1
    assert "oak-end" not in library.policies


@pytest.mark.parametrize("times", [1, 3])
def test_single_brackets_are_told_as_what_they_are(library_folder: Path, own: Path, times: int) -> None:
    text = OAK.replace("[[clause]]", "[clause]", times)
    if times == 1:
        text = text.partition("[[clause]]")[0]
    (problem,) = laid_over(library_folder, own, text).problems
    assert "rite [[clause]], with two brackets on each side" in str(problem)


@pytest.mark.parametrize(
    ("text", "name"),
    [('[change]\ncheck = "chirp:private"\noff = true', "change"), ('[add]\nto = "chirp"\n[add]\nto = "rules"', "add"),
     ('[[change]]\ncheck = "a"\n[change]\ncheck = "b"', "change"), ('[change]\ncheck = "a"\n[[change]]\ncheck = "b"', "change"),
     ('[change]\ncheck = "a"\n[change.steps]\nweb = ["b"]\n[ change ] # two', "change")],
)  # fmt: skip
def test_single_brackets_in_the_schools_choices_are_told(own: Path, library_folder: Path, text: str, name: str) -> None:
    (own / "school.toml").write_text(f"schema = 1\n{text}\n")
    (problem,) = read_library([library_folder, own]).problems
    assert f"rite [[{name}]], with two brackets on each side" in str(problem)
    assert "take one" not in str(problem)


def test_a_heading_that_may_stand_once_is_told_as_twice(own: Path, library_folder: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[every]\nchirp = "every 1 month"\n[every]\n')
    (problem,) = read_library([library_folder, own]).problems
    assert "there twice; take one of the two out" in str(problem)


@pytest.mark.parametrize(
    ("heading", "key"),
    [('[every]\nchirp = "every 1 month"', 'off = ["rules"]'), ("[every]", 'off_policies = ["elm-lane"]'),
     ('[[change]]\ncheck = "chirp:private"', 'off = ["rules"]'), ('[[change]]\ncheck = "chirp:private"', "off_policies = []"),
     ('[[add]]\nto = "chirp"\nid = "x"\narea = "conduct"\nask = "x"\nexpect = "x"\nwhy = "x"', 'off = ["rules"]')],
)  # fmt: skip
def test_a_key_of_the_file_below_a_heading_is_to_go_above_it(
    own: Path, library_folder: Path, heading: str, key: str
) -> None:
    (own / "school.toml").write_text(f"schema = 1\n{heading}\n{key}\n")
    (problem,) = read_library([library_folder, own]).problems
    assert "put it above the first heading in brackets" in str(problem)


def test_a_change_that_is_neither_on_nor_off_is_not_sent_elsewhere(own: Path, library_folder: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[[change]]\ncheck = "chirp:private"\noff = "perhaps"\n')
    (problem,) = read_library([library_folder, own]).problems
    assert "above" not in str(problem)


@pytest.mark.parametrize(
    ("key", "said"),
    [('off = ["Old Rules"]', 'Write its id, "rules".'), ('off = ["chirper"]', 'Write its id, "chirp".'),
     ('off_policies = ["Elm Lane School"]', 'Write its id, "elm-lane".')],
)  # fmt: skip
def test_a_title_in_place_of_an_id_is_told_with_the_id(own: Path, library_folder: Path, key: str, said: str) -> None:
    (library_folder / "chirp.toml").write_text(CHIRP)
    rules = library_folder / "rules.toml"
    rules.write_text(rules.read_text().replace('title = "School rules"', 'title = "Old rules"'))
    (own / "school.toml").write_text(f'schema = 1\n{key}\n[every]\nchirp = "every 1 month"\n')
    library = read_library([library_folder, own])
    assert library.problems == ()
    (problem,) = library.for_lead
    assert said in str(problem)
    assert str(library.every["chirp"]) == "every 1 month"
