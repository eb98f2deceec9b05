"""Asking a disk that may never answer, such as a share on a network that is not there."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from audit_tui.errors import UserError

T = TypeVar("T")


def in_time(seconds: float, act: Callable[[], T]) -> T:
    """Do it in a thread and give what comes of it. Raises TimeoutError after so many seconds, and what the act raises.

    The thread is then left to itself: the program ends without it.
    """
    done: list[T] = []
    failed: list[OSError | UserError] = []

    def attempt() -> None:
        try:
            done.append(act())
        except (OSError, UserError) as problem:
            failed.append(problem)

    thread = Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise TimeoutError(f"no answer within {seconds} seconds")
    return done[0]
