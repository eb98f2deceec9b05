"""What is on the screen, as a person sees it."""

from rich.segment import Segment
from textual.app import App

from audit_tui.tui.app import AuditApp


def lines(app: App[None]) -> list[list[Segment]]:
    """Give the screen's lines as the compositor draws them, dialogs over what lies beneath."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def text(app: AuditApp) -> str:
    """Give the text of the screen on top."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines(app))


def flat(app: AuditApp) -> str:
    """Give the text without its line ends, for sentences that wrap."""
    return " ".join(text(app).split())
