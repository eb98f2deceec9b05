"""Each right that a school may set on its folder, tried by accounts of their own: staff hand in twice, the lead reads."""

import os
import shutil
import stat
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from audit_tui.library.library import Library
from audit_tui.record import Result
from audit_tui.team.folder import to_bytes
from audit_tui.team.readers import GENERAL, who_can_read

from .conftest import TODAY
from .other_user import Account, as_other_user, needs_root
from .team_boards import DAY, all_right, made

pytestmark = needs_root
STAFF, ELSEWHERE = 64100, 64200
TEACHER = Account(64001, 64001, (STAFF,))
COLLEAGUE = Account(64002, 64002, (STAFF,))
LEAD = Account(64003, 64003, (STAFF,))
LEAD_ALONE = Account(64003, 64003)
STRANGER = Account(64009, 64009)

HAND_IN = """\
from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.team.folder import check_folder, hand_in, readers_in, to_bytes
from audit_tui.team.statement import Statement
statements = [read_model(Statement, Path(source)) for source in sources]
to_bytes(statements[0])
become_the_other_user()
print(readers_in(folder))
for statement in statements:
    for act in (lambda: check_folder(folder), lambda: hand_in(statement, Path(folder))):
        try:
            print(act() or "may be handed in")
        except UserError as problem:
            print(problem)
"""
READ = """\
from datetime import date
from audit_tui.errors import UserError
from audit_tui.team.received import read_folder
read_folder(Path(warm), date(2026, 3, 3))
become_the_other_user()
try:
    found = read_folder(Path(folder), date(2026, 3, 3))
    told = [(one.statement.id[-1], one.statement.issue, one.statement.open_actions) for one in found.received]
    print(sorted(told), *found.problems)
except UserError as problem:
    print(problem)
"""


class Right(NamedTuple):
    """A folder as a school set it up: who owns it, whose lead reads it, and who can read what lies in it."""

    mode: int
    owner: int
    lead: Account
    readers: str


EVERYBODY, DROP_BOX = "everybody who has an account on this computer", "others can put files in, but not see which"
IN_STAFF = f"everybody in the group {'that the folder belongs to'}, and the folder's owner, can open this folder"
STAFF_ADD = (
    "the folder's owner can open this folder and read it; members of the group that the folder belongs to can put files "
    "in, but not see which there are."
)
RIGHTS = {
    "open to all": Right(0o777, 0, LEAD, EVERYBODY),
    "as /tmp": Right(0o1777, 0, LEAD, EVERYBODY),
    "a group's": Right(0o2770, LEAD.user, LEAD, IN_STAFF),
    "a group's, without setgid": Right(0o770, LEAD.user, LEAD, IN_STAFF),
    "drop-box": Right(0o733, LEAD.user, LEAD, DROP_BOX),
    "sticky drop-box": Right(0o1733, LEAD.user, LEAD_ALONE, DROP_BOX),
    "a group's drop-box": Right(0o2730, LEAD.user, LEAD, STAFF_ADD),
    "a drop-box of a group without the lead": Right(0o2730, LEAD.user, LEAD_ALONE, STAFF_ADD),
    "a drop-box that a group lists": Right(0o2773, LEAD.user, LEAD, IN_STAFF),
    "a sticky drop-box that a group lists": Right(0o3773, LEAD.user, LEAD, IN_STAFF),
    "a sticky drop-box of a group": Right(0o3730, LEAD.user, LEAD_ALONE, STAFF_ADD),
}
REFUSED = {"only to read": 0o755, "only the lead's": 0o700, "a group's, to read": 0o750}


