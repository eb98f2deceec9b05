"""The app over a small library, with a clock that stands still and no wait before a card takes an answer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.paths import find_paths
from audit_tui.tui.app import AuditApp
from audit_tui.tui.widgets.haste import Haste

from ..conftest import Clock

TROUBLE = """\
schema = 1
id = "trouble"
title = "If you are attacked online"
kind = "routine"
cadence = "when it happens"
steps_verified = 2025-10-01
verified_against = "guides"
[[check]]
id = "picture"
area = "conduct"
ask = "Have you kept a picture of it?"
expect = "A picture kept"
why = "It may be gone tomorrow."
how = ["Keep it."]
[[check]]
id = "told"
area = "conduct"
ask = "Have you told the head teacher?"
expect = "The head teacher knows"
why = "Nobody should be alone with it."
how = ["Tell them."]
"""

Open = Callable[..., AuditApp]


@pytest.fixture
def opened(audit: Audit, clock: Clock) -> Open:
    def make(first: Checklist | None = None) -> AuditApp:
        return AuditApp(audit, clock, first=first)

    return make


@pytest.fixture(autouse=True)
def no_haste(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests answer as soon as they see a card; those of haste itself ask for `real_haste`."""
    if "real_haste" not in request.fixturenames:
        for wait in ("SEEN", "AGAIN", "GAP"):
            monkeypatch.setattr(Haste, wait, 0)


@pytest.fixture
def real_haste() -> type[Haste]:
    """Leave the waits as they are for a person."""
    return Haste


@pytest.fixture
def shipped(tmp_path: Path) -> Audit:
    """Nothing chosen yet, over the checklists that ship."""
    return Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "shipped")}))


@pytest.fixture
def trouble(audit: Audit) -> Checklist:
    """Add a list for when something happens, and give it."""
    (audit.paths.builtin / "trouble.toml").write_text(TROUBLE)
    audit.person.library = audit.person._read_library()
    return audit.person.library.checklists["trouble"]
