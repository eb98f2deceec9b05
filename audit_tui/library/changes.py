"""Single checks as a school would have them: only the keys that a change gives are changed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, Any

from audit_tui.cadence import Trigger
from audit_tui.checklist import MOST_MINUTES, OWN_STEPS, Check, Checklist, Confidence, Link, Severity, Steps
from audit_tui.files.marks import Between
from audit_tui.files.model import EveryText, FileModel, OneLine, Text
from audit_tui.library.own_steps import PartlyOwn, own_devices

MOST_REVISIONS = 99
AS_GIVEN = ("severity", "ask", "expect", "why", "link", "verify", "minutes", "confidence", "checked", "source", "how")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(FileModel):
    """A change to one check, or to several that are named together."""

    check: OneLine
    """Which: "facebook:tags", or several as in `covered_by` of a policy."""
    off: bool = False
    """Whether it is not asked here at all."""
    revision: Annotated[int, Between(0, MOST_REVISIONS)] = 0
    """How often this change gave it another meaning: 1 asks it again, 2 once more. It is added to the check's own."""
    severity: Severity | None = None
    """What happens to a person if it is wrong: high, medium or low."""
    cadence: EveryText | None = None
    """How often it comes round, such as "every 1 month"."""
    ask: OneLine | None = None
    """The question; yes is always the safe answer."""
    expect: OneLine | None = None
    """What it should be, in one line."""
    why: Text | None = None
    """One or two plain sentences: what can go wrong otherwise."""
    link: Link | None = None
    """The page where it can be looked at."""
    verify: Text | None = None
    """How to see from outside that it worked."""
    minutes: Annotated[int, Between(0, MOST_MINUTES)] | None = None
    """The work beyond reading and tapping."""
    confidence: Confidence | None = None
    """How sure you are of the steps."""
    checked: date | None = None
    """The day on which the steps were looked at; once the built-in ones were compared later, whoever checks is told."""
    source: OneLine | None = None
    """What the steps were compared with; your school, if nothing is said."""
    steps: Steps | None = None
    """The labels to choose, for the devices given: steps.android = ["Menu", "Privacy"]."""
    how: tuple[Text, ...] = ()
    """What to do there, a sentence each: all of them, in place of those that were."""


def changed(checklist: Checklist, ids: Collection[str], change: Change) -> Checklist:
    """Give a checklist with a change made to some of its checks. Raises ValueError where that cannot be."""
    if change.off:
        return _without(checklist, ids)
    given = dict(_given(change))
    checks = (_changed(checklist, each, change, given) if each.id in ids else each for each in checklist.checks)
    return replace(checklist, checks=tuple(checks))


def comes_round(checklist: Checklist, check: Check) -> bool:
    """Tell whether a check comes round by the calendar or is asked once: only such a one can be asked more often."""
    return checklist.cadence_of(check).trigger in (Trigger.EVERY, Trigger.ONCE)


def _without(checklist: Checklist, ids: Collection[str]) -> Checklist:
    left = tuple(check for check in checklist.checks if check.id not in ids)
    if not left:
        raise ValueError(f'nothing would be left of it; switch the whole list off: off = ["{checklist.id}"]')
    return replace(checklist, checks=left)


def _given(change: Change) -> Iterator[tuple[str, Any]]:
    for name in AS_GIVEN:
        if (value := getattr(change, name)) not in (None, ()):
            yield name, value


def _changed(checklist: Checklist, check: Check, change: Change, given: Mapping[str, Any]) -> Check:
    new = replace(check, **given, revision=check.revision + change.revision)
    if change.steps:
        new = _with_steps(check, new, change, change.steps)
    return replace(new, cadence=change.cadence) if change.cadence and comes_round(checklist, check) else new


def _with_steps(before: Check, new: Check, change: Change, steps: Steps) -> Check:
    """Give a check with a school's steps; where those of other devices stay, so does what they were compared with."""
    own = tuple(dict.fromkeys((*own_devices(before), *steps.devices)))
    new = replace(new, steps=_steps(before.steps, steps), confidence=new.confidence or Confidence.HIGH)
    table = {field.name: getattr(new, field.name) for field in fields(Check)}
    if change.source is None and not {*own} >= {*new.steps.devices}:
        return PartlyOwn(**table | {"checked": before.checked}, own=own)
    return Check(**table | {"source": change.source or OWN_STEPS, "checked": change.checked})


def _steps(before: Steps, given: Steps) -> Steps:
    """Give the steps with those of the devices that are given; those for any phone stand for both kinds."""
    if given.phone:
        before = replace(before, iphone=(), android=())
    return replace(before, **{field.name: labels for field in fields(Steps) if (labels := getattr(given, field.name))})


def compared_later(checklist: Checklist, check: Check, change: Change) -> date | None:
    """Give the day on which what a change replaces was compared, where that is later than the change's own day."""
    day = check.checked or checklist.steps_verified
    replaced = change.steps and {*change.steps.devices} & {*check.steps.devices}
    return day if replaced and change.checked and day > change.checked else None
