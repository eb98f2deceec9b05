"""The numbers of one's phone: masked wherever they are not asked for whole, and a new phone."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import imei, luhn
from stdnum.exceptions import ValidationError
from stdnum.util import clean

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.errors import UsageError
from audit_tui.schedule.board import State
from audit_tui.schedule.due import Reason
from audit_tui.settings import phones

from .conftest import TODAY, Clock, Run
from .plain_talk import menu, sit

DAY = timedelta(days=1)
IMEI = "490154203237518"
SECOND = "356938035643809"


@pytest.mark.parametrize("given_as", [IMEI, "49 015420 323751 8", "49-015420-323751-8", f"\t{IMEI}\n"])
def test_an_imei_is_kept_with_its_check_digit_tested(audit: Audit, given_as: str) -> None:
    audit.person.phones.record((given_as, SECOND), TODAY)
    assert audit.person.phone_numbers(whole=True) == (("Your phone", (IMEI, SECOND)),)
    assert audit.person.phone_numbers(whole=False) == (("Your phone", ("•••••••••••7518", "•••••••••••3809")),)
    assert audit.paths.imei.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "number", ["490154203237519", "49015420323751", "4901542032375180", "abc", "", "²" * 15, "٤٩٠١٥٤٢٠٣٢٣٧٥١٨"]
)
def test_a_slip_is_told_without_repeating_the_number(audit: Audit, number: str) -> None:
    with pytest.raises(UsageError) as caught:
        audit.person.phones.record((number,), TODAY)
    assert "IMEI" in str(caught.value)
    assert not number or number not in str(caught.value)
    assert not audit.paths.imei.exists()


def read_by(read: Callable[[str], str], text: str) -> str | None:
    try:
        return read(text)
    except (ValueError, ValidationError):
        return None


def peer(text: str) -> str:
    """Read as an independent library does, which takes numbers without a check digit as well."""
    number = imei.validate(text)
    if len(number) != len(IMEI):
        raise ValueError(number)
    return number


WITH_CHECK_DIGIT = st.text("0123456789", min_size=14, max_size=14).map(
    lambda digits: digits + luhn.calc_check_digit(digits)
)
BETWEEN = "".join(map(chr, phones.BETWEEN))


@given(
    st.one_of(
        st.text(),
        st.text(f"0123456789{BETWEEN}"),
        st.text("0123456789", min_size=13, max_size=17),
        st.text("01²٣ \t\nxX-", min_size=10),
    )
)
def test_any_text_is_read_as_an_independent_library_reads_it(text: str) -> None:
    """Letters that only look like digits are the one thing that it takes and we do not."""
    if (found := read_by(phones.checked, text)) or text.isascii() or not {*clean(text)} - {*text}:
        assert found == read_by(peer, text)


@given(WITH_CHECK_DIGIT, st.lists(st.sampled_from(["", *BETWEEN]), min_size=15, max_size=15))
def test_a_sound_number_is_read_however_it_is_spaced(number: str, gaps: list[str]) -> None:
    text = "".join(gap + digit for gap, digit in zip(gaps, number, strict=True))
    assert phones.checked(text) == number == peer(text)


@given(WITH_CHECK_DIGIT)
def test_every_slip_in_one_digit_is_found_and_every_swap_that_can_be(number: str) -> None:
    for at, right in enumerate(number):
        for digit in "0123456789":
            changed = number[:at] + digit + number[at + 1 :]
            assert read_by(phones.checked, changed) == read_by(peer, changed) == (number if digit == right else None)
    for at in range(14):
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert read_by(phones.checked, swapped) == read_by(peer, swapped)
        unseen = number[at] == number[at + 1] or {*number[at : at + 2]} == {"0", "9"}
        assert (read_by(phones.checked, swapped) == swapped) is unseen


@pytest.mark.parametrize(("digits", "said"), [(13, "is not an IMEI"), (14, "15 digits"), (15, "is not an IMEI"), (16, "15 digits"), (17, "is not an IMEI")])  # fmt: skip
def test_a_number_that_is_one_digit_short_or_long_is_told_apart_from_a_slip(digits: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        phones.checked("1" * digits)


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
