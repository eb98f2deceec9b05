"""A folder that others write to as well: nothing is followed, nothing is hidden, each bad file costs only itself."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cli.main import main
from audit_tui.errors import NewerSchema, Unreadable, Unwritable, UserError
from audit_tui.files import write
from audit_tui.files.read import is_folder, read_model
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.team import team_page
from audit_tui.record import Result
from audit_tui.team import places, received
from audit_tui.team.folder import file_name, hand_in, name_beside, named_folder, remove_earlier, to_bytes
from audit_tui.team.received import read_folder
from audit_tui.team.statement import MOST_PLATFORMS, Statement
from audit_tui.team.team import build_team

from .conftest import TODAY
from .other_user import as_other_user, needs_root
from .team_boards import DAY, all_right, made


@pytest.fixture
def own(sample_library: Library) -> Statement:
    return made(sample_library)


@pytest.fixture
def worse(sample_library: Library) -> Statement:
    """The same person's statement of the same day, saying something else."""
    return made(sample_library, given=all_right() | {"chirp:private": (TODAY, Result.FAIL)})


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def handed_in(statement: Statement, folder: Path) -> Path:
    path = hand_in(statement, folder)
    assert remove_earlier(statement, folder) == []
    return path


# Handing in.


def test_a_person_has_one_file_and_a_newer_statement_takes_its_place(sample_library: Library, tmp_path: Path) -> None:
    handed_in(made(sample_library, 1, "Teacher A"), tmp_path)
    handed_in(made(sample_library, 1, "Teacher A", TODAY + DAY), tmp_path)
    handed_in(made(sample_library, 1, "TA", TODAY + 2 * DAY), tmp_path)
    handed_in(made(sample_library, 2, "TA", TODAY), tmp_path)
    assert {path.name: read_model(Statement, path).made for path in tmp_path.iterdir()} == {
        "0000000000000001.toml": TODAY + 2 * DAY, "0000000000000002.toml": TODAY,
    }  # fmt: skip


