"""The samples in the page for leads are sound as they stand there, tried with the lists that are shipped."""

import re
from pathlib import Path

from audit_tui.library.lint import check_paths
from audit_tui.library.loader import POLICIES
from audit_tui.library.school import SCHOOL

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "school-rules.md").read_text()
BLOCK = re.compile(r"^ *```toml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
HEAD = 'schema = 1\nid = "oak-end-school"\nschool = "Oak End School"\ntitle = "Staff online"\ndated = 2026-09-01\n'


def sample(word: str) -> str:
    """Give the one sample that has a word in it."""
    (found,) = (block for block in BLOCK.findall(PAGE) if word in block)
    return str(found)


def test_the_sample_clauses_and_the_sample_choices_are_sound(tmp_path: Path) -> None:
    (tmp_path / POLICIES).mkdir()
    (tmp_path / POLICIES / "oak-end-school.toml").write_text(HEAD + sample("[[clause]]"))
    (tmp_path / SCHOOL).write_text(sample("[[change]]"))
    checked = check_paths([tmp_path], ROOT / "checklists")
    assert [str(problem) for problem in checked.problems] == []
    (library,) = checked.libraries
    assert len(library.citing("oak-end-school:7.1")) == 1
    assert "dating" not in library.checklists
    assert "class-page" in {check.id for check in library.checklists["facebook"].checks}
    assert "groups" not in {check.id for check in library.checklists["facebook"].checks}
    assert {str(library.every[name]) for name in ("facebook", "default")} == {"every 1 month", "every 3 months"}
