"""The sentences that pages, screens and lines share, so that each is said in one way only."""

from audit_tui.phrases.checks import (
    ANSWERED,
    DEVICES,
    REASONS,
    RESULTS,
    answered,
    path,
    spoken_path,
    why_due,
)  # fmt: skip
from audit_tui.phrases.how import before_the_way, numbered_steps
from audit_tui.phrases.lists import next_due, progress, state
from audit_tui.phrases.now import about, coming_line, headline, number_word, planned_headline, progress_line, round_line
from audit_tui.phrases.sittings import sitting_list, sitting_title, titles
from audit_tui.phrases.sources import GOOD_PRACTICE, honesty, is_stale

__all__ = [
    "ANSWERED", "DEVICES", "GOOD_PRACTICE", "REASONS", "RESULTS", "about", "answered", "before_the_way",
    "coming_line", "headline", "honesty", "is_stale", "next_due", "number_word", "numbered_steps", "path",
    "planned_headline", "progress", "progress_line", "round_line", "sitting_list", "sitting_title", "spoken_path",
    "state", "titles", "why_due",
]  # fmt: skip