def test_what_an_earlier_version_handed_in_under_the_label_is_read_and_gives_way(
    sample_library: Library, tmp_path: Path
) -> None:
    mine, theirs = made(sample_library, 1), made(sample_library, 2)
    for own in (mine, theirs):
        (tmp_path / f"teacher-a-{own.id}.toml").write_bytes(to_bytes(own))
    assert len(read_folder(tmp_path, TODAY).received) == 2
    handed_in(made(sample_library, 1, "Teacher A", TODAY + DAY), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0000000000000001.toml", f"teacher-a-{theirs.id}.toml"]


def test_what_a_kill_left_of_ones_own_statement_is_swept_and_nobody_elses(own: Statement, tmp_path: Path) -> None:
    *mine, theirs = (tmp_path / f".{name}.toml.0a1b2c3d.tmp" for name in (f"ta-{own.id}", own.id, "f" * 16))
    for path in (*mine, theirs):
        path.touch()
        os.utime(path, (0, 0))
    handed_in(own, tmp_path)
    assert not any(path.exists() for path in mine)
    assert theirs.exists()


def test_the_new_statement_is_there_before_an_earlier_one_goes(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hand_in(made(sample_library), tmp_path)

    def full(*_: object, **__: object) -> None:
        raise Unwritable("the disk is full")

    monkeypatch.setattr("audit_tui.team.folder.replace_file", full)
    with pytest.raises(Unwritable):
        hand_in(made(sample_library, 1, "TA"), tmp_path)
    assert before.exists()


@pytest.mark.parametrize("label", ["Teacher A", "TA"])
def test_a_persons_own_statement_of_a_newer_version_stays_as_it_is(
    sample_library: Library, tmp_path: Path, label: str
) -> None:
    newer = hand_in(made(sample_library, 1, "Teacher A"), tmp_path)
    theirs = hand_in(made(sample_library, 2, "Teacher A"), tmp_path)
    newer.write_bytes(newer.read_bytes().replace(b"schema = 1", b"schema = 2"))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(NewerSchema, match="Update audit-tui") as told:
        hand_in(made(sample_library, 1, label, TODAY + DAY), tmp_path)
    assert told.value.path == newer
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert hand_in(made(sample_library, 2, label, TODAY + DAY), tmp_path) == theirs


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
@pytest.mark.parametrize(("folder", "file"), [(0o700, 0o600), (0o750, 0o640), (0o755, 0o644), (0o733, 0o644)])
def test_who_may_enter_the_folder_may_read_the_file_and_nobody_else(
    own: Statement, tmp_path: Path, folder: int, file: int, umask: int
) -> None:
    place = tmp_path / "team"
    place.mkdir()
    place.chmod(folder)
    before = os.umask(umask)
    try:
        path = hand_in(own, place)
        assert mode_of(path) == file
        path.chmod(0o666)
        assert mode_of(hand_in(own, place)) == file
    finally:
        os.umask(before)


@pytest.mark.parametrize("exists", [True, False])
def test_a_planted_link_is_replaced_and_its_target_left_alone(own: Statement, tmp_path: Path, exists: bool) -> None:  # noqa: FBT001 - a case
    target = tmp_path / "thesis.txt"
    if exists:
        target.write_text("ten years of work")
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / file_name(own)).symlink_to(target)
    path = hand_in(own, folder)
    assert not path.is_symlink()
    assert read_model(Statement, path) == own
    assert (target.read_text() if target.exists() else None) == ("ten years of work" if exists else None)


def test_a_planted_link_to_a_folder_is_replaced_as_well(own: Statement, tmp_path: Path) -> None:
    target, folder = tmp_path / "mail", tmp_path / "team"
    target.mkdir()
    folder.mkdir()
    (folder / file_name(own)).symlink_to(target)
    assert read_model(Statement, hand_in(own, folder)) == own
    assert list(target.iterdir()) == []


def test_a_link_planted_at_the_last_moment_is_not_followed_either(
    own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "thesis.txt"
    target.write_text("ten years of work")
    folder = tmp_path / "team"
    folder.mkdir()
    put = write._put

    def late(path: Path, data: bytes, mode: int | None = None) -> None:
        (folder / file_name(own)).symlink_to(target)
        put(path, data, mode)

    monkeypatch.setattr(write, "_put", late)
    hand_in(own, folder)
    assert target.read_text() == "ten years of work"


def test_a_link_in_the_place_of_an_earlier_statement_is_removed_and_not_its_target(
    own: Statement, tmp_path: Path
) -> None:
    target = tmp_path / "thesis.txt"
    target.write_text("ten years of work")
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / f"zz-{own.id}.toml").symlink_to(target)
    handed_in(own, folder)
    assert [path.name for path in folder.iterdir()] == [file_name(own)]
    assert target.exists()


def test_a_colleagues_folder_of_such_a_name_stops_nobody(own: Statement, tmp_path: Path) -> None:
    (tmp_path / f"zz-{own.id}.toml").mkdir()
    assert read_model(Statement, handed_in(own, tmp_path)) == own


def test_an_earlier_statement_that_cannot_be_removed_is_named(
    sample_library: Library, own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hand_in(made(sample_library, 1, "TA"), tmp_path)
    before = before.rename(before.with_name(f"ta-{before.name}"))
    (tmp_path / f"{own.id}-1.toml").write_bytes(before.read_bytes())  # says nothing in its name, and does not count
    hand_in(own, tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "a name")

    monkeypatch.setattr(Path, "unlink", refuse)
    (problem,) = remove_earlier(own, tmp_path)
    assert problem.path == before
    assert "your earlier statement is still there" in str(problem)
    assert "the new one counts" in str(problem).casefold()


def test_in_a_folder_that_cannot_be_read_the_statement_under_the_label_before_goes(
    sample_library: Library, own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hand_in(made(sample_library, 1, "TA"), tmp_path)
    before.rename(before.with_name(f"ta-{before.name}"))
    path = hand_in(own, tmp_path)

    def refuse(folder: Path) -> None:
        raise Unreadable("this folder cannot be read", path=folder)

    monkeypatch.setattr("audit_tui.team.folder.list_names", refuse)
    assert remove_earlier(own, tmp_path, "TA") == []
    assert remove_earlier(own, tmp_path, own.label) == []
    assert list(tmp_path.iterdir()) == [path]


def test_beside_a_folder_in_the_very_place_it_is_handed_in_all_the_same(own: Statement, tmp_path: Path) -> None:
    (tmp_path / file_name(own)).mkdir()
    assert hand_in(own, tmp_path).name == f"{own.id}-0.toml"
    assert [one.statement for one in read_folder(tmp_path, TODAY).received] == [own]


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", "a name")


def test_where_nothing_may_be_renamed_or_removed_each_statement_has_a_file_and_the_newest_counts(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("replace", "link", "rename", "unlink"):
        monkeypatch.setattr(os, name, refuse)
    for label, issue in (("Teacher A", 9), ("Teacher A", 10), ("TA", 11), ("TA", 11)):
        own = replace(made(sample_library, 1, label), issue=issue)
        if (tmp_path / f"{own.id}-{issue}.toml").exists():
            with pytest.raises(Unwritable, match="another file has this name already"):
                hand_in(own, tmp_path)
        else:
            assert hand_in(own, tmp_path).name == f"{own.id}-{issue}.toml"
    found = read_folder(tmp_path, TODAY)
    assert [(one.statement.label, one.statement.issue) for one in found.received] == [("TA", 11)]
    assert found.problems == ()


def test_where_what_was_added_may_not_even_be_read_it_is_handed_in(
    own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(write, "read_back", refuse)
    assert hand_in(own, tmp_path).exists()


def test_a_full_disk_is_told_as_that_and_nothing_is_put_beside(
    own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Unwritable, match="No space left on device"):
        hand_in(own, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(own: Statement, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such folder"):
        hand_in(own, tmp_path / "none")
    with pytest.raises(Unreadable, match="there is no such folder"):
        read_folder(tmp_path / "none", TODAY)
    with pytest.raises(Unreadable, match="cannot be entered"):
        is_folder(tmp_path / ("x" * 300))
    assert named_folder("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")


@given(label=st.text(max_size=60).map(str.strip).filter(bool), issue=st.integers(0, 1_000_000))
def test_a_file_name_says_nothing_of_a_person(sample_library: Library, label: str, issue: int) -> None:
    own = replace(made(sample_library), label=label, issue=issue)
    assert (file_name(own), name_beside(own)) == ("0000000000000001.toml", f"0000000000000001-{issue}.toml")


# Two users.

HAND_IN = """\
from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.team.folder import hand_in, to_bytes
from audit_tui.team.statement import Statement
statements = [read_model(Statement, Path(source)) for source in sources]
to_bytes(statements[0])
become_the_other_user()
for statement in statements:
    try:
        print(hand_in(statement, Path(folder)))
    except UserError as problem:
        print(problem)
"""
READ = """\
from datetime import date
from audit_tui.team.received import read_folder
read_folder(Path(folder), date(2026, 3, 2))
become_the_other_user()
found = read_folder(Path(folder), date(2026, 3, 2))
print(len(found.received), *found.problems)
"""


@needs_root
def test_a_folder_one_may_not_enter_is_told(own: Statement, shared: Path) -> None:
    (shared / "locked").mkdir(mode=0o700)
    (shared / "Elm Lane").mkdir(mode=0o700)
    (shared / "0.toml").write_bytes(to_bytes(own))
    (shared / "0.toml").chmod(0o644)
    inside = str(shared / "locked" / "team")
    assert "cannot be entered (Permission denied)" in as_other_user(
        HAND_IN, folder=inside, sources=[str(shared / "0.toml")]
    )
    assert as_other_user(READ, folder=str(shared)).count("cannot be read (Permission denied)") == 2


# Reading everybody's.


@pytest.mark.parametrize("name", ["{} (1).toml", "{}-LAPTOP7.toml", "{}.sync-conflict-20260302.toml"])
def test_a_conflict_copy_gives_way_to_the_newest(
    sample_library: Library, own: Statement, worse: Statement, tmp_path: Path, name: str
) -> None:
    newest = made(sample_library, 1, "Teacher A", TODAY + DAY)
    path = hand_in(newest, tmp_path)
    copy = tmp_path / name.format(path.stem)
    for first, second in ((newest, worse), (worse, newest)):
        path.write_bytes(to_bytes(first))
        copy.write_bytes(to_bytes(second))
        found = read_folder(tmp_path, TODAY + DAY)
        assert [one.statement for one in found.received] == [newest]
        assert found.problems == ()
    path.write_bytes(to_bytes(own))
    copy.write_bytes(to_bytes(worse))
    assert "says something else" in str(read_folder(tmp_path, TODAY).problems[0])


@pytest.mark.parametrize("days", [2, 365, 13_000])
def test_a_statement_from_the_future_is_told_and_hides_no_older_one(
    sample_library: Library, own: Statement, tmp_path: Path, days: int
) -> None:
    ahead = made(sample_library, 1, "Teacher A", TODAY + days * DAY)
    (tmp_path / "a.toml").write_bytes(to_bytes(ahead))
    (tmp_path / "b.toml").write_bytes(to_bytes(own))
    found = read_folder(tmp_path, TODAY)
    assert [one.statement for one in found.received] == [own]
    assert "which is still to come, and was not believed" in str(found.problems[0])


def test_a_statement_of_tomorrow_is_believed_for_clocks_differ(sample_library: Library, tmp_path: Path) -> None:
    hand_in(made(sample_library, on=TODAY + DAY), tmp_path)
    assert len(read_folder(tmp_path, TODAY).received) == 1
    assert len(read_folder(tmp_path, TODAY - DAY).received) == 0


def test_a_folders_name_makes_no_line_of_its_own(own: Statement, tmp_path: Path) -> None:
    school = tmp_path / "x\n\n- Teacher Z: state up to date\u009b\u202e"
    school.mkdir()
    hand_in(own, school)
    found = read_folder(tmp_path, TODAY)
    assert found.received[0].school.isprintable()
    assert "\n- Teacher Z" not in to_text(team_page(build_team(found, TODAY), TODAY))


def test_hostile_files_cost_only_themselves(sample_library: Library, own: Statement, tmp_path: Path) -> None:
    hand_in(own, tmp_path)
    (tmp_path / "big.toml").write_bytes(b"#" * 10_000_000)
    os.mkfifo(tmp_path / "pipe.toml")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(to_bytes(made(sample_library, 5)))
    (tmp_path / "link.toml").symlink_to(elsewhere)
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "bomb.toml").write_text("a" + ".a" * 20_000 + " = 1")
    (tmp_path / "newer.toml").write_text("schema = 2\n")
    (tmp_path / "cut.toml").write_bytes(to_bytes(made(sample_library, 2))[:-24])
    added_up = to_bytes(made(sample_library, 3)).replace(b"up_to_date = 2", b"up_to_date = 1")
    (tmp_path / "sum.toml").write_bytes(added_up)
    many = to_bytes(made(sample_library, 4)).decode()
    (tmp_path / "many.toml").write_text(f"platform = [{'{},' * (MOST_PLATFORMS + 1)}]\n{many}")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = read_folder(tmp_path, TODAY)
    assert len(found.received) == 1
    assert len(found.problems) == 10
    assert any(f"names over {MOST_PLATFORMS} checklists" in str(problem) for problem in found.problems)


def test_schools_have_one_limit_together(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST", 3)
    for number in range(1, 5):
        school = tmp_path / f"School {number % 2}"
        school.mkdir(exist_ok=True)
        hand_in(made(sample_library, number), school)
        if number == 3:
            assert len(read_folder(tmp_path, TODAY).received) == 3
    with pytest.raises(UserError, match="over 3 statements"):
        read_folder(tmp_path, TODAY)


def test_a_folder_that_would_hold_a_lead_up_is_refused(
    own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(own, tmp_path)
    monkeypatch.setattr(received, "MOST_READ", 100)
    with pytest.raises(UserError, match=r"over 0 MB of statements. Sum up fewer schools at once"):
        read_folder(tmp_path, TODAY)


def test_a_full_review_by_mistake_is_refused_with_an_explanation(own: Statement, tmp_path: Path) -> None:
    (tmp_path / "review.toml").write_text('schema = 1\nkind = "review"\nnote = "my secret"\n')
    (tmp_path / "draft.toml").write_text('schema = 1\nkind = "draft"\nnote = "my secret"\n')
    hand_in(own, tmp_path)
    found = read_folder(tmp_path, TODAY)
    told = [str(problem) for problem in found.problems]
    assert "this is a review under way with somebody's own answers; it was not taken in" in told[0]
    assert "this is a full review with somebody's own answers; it was not taken in" in told[1]
    assert "my secret" not in " ".join(told)
    assert len(found.received) == 1


def test_the_page_names_a_file_that_could_not_be_used_but_not_where_it_lies(own: Statement, tmp_path: Path) -> None:
    hand_in(own, tmp_path)
    (tmp_path / "broken.toml").write_text("schema = 2\n")
    page = to_text(team_page(build_team(read_folder(tmp_path, TODAY), TODAY), TODAY))
    assert "broken.toml, schema: this was made by a newer version" in " ".join(page.split())
    assert str(tmp_path) not in page


# Where statements lie.


def told_of(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}{os.sep}") for problem in read_folder(folder, TODAY).problems]


@pytest.mark.parametrize("school", ["", "Oak Hill"])
def test_a_statement_under_another_ending_is_told_in_a_line_for_its_folder(
    own: Statement, tmp_path: Path, school: str
) -> None:
    place = tmp_path / school
    place.mkdir(exist_ok=True)
    (place / "one.TOML").write_bytes(to_bytes(own))
    (place / "two.toml.txt").write_bytes(to_bytes(own))
    for other in (".toml.txt", "notes.txt", "photo.jpg"):
        (place / other).touch()
    (place / "toml.toml.txt").mkdir()
    (place / "toml.toml.txt" / "notes.txt").touch()
    (line,) = told_of(place)
    assert line.startswith("one.TOML: this does not end in .toml, so it was not counted (and 1 other here). ")
    assert "name it again to end in .toml" in line
    assert read_folder(tmp_path, TODAY).received == ()


@pytest.mark.parametrize("deeper", ["Autumn", "2026/Autumn"])
@pytest.mark.parametrize("name", ["x.toml", "x.toml.txt"])
def test_statements_a_folder_too_deep_are_told_and_an_empty_one_is_not(
    own: Statement, tmp_path: Path, deeper: str, name: str
) -> None:
    place = tmp_path / "Oak Hill" / deeper
    place.mkdir(parents=True)
    (tmp_path / "Oak Hill" / "Empty").mkdir()
    (tmp_path / "Oak Hill" / ".cache").mkdir()
    (tmp_path / "Oak Hill" / ".cache" / "x.toml").touch()
    (place / name).write_bytes(to_bytes(own))
    (line,) = told_of(tmp_path / "Oak Hill" / "..")
    top = Path(deeper).parts[0]
    assert f"{top}: statements lie in this folder, one too deep, and were not counted." in line


@pytest.mark.parametrize("at", ["Elm Lane", "Oak Hill/Autumn"])
def test_a_folder_that_is_a_link_is_told_and_not_followed(own: Statement, tmp_path: Path, at: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    hand_in(own, tmp_path / "elsewhere")
    trust = tmp_path / "trust"
    (trust / "Oak Hill").mkdir(parents=True)
    (trust / at).symlink_to(tmp_path / "elsewhere")
    (line,) = told_of(trust)
    assert line.startswith(f"{at}: this is a link to a folder and was not followed")
    assert read_folder(trust, TODAY).received == ()


def test_what_is_told_of_is_told_by_the_exit_as_well(
    own: Statement, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.TOML").write_bytes(to_bytes(own))
    assert main(["team", str(tmp_path)]) == 2
    assert "one.TOML: this does not end in .toml" in " ".join(capsys.readouterr().out.split())


def test_a_schools_folder_with_nothing_in_it_is_a_school_and_one_beside_statements_is_none(
    sample_library: Library, tmp_path: Path
) -> None:
    (tmp_path / "Elm Lane").mkdir()
    (tmp_path / ".git").mkdir()
    assert read_folder(tmp_path, TODAY).schools == ("Elm Lane",)
    hand_in(made(sample_library, 1), tmp_path)
    assert read_folder(tmp_path, TODAY).schools == ()
    (tmp_path / "Oak Hill").mkdir()
    hand_in(made(sample_library, 2), tmp_path / "Oak Hill")
    assert read_folder(tmp_path, TODAY).schools == ("Elm Lane", "Oak Hill")
