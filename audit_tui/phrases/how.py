"""The lines of a check on how to do it, for one phone: what to know first, the steps, and what is noted."""

from audit_tui.checklist import Check, Device

BEFORE = "Before you start"
NOTE = "Note:"
OF_A_PHONE = ("On an iPhone", "On an Android", "On Android", "On a Samsung")
PHONES = {Device.IPHONE: "iPhone", Device.ANDROID: "Android", Device.SAMSUNG: "Samsung"}


def before_the_way(check: Check) -> tuple[str, ...]:
    """Give what has to be known before the way is gone, for it ends in what cannot be undone."""
    return tuple(line for line in check.how if line.startswith(BEFORE))


def numbered_steps(check: Check, device: Device, phone: str | None = None) -> tuple[tuple[int, str], ...]:
    """Give the other lines with their numbers; a note has the number 0, and what is for another phone is left out.

    `device` is the one whose labels are shown, and `phone` the one carried: a Samsung may be shown those of Android.
    """
    if device is Device.ANDROID and phone == Device.SAMSUNG:
        device = Device.SAMSUNG
    lines = [line for line in check.how if not line.startswith(BEFORE) and _is_for(line, device, check)]
    numbered: list[tuple[int, str]] = []
    for line in lines:
        is_note = line.startswith(NOTE)
        numbered.append((0 if is_note else 1 + sum(number > 0 for number, _ in numbered), line))
    return tuple(numbered)


def _is_for(line: str, device: Device, check: Check) -> bool:
    named = _named(line)
    if device not in PHONES or not named:
        return True
    if device is Device.SAMSUNG and not any(Device.SAMSUNG in _named(other) for other in check.how):
        return Device.ANDROID in named
    return device in named


def _named(line: str) -> frozenset[Device]:
    """Tell which phones a line is for, by how it begins: "On an iPhone: …", "On a Samsung or an older Android: …"."""
    if not line.startswith(OF_A_PHONE):
        return frozenset()
    head = line.partition(":")[0].partition(",")[0]
    return frozenset(device for device, name in PHONES.items() if name in head)
