"""The app over a small library, with a clock that stands still."""

from collections.abc import Callable

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.tui.app import AuditApp

from ..conftest import Clock

Open = Callable[..., AuditApp]


@pytest.fixture
def opened(audit: Audit, clock: Clock) -> Open:
    def make(first: Checklist | None = None) -> AuditApp:
        return AuditApp(audit, clock, first=first)

    return make
