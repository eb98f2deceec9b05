"""The numbers of one's phone: masked wherever they are not asked for whole, and a new phone."""

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.errors import UsageError
from audit_tui.schedule.board import State
from audit_tui.schedule.due import Reason

from .conftest import TODAY, Clock, Run
from .plain_talk import menu, sit

DAY = timedelta(days=1)
IMEI = "490154203237518"
SECOND = "356938035643809"


@pytest.mark.parametrize("given_as", [IMEI, "49 015420 323751 8", "49-015420-323751-8"])
def test_an_imei_is_kept_with_its_check_digit_tested(audit: Audit, given_as: str) -> None:
    audit.person.phones.record((given_as, SECOND), TODAY)
    assert audit.person.phone_numbers(whole=True) == (("Your phone", (IMEI, SECOND)),)
    assert audit.person.phone_numbers(whole=False) == (("Your phone", ("•••••••••••7518", "•••••••••••3809")),)
    assert audit.paths.imei.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("number", ["490154203237519", "49015420323751", "4901542032375180", "abc", "", "²" * 15])
def test_a_slip_is_told_without_repeating_the_number(audit: Audit, number: str) -> None:
    with pytest.raises(UsageError) as caught:
        audit.person.phones.record((number,), TODAY)
    assert "IMEI" in str(caught.value)
    assert not number or number not in str(caught.value)
    assert not audit.paths.imei.exists()


def test_a_new_phone_keeps_the_old_number_and_asks_about_the_phone_again(audit: Audit, clock: Clock) -> None:
    path = audit.paths.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('kind = "platform"', 'kind = "device"'))
    audit = Audit(audit.paths)
    device = audit.person.library.checklists["chirp"]
    sit(audit, device, clock, "1", "1", "1")
    audit.person.phones.record((IMEI,), TODAY)
    assert audit.status(device, TODAY).done == 3
    audit.person.new_phone(clock())
    seen = audit.status(device, TODAY)
    assert (seen.state, seen.done) == (State.DUE, 0)
    assert {each.reason for each in seen.checks} == {Reason.NEW_PHONE}
    sit(audit, device, clock, "1")
    assert audit.status(device, TODAY).done == 1
    audit.person.phones.record((SECOND,), TODAY)
    assert audit.person.phone_numbers(whole=True) == (
        ("Old phone, until 2 March 2026", (IMEI,)),
        ("Your phone", (SECOND,)),
    )


def test_the_number_is_shown_whole_by_its_own_command_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"

    def run(*arguments: str, said: str = "") -> str:
        done = subprocess.run([sys.executable, "-m", "audit_tui", *arguments], input=said, capture_output=True,
                              text=True, check=False)  # fmt: skip
        return done.stdout + done.stderr

    recorded = run("imei", "--record", "49 015420 323751 8")
    assert "7518" in recorded
    said = [recorded, run("imei", "--record", "490154203237519"), run("imei", "--new-phone")]
    run("accounts", "--set", "facebook")
    ics = tmp_path / "a.ics"
    said += [run("remind", "--output", str(ics)), ics.read_text()]
    said += [run(*words.split()) for words in (
        "due", "due --json", "summary", "summary --format json", "summary --format markdown", "checklists", "policy",
        "accounts", "where", "trip list", "induction --joined 2026-09-01", "evidence approach",
    )]  # fmt: skip
    said.append(run("--plain", said="i\n\nm\nq\n"))
    (home / "imei.toml").write_text((home / "imei.toml").read_text().replace("recorded", "recorted"))
    said += [run("--plain", said="i\n\nq\n"), run("imei")]
    for text in said:
        assert IMEI not in re.sub(r"\D", "", text), text
    for path in home.rglob("*.toml"):
        assert IMEI not in path.read_text() or path.name == "imei.toml"


def test_the_command_shows_it_whole_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imei", "--record", IMEI]) == 0
    capsys.readouterr()
    assert main(["imei"]) == 0
    out = capsys.readouterr().out
    assert IMEI in out
    assert "Ask to block SIM and handset" in " ".join(out.split())


def test_a_new_phone_without_numbers_speaks_of_none_and_says_where_its_kind_is_changed(
    audit: Audit, clock: Clock, run: Run
) -> None:
    told = " ".join(menu(audit, clock, "i", "new", "q").split())
    assert "Kept. The checks of your phone are due again." in told
    assert "If it is another kind of phone, say so: a (accounts and phone)." in told
    assert not audit.paths.imei.exists()
    code, out, _ = run("imei", "--new-phone")
    assert code == 0
    assert "old numbers" not in out
    assert "If it is another kind of phone, say so: audit-tui accounts --phone." in out
    run("imei", "--record", IMEI)
    assert "The old numbers are kept as old." in run("imei", "--new-phone")[1]
    assert "old numbers" not in run("imei", "--new-phone")[1]


def test_numbers_in_lines(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "i", f"{IMEI}, {SECOND}", "i", "NEW", "i", "123", "i", "", "q")
    assert "Kept. Keep a copy somewhere else as well." in told
    assert "Kept. The old numbers are kept as old. The checks of your phone are due again." in " ".join(told.split())
    assert "This number should have 15 digits" in told or "This number is not an IMEI" in told
    assert audit.person.phone_numbers(whole=True) == (("Old phone, until 2 March 2026", (IMEI, SECOND)),)
    assert IMEI not in told
