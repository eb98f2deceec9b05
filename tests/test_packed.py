"""What is packed into a wheel is what the TOML says, whichever way the wheel is made."""

import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from audit_tui.files.checked import adapter
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.library.packed import PACKED, read_packed
from audit_tui.paths import SIBLING, find_paths
from audit_tui.person import Person

from .wheels import ROOT, build

CHECKLISTS = Path("audit_tui") / "checklists"


@pytest.fixture(scope="module")
def packed(installed: Path) -> Library:
    found = read_packed(installed / CHECKLISTS)
    assert found is not None
    return found.library()


@pytest.fixture(scope="module")
def written() -> Library:
    """What the TOML says, with every table held against its model by pydantic."""
    return read_library([SIBLING])


def test_a_checkout_has_nothing_packed_so_that_nothing_can_be_stale() -> None:
    assert read_packed(SIBLING) is None


def test_what_is_packed_is_what_the_toml_says(packed: Library, written: Library) -> None:
    assert dict(packed.checklists) == dict(written.checklists)
    assert list(packed.checklists) == list(written.checklists)
    assert dict(packed.policies) == dict(written.policies)
    assert list(packed.policies) == list(written.policies)
    assert (packed.problems, packed.every, packed.known) == (written.problems, written.every, written.known)
    assert (packed.problems, packed.for_lead, written.for_lead) == ((), (), ())


def test_what_is_shipped_is_sound_in_the_eyes_of_pydantic(written: Library) -> None:
    for checklist in written.checklists.values():
        kept = adapter(type(checklist)).dump_python(checklist, by_alias=True, exclude_defaults=True, mode="json")
        assert adapter(type(checklist)).validate_python({"schema": 1, **kept}) == checklist
    for policy in written.policies.values():
        kept = adapter(type(policy)).dump_python(policy, by_alias=True, exclude_defaults=True, mode="json")
        assert adapter(type(policy)).validate_python({"schema": 1, **kept}) == policy


def test_a_list_is_made_when_it_is_asked_for_and_once(installed: Path) -> None:
    found = read_packed(installed / CHECKLISTS)
    assert found is not None
    assert len(found.checklists) == len(found.library().known) > 30
    assert found.checklists._made == {}
    facebook = found.checklists["facebook"]
    assert found.checklists["facebook"] is facebook
    assert found.checklists._made == {"facebook": facebook}


def test_a_school_is_laid_over_what_is_packed(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "school.toml").write_text('schema = 1\noff = ["strava"]\n')
    own = 'schema = 1\nid = "ours"\ntitle = "Ours"\nkind = "routine"\nsteps_verified = 2026-01-01\n'
    check = '[[check]]\nlike = "two-step"\nhow = ["Look."]\n'
    (tmp_path / "ours.toml").write_text(f'{own}verified_against = "guides"\n{check}')
    both = [read_library([folder, tmp_path]) for folder in (installed / CHECKLISTS, SIBLING)]
    assert dict(both[0].checklists) == dict(both[1].checklists)
    assert both[0].problems == both[1].problems == ()
    assert "ours" in both[0].checklists
    assert "strava" not in both[0].checklists


def test_a_persons_own_folder_is_laid_over_what_is_packed(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "school.toml").write_text('schema = 1\noff = ["strava"]\n')
    places = find_paths({"AUDIT_TUI_HOME": str(tmp_path / "home")})._replace(builtin=installed / CHECKLISTS)
    assert "strava" in Person(places).library.checklists
    assert "strava" not in Person(places._replace(school=tmp_path)).library.checklists


def test_accounts_come_before_devices_and_those_before_routines(packed: Library) -> None:
    kinds = [str(checklist.kind) for checklist in packed.checklists.values()]
    assert list(dict.fromkeys(kinds)) == ["platform", "device", "routine"]
    assert kinds == sorted(kinds, key=["platform", "device", "routine"].index)
    platforms = [checklist.title for checklist in packed.checklists.values() if checklist.kind == "platform"]
    assert platforms == sorted(platforms, key=str.casefold)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"}", b""),
        (b'"every 3 months"', b'"every 0 months"'),
        (b"{", b"["),
        (b'"area"', b'"aera"'),
        (b"\n", b" "),
        (b"", b"0"),
    ],
)
def test_what_was_packed_and_is_not_so_any_more_leaves_the_toml(
    installed: Path, tmp_path: Path, before: bytes, after: bytes
) -> None:
    folder = Path(shutil.copytree(installed / CHECKLISTS, tmp_path / "checklists"))
    whole = (folder / PACKED).read_bytes()
    (folder / PACKED).write_bytes(whole.replace(before, after, 1))
    assert read_packed(folder) is None
    assert read_library([folder]) == read_library([SIBLING])


@pytest.mark.parametrize(("version", "packs"), [("standard", 1), ("editable", 0)])
def test_only_a_wheel_that_is_whole_has_something_packed(version: str, packs: int) -> None:
    program = f"""
import json, runpy
hook = runpy.run_path(".ci/pack_checklists.py")["PackHook"](".", {{}}, None, None, ".", "wheel")
data = {{"force_include": {{}}}}
hook.initialize("{version}", data)
print(json.dumps([*data["force_include"].values()]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, timeout=60, text=True
    )
    assert json.loads(done.stdout) == [f"{CHECKLISTS.as_posix()}/{PACKED}"] * packs


def test_a_wheel_is_the_same_however_often_and_from_wherever_it_is_made(tmp_path: Path) -> None:
    first = build(ROOT, tmp_path / "first")
    archive = build(ROOT, tmp_path / "sdist", "sdist")
    with tarfile.open(archive) as files:
        files.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = build(source, tmp_path / "again")
    with zipfile.ZipFile(first) as here, zipfile.ZipFile(again) as there:
        assert here.namelist() == there.namelist()
        assert here.read(f"{CHECKLISTS.as_posix()}/{PACKED}") == there.read(f"{CHECKLISTS.as_posix()}/{PACKED}")
    assert first.read_bytes() == again.read_bytes()
