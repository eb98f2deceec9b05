"""The commands, as a person types them."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_tui import __version__, phrases
from audit_tui.cadence import QUARTERLY, Unit
from audit_tui.record import Result
from audit_tui.schedule.dates import add_period

from .conftest import Run
from .models import an_answer_of
from .shipped import LIBRARY

PROGRAM = [sys.executable, "-m", "audit_tui"]


def process(*arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], input=said, capture_output=True, text=True, check=False, timeout=60)


def checks(run: Run) -> int:
    return sum(line.startswith("Should be:") for line in run("checklists", "show", "facebook")[1].splitlines())


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"audit-tui {__version__}\n", "")


def test_wrong_use_is_told_in_one_sentence(run: Run) -> None:
    for arguments, said in (
        (("due", "--on", "soon"), "argument --on: write a day of the calendar"),
        (("fly",), "invalid choice: 'fly'"),
        (("review",), "the following arguments are required: ID"),
        (("summary", "--format", "pdf"), "argument --format: invalid choice: 'pdf'"),
        (("next", "--minutes", "121"), "argument --minutes: give whole minutes from 1 to 120"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert said in err


@pytest.mark.parametrize(
    "arguments", [("review", "bebop"), ("checklists", "show", "bebop"), ("accounts", "--set", "bebop")]
)
def test_an_unknown_checklist_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert 'There is no checklist called "bebop". See audit-tui checklists for their names.' in err


def test_accounts_by_id_name_and_alias(run: Run) -> None:
    assert "not said yet" in run("accounts")[1]
    assert run("accounts", "--set", "Facebook, twitter", "--phone", "android") == (
        0, "Accounts: Facebook and X.\nPhone: an Android phone.\n", "",
    )  # fmt: skip
    assert run("accounts", "--set", "")[1].startswith("Accounts: none.")


def test_due_shows_the_board_and_check_tells_by_exit_code(run: Run) -> None:
    run("accounts", "--set", "facebook")
    code, out, _ = run("due")
    assert code == 0
    assert "Facebook" in out
    assert "not started" in out
    assert run("due", "--check")[0] == 1
    assert run("due", "--on", "2026-01-01")[0] == 0


def test_a_whole_review_through_a_pipe_is_due_three_calendar_months_later(run: Run) -> None:
    today = date.today()  # noqa: DTZ011 - the program's own clock
    due = add_period(today, 3, Unit.MONTH)
    run("accounts", "--set", "facebook", "--phone", "none")
    done = process("review", "facebook", "--plain", said="1\n" * checks(run))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    row = next(row for row in json.loads(run("due", "--json")[1])["checklists"] if row["id"] == "facebook")
    assert (row["state"], row["next_due"]) == ("up-to-date", due.isoformat())
    later = json.loads(run("due", "--json", "--on", due.isoformat())[1])
    row = next(row for row in later["checklists"] if row["id"] == "facebook")
    facebook = LIBRARY.checklists["facebook"]
    quarterly = [check for check in facebook.checks if facebook.cadence_of(check) == QUARTERLY]
    assert (row["state"], row["due"]) == ("due", len(quarterly))
    before = json.loads(run("due", "--json", "--on", (due - timedelta(days=1)).isoformat())[1])
    assert next(row for row in before["checklists"] if row["id"] == "facebook")["due"] == 0


def test_summary_in_every_format_and_into_a_file(run: Run, tmp_path: Path) -> None:
    run("accounts", "--set", "facebook")
    process("review", "facebook", "--plain", said="4 cannot see it\n1\nq\n")
    text = run("summary")[1]
    assert "Last answer: could not find it, or not sure: 1 of " in text
    assert "Could not be found: tell whoever looks after the checklists" in text
    assert "Self-reported" in text
    assert run("summary", "--format", "markdown")[1].startswith("# Summary of privacy checks on")
    results = [check["result"] for row in json.loads(run("summary", "--format", "json")[1])["checklists"]
               for check in row["checks"]]  # fmt: skip
    assert {"unknown", "pass", "notchecked"} == set(results)
    output = tmp_path / "mine.txt"
    assert run("summary", "--output", str(output)) == (0, f"Written to {output}\n", "")
    assert output.read_text() == text
    code, _, err = run("summary", "--output", str(output))
    assert code == 2
    assert "is there already" in err


def test_notes_are_in_no_report(run: Run) -> None:
    run("accounts", "--set", "facebook")
    process("review", "facebook", "--plain", said="4 zebra crossing\nq\n")
    for arguments in (("due",), ("due", "--json"), ("summary",), ("summary", "--format", "json")):
        assert "zebra" not in run(*arguments)[1]


def test_checklists_are_listed_shown_and_their_schema_printed(run: Run) -> None:
    out = run("checklists")[1]
    assert any(line.split() == ["facebook", "Facebook", str(checks(run)), "no"] for line in out.splitlines())
    assert "Facebook: Messenger" in out
    shown = run("checklists", "show", "Twitter")[1]
    assert shown.startswith("X\n=")
    assert "not tried on a live account" in " ".join(shown.split())
    assert json.loads(run("checklists", "schema")[1])["title"] == "Checklist"


def test_checking_files(run: Run, library_folder: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.toml"
    good.write_text((library_folder / "rules.toml").read_text().replace('id = "rules"', 'id = "good"', 1))
    bad = tmp_path / "bad.toml"
    bad.write_text('schema = 1\nid = "bad"\n')
    assert run("checklists", "check", str(good)) == (0, "1 file read, 0 problems found.\n", "")
    code, out, err = run("checklists", "check", str(good), str(bad))
    assert (code, out) == (2, "2 files read, 1 problem found.\n")
    assert str(bad) in err
    assert run("checklists", "check", str(tmp_path / "none"))[0] == 2


def test_policies_and_their_coverage(run: Run) -> None:
    out = run("policy")[1]
    assert "wendover" in out
    assert "past its own review date" in " ".join(out.split())
    assert "All Saints'" in run("policy", "all-saints")[1]
    one = json.loads(run("policy", "all-saints", "--format", "json")[1])["policies"][0]
    assert one["past_review"] is True
    assert all(clause["checks"] or clause["no_check"] for clause in one["clauses"])
    assert run("policy", "all-saints", "--format", "markdown")[1].startswith("# All Saints'")
    assert run("policy", "oak")[0] == 2


def test_where_tells_every_place_and_makes_none(run: Run, tmp_path: Path) -> None:
    out = run("where")[1]
    assert str(tmp_path / "home" / "journal") in " ".join(out.split())
    assert "Your answers: " in out
    assert "drafts" not in out
    assert not (tmp_path / "home").exists()
    (tmp_path / "home" / "drafts").mkdir(parents=True)
    assert "Reviews under way of version 0.1.0: " in run("where")[1]


def test_a_damaged_file_is_told_and_the_rest_is_shown(run: Run, tmp_path: Path) -> None:
    run("accounts", "--set", "facebook")
    journal = tmp_path / "home" / "journal"
    journal.mkdir()
    (journal / "2026-03-02_facebook_00000001.toml").write_bytes(b"\xff\xfe")
    code, out, err = run("due")
    assert code == 2
    assert "Facebook" in out
    assert "2026-03-02_facebook_00000001.toml: this is not UTF-8 text" in err


def test_an_unwritable_home_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "home").write_text("in the way")
    code, _, err = run("accounts", "--set", "facebook")
    assert code == 2
    assert "settings.toml" in err


def test_without_a_terminal_the_board_is_printed() -> None:
    printed = process()
    assert printed.returncode == 0
    assert "Privacy checks on" in printed.stdout


def test_the_menu_in_lines() -> None:
    done = process("--plain", said="\n\n\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "What now:" in done.stdout


def test_a_closed_pipe_is_no_traceback() -> None:
    with subprocess.Popen([*PROGRAM, "checklists", "show", "facebook"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        told = program.stderr.read().decode()
    assert program.returncode == 2
    assert told.startswith("audit-tui: The output was closed")
    assert "Traceback" not in told


def test_control_c_in_the_middle_keeps_what_was_answered(run: Run, tmp_path: Path) -> None:
    run("accounts", "--set", "facebook")
    listening = (  # what is begun in the background may be deaf to it
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from audit_tui.cli.main import main\nraise SystemExit(main())"
    )
    with subprocess.Popen([sys.executable, "-c", listening, "review", "facebook", "--plain"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=0) as program:  # fmt: skip
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdin.write("1\n")
        journal = tmp_path / "home" / "journal"
        for _ in range(600):
            if [*journal.glob("*_facebook_*.toml")]:
                break
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        told = program.stderr.read()
    assert program.returncode == 2
    assert "Stopped. Every answer given so far is kept." in told
    assert "Traceback" not in told
    row = next(row for row in json.loads(run("due", "--json")[1])["checklists"] if row["id"] == "facebook")
    assert (row["state"], row["done"]) == ("started", 1)


@pytest.mark.parametrize(
    "arguments", [["due"], ["summary"], ["checklists"], ["policy"], ["accounts"], ["where"], ["--version"]]
)
def test_printing_commands_bring_in_no_screen(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom audit_tui.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'textual', 'rich', 'jinja2', 'icalendar'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_plain_brings_in_no_screen_either() -> None:
    program = (
        "import sys\nfrom audit_tui.cli.main import main\nmain(['--plain'])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'textual', 'rich'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], input="q\n", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).with_name("audit-tui")
    if not command.exists():
        pytest.skip("not installed as a command here")
    assert subprocess.check_output([command, "--version"], text=True) == process("--version").stdout
    assert os.access(command, os.X_OK)


@pytest.mark.parametrize("day", ["0001-01-01", "1999-02-28", "2096-02-29", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_asked_about(run: Run, tmp_path: Path, day: str) -> None:
    run("accounts", "--set", "facebook", "--phone", "iphone")
    process("review", "facebook", "--plain", said="1\n1\nq\n")
    settings = tmp_path / "home" / "settings.toml"
    settings.write_text(
        settings.read_text() + 'joined = 2026-09-01\ntrip = [{ name = "T", first = 2026-09-01, last = 2026-09-02 }]\n'
    )
    for arguments in (["due"], ["due", "--json"], ["summary"]):
        code, out, err = run(*arguments, "--on", day)
        assert code in (0, 2)
        assert out
        assert "Traceback" not in err


def test_rubbish_for_an_answer_is_no_traceback(run: Run) -> None:
    run("accounts", "--set", "facebook")
    done = subprocess.run([*PROGRAM, "review", "facebook", "--plain"], input=b"\xff\xfe\x00\x9b\x1b[31m\n" + b"1" * 5000 + b"\n3 "
                          + b"n" * 5000 + b"\n", capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"\x1b" not in done.stdout
    assert b"Not kept" in done.stdout
    assert b"Nothing was answered" not in done.stdout


def test_a_trip_in_a_year_that_cannot_be_is_refused(run: Run) -> None:
    code, _, err = run("trip", "add", "T", "0001-01-01", "0001-01-02")
    assert code == 2
    assert "the year should be from 2000 to 2100" in err


def test_a_trip_is_renamed_in_one_change_or_not_at_all(run: Run) -> None:
    assert run("trip", "add", "Farm", "2026-06-10", "2026-06-10")[1] == "Kept: Farm, 10 June 2026.\n"
    assert run("trip", "add", "Farm", "2026-06-10", "2026-06-12")[1] == "Kept: Farm, 10 June 2026 to 12 June 2026.\n"
    code, _, err = run("trip", "add", "The farm", "1926-06-10", "2026-06-12", "--instead-of", "Farm")
    assert code == 2
    assert "trip: the year should be from 2000 to 2100" in err
    assert "Farm  10 June 2026" in run("trip")[1]
    assert run("trip", "add", "The farm", "2026-06-11", "2026-06-12", "--instead-of", "Farm")[0] == 0
    listed = run("trip", "list")[1]
    assert "1 trip\n" in listed
    assert "The farm  11 June 2026" in listed


def test_somebody_who_has_been_here_longer_says_so(run: Run, tmp_path: Path) -> None:
    assert run("induction", "--joined", "2026-09-01")[0] == 0
    assert "joined = 2026-09-01" in (tmp_path / "home" / "settings.toml").read_text()
    assert run("induction", "--joined", "2026-09-01", "--not-new")[0] == 2
    assert run("induction", "--not-new") == (
        0, "Kept: you have been here for longer, so the induction checks are not asked.\n", "",
    )  # fmt: skip
    assert "joined" not in (tmp_path / "home" / "settings.toml").read_text()
    assert run("induction")[0] == 2


def test_the_summary_names_a_file_that_could_not_be_used_but_not_where_it_lies(run: Run, tmp_path: Path) -> None:
    run("accounts", "--set", "facebook")
    journal = tmp_path / "home" / "journal"
    journal.mkdir()
    (journal / "2026-03-02_facebook_01234567.toml").write_text("schema = 1\n")
    _, page, err = run("summary")
    assert "2026-03-02_facebook_01234567.toml: this is not whole" in " ".join(page.split())
    assert str(tmp_path) not in page
    assert str(tmp_path) in err


def test_who_agreed_makes_no_line_of_its_own_in_the_summary() -> None:
    answer = an_answer_of({
        "check": "tags", "on": date(2026, 3, 2), "result": Result.WAIVED, "expect": "x", "revision": 1, "note": "n",
        "agreed_by": "head\n\n- Teacher Z: all right", "until": date(2026, 5, 1),
    })  # fmt: skip
    assert phrases.answered(answer).isprintable()
