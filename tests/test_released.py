"""Files of every released version are read for ever; what stands in the fixtures is never edited."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from audit_tui.cadence import parse
from audit_tui.files.model import FileModel
from audit_tui.files.read import parse_toml, read_model
from audit_tui.journal.whole import parse_record, read_review
from audit_tui.journal.withdrawal import Withdrawal
from audit_tui.library.families import Families
from audit_tui.library.loader import Reader
from audit_tui.library.school import School
from audit_tui.policy import Policy
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones
from audit_tui.team.statement import Statement

RELEASED = Path(__file__).parent / "fixtures"
DIGESTS = {"0.1.0": "303a701a2394304bb456983648683eee7d618d520983c9ed90c460a38f9ab99b"}
KINDS = {
    "review": "journal/*_????????.toml", "withdrawal": "journal/*.withdrawn.toml", "draft": "drafts/*.toml",
    "settings": "settings.toml", "imei": "imei.toml", "statement": "handed-in/*.toml", "checklist": "school/discord.toml",
    "families": "school/families.toml", "school": "school/school.toml", "policy": "school/policies/*.toml",
}  # fmt: skip
MODELS: dict[str, type[FileModel]] = {
    "withdrawal": Withdrawal, "settings": Choices, "imei": Phones, "statement": Statement, "families": Families,
    "school": School, "policy": Policy,
}  # fmt: skip
VERSIONS = sorted(path.name for path in RELEASED.iterdir() if path.is_dir())


def digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(f"{path.relative_to(RELEASED).as_posix()}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_version_wrote_is_never_edited(version: str) -> None:
    assert digest((RELEASED / version).rglob("*.toml")) == DIGESTS[version]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_of_every_version_is_read(version: str, kind: str) -> None:
    paths = [*(RELEASED / version).glob(KINDS[kind])]
    assert paths
    for path in paths:
        if kind == "review":
            assert read_review(path.read_bytes(), path).answers
        elif kind == "draft":
            assert parse_record(path.read_bytes(), path)["kind"] == "draft"
        elif kind == "checklist":
            assert parse_toml(path.read_bytes(), path)["check"]
        else:
            assert isinstance(read_model(MODELS[kind], path), MODELS[kind])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_folder_of_a_school_of_every_version_is_read_whole(version: str) -> None:
    reader = Reader()
    reader.add_folder(RELEASED / version / "school")
    found = reader.library()
    assert found.problems == ()
    assert {*found.checklists} == {"discord"}
    assert len(found.policies) == 5
    assert found.every["discord"] == parse("every 6 weeks")
