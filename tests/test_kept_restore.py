"""Taking a backup in beside what is here: a union that writes over nothing and loses nothing of either."""

import errno
import os
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.errors import NewerSchema, Unwritable
from audit_tui.files import disk
from audit_tui.kept.backup import back_up, read_backup
from audit_tui.kept.restore import restore
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput

from .conftest import TODAY, Clock
from .kept_homes import everything, home


@pytest.fixture
def copied(lived_in: Audit, tmp_path: Path) -> dict[str, bytes]:
    back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    return read_backup(tmp_path / "b.zip")


def review_of(audit: Audit) -> Path:
    return next(path for path in audit.paths.journal.glob("*chirp_????????.toml"))


def test_answers_given_here_and_there_are_all_there_afterwards(
    lived_in: Audit, copied: dict[str, bytes], chirp: Checklist, clock: Clock, tmp_path: Path
) -> None:
    there = Audit(home(tmp_path, "new")._replace(builtin=lived_in.paths.builtin))
    sitting = there.sitting(chirp, clock())
    sitting.answer(2, AnswerInput(Result.PASS), clock())
    mine = everything(there.paths)
    done = restore(copied, there.paths)
    assert done.problems == ()
    assert everything(there.paths) == {**copied, **mine}
    answered = {check.check.id for check in there.status(chirp, TODAY).checks if check.answer}
    assert answered == {"private", "old-posts"}  # the answer to the third was withdrawn


def test_a_review_that_went_on_here_stays_as_it_is_here(
    fresh: Audit, chirp: Checklist, clock: Clock, tmp_path: Path
) -> None:
    sitting = fresh.sitting(chirp, clock())
    sitting.answer(0, AnswerInput(Result.PASS), clock())
    back_up(fresh.paths, tmp_path / "b.zip", TODAY)
    sitting.answer(1, AnswerInput(Result.PASS), clock())
    before = everything(fresh.paths)
    done = restore(read_backup(tmp_path / "b.zip"), fresh.paths)
    assert (done.new, done.beside, done.problems) == (0, 0, ())
    assert everything(fresh.paths) == before


