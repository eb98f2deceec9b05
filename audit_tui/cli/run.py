"""Running a command: problems become one sentence and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from audit_tui.cli import problems, streams
from audit_tui.cli.exits import EXIT_ERROR
from audit_tui.errors import UserError
from audit_tui.paths import find_paths, is_there


def run(command: Callable[[], int]) -> int:
    """Carry a command out, tell what could not be used on the way, and give the exit code."""
    _close_pages()
    code = _run(command)
    return EXIT_ERROR if problems.tell_unread() else code


def _close_pages() -> None:
    """Remove what an earlier command opened in the browser, so that it does not lie about."""
    with suppress(ValueError):  # a home that is no path is told by what needs it
        places = find_paths()
        if is_there(places.printed):
            from audit_tui.kept.printed import remove_opened_pages

            remove_opened_pages(places)


def _run(command: Callable[[], int]) -> int:
    try:
        code = command()
        streams.flush()
    except UserError as problem:
        return _tell_problem(problem)
    except EOFError:
        return _tell("The input ended before this was answered, so nothing was done.")
    except KeyboardInterrupt:
        return _tell("Stopped. Every answer given so far is kept.", above="\n")
    except BrokenPipeError:
        streams.give_up()
        return _tell("The output was closed before all of it was written. Nothing that was kept is lost.")
    except OSError as error:
        return _tell_problem(_output_problem(error))
    return code


def _tell(sentence: str, above: str = "") -> int:
    sys.stderr.write(f"{above}audit-tui: {sentence}\n")
    return EXIT_ERROR


def _tell_problem(problem: UserError) -> int:
    problems.warn([problem])
    return EXIT_ERROR


def _output_problem(error: OSError) -> UserError:
    """Say why the output, or a file that nobody else spoke of, could not be used."""
    why = error.strerror or str(error)
    if error.filename is None:
        return UserError(f"the output could not be written ({why})", remedy="nothing that was kept is lost")
    return UserError(f"{os.fsdecode(error.filename)}: this cannot be used ({why})")
