"""Being stopped from outside: what is typed is kept, and a terminal that is still there is left as it was found."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

SIGNS = ("SIGTERM", "SIGHUP", "SIGQUIT")
PATIENCE = 10


def stop_on_signals(leave: Callable[[None, int], object], keep_typed: Callable[[], Awaitable[object]]) -> None:
    """Let the signals to stop `leave` with nothing and an exit code; where the window is gone, only `keep_typed`.

    A terminal that is gone takes no more output, and who waited for it to do so would wait for ever.
    """
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Future[None]] = set()

    def stop(sign: int) -> None:
        if sys.__stdin__ is not None and sys.__stdin__.isatty():
            leave(None, 128 + sign)
        else:
            tasks.add(asyncio.ensure_future(_keep_and_die(sign, keep_typed)))

    for name in SIGNS:
        with suppress(NotImplementedError, AttributeError):  # Windows has none of them
            loop.add_signal_handler(getattr(signal, name), stop, getattr(signal, name))


async def _keep_and_die(sign: int, keep_typed: Callable[[], Awaitable[object]]) -> None:
    signal.alarm(PATIENCE)
    await keep_typed()
    signal.signal(sign, signal.SIG_DFL)
    signal.raise_signal(sign)
