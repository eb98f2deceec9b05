"""A check for which a school gave the steps of some devices: those of the others are still compared as they were."""

from dataclasses import dataclass

from audit_tui.checklist import Check, Device


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyOwn(Check):
    """A check whose `source` and `checked` are those of the steps that are built in."""

    own: tuple[Device, ...]
    """The devices whose steps are the school's."""


def own_devices(check: Check) -> tuple[Device, ...]:
    """Give the devices whose steps a school changed, where it left those of others."""
    return check.own if isinstance(check, PartlyOwn) else ()
