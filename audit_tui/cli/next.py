"""`next`: the checks that matter most in the minutes a person has."""

from datetime import date
from pathlib import Path

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.app import in_lines, on_terminal
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.schedule.board import Board
from audit_tui.schedule.plan import plan
from audit_tui.text import count, sentence


def next_checks(*, school: Path | None, plain: bool, minutes: int, on: date | None, as_json: bool) -> int:
    """Go through what fits into the minutes, on the screen or in lines; without a terminal, or for a day, list it."""
    audit = context.open_audit(school)
    if not as_json and on is None and (in_lines(plain=plain) or on_terminal()):
        return _sit(audit, minutes, plain=in_lines(plain=plain))
    board = audit.board(context.day_of(on))
    if as_json:
        from audit_tui.exports.as_json import plan_json

        write(plan_json(plan(board, minutes)))
    else:
        write(plan_text(board, minutes))
    return EXIT_OK


def _sit(audit: Audit, minutes: int, *, plain: bool) -> int:
    if not plain:
        from audit_tui.tui.app import AuditApp

        return AuditApp(audit, context.now, first=float(minutes)).run_to_end()
    sitting = audit.ten_minutes(minutes, context.now())
    if not sitting.asked:
        write(plan_text(audit.board(context.day_of(None)), minutes))
        return EXIT_OK
    from audit_tui.cli.lines import sit_in_lines

    return sit_in_lines(audit, sitting)


def plan_text(board: Board, minutes: int) -> str:
    """Put a plan in lines: how long it takes, then each check on a line of its own, in the order of the walk."""
    planned = plan(board, minutes)
    if planned.shortest is not None:
        return f"Nothing fits into these minutes. The shortest check takes {_minutes(planned.shortest)}.\n"
    if not planned.checks:
        return f"{phrases.headline(board, minutes)}\n"
    listed = [
        f"{each.checklist.title}: {each.status.check.ask} {sentence(_minutes(each.minutes))}" for each in planned.checks
    ]
    return "\n".join([f"{count(len(listed), 'check')}, {_minutes(planned.minutes)}.", *listed, ""])


def _minutes(number: float) -> str:
    return "under a minute" if number < 1 else phrases.about(number)
