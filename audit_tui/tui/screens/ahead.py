"""Getting ready while the board is being read, so that nothing is brought in when a key comes."""

import gc

from rich.cells import cell_len

from audit_tui.audit import Audit
from audit_tui.phrases import path


def bring_in_sittings(audit: Audit) -> None:
    """Bring in what Enter opens, how wide its letters are, and what the audit needs for it.

    As with what the start brought in, no later collection looks through it.
    """
    import audit_tui.tui.screens.sitting  # noqa: F401 - it is found by the import at the key

    audit.get_ready()
    cell_len(path(("", "")))
    gc.freeze()
