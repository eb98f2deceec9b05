"""Whatever a school writes, every built-in checklist is there that it did not switch off soundly."""

import re
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_tui.files.read import parse_toml
from audit_tui.library.lint import check_paths
from audit_tui.library.loader import read_library
from audit_tui.paths import find_paths

BUILT_IN = find_paths().builtin
WHOLE = read_library([BUILT_IN])
POLICIES = {path.name: path.read_text() for path in (BUILT_IN / "policies").glob("*.toml")}
LISTS = {f"{name}.toml": (BUILT_IN / f"{name}.toml").read_text() for name in ("facebook", "conduct", "phone")}
LISTS["families.toml"] = (BUILT_IN / "families.toml").read_text()

IDS = st.sampled_from([*list(WHOLE.checklists)[:6], "facebok", "wendover", "all-saints", "default", ""])
NAMES = st.sampled_from([
    "facebook:future-posts", "facebook:stories-reels", "facebook:nope", "facebook", "family:two-step", "family:nope",
    "location of every platform", "sign-in of every checklist", "location of every planet", "conduct", "", "x\u202ey",
])  # fmt: skip
KEYS = st.fixed_dictionaries({}, optional={
    "off": st.sampled_from([True, False, "yes"]), "severity": st.sampled_from(["high", "low", "worst", 3]),
    "cadence": st.sampled_from(["every 1 month", "once", ""]), "revision": st.sampled_from([0, 1, 99, -1]),
    "ask": st.sampled_from(["Is it so?", "", 7]), "how": st.sampled_from([[], ["Do."], "Do."]),
    "steps": st.sampled_from([{}, {"web": ["A"]}, {"phone": []}, {"tv": ["A"]}]), "aks": st.just("x"),
})  # fmt: skip
CHANGES = st.lists(st.builds(lambda check, keys: {"check": check, **keys}, NAMES, KEYS), max_size=4)
SCHOOL = st.fixed_dictionaries({"schema": st.just(1)}, optional={
    "off": st.lists(IDS, max_size=3) | st.just("facebook"), "off_policies": st.lists(IDS, max_size=3),
    "every": st.dictionaries(IDS, st.sampled_from(["every 1 month", "when it happens"]), max_size=2), "change": CHANGES,
})  # fmt: skip
CLAUSE = re.compile(r"\n\[\[clause\]\]\n")


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """Give a file as a clumsy hand might leave it: cut short, renumbered, with clauses left out or a wrong type."""
    how = draw(st.sampled_from(["cut", "renumbered", "left out", "wrong type", "as it was", "nothing", "other quotes"]))
    place = draw(st.integers(0, len(text)))
    head, *clauses = CLAUSE.split(text)
    kept = [clause for number, clause in enumerate(clauses) if (place >> number % 20) % 2]
    return {
        "cut": text[:place], "renumbered": re.sub(r'ref = "', f'ref = "{place}.', text), "nothing": "",
        "left out": "\n[[clause]]\n".join([head, *kept]), "wrong type": re.sub(r'= ".*"', "= 3", text, count=place % 5 + 1),
        "as it was": text, "other quotes": text.replace('"', "\u201d", place % 9),
    }[how]  # fmt: skip


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """Give a school's folder: its choices, and broken copies of policies and lists."""
    choices = draw(SCHOOL)
    files = {"school.toml": draw(broken(tomli_w.dumps(choices)) | st.just(tomli_w.dumps(choices)))}
    for name in draw(st.lists(st.sampled_from(sorted(POLICIES)), max_size=3, unique=True)):
        files[f"policies/{name}"] = draw(broken(POLICIES[name]))
    for name in draw(st.lists(st.sampled_from(sorted(LISTS)), max_size=2, unique=True)):
        files[name] = draw(broken(LISTS[name]))
    named = draw(st.lists(NAMES, max_size=4))
    clause = {"ref": "1", "kind": "review", "gist": "x", "covered_by": named}
    policy = {"schema": 1, "id": "ours", "school": "Ours", "title": "x", "dated": "2026-01", "clause": [clause]}
    return files | {"policies/ours.toml": tomli_w.dumps(policy)}


@settings(max_examples=80, deadline=None)
@given(files=folders())
def test_no_built_in_list_vanishes_but_by_a_sound_off(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    own = tmp_path_factory.mktemp("own")
    (own / "policies").mkdir()
    for name, text in files.items():
        (own / name).write_text(text, encoding="utf-8")
    library = read_library([BUILT_IN, own])
    off: set[str] = set()
    if not any(problem.path == own / "school.toml" for problem in library.problems):
        off = {*parse_toml(files["school.toml"].encode(), "school.toml").get("off", ())}
    assert {*library.checklists} >= {*WHOLE.checklists} - off
    assert not {*library.checklists} & off
    assert all(checklist.checks for checklist in library.checklists.values())
    shown = {citation for policy in library.policies.values() for citation in policy.citations()}
    assert {cited for each in library.checklists.values() for check in each.checks for cited in check.clauses} <= shown
    for problem in (*library.problems, *library.for_lead):
        assert problem.path is not None
        assert problem.path.is_relative_to(own)
    assert len(check_paths([own], BUILT_IN).problems) >= len(library.problems) + len(library.for_lead)


def test_a_bad_file_named_like_a_built_in_one_leaves_that_in_place(tmp_path: Path) -> None:
    (tmp_path / "facebook.toml").write_text("schema = 1\nid = ")
    library = read_library([BUILT_IN, tmp_path])
    assert library.checklists == WHOLE.checklists
    (problem,) = library.problems
    assert str(tmp_path / "facebook.toml") in str(problem)


def test_a_copy_of_every_policy_with_other_numbers_hides_nothing_and_is_told_policy_by_policy(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    for name, text in POLICIES.items():
        (tmp_path / "policies" / name).write_text(text.replace('ref = "', 'ref = "9.'))
    library = read_library([BUILT_IN, tmp_path])
    assert list(library.checklists) == list(WHOLE.checklists)
    assert library.problems == ()
    assert {problem.path.name for problem in library.for_lead if problem.path} == POLICIES.keys()
    assert len(library.for_lead) == len(POLICIES)
