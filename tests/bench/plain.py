"""Commands that print and end: how long they take."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from time import perf_counter as now

THOUSAND = 1000.0


class CommandError(Exception):
    """A command did not end well."""


def run_once(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a command whose output nobody reads; give the milliseconds until it was gone."""
    began = now()
    files = [(os.POSIX_SPAWN_OPEN, handle, os.devnull, os.O_RDWR, 0) for handle in range(3)]
    pid = os.posix_spawn(command[0], list(command), environment, file_actions=files)
    _, status = os.waitpid(pid, 0)
    took = (now() - began) * THOUSAND
    if code := os.waitstatus_to_exitcode(status):
        raise CommandError(f"{' '.join(command)} ended with {code}")
    return took


def said_by(command: Sequence[str], environment: Mapping[str, str]) -> str:
    """Run a command and give what it printed; anything on its error stream is a failure."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        raise CommandError(f"{' '.join(command)} ended with {done.returncode} and said: {done.stderr}")
    return done.stdout
