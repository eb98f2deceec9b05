"""Whatever a person, two windows, clocks and other hands do in whatever order, the board says what was said."""

from collections.abc import Collection

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.record import Result, Review

from .figure import Figure, Trial
from .hands import NAMED
from .mishaps import Mishaps

PROMISE = (
    "Whatever happens in whatever order, the newest answer counts, no evidence is lost and no other's file written"
)
STEPS = 50
LOT = 250
SHORT, LONG, TWIN = 25, 5_000, 100
ALL_PHASES = (Phase.generate, Phase.shrink)
NO_SHRINKING = (Phase.generate,)


class Careless(Mishaps):
    """A program that goes by when a file was last written, and not by what stands in it."""

    def _answers(self, window: int) -> dict[str, Result]:  # noqa: ARG002 - one file is as good as another
        answers: dict[str, Result] = {}
        for path in sorted(self.journal.glob(NAMED), key=lambda path: path.stat().st_mtime_ns):
            try:
                answers |= {answer.check: answer.result for answer in read_model(Review, path).answers}
            except UserError:
                continue
        return answers


def try_out(machine: type[RuleBasedStateMachine], examples: int, phases: Collection[Phase] = ALL_PHASES) -> str:
    """Let so many persons do up to fifty things each; give the fault that was found, if there is one.

    They come in lots, each of a seed of its own: all that a lot has tried is remembered until it ends.
    """
    lots = ((number, min(LOT, examples - begun)) for number, begun in enumerate(range(0, examples, LOT)))
    return next(filter(None, (_try_lot(machine, number, size, phases) for number, size in lots)), "")


def _try_lot(machine: type[RuleBasedStateMachine], number: int, size: int, phases: Collection[Phase]) -> str:
    chosen = settings(
        max_examples=size, stateful_step_count=STEPS, deadline=None, database=None,
        suppress_health_check=list(HealthCheck), phases=phases, report_multiple_bugs=False,
    )  # fmt: skip
    lot = seed(number)(type(f"{machine.__name__}{number}", (machine,), {}))
    try:
        run_state_machine_as_test(lot, settings=chosen)
    except (AssertionError, UserError) as fault:
        return "\n".join([str(fault), *getattr(fault, "__notes__", ())])
    return ""


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Try the program, and the careless twin."""
    examples = LONG if long else SHORT
    fault = try_out(Mishaps, examples)
    twin = try_out(Careless, TWIN, NO_SHRINKING)
    return Figure(
        PROMISE, f"{examples:,} lives of up to {STEPS} steps by chance: answers, notes, corrections, withdrawals, logs,"
        " kills, clocks, time zones, conflict copies, and files edited, cut short or of a newer version",
        1 if fault else 0, f"that goes by the time of the file: {'found' if twin else 'not found'} in {TWIN}", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("model", run),)
