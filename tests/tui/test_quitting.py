"""Keys are over once one quits: whatever was typed after q opens nothing."""

import pytest
from textual.app import App

from audit_tui.audit import Audit
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen

from ..conftest import Clock
from .seen import SIZE, settled, typed_ahead

ELSEWHERE = ["s", "question_mark", "f1", "p", "a", "i", "f", "g", "m", "h", "enter", "ctrl+p", "t"]


@pytest.mark.parametrize("after", ELSEWHERE)
async def test_a_key_right_after_q_does_nothing(
    audit: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    pushed: list[object] = []
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        monkeypatch.setattr(App, "push_screen", lambda _, screen, *__, **___: pushed.append(screen))
        await typed_ahead(pilot, "down", "q", after)
        theme = app.theme
    assert pushed == []
    assert theme == "audit-dark"
    assert app.return_code == 0


async def test_a_click_right_after_q_does_nothing(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.exit()
        assert await app.run_action("screen.summary")
        assert isinstance(app.screen, BoardScreen)
