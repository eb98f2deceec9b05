"""A line to type into, which takes pasted text of several lines as one and loses none of it."""

from textual import events
from textual.widgets import Input


class TextField(Input):
    """Any length may be typed: whoever reads it says what is too long, with the text still there."""

    def _on_paste(self, event: events.Paste) -> None:
        """Put everything that was pasted in, its lines side by side."""
        if text := " ".join(event.text.split()):
            selection = self.selection
            if selection.is_empty:
                self.insert_text_at_cursor(text)
            else:
                self.replace(text, *selection)
        event.prevent_default()
        event.stop()
