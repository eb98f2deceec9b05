"""Settings: one key at a time, comments kept, nothing written after a failed read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cadence import parse
from audit_tui.errors import NewerSchema, Unreadable, Unwritable
from audit_tui.settings.choices import Phone
from audit_tui.settings.store import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
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
    choices = settings.change("accounts", ["facebook", "x"])
    assert choices.accounts == ("facebook", "x")
    assert settings.read() == choices
    text = settings.path.read_text()
    assert "# mine" in text
    assert "# since May" in text
    assert choices.every == {"facebook": parse("every 1 month")}
    assert choices.phone is Phone.ANDROID


def test_a_choice_can_be_taken_out(settings: Settings) -> None:
    settings.change("joined", date(2026, 9, 1))
    assert settings.read().joined == date(2026, 9, 1)
    assert settings.change("joined", None).joined is None


@pytest.mark.parametrize(
    ("key", "value"), [("phone", "nokia"), ("accounts", "x"), ("colour", "red"), ("every", {"x": "often"})]
)
def test_what_is_not_sound_is_refused_before_anything_is_written(settings: Settings, key: str, value: object) -> None:
    with pytest.raises(Unreadable):
        settings.change(key, value)
    assert not settings.path.exists()


def test_a_newer_file_is_left_to_the_byte(settings: Settings) -> None:
    settings.path.parent.mkdir()
    settings.path.write_text("schema = 2\nnew = true\n")
    with pytest.raises(NewerSchema):
        settings.read()
    with pytest.raises(NewerSchema):
        settings.change("phone", "iphone")
    assert settings.path.read_text() == "schema = 2\nnew = true\n"


def test_a_change_by_another_window_meanwhile_is_not_undone(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.change("phone", "iphone")
    reads = iter([b"schema = 1\n", b'schema = 1\nphone = "none"\n'])
    monkeypatch.setattr(settings, "_bytes", lambda: next(reads))
    with pytest.raises(Unwritable, match="another window"):
        settings.change("theme", "audit-light")
    assert settings.read().phone is Phone.IPHONE


def test_a_link_stays_a_link(settings: Settings, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("schema = 1\n")
    settings.path.parent.mkdir()
    settings.path.symlink_to(real)
    settings.change("phone", "iphone")
    assert settings.path.is_symlink()
    assert 'phone = "iphone"' in real.read_text()


CHANGES = st.lists(st.sampled_from([
    ("phone", "iphone"), ("phone", None), ("accounts", ["x"]), ("accounts", []), ("theme", "audit-light"),
    ("every", {"x": "every 2 weeks"}), ("every", None), ("keys", {"board.quit": "z"}), ("joined", date(2026, 1, 1)),
]), max_size=8)  # fmt: skip


@given(changes=CHANGES)
def test_any_order_of_changes_ends_as_a_plain_table_would(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]
) -> None:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.toml")
    table: dict[str, object] = {"schema": 1}
    for key, value in changes:
        settings.change(key, value)
        table[key] = value
    kept = {key: value for key, value in table.items() if value is not None}
    assert settings.read() == type(settings.read()).model_validate(kept)
