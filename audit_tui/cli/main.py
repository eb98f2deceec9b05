"""Running a command: problems become one sentence and an exit code, never a traceback."""

import gc
import sys
from collections.abc import Sequence

from audit_tui.cli import streams
from audit_tui.errors import UserError

EXIT_OK, EXIT_DUE, EXIT_ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 as asked by a flag, 2 wrong use or unreadable input."""
    gc.disable()  # a short life needs no collecting; what lives longer turns it on again
    streams.prepare()
    code = _run(sys.argv[1:] if arguments is None else arguments)
    return EXIT_ERROR if _tell_unread() else code


def _run(arguments: Sequence[str]) -> int:
    from audit_tui.cli.parser import parse

    try:
        code = parse(arguments)()
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
        return _tell_problem(streams.output_problem(error))
    return code


def _tell(sentence: str, above: str = "") -> int:
    sys.stderr.write(f"{above}audit-tui: {sentence}\n")
    return EXIT_ERROR


def _tell_problem(problem: UserError) -> int:
    from audit_tui.cli import output

    output.warn([problem])
    return EXIT_ERROR


def _tell_unread() -> bool:
    """Say once what the command's audit could not use, unless the command did; tell whether there was any to say."""
    from audit_tui.cli import context, output

    told = output.warn(context.close_audits())
    output.TOLD.clear()
    return told
