"""The phone's numbers on the screen, and a new phone."""

from audit_tui.audit import Audit
from audit_tui.paths import Paths, find_paths
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.form import FormScreen

from ..conftest import TODAY, Clock
from .records import answered
from .seen import flat, settled, text

SIZE = (80, 24)
IMEI = "490154203237518"
SECOND = "356938035643809"
SLIP = "490154203237519"


async def test_a_wrong_digit_stays_in_its_box_and_the_number_is_named(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("i", "r", *IMEI, "enter", *SLIP, "enter")
        await settled(pilot)
        assert isinstance(app.screen, FormScreen)
        assert "IMEI2: this is not an IMEI: look for a slip in one digit." in flat(app)
        assert IMEI in text(app)
        assert SLIP in text(app)
        await pilot.press("shift+tab", "backspace", "9", "enter", "enter")
        await settled(pilot)
        assert "IMEI: this is not an IMEI" in flat(app)
        assert audit.person.phone_numbers(whole=True) == ()


async def test_after_the_right_one_no_old_error_is_left(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("i", "r", *SLIP, "enter", "enter")
        await settled(pilot)
        assert "is not an IMEI" in flat(app)
        await pilot.press("backspace", "8")
        await settled(pilot)
        assert "is not an IMEI" not in flat(app)
        await pilot.press("enter", "enter")
        await pilot.pause(0.3)
        assert "Kept." in flat(app)
        assert "is not an IMEI" not in flat(app)
        assert f"{'•' * 11}7518" in text(app)
        assert IMEI not in text(app)
    assert audit.person.phone_numbers(whole=True) == (("Your phone", (IMEI,)),)


async def test_numbers_are_whole_only_after_the_key_for_it(audit: Audit, clock: Clock) -> None:
    audit.person.phones.record((IMEI, SECOND), TODAY)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("i")
        await settled(pilot)
        assert IMEI not in text(app)
        await pilot.press("v")
        await settled(pilot)
        assert f"{IMEI}, {SECOND}" in flat(app)
        await pilot.press("v")
        await settled(pilot)
        assert IMEI not in text(app)


async def test_a_new_phone_keeps_the_old_numbers_once_the_person_has_said_so(audit: Audit, clock: Clock) -> None:
    audit.person.phones.record((IMEI,), TODAY)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        for key in ("i", "n", "enter", "n"):
            await pilot.press(key)
            await settled(pilot)
        assert "Your phone: " in text(app)
        assert audit.person.settings.read().new_phone is None
        await pilot.press("n")
        await settled(pilot)
        await pilot.press("y")
        await pilot.pause(0.3)
        assert "Old phone, until 2 March 2026" in text(app)
        assert "are kept as old." in flat(app)


async def test_a_new_phone_on_the_day_of_the_review_asks_again(places: Paths, clock: Clock) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(places.settings.parent)}))
    audit.person.hold(TODAY, accounts=[], phone=None)
    phone = audit.person.library.checklists["phone"]
    answered(audit, phone, clock, *[Result.PASS] * len(audit.sitting(phone, clock()).asked))
    assert not audit.status(phone, TODAY).due_now
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("i", "n", "y", "q"):
            await pilot.press(key)
            await settled(pilot)
        status = audit.status(phone, TODAY)
        assert len(status.due_now) == sum(check.is_regular for check in status.checks)


async def test_a_file_of_numbers_that_cannot_be_read_is_told(audit: Audit, clock: Clock, places: Paths) -> None:
    places.imei.parent.mkdir(parents=True, exist_ok=True)
    places.imei.write_text("[")
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("i")
        await pilot.pause(0.3)
        assert "imei.toml" in flat(app).replace(" ", "")
        assert "None yet." not in text(app)
