"""What lies behind other widgets and has nothing of its own to show."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Backdrop(Widget):
    """Draws one line of its background, which stands for all of them: most of it is never seen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give as many lines as are asked for."""
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
