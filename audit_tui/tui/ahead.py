"""Getting ready while the board is being read, so that nothing is brought in when a key comes."""

import gc

from rich.cells import cell_len

from audit_tui.library.library import Library
from audit_tui.phrases import path


def bring_in_sittings(library: Library) -> None:
    """Bring in what Enter opens, what is quoted there, how wide its letters are, and what keeps an answer.

    As with what the start brought in, no later collection looks through it.
    """
    import tomli_w  # noqa: F401 - each is found by the import at the key

    import audit_tui.files.toml
    import audit_tui.files.write
    import audit_tui.tui.screens.sitting  # noqa: F401

    tuple(library.policies.values())
    cell_len(path(("", "")))
    gc.freeze()
