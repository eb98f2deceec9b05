"""Settings: each change is made to what stands in the file, comments are kept, nothing follows a failed read."""

import errno
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cadence import parse
from audit_tui.errors import NewerSchema, Unreadable, Unwritable
from audit_tui.files import disk, turns
from audit_tui.files.write import replace_own
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.edits import Keys, cancel_trip, join, plan_trip
from audit_tui.settings.store import TRIES, Settings

from .models import model_of


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    return Settings(tmp_path / "home" / "settings.toml")


def test_without_a_file_nothing_is_chosen(settings: Settings) -> None:
    choices = settings.read()
    assert (choices.accounts, choices.phone) == (None, None)
    assert not settings.path.parent.exists()


def test_a_choice_is_kept_and_comments_stay(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text(
        '# mine\nschema = 1\nphone = "android" # since May\n\n[every]\nfacebook = "every 1 month"\n'
    )
    choices = settings.change(lambda _: {"accounts": ["facebook", "x"]})
    assert choices.accounts == ("facebook", "x")
    assert settings.read() == choices
    text = settings.path.read_text()
    assert "# mine" in text
    assert "# since May" in text
    assert choices.every == {"facebook": parse("every 1 month")}
    assert choices.phone is Phone.ANDROID


def test_a_choice_can_be_taken_out(settings: Settings) -> None:
    settings.change(lambda choices: join(choices, date(2026, 9, 1)))
    assert settings.read().joined == date(2026, 9, 1)
    assert settings.change(lambda choices: join(choices, None)).joined is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("phone", "nokia"),
        ("accounts", "x"),
        ("colour", "red"),
        ("every", {"x": "often"}),
        ("every", {"X y": "every 1 day"}),
        ("every", {"x": "when it happens"}),
        ("every", {"x": "once"}),
        ("label", "x" * 201),
        ("share_id", "7"),
        ("calendar_seed", "0123456789ABCDEF"),
        ("new_phone", datetime(2026, 1, 1, 3)),  # noqa: DTZ001
        ("checklists", "a\0b"),
    ],
)
def test_what_is_not_sound_is_refused_before_anything_is_written(settings: Settings, key: str, value: object) -> None:
    with pytest.raises(Unreadable):
        settings.change(lambda _: {key: value})
    assert not settings.path.exists()


@pytest.mark.parametrize("letters", [60, 61, 200])
def test_a_label_of_an_earlier_version_does_not_hide_the_rest(settings: Settings, letters: int) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text(f'schema = 1\nlabel = "{"x" * letters}"\nphone = "iphone"\n')
    assert settings.read().phone is Phone.IPHONE
    assert settings.change(lambda _: {"theme": "audit-dark"}).label == "x" * letters


