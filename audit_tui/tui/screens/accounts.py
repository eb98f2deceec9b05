"""Which accounts, and which phone: asked at the first run, changed at any time."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.checklist import Checklist
from audit_tui.settings.choices import Phone
from audit_tui.tui.messages import Chosen
from audit_tui.tui.screens.place import Place
from audit_tui.tui.widgets.row_list import Line, RowList

PHONES = {Phone.IPHONE: "An iPhone", Phone.ANDROID: "An Android phone", Phone.NONE: "No smartphone"}
ASKED = "Which of these do you have? Mark each with the space bar, then press Enter. It stays on this computer."
PHONE_ASKED = "Which phone do you carry? Choose it and press Enter. Its steps are then shown first."


class AccountsScreen(Place):
    """Marks the accounts held, then asks for the phone."""

    HELP = "Mark what you hold, so that you are asked only about that. You can come back here with a from the board."
    BINDINGS = [
        Binding("space", "mark", "Mark", id="accounts.mark", key_display="Space"),
        Binding("enter", "go_on", "Go on", id="accounts.go_on", key_display="Enter"),
        Binding("escape", "skip", "Skip for now", id="accounts.skip", key_display="Esc"),
    ]

    def __init__(self, checklists: tuple[Checklist, ...], held: tuple[str, ...], phone: Phone | None) -> None:
        super().__init__()
        self.checklists = checklists
        self.held = set(held)
        self.phone = phone
        self.asking_phone = False

    def parts(self) -> Iterable[Widget]:
        """Show the question and what there is to choose from."""
        yield Static(id="headline")
        yield RowList()

    def on_mount(self) -> None:
        """Ask about accounts first."""
        self.entitle("Privacy checks · your accounts and phone")
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer marking only where several can be chosen."""
        return not self.asking_phone if action == "mark" else True

    def _show(self) -> None:
        self.query_one("#headline", Static).update(Content(PHONE_ASKED if self.asking_phone else ASKED))
        accounts = tuple(Line(c.id, f"{'[x]' if c.id in self.held else '[ ]'} {c.title}", "") for c in self.checklists)
        phones = tuple(Line(phone.value, words, "") for phone, words in PHONES.items())
        self.query_one(RowList).show(phones if self.asking_phone else accounts)
        self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark the account under the cursor, or take its mark away."""
        if line := self.query_one(RowList).current:
            self.held ^= {line.key}
            self._show()

    @on(RowList.Picked)
    def _clicked(self) -> None:
        if self.asking_phone:
            self.action_go_on()
        else:
            self.action_mark()

    def action_go_on(self) -> None:
        """Keep what is marked and ask for the phone, then keep that and leave."""
        rows = self.query_one(RowList)
        if not self.asking_phone:
            self.post_message(Chosen("accounts", sorted(self.held)))
            self.asking_phone = True
            self._show()
            rows.go_to(self.phone or Phone.IPHONE)
            return
        if rows.current:
            self.post_message(Chosen("phone", rows.current.key))
        self.dismiss()

    def action_skip(self) -> None:
        """Leave what was not asked yet as it is."""
        self.dismiss()
