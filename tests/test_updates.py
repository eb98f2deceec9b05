"""A later version of what is built in reaches a school that mapped and changed it; nothing is hidden by either."""

import re
import shutil
from pathlib import Path

from audit_tui.library.loader import read_library
from audit_tui.paths import find_paths
from audit_tui.schedule.due import is_current

from .changes import ALL_LEFT, change, private, told
from .conftest import CHIRP, TODAY
from .models import an_answer_of
from .policies import OAK

NEWER = CHIRP.replace('"Private profile: on"', '"Private account: on"').replace(
    '"≡", "Private profile"', '"≡", "Private"'
)


def test_an_update_reaches_a_check_that_was_changed(library_folder: Path, own: Path) -> None:
    change(library_folder, own, 'why = "Oak End has had trouble."\nsteps.iphone = ["Here"]')
    (library_folder / "chirp.toml").write_text(NEWER)
    after = private(read_library([library_folder, own]))
    assert (after.why, after.steps.iphone) == ("Oak End has had trouble.", ("Here",))
    assert (after.expect, after.steps.android) == ("Private account: on", ("Profile", "≡", "Private"))


def test_a_changed_meaning_is_asked_again_and_so_is_the_built_in_one(library_folder: Path, own: Path) -> None:
    """The school's own count is added, so neither hides the other's."""
    asked = 'ask = "Is it private, and your name too?"'
    assert private(change(library_folder, own, asked)).revision == 1
    assert private(change(library_folder, own, f"{asked}\nrevision = 1")).revision == 2
    (library_folder / "chirp.toml").write_text(CHIRP.replace('id = "private"', 'id = "private"\nrevision = 2'))
    assert private(read_library([library_folder, own])).revision == 3


def test_a_check_that_an_update_takes_away_is_told_of_with_the_nearest(library_folder: Path, own: Path) -> None:
    change(library_folder, own, 'severity = "high"')
    (library_folder / "chirp.toml").write_text(CHIRP.replace('id = "private"', 'id = "private-account"'))
    library = read_library([library_folder, own])
    assert set(library.checklists) == ALL_LEFT
    assert 'called "chirp:private". Perhaps you mean "chirp:private-account".' in told(library)


def test_an_update_of_what_is_built_in_reaches_a_school_that_mapped_and_changed_it(tmp_path: Path, own: Path) -> None:
    """Tried with what is really built in: a path reworded, a meaning changed, and one check merged into another."""
    built_in = Path(shutil.copytree(find_paths().builtin, tmp_path / "built-in"))
    (own / "policies" / "oak-end.toml").write_text(OAK.replace("chirp:private", "facebook:friend-requests"))
    (own / "school.toml").write_text(
        'schema = 1\n[[change]]\ncheck = "facebook:future-posts"\nwhy = "Ours."\nrevision = 1\n'
        '[[change]]\ncheck = "facebook:friend-requests"\nseverity = "high"\n'
    )
    before = read_library([built_in, own])
    assert (before.problems, before.for_lead) == ((), ())
    _, posts = before.check("facebook:future-posts")
    text = (built_in / "facebook.toml").read_text()
    head, *checks = text.split("\n[[check]]\n")
    checks = [each for each in checks if not each.startswith('id = "friend-requests"')]
    merged = "\n[[check]]\n".join([head, *checks]).replace('["facebook:stories-reels"]', '["facebook:friend-requests"]')
    merged = merged.replace('revision = 2\nformerly = ["facebook:fr', 'revision = 3\nformerly = ["facebook:fr')
    (built_in / "facebook.toml").write_text(
        merged.replace('"Who can see your future posts?"', '"Your posts from now on"')
    )
    after = read_library([built_in, own])
    assert list(after.checklists) == list(before.checklists)
    _, now = after.check("facebook:future-posts")
    assert now.steps.web == (*posts.steps.web[:-1], "Your posts from now on")
    assert (now.why, now.revision) == ("Ours.", posts.revision + 1)
    assert now.clauses[0] == "oak-end:4.2"
    assert after.problems == ()
    mapped, changed = sorted(str(problem) for problem in after.for_lead)
    for problem, place in ((mapped, "clause 1 (4.2), covered_by"), (changed, "change 2, check")):
        assert f'{place}: "facebook:friend-requests" is now part of "facebook:future-posts".' in problem


def test_whoever_answered_before_a_change_of_meaning_is_asked_again(library_folder: Path, own: Path) -> None:
    answer = an_answer_of({"check": "private", "result": "pass", "on": TODAY, "revision": 1, "expect": "x"})
    reworded = change(library_folder, own, 'ask = "Is it private?"')
    assert is_current(reworded.checklists["chirp"], private(reworded), answer)
    meant_otherwise = change(library_folder, own, 'ask = "Is it private?"\nrevision = 1')
    assert not is_current(meant_otherwise.checklists["chirp"], private(meant_otherwise), answer)


def test_the_examples_in_the_documents_are_sound(tmp_path: Path) -> None:
    page = (find_paths().builtin.parent / "docs" / "checklist-format.md").read_text()
    clause, choices = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "policies").mkdir()
    head = OAK[: OAK.index("[[clause]]")]
    (tmp_path / "policies" / "oak-end.toml").write_text(head + clause)
    (tmp_path / "school.toml").write_text(choices)
    library = read_library([find_paths().builtin, tmp_path])
    assert (library.problems, library.for_lead) == ((), ())
    assert {"dating", "marketplaces"} & {*library.checklists} == set()
    assert library.check("facebook:class-page")[1].expect.startswith("Two people")
