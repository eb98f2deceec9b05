"""The end of a walk: what was answered, and what becomes of it."""

from collections import Counter
from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui import phrases
from audit_tui.record import Result
from audit_tui.schedule.walk import Walk
from audit_tui.text import count
from audit_tui.tui.messages import Leaving
from audit_tui.tui.screens.dialog import Dialog


class EndingScreen(Dialog[Leaving]):
    """Offers to record the answers, to leave them for later, or to throw them away."""

    HELP = "Recording saves your answers for good, even if you did only some: each check has its own next due day."
    BINDINGS = [
        Binding("enter,r", "end('record')", "Record and finish", id="ending.record", key_display="Enter"),
        Binding("l", "end('later')", "Leave for later", id="ending.later"),
        Binding("x", "end('discard')", "Throw these answers away", id="ending.discard"),
        Binding("escape,b", "never_mind", "Back to the checks", id="ending.back", key_display="b"),
    ]

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self.sure = False

    def parts(self) -> Iterable[Widget]:
        """Tell what was answered."""
        yield Static(Content.assemble((f"{self.walk.row.checklist.title}\n", "bold"), _told(self.walk)))
        yield Static(id="sure")

    def action_end(self, leaving: str) -> None:
        """Leave; throwing answers away is asked for twice."""
        if leaving == Leaving.DISCARD.value and not self.sure:
            self.sure = True
            told = f"Press x again to throw away {count(self.walk.answered, 'answer')}. This cannot be undone."
            self.query_one("#sure", Static).update(Content(told))
            return
        self.dismiss(Leaving(leaving))


def _told(walk: Walk) -> str:
    counted = Counter(answer.result for answer in walk.draft.answers)
    lines = [f"\n{walk.answered} of {len(walk.checks)} answered."]
    lines += [f"{counted[result]} {phrases.ANSWERED[result]}" for result in Result if counted[result]]
    if walk.draft.evidence:
        lines.append(f"{count(len(walk.draft.evidence), 'entry', 'entries')} in the evidence log")
    if walk.left:
        lines.append(
            f"\n{count(len(walk.left), 'check')} not looked at yet. You can record what you did, or go on later."
        )
    return "\n".join(lines) + "\n"
