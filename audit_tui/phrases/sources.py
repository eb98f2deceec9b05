"""How far the steps can be trusted: what they were compared with, when, and how sure that makes us."""

from datetime import date

from audit_tui.cadence import Unit
from audit_tui.checklist import OWN_KNOWLEDGE, OWN_STEPS, Check, Checklist, Confidence, Device
from audit_tui.library.own_steps import own_devices
from audit_tui.schedule.dates import add_period
from audit_tui.text import format_date, format_month, join_words

STALE_MONTHS = 6
FROM_MEMORY = "Steps from our own knowledge, compared with no guide."
OLD = "That is over six months ago."
DOUBTS = {Confidence.LOW: "Labels may well differ.", Confidence.MEDIUM: "Labels may differ a little."}
FROM_SCHOOL = "Your school changed the steps."
PARTLY = "Your school changed the steps {devices}. Elsewhere:"
WHERE = {
    Device.WEB: "in a web browser",
    Device.IPHONE: "on an iPhone",
    Device.ANDROID: "on an Android phone",
    Device.SAMSUNG: "on a Samsung phone",
    Device.ANY: "for any device",
}
GOOD_PRACTICE = "Good practice: no policy here asks for it in so many words."


def compared(checklist: Checklist, today: date) -> str:
    """Say what the steps of a checklist were compared with, and since when at the latest."""
    day = format_date(checklist.steps_verified)
    if checklist.verified_against == "live":
        told = f"Steps tried on a live account on {day}."
    else:
        told = f"Steps compared with published guides, the oldest of {day}, and not tried on a live account."
    return f"{told} {OLD}" if is_stale(checklist.steps_verified, today) else told


def honesty(checklist: Checklist, check: Check, today: date) -> str:
    """Say in a line how sure the way to one check is; nothing where there is no way to doubt."""
    if not (check.steps.devices or check.source):
        return ""
    own = join_words(WHERE[device] for device in own_devices(check))
    partly = PARTLY.format(devices=own) if own else ""
    return " ".join(filter(None, (partly, _source(checklist, check, today), doubts(check))))


def doubts(check: Check) -> str:
    """Say of one check that its steps may not be as written, where the sources leave doubts."""
    return DOUBTS.get(check.confidence, "") if check.confidence else ""


def _source(checklist: Checklist, check: Check, today: date) -> str:
    if check.source == OWN_KNOWLEDGE:
        return FROM_MEMORY
    if check.source == OWN_STEPS and check.checked is None:
        return FROM_SCHOOL
    if check.source is None:
        return compared(checklist, today)
    if check.checked is None:
        return f"Steps compared with {check.source}, date unknown, and not tried on a live account."
    told = f"Steps compared with {check.source}, {format_month(check.checked)}, and not tried on a live account."
    if checklist.verified_against == "live":
        told = f"Steps tried on a live account on {format_date(check.checked)}."
    return f"{told} {OLD}" if is_stale(check.checked, today) else told


def is_stale(checked: date, today: date) -> bool:
    """Tell whether steps were last compared over six months ago."""
    return add_period(checked, STALE_MONTHS, Unit.MONTH) < today
