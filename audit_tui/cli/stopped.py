"""What stops the program from outside stops its work as Ctrl+C does, so that nothing half done lies about."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

SIGNS = ("SIGTERM", "SIGHUP", "SIGQUIT")


@contextmanager
def stopped_gently() -> Iterator[None]:
    """Turn a closed window, a shutdown and the key to quit at once into KeyboardInterrupt.

    What whoever started us had let be ignored still is.
    """
    signs = [getattr(signal, name) for name in SIGNS if hasattr(signal, name)]
    taken = [sign for sign in signs if signal.getsignal(sign) is signal.SIG_DFL]
    for sign in taken:
        signal.signal(sign, signal.default_int_handler)
    try:
        yield
    finally:
        for sign in taken:
            signal.signal(sign, signal.SIG_DFL)
