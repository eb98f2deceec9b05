"""What is painted: every frame that would go to the terminal, as the characters it would send."""

import pytest
from rich.console import ConsoleRenderable, RichCast
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

Frames = list[str]


def watch_frames(monkeypatch: pytest.MonkeyPatch) -> Frames:
    """Collect what each frame sends, from now on."""
    frames: Frames = []
    display = App._display

    def collect(app: App[None], screen: Screen[object], update: ConsoleRenderable | RichCast | str | None) -> None:
        if isinstance(update, CompositorUpdate) and not app._batch_count:
            frames.append(update.render_segments(app.console))
        display(app, screen, update)

    monkeypatch.setattr(App, "_display", collect)
    return frames


def count_calls(monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> list[tuple[object, ...]]:
    """Note every call of a function from now on, and let it do its work."""
    calls: list[tuple[object, ...]] = []
    work = getattr(place, name)

    def noted(*given: object, **named: object) -> object:
        calls.append(given)
        return work(*given, **named)

    monkeypatch.setattr(place, name, noted)
    return calls