def test_one_failed_look_does_not_put_the_settings_beside_where_there_are_none(
    copied: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, look = home(tmp_path, "new"), Path.lstat
    looked: list[Path] = []

    def fails_at_the_second(path: Path) -> os.stat_result:
        looked.append(path)
        if looked.count(paths.settings) == looked.count(path) == 2:
            raise OSError(errno.EIO, "Input/output error")
        return look(path)

    monkeypatch.setattr(Path, "lstat", fails_at_the_second)
    done = restore(copied, paths)
    assert (done.beside, done.problems) == (0, ())
    assert paths.settings.read_bytes() == copied["settings.toml"]


def test_what_is_here_already_is_flushed(
    lived_in: Audit, copied: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    for place in ("write", "disk"):
        monkeypatch.setattr(f"audit_tui.files.{place}.sync_folder", flushed.append)
    restore(copied, lived_in.paths)
    assert {*flushed} == {lived_in.paths.journal, lived_in.paths.settings.parent}


def test_a_place_that_cannot_be_read_is_not_called_the_same(lived_in: Audit, copied: dict[str, bytes]) -> None:
    lived_in.paths.imei.unlink()
    lived_in.paths.imei.mkdir()
    done = restore(copied, lived_in.paths)
    assert ["phones here are not those" in str(problem) for problem in done.problems] == [True]


def test_a_review_that_lost_its_end_here_comes_back_beside_it_and_counts(
    lived_in: Audit, copied: dict[str, bytes], chirp: Checklist
) -> None:
    board = lived_in.status(chirp, TODAY)
    review = review_of(lived_in)
    for other in lived_in.paths.journal.glob("*(1)*"):
        other.unlink()
    review.write_bytes(review.read_bytes()[:300])
    without_copy = {name: data for name, data in copied.items() if "(1)" not in name}
    done = restore(without_copy, lived_in.paths)
    assert (done.new, done.beside, done.problems) == (0, 1, ())
    assert review.with_name(f"{review.stem} (from a backup).toml").read_bytes() == copied[f"journal/{review.name}"]
    assert lived_in.status(chirp, TODAY).checks == board.checks
    again = restore(without_copy, lived_in.paths)
    assert again.beside == 1
    assert len(list(lived_in.paths.journal.glob("*from a backup*"))) == 1


def test_a_review_that_says_otherwise_stands_beside_and_is_told(lived_in: Audit, copied: dict[str, bytes]) -> None:
    review = review_of(lived_in)
    review.write_bytes(review.read_bytes().replace(b"will ask", b"asked"))
    assert restore(copied, lived_in.paths).beside == 1
    lived_in.board(TODAY)
    assert any("differs from" in str(problem) for problem in lived_in.problems)


def test_settings_not_chosen_here_come_and_those_chosen_stay(
    lived_in: Audit, copied: dict[str, bytes], tmp_path: Path
) -> None:
    there = Audit(home(tmp_path, "new")._replace(builtin=lived_in.paths.builtin))
    there.person.choose("accounts", [])
    there.person.choose("joined", TODAY)
    done = restore(copied, there.paths)
    assert set(done.settings.came) == {"your phone", "your trips"}
    assert done.settings.stayed == ("your accounts",)
    there.person.look_again()
    chosen = there.person.choices
    assert chosen == replace(lived_in.person.choices, accounts=(), joined=TODAY)


def test_trips_of_both_stay_and_lists_are_held_since_the_earlier_day(
    lived_in: Audit, copied: dict[str, bytes], tmp_path: Path
) -> None:
    there = Audit(home(tmp_path, "new")._replace(builtin=lived_in.paths.builtin))
    there.person.plan_trip("Zoo", TODAY - timedelta(days=9), TODAY)
    there.person.plan_trip("France", TODAY, TODAY + timedelta(days=1))
    there.person.choose("held", {"chirp": TODAY, "rules": TODAY - timedelta(days=5)})
    held = {"chirp": TODAY - timedelta(days=30), "rules": TODAY}
    copied = copied | {
        "settings.toml": copied["settings.toml"] + f"[held]\nchirp = {held['chirp']}\nrules = {TODAY}\n".encode()
    }
    done = restore(copied, there.paths)
    there.person.look_again()
    assert [(trip.name, trip.last) for trip in there.person.choices.trips] == [
        ("Zoo", TODAY),
        ("France", TODAY + timedelta(days=1)),
    ]
    assert there.person.choices.held == {"chirp": TODAY - timedelta(days=30), "rules": TODAY - timedelta(days=5)}
    assert "since when you hold each list" in done.settings.came
    assert done.settings.stayed == ("the trip France",)


def test_of_trips_those_with_other_days_are_told_as_left_and_the_others_come(
    lived_in: Audit, copied: dict[str, bytes], tmp_path: Path
) -> None:
    lived_in.person.plan_trip("Zoo", TODAY, TODAY)
    back_up(lived_in.paths, tmp_path / "both.zip", TODAY)
    there = Audit(home(tmp_path, "new")._replace(builtin=lived_in.paths.builtin))
    there.person.plan_trip("France", TODAY, TODAY + timedelta(days=1))
    there.person.plan_trip("Wales", TODAY, TODAY)
    done = restore(read_backup(tmp_path / "both.zip"), there.paths)
    assert "your trips" in done.settings.came
    assert done.settings.stayed == ("the trip France",)
    again = restore(copied, lived_in.paths)
    assert (again.settings.came, again.settings.stayed) == ((), ()), "more trips here are nothing that was left"


def test_two_backups_of_one_sitting_make_one_board_of_the_newest(
    fresh: Audit, chirp: Checklist, clock: Clock, tmp_path: Path
) -> None:
    sitting = fresh.sitting(chirp, clock())
    for position in range(3):
        sitting.answer(position, AnswerInput(Result.PASS), clock())
        back_up(fresh.paths, tmp_path / f"{position}.zip", TODAY)
    there = Audit(home(tmp_path, "new")._replace(builtin=fresh.paths.builtin))
    for position in (0, 2, 1):
        assert restore(read_backup(tmp_path / f"{position}.zip"), there.paths).problems == ()
    assert there.status(chirp, TODAY).checks == fresh.status(chirp, TODAY).checks
    assert there.problems == ()


def test_each_state_that_differs_finds_a_name_beside(lived_in: Audit, copied: dict[str, bytes]) -> None:
    review = review_of(lived_in)
    name = f"journal/{review.name}"
    for number, word in enumerate((b"asked", b"waits", b"waits"), start=1):
        other = {name: copied[name].replace(b"will ask", word)}
        assert restore(other, lived_in.paths).beside == 1, number
    assert sorted(path.name[len(review.stem) :] for path in lived_in.paths.journal.glob("*from a backup*")) == [
        " (from a backup 2).toml", " (from a backup).toml",
    ]  # fmt: skip


def test_what_is_damaged_in_the_backup_is_no_fault_of_the_file_here(lived_in: Audit, copied: dict[str, bytes]) -> None:
    review = review_of(lived_in)
    before = everything(lived_in.paths)
    damaged = {f"journal/{review.name}": copied[f"journal/{review.name}"][:300], "settings.toml": b"accounts = ["}
    problems = restore(damaged, lived_in.paths).problems
    assert [str(problem).partition(" in the backup")[0] for problem in problems] == [*damaged]
    assert everything(lived_in.paths) == before


def test_a_withdrawal_damaged_here_comes_back_beside_it(lived_in: Audit, copied: dict[str, bytes]) -> None:
    withdrawn = next(lived_in.paths.journal.glob("*.withdrawn.*"))
    withdrawn.write_bytes(b"")
    assert restore(copied, lived_in.paths).beside == 1


def test_settings_that_cannot_be_read_are_told_and_the_rest_comes(copied: dict[str, bytes], tmp_path: Path) -> None:
    paths = home(tmp_path, "new")
    paths.settings.parent.mkdir()
    paths.settings.write_bytes(b"schema = 1\naccounts = [")
    done = restore(copied, paths)
    assert len(done.problems) == 1
    assert str(paths.settings) in str(done.problems[0])
    assert paths.settings.read_bytes() == b"schema = 1\naccounts = ["
    assert done.new == len(copied) - 1


def test_settings_of_a_newer_version_are_left_and_told(copied: dict[str, bytes], tmp_path: Path) -> None:
    paths = home(tmp_path, "new")
    paths.settings.parent.mkdir()
    paths.settings.write_bytes(b"schema = 2\n")
    assert [type(problem) for problem in restore(copied, paths).problems] == [NewerSchema]
    assert paths.settings.read_bytes() == b"schema = 2\n"


def test_other_phones_here_stay_and_it_is_told(lived_in: Audit, copied: dict[str, bytes]) -> None:
    lived_in.person.phones.record(("350000000000014",), TODAY + timedelta(days=1))
    before = everything(lived_in.paths)
    done = restore(copied, lived_in.paths)
    assert ["phones here are not those" in str(problem) for problem in done.problems] == [True]
    assert everything(lived_in.paths) == before


def test_a_full_disk_is_told_for_each_file_and_a_second_try_goes_on(
    copied: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, real, left = home(tmp_path, "new"), disk.write_new, [2]

    def fill_up(path: Path, data: bytes, mode: int) -> None:
        if not left[0]:
            raise OSError(28, "No space left on device")
        left[0] -= 1
        real(path, data, mode)

    monkeypatch.setattr(disk, "write_new", fill_up)
    done = restore(copied, paths)
    assert done.new == 2
    assert all(isinstance(problem, Unwritable) for problem in done.problems)
    assert len(done.problems) == len(copied) - 2
    monkeypatch.undo()
    again = restore(copied, paths)
    assert (again.new, again.same, again.problems) == (len(copied) - 2, 2, ())
    assert everything(paths) == copied


@pytest.mark.parametrize("where", ["new", "begun"])
@pytest.mark.parametrize("name", ["settings.toml", "imei.toml"])
def test_what_a_backup_says_that_it_lost_is_told_on_a_new_machine_and_beside_what_is_here(
    lived_in: Audit, copied: dict[str, bytes], tmp_path: Path, name: str, where: str
) -> None:
    paths = home(tmp_path, "new") if where == "new" else lived_in.paths
    copied[name] = re.sub(rb"# \d+ values", b"# 99 values", copied[name])
    done = restore(copied, paths)
    assert [str(problem).partition(" in the backup: should have 99 values")[0] for problem in done.lost] == [name]
    assert paths.settings.with_name(name).exists()


def test_a_whole_backup_has_lost_nothing(copied: dict[str, bytes], tmp_path: Path) -> None:
    assert restore(copied, home(tmp_path, "new")).lost == ()


def test_the_commands_tell_of_settings_that_lost_a_part_and_end_with_2(
    lived_in: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, target = lived_in.paths.settings, str(tmp_path / "b.zip")
    settings.write_bytes(re.sub(rb"# \d+ values", b"# 99 values", settings.read_bytes()))
    monkeypatch.setenv("AUDIT_TUI_HOME", str(settings.parent))
    assert main(["backup", target]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("Done: ")
    assert f"{settings}: should have 99 values" in told.err
    monkeypatch.setenv("AUDIT_TUI_HOME", str(tmp_path / "new"))
    assert main(["accounts", "--set", ""]) == 0
    assert main(["restore", target]) == 2
    assert "settings.toml in the backup: should have 99 values" in capsys.readouterr().err
