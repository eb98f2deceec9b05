"""The checks of a sitting as a list, with the answers given so far."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from audit_tui import phrases
from audit_tui.sitting.sitting import Sitting, key
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList


class OverviewScreen(TitledScreen[int | None]):
    """Every check that is asked; Enter goes to one."""

    HELP = "Choose a check with the arrow keys and press Enter to go to it."
    BINDINGS = [
        Binding("enter", "choose", "Go to it", id="overview.choose", key_display="Enter"),
        Binding("l,q,escape", "back", "Back", id="overview.back", key_display="q"),
    ]

    def __init__(self, sitting: Sitting, position: int) -> None:
        super().__init__()
        self.sitting = sitting
        self.position = position

    def parts(self) -> Iterable[Widget]:
        """Hold the list."""
        yield RowList()

    def on_mount(self) -> None:
        """Start at the check one came from."""
        self.entitle("The checks of this sitting")
        rows = self.query_one(RowList)
        rows.show(tuple(self._row(position) for position in range(len(self.sitting.asked))))
        rows.go_to(str(self.position))

    def _row(self, position: int) -> ListRow:
        asked = self.sitting.asked[position]
        given = self.sitting.given(position) or self.sitting.elsewhere.get(key(asked))
        told = phrases.ANSWERED[given.result] if given else "not looked at yet"
        return ListRow(str(position), f"{asked.checklist.title}: {asked.status.check.ask}", told)

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        if self.is_active:
            self.dismiss(int(event.key))

    def action_choose(self) -> None:
        """Go to the check under the cursor."""
        self.query_one(RowList).choose()

    def action_back(self) -> None:
        """Go back to the check one came from."""
        self.dismiss(None)
