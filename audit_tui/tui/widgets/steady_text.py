"""A text that moves nothing about it unless it must."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class SteadyText(Static):
    """Lays the screen out again only where another text is higher or lower than the one before; it has no links."""

    auto_links = reactive(default=False)

    def show(self, content: Content) -> None:
        """Show another text."""
        self.update(content, layout=False)
        width, height = self.content_size
        is_one_line = content.cell_length <= width and "\n" not in content.plain
        if (1 if is_one_line else self.get_content_height(self.size, self.app.size, width)) != height:
            self.refresh(layout=True)
