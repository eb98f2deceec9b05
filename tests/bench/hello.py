"""The floor: the least that a program of this kind can be. It shows a word, and changes it when a key comes."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """Show the word."""
        yield Static("Hello 0")

    def on_key(self) -> None:
        """Count the keys."""
        line = self.query_one(Static)
        line.update(f"Hello {int(str(line.content).split()[1]) + 1}")


if __name__ == "__main__":
    Hello().run()
