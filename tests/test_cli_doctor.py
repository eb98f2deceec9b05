"""`doctor`, `backup`, `restore` and `forget` as somebody types them: plain words, and the exit codes."""

import io
import json
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.errors import Unwritable
from audit_tui.files import probe, remove
from audit_tui.paths import find_paths

from .conftest import Run
from .kept_homes import everything


@pytest.fixture
def used(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two accounts, a trip, a phone and two answers."""
    run("accounts", "--set", "facebook,whatsapp", "--phone", "iphone")
    run("trip", "add", "France", "2027-03-02", "2027-03-06")
    run("imei", "--record", "350000000000006")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\nq\n"))
    run("review", "facebook", "--plain")
    return tmp_path / "home"


def journal(used: Path) -> Path:
    return next((used / "journal").glob("*_facebook_*.toml"))


def test_a_sound_home_needs_nobody(run: Run, used: Path) -> None:
    before = everything(find_paths())
    code, told, errors = run("doctor")
    assert (code, errors) == (0, "")
    assert "Nothing needs you" in told
    assert "1 review read" in told
    assert str(used / "journal") in told
    assert everything(find_paths()) == before


def test_an_empty_home_needs_nobody_and_stays_empty(run: Run, tmp_path: Path) -> None:
    code, told, _ = run("doctor")
    assert code == 0
    assert "0 reviews read" in told
    assert "not there yet" in " ".join(told.split())
    assert not (tmp_path / "home").exists()


def test_whatever_needs_a_person_is_told_with_what_to_do(run: Run, used: Path) -> None:
    review = journal(used)
    (used / "imei.toml").write_text("schema = 1\nphone = 3\n")
    ahead = date.today() + timedelta(days=400)  # noqa: DTZ011 - ahead of this machine's clock
    (used / "journal" / f"{ahead}_facebook_00000000.toml").write_text("schema = 1\n")
    (used / "journal" / "2026-03-02_whatsapp_11111111.toml").write_text("schema = 2\n")
    (used / "journal" / "2026-03-02_gone-list_22222222.toml").write_bytes(review.read_bytes()[:200])
    settings = (used / "settings.toml").read_text()
    (used / "settings.toml").write_text(f'{settings}\n[keys]\n"board.help" = "q"\n')
    code, told, errors = run("doctor")
    assert (code, errors) == (1, "")
    needs = told.partition("Your answers")[0]
    told_flat = " ".join(needs.split())
    for sign in ("imei.toml", f"{ahead}_facebook", "newer version", "gone-list", "cut short", "keys, board.help"):
        assert sign in told_flat, sign
    assert "Nothing needs you" not in told
    assert "1 review read" in told


def test_copies_withdrawals_and_half_written_files_are_counted_and_no_problem(run: Run, used: Path) -> None:
    review = journal(used)
    review.with_name(f"{review.stem} (1).toml").write_bytes(review.read_bytes())
    (used / "journal" / ".x.toml.1.tmp").write_bytes(b"half")
    audit = Audit(find_paths())
    today = date.today()  # noqa: DTZ011 - as above
    audit.withdraw(audit.history("facebook", today)[0][0], today)
    code, told, _ = run("doctor")
    assert code == 0
    assert "1 file named otherwise" in told
    assert "1 review or answer withdrawn" in told
    assert "1 file left half written" in told


def test_a_backup_is_told_as_done_and_restored_elsewhere(
    run: Run, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(find_paths())
    code, told, _ = run("backup", str(tmp_path / "b.zip"))
    assert code == 0
    assert told.startswith("Done: 3 files")
    assert run("backup", str(tmp_path / "b.zip"))[0] == 2
    monkeypatch.setenv("AUDIT_TUI_HOME", str(tmp_path / "new"))
    code, told, _ = run("restore", str(tmp_path / "b.zip"))
    assert (code, told) == (0, f"Restored from {tmp_path / 'b.zip'}: 3 files new, 0 here already.\n")
    assert everything(find_paths()) == before
    assert "0 files new, 3 here already" in run("restore", str(tmp_path / "b.zip"))[1]
    board = json.loads(run("due", "--json")[1])
    monkeypatch.setenv("AUDIT_TUI_HOME", str(used))
    assert json.loads(run("due", "--json")[1]) == board


def test_what_a_restore_leaves_or_puts_beside_is_told(run: Run, used: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "b.zip"))
    run("accounts", "--set", "facebook")
    settings = find_paths().settings
    settings.write_text("\n".join(line for line in settings.read_text().splitlines() if not line.startswith("phone")))
    review = journal(used)
    review.write_bytes(review.read_bytes()[:300])
    code, told, _ = run("restore", str(tmp_path / "b.zip"))
    assert "1 file differed from yours" in told
    assert "Taken into your settings: your phone" in told
    assert "Left in your settings as it is here: your accounts." in told
    assert code == 0


def test_a_backup_that_leaves_a_file_out_says_so_and_is_no_success(run: Run, used: Path, tmp_path: Path) -> None:
    (used / "journal" / "large.toml").write_bytes(b"#" * 70_000)
    code, told, errors = run("backup", str(tmp_path / "b.zip"))
    assert code == 2
    assert "3 files backed up" in told
    assert "large.toml" in errors


@pytest.mark.usefixtures("used")
def test_what_is_no_backup_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = everything(find_paths())
    (tmp_path / "b.zip").write_bytes(b"no archive")
    assert run("restore", str(tmp_path / "b.zip"))[0] == 2
    assert run("restore", str(tmp_path / "none.zip"))[0] == 2
    assert everything(find_paths()) == before


def test_everything_is_shown_and_forgotten_only_at_the_word(
    run: Run, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(find_paths())
    for word in ("", "yes", "forge"):
        monkeypatch.setattr("builtins.input", lambda _, word=word: word)
        code, told, _ = run("forget")
        assert (code, "Nothing was removed." in told) == (0, True)
        assert everything(find_paths()) == before
    monkeypatch.setattr("builtins.input", lambda _: " Forget ")
    (used / "journal" / "mine.txt").write_text("mine")
    code, told, _ = run("forget")
    assert code == 0
    assert "settings.toml and imei.toml" in " ".join(told.split())
    assert "Statements that you handed in" in told
    assert f"Left, for it is not ours: {used / 'journal' / 'mine.txt'}." in told
    assert told.endswith("All of it is removed.\n")
    assert list(everything(find_paths())) == ["journal/mine.txt"]
    assert run("forget")[1] == "Nothing is kept on this computer.\n"


@pytest.mark.usefixtures("used")
def test_the_label_handed_in_is_named_before_it_is_forgotten(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared").mkdir()
    assert run("share", "--to", str(tmp_path / "shared"), "--as", "Teacher A", "--yes")[0] == 0
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert 'handed in as "Teacher A"' in run("forget")[1]


def test_an_imei_can_be_typed_where_no_terminal_remembers_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "350000000000006, 350000000000014")
    code, told, _ = run("imei", "--record")
    assert code == 0
    assert "0006" in told
    assert "350000000000014" in run("imei")[1]
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert run("imei", "--record")[0] == 2


def test_stopped_half_way_it_is_not_said_that_all_is_kept(
    run: Run, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", lambda _: "forget")
    monkeypatch.setattr("audit_tui.kept.forget.forget", stop)
    code, told, errors = run("forget")
    assert code == 2
    assert "Part of it is removed" in told
    assert "kept" not in errors
    assert used.exists()


def test_what_cannot_be_removed_is_not_called_somebody_elses(
    run: Run, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = remove._unlink
    review = journal(used)

    def held(path: Path) -> None:
        if path == review:
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr(remove, "_unlink", held)
    monkeypatch.setattr("builtins.input", lambda _: "forget")
    code, told, errors = run("forget")
    assert code == 2
    assert "not ours" not in told
    assert told.endswith("The rest is removed.\n")
    assert "Remove it yourself" in errors


def test_a_restore_with_a_word_to_say_is_no_success(run: Run, used: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "b.zip"))
    run("imei", "--record", "350000000000014")
    code, _, errors = run("restore", str(tmp_path / "b.zip"))
    assert code == 2
    assert "phones here are not those" in errors
    assert used.exists()


def test_the_doctor_tells_of_copies_of_drafts_and_of_what_is_not_read(run: Run, used: Path) -> None:
    settings = used / "settings.toml"
    (used / "settings (1).toml").write_bytes(settings.read_bytes())
    (used / "drafts").mkdir()
    (used / "drafts" / "facebook.1.toml").write_bytes(b"half")
    review = journal(used)
    review.with_suffix(".toml.txt").write_bytes(review.read_bytes())
    code, told, _ = run("doctor")
    flat = " ".join(told.split())
    assert code == 1
    for sign in (
        "settings (1).toml: this looks like a copy",
        "facebook.1.toml",
        f"named as records: {review.name}.txt",
    ):
        assert sign in flat, sign


def test_the_doctor_tells_of_a_stick_that_is_not_in(run: Run, used: Path) -> None:
    for path in (used / "journal").iterdir():
        path.unlink()
    (used / "journal").rmdir()
    (used / "journal").symlink_to(used / "gone")
    code, told, _ = run("doctor")
    assert code == 1
    assert "leads nowhere" in told


def test_the_doctor_reads_the_schools_checklists_as_well(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "broken.toml").write_text("[")
    code, told, _ = run("--checklists", str(tmp_path / "own"), "doctor")
    assert code == 1
    assert "broken.toml" in told


def folders(told: str) -> str:
    return " ".join(told.partition("Your folders")[2].split())


def test_the_doctor_names_both_folders_and_the_room_there_is(
    run: Run, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=81_000_000))
    code, told, _ = run("doctor")
    assert code == 0
    for folder in (used, used / "journal"):
        assert f"{folder}: there and written to on trial; 81 MB free" in folders(told)
    assert "synced" not in told
    assert "network" not in told
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_500_000))
    code, told, _ = run("doctor")
    assert code == 1
    assert "only 1.5 MB are free on this disk. Make some room" in " ".join(told.split())


@pytest.mark.parametrize(
    ("name", "service"),
    [("OneDrive - Oak End", "OneDrive"), ("Dropbox", "Dropbox"), ("Mobile Documents", "iCloud Drive")],
)
def test_the_doctor_says_whose_service_a_folder_looks_synced_by(
    run: Run, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, service: str
) -> None:
    used.rename(tmp_path / name)
    monkeypatch.setenv("AUDIT_TUI_HOME", str(tmp_path / name))
    code, told, _ = run("doctor")
    assert code == 0
    assert folders(told).count(f"looks synced by {service}: whoever has that account can read it") == 2
    assert "Nothing leaves" not in told


@pytest.mark.skipif(not Path(probe.MOUNTS).exists(), reason="no list of mounts on this system")
def test_the_doctor_says_where_a_folder_lies_on_a_network(
    run: Run, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(f"/dev/a / ext4 rw 0 0\n//server/home {used}/journal cifs rw 0 0\n")
    monkeypatch.setattr(probe, "MOUNTS", str(tmp_path / "mounts"))
    code, told, _ = run("doctor")
    assert code == 0
    assert folders(told).count("on a network: it can be read where that is") == 1


def test_the_doctor_says_where_what_was_written_is_not_read_back(
    run: Run, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(*_: object) -> None:
        raise Unwritable("what was read back is not what was written", path=used)

    monkeypatch.setattr(probe, "read_back", other)
    code, told, _ = run("doctor")
    assert code == 1
    assert "what was read back is not what was written" in " ".join(told.split())
    assert folders(told).count("it cannot be written to, as is said above") == 2


def test_the_doctor_tells_of_a_copy_of_a_review_that_says_otherwise(run: Run, used: Path) -> None:
    review = journal(used)
    other = review.with_name(f"{review.stem}.sync-conflict-20261121-101010-ABC.toml")
    other.write_bytes(review.read_bytes().replace(b'"pass"', b'"fail"'))
    code, told, _ = run("doctor")
    assert code == 1
    assert f"{other.name}: this differs from {review.name}" in " ".join(told.split())


def test_the_doctor_tells_of_a_review_that_was_written_ahead_of_the_clock(run: Run, used: Path) -> None:
    review = journal(used)
    year = str(date.today().year)  # noqa: DTZ011 - as above
    ahead = re.sub(rb"(recorded|at) = \d{4}", rb"\1 = " + str(int(year) + 2).encode(), review.read_bytes())
    review.write_bytes(ahead)
    code, told, _ = run("doctor")
    assert code == 1
    assert review.name in told.partition("Your answers")[0]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"board.summary": "h"}, '"h" is already the key of board.history'),
        ({"board.fly": "z"}, "nothing has this name"),
        ({"board.trips": "boo"}, '"boo" is not a key'),
    ],
)
def test_the_doctor_tells_of_keys_that_clash_and_in_which_file(
    run: Run, used: Path, keys: dict[str, str], told: str
) -> None:
    settings = used / "settings.toml"
    lines = "".join(f'"{name}" = "{key}"\n' for name, key in keys.items())
    settings.write_text(f"{settings.read_text()}\n[keys]\n{lines}")
    code, said, _ = run("doctor")
    assert code == 1
    assert f"{settings}, keys, {next(iter(keys))}: {told}" in " ".join(said.split())


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_backup_that_is_stopped_leaves_nothing_open(used: Path, tmp_path: Path, sign: str) -> None:
    program = (
        "import os, signal\nfrom audit_tui.kept import backup\nfrom audit_tui.cli.main import main\n"
        "def stop(*_):\n    os.kill(os.getpid(), getattr(signal, SIGN))\n    return {}\n"
        "backup.read_backup = stop\nraise SystemExit(main(['backup', FILE]))\n"
    )
    file = tmp_path / "b.zip"
    done = subprocess.run(
        [sys.executable, "-c", f"SIGN, FILE = {sign!r}, {str(file)!r}\n{program}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert not file.exists()
    if sign != "SIGKILL":
        assert done.returncode == 2
        assert sorted(path.name for path in used.iterdir()) == ["imei.toml", "journal", "settings.toml"]
        assert list(tmp_path.glob(".b.zip*")) == []
    again = main(["backup", str(file)])
    assert again == 0
    assert sorted(path.name for path in used.iterdir()) == ["imei.toml", "journal", "settings.toml"]