@pytest.fixture
def place(sample_library: Library) -> Iterator[Path]:
    """A folder that every account can reach, with the statements of two people beside it: two of one day, and one."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o755)
        first = replace(made(sample_library, 1), issue=1)
        mended = made(sample_library, 1, given=all_right() | {"chirp:private": (TODAY, Result.FAIL)})
        for n, own in enumerate((first, replace(mended, issue=2), made(sample_library, 2, "Teacher B", TODAY + DAY))):
            (place / f"{n}.source").write_bytes(to_bytes(own))
            (place / f"{n}.source").chmod(0o644)
        (place / "warm").mkdir()
        shutil.copy(place / "0.source", place / "warm" / "one.toml")
        yield place


def make(place: Path, mode: int, owner: int) -> str:
    folder = place / "team"
    folder.mkdir()
    os.chown(folder, owner, STAFF)
    folder.chmod(mode)
    return str(folder)


def hand_in(place: Path, account: Account, *numbers: int) -> str:
    sources = [str(place / f"{n}.source") for n in numbers]
    return as_other_user(HAND_IN, account, folder=str(place / "team"), sources=sources)


def read(place: Path, account: Account) -> str:
    return as_other_user(READ, account, folder=str(place / "team"), warm=str(place / "warm"))


@pytest.mark.parametrize("name", RIGHTS)
def test_staff_hand_in_and_hand_in_again_and_the_lead_reads_the_newest(place: Path, name: str) -> None:
    right = RIGHTS[name]
    folder = make(place, right.mode, right.owner)
    told = hand_in(place, TEACHER, 0, 1) + hand_in(place, COLLEAGUE, 2)
    assert told.count(".toml\n") == 3, told
    assert right.readers in told
    assert read(place, right.lead) == "[('1', 2, 1), ('2', 0, 0)]\n"
    paths = list(Path(folder).iterdir())
    assert {path.name for path in paths} == {"0000000000000001.toml", "0000000000000002.toml"}
    assert {path.stat().st_uid for path in paths} == {TEACHER.user, COLLEAGUE.user}
    strangers_read = bool(right.mode & stat.S_IXOTH)
    as_stranger = (
        "try:\n    become_the_other_user()\n    print(Path(path).read_bytes()[:1])\nexcept OSError:\n    print('no')"
    )
    assert (as_other_user(as_stranger, STRANGER, path=str(paths[0])) == "no\n") is not strangers_read


@pytest.mark.parametrize("name", REFUSED)
def test_a_folder_that_takes_nothing_says_so_before_anything_is_asked(place: Path, name: str) -> None:
    folder = make(place, REFUSED[name], LEAD.user)
    _, *told = hand_in(place, TEACHER, 0).splitlines()
    assert (
        told
        == [
            f"{folder}: you may not put files into this folder, so nothing was written. Tell whoever gave you its name."
        ]
        * 2
    )
    assert list(Path(folder).iterdir()) == []


def test_where_an_earlier_one_may_not_be_replaced_the_next_stands_beside_it_and_counts(place: Path) -> None:
    folder = make(place, 0o1777, 0)
    another_computer = Account(64005, 64005)
    assert hand_in(place, another_computer, 0).endswith("0000000000000001.toml\n")
    assert hand_in(place, TEACHER, 1).endswith("0000000000000001-2.toml\n")
    assert len(list(Path(folder).glob("*.toml"))) == 2
    assert read(place, LEAD) == "[('1', 2, 1)]\n"


def test_a_folder_that_can_only_be_added_to_keeps_them_all_and_the_newest_counts(place: Path) -> None:
    folder = make(place, 0o777, 0)
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+a", folder], check=False, capture_output=True).returncode:
        pytest.skip("no folder can be made here that can only be added to")
    try:
        told = hand_in(place, TEACHER, 0, 1) + hand_in(place, COLLEAGUE, 2)
        assert told.count(".toml\n") == 3, told
        assert read(place, LEAD) == "[('1', 2, 1), ('2', 0, 0)]\n"
    finally:
        subprocess.run([chattr, "-a", folder], check=True)


def test_what_cannot_be_known_is_said_in_general(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(make(place, 0o755, 0))
    assert who_can_read(folder / "none") == GENERAL
    monkeypatch.setattr("sys.platform", "win32")
    assert who_can_read(folder) == GENERAL


def test_a_folder_of_ones_own_is_said_to_be_of_no_use_to_a_lead(place: Path) -> None:
    folder = Path(make(place, 0o700, 0))
    assert "only you can open this folder: a lead who has another account could not read it" in who_can_read(folder)
    inside = folder / "open"
    inside.mkdir()
    inside.chmod(0o777)
    assert "everybody who has an account" not in who_can_read(inside)


def test_others_who_can_only_add_are_told_from_a_group_that_lists(place: Path) -> None:
    told = who_can_read(Path(make(place, 0o3773, LEAD.user)))
    assert IN_STAFF in told
    assert f"and read it; {DROP_BOX} there are. On a shared drive" in told


@pytest.mark.parametrize("mode", [0o711, 0o710, 0o771, 0o707, 0o773 - 0o10, 0o333])
def test_of_unusual_rights_only_what_holds_anywhere_is_said(place: Path, mode: int) -> None:
    assert who_can_read(Path(make(place, mode, LEAD.user))) == GENERAL


PARENTS = {
    "open to a group": (0o750, 0, 0o777, 64300, "everybody in the group that the folder belongs to, and you, can open"),
    "open to its owner": (0o700, LEAD.user, 0o777, STAFF, "only the folder's owner can open this folder and read it."),
    "of the folder's own group": (0o750, 0, 0o770, STAFF, IN_STAFF),
    "of another group": (0o750, 0, 0o770, 64300, GENERAL),
    "of its owner alone": (0o700, LEAD.user, 0o770, STAFF, GENERAL),
    "of a group, round a drop-box": (0o750, 0, 0o733, STAFF, GENERAL),
    "of the group of a drop-box": (0o750, 0, 0o730, STAFF, STAFF_ADD),
    "closed to its own group": (0o705, 0, 0o777, STAFF, GENERAL),
}


@pytest.mark.parametrize("name", PARENTS)
def test_a_folder_is_never_said_to_be_open_to_whom_one_above_it_keeps_out(place: Path, name: str) -> None:
    mode, owner, inside, group, told = PARENTS[name]
    parent = Path(make(place, mode, owner))
    folder = parent / "inside"
    folder.mkdir()
    folder.chmod(inside)
    os.chown(folder, LEAD.user, STAFF)
    os.chown(parent, owner, group)
    assert told in who_can_read(folder)


@pytest.mark.parametrize("name", ["system.posix_acl_access", "system.posix_acl_default"])
@pytest.mark.parametrize("above", [False, True])
def test_where_rights_are_given_to_accounts_by_name_only_what_holds_anywhere_is_said(
    place: Path, name: str, *, above: bool
) -> None:
    folder = Path(make(place, 0o750, LEAD.user))
    inside = folder / "inside"
    inside.mkdir(mode=0o755)
    assert who_can_read(inside) != GENERAL
    entries = ((1, 7, -1), (2, 7, 64009), (4, 5, -1), (16, 7, -1), (32, 0, -1))
    rights = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    try:
        os.setxattr(folder, name, rights)
    except OSError:
        pytest.skip("no rights can be given by name here")
    assert who_can_read(inside if above else folder) == GENERAL