def test_a_wrong_number_is_told_for_what_it_is(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text('schema = 1\nshare_id = "7"\n')
    with pytest.raises(Unreadable, match="line 2, share_id: this should be 16 digits from 0 to 9 and a to f"):
        settings.read()


def test_a_newer_file_is_left_to_the_byte(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text("schema = 2\nnew = true\n")
    with pytest.raises(NewerSchema):
        settings.read()
    with pytest.raises(NewerSchema):
        settings.change(lambda _: {"phone": "iphone"})
    assert settings.path.read_text() == "schema = 2\nnew = true\n"


def test_a_change_by_another_window_meanwhile_is_kept_as_well(settings: Settings) -> None:
    settings.change(lambda _: {"phone": "iphone"})
    other = Settings(settings.path)

    def slowly(choices: Choices) -> Keys:
        if choices.theme is None:
            other.change(lambda _: {"theme": "audit-light"})
        return {"label": f"{choices.theme}"}

    assert settings.change(slowly).label == "audit-light"
    assert (settings.read().phone, settings.read().theme) == (Phone.IPHONE, "audit-light")


def test_a_first_change_does_not_undo_that_of_another_window(settings: Settings) -> None:
    def slowly(choices: Choices) -> Keys:
        if choices.phone is None:
            Settings(settings.path).change(lambda _: {"phone": "iphone"})
        return {"theme": "audit-light"}

    settings.change(slowly)
    assert (settings.read().phone, settings.read().theme) == (Phone.IPHONE, "audit-light")


def test_a_file_that_never_rests_is_told_after_five_tries(settings: Settings) -> None:
    tries = 0

    def restless(_: Choices) -> Keys:
        nonlocal tries
        tries += 1
        settings.path.parent.mkdir(exist_ok=True)
        settings.path.write_text(f"schema = 1\n# {tries}\n")
        return {"phone": "iphone"}

    with pytest.raises(Unwritable):
        settings.change(restless)
    assert tries == TRIES == 5
    assert settings.read().phone is None


def test_a_full_disk_is_told_at_once(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0

    def full(*_: object) -> None:
        nonlocal tries
        tries += 1
        raise Unwritable("this could not be saved", path=settings.path)

    monkeypatch.setattr("audit_tui.files.write.create_file", full)
    with pytest.raises(Unwritable):
        settings.change(lambda _: {"phone": "iphone"})
    assert tries == 1


def test_a_change_that_was_written_but_not_flushed_is_flushed_and_not_made_twice(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2026, 3, 2)
    settings.change(lambda now: plan_trip(now, "Farm", day, day))
    flush, flushed = disk.sync_folder, list[bytes]()

    def fails_once(folder: Path) -> None:
        flushed.append(settings.path.read_bytes())
        if len(flushed) == 1:
            raise OSError(errno.EIO, "Input/output error")
        flush(folder)

    for place in ("write", "disk"):
        monkeypatch.setattr(f"audit_tui.files.{place}.sync_folder", fails_once)
    assert settings.change(lambda now: cancel_trip(now, "Farm")).trips == ()
    assert settings.read().trips == ()
    assert flushed == [settings.path.read_bytes()] * 2


def test_two_windows_each_enter_their_trips_and_all_are_there(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(path: Path, before: bytes, data: bytes) -> None:
        assert path.read_bytes() == before
        time.sleep(0.02)
        replace_own(path, path.read_bytes(), data)

    monkeypatch.setattr(turns, "PATIENCE", 30)
    monkeypatch.setattr("audit_tui.files.write.replace_own", slowly)
    settings.change(lambda _: {"phone": "iphone"})
    windows = [Settings(settings.path) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(enter_trips, windows, "AB"))
    assert {trip.name for trip in settings.read().trips} == {
        f"{letter} {number}" for letter in "AB" for number in range(4)
    }


def test_a_window_that_hangs_holds_nobody_up(settings: Settings) -> None:
    settings.change(lambda _: {"phone": "iphone"})
    with turns.taking_turns(settings.path.parent):
        assert settings.change(lambda _: {"theme": "audit-light"}).theme == "audit-light"


def enter_trips(window: Settings, letter: str) -> None:
    for number in range(4):
        day = date(2026, 6, 1 + number)
        window.change(partial(plan_trip, name=f"{letter} {number}", first=day, last=day))


def test_a_change_of_nothing_writes_nothing(settings: Settings) -> None:
    assert settings.change(lambda _: {}) == Choices()
    assert not settings.path.exists()
    settings.change(lambda _: {"phone": "iphone"})
    before = settings.path.stat()
    settings.change(lambda _: {"phone": "iphone", "theme": None})
    assert settings.path.stat() == before


def test_only_what_changed_in_a_table_is_written(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text('schema = 1\n[every]\nx = "every 1 month" # head said so\nthreads = "every 1 year"\n')
    settings.change(lambda _: {"every": {"x": "every 1 month", "pinterest": "every 2 weeks"}})
    assert settings.path.read_text() == (
        'schema = 1\n[every]\nx = "every 1 month" # head said so\npinterest = "every 2 weeks"\n'
    )


def test_a_comment_beside_what_stays_the_same_stays(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text(
        "schema = 1\n[[trip]]\n# with class 6\nname = 'Farm'\nfirst = 2026-06-01\nlast = 2026-06-02\n"
    )
    trips = [{"name": "Farm", "first": date(2026, 6, 1), "last": date(2026, 6, 2)}]
    settings.change(lambda _: {"trip": trips, "theme": "audit-light"})
    assert "# with class 6\nname = 'Farm'" in settings.path.read_text()


def test_a_file_from_another_editor_is_changed_as_it_is_written(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_bytes(b'\xef\xbb\xbf# mine\r\nschema = 1\r\nphone = "none"\r\n')
    assert settings.change(lambda _: {"phone": "iphone"}).phone is Phone.IPHONE
    assert b'# mine\r\nschema = 1\r\nphone = "iphone"\r\n' in settings.path.read_bytes()


def test_settings_that_may_not_be_looked_at_are_told_and_not_taken_for_none(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.symlink_to(settings.path)
    for act in (settings.read, lambda: settings.change(lambda _: {"phone": "iphone"})):
        with pytest.raises(Unreadable, match=r"settings\.toml: this file cannot be read"):
            act()


def test_a_link_stays_a_link(settings: Settings, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("schema = 1\n")
    settings.path.parent.mkdir()
    settings.path.symlink_to(real)
    settings.change(lambda _: {"phone": "iphone"})
    assert settings.path.is_symlink()
    assert 'phone = "iphone"' in real.read_text()


def set_to(keys: Keys, _: Choices) -> Keys:
    return keys


CHANGES = st.lists(st.sampled_from([
    ("phone", "iphone"), ("phone", None), ("accounts", ["x"]), ("accounts", []), ("theme", "audit-light"),
    ("every", {"x": "every 2 weeks"}), ("every", None), ("held", {"x": date(2026, 1, 2), "threads": date(2026, 1, 3)}),
    ("held", {"x": date(2026, 1, 4)}), ("new_phone", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)), ("new_phone", date(2026, 1, 2)),
    ("trip", [{"name": "Farm", "first": date(2026, 1, 2), "last": date(2026, 1, 3)}]), ("trip", None), ("keys", {"board.quit": "z"}), ("joined", date(2026, 1, 1)),
]), max_size=8)  # fmt: skip


@given(changes=CHANGES)
def test_any_order_of_changes_ends_as_a_plain_table_would(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.toml")
    table: dict[str, object] = {"schema": 1}
    for key, value in changes:
        keys = {key: value}
        settings.change(partial(set_to, keys))
        table[key] = value
    kept = {key: value for key, value in table.items() if value is not None}
    assert settings.read() == model_of(Choices, kept)


def test_the_same_settings_are_parsed_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('schema = 1\nphone = "iphone"\n')
    first = Settings(path).read()
    assert Settings(path).read() is first
    path.write_text('schema = 1\nphone = "android"\n')
    assert Settings(path).read().phone is Phone.ANDROID
