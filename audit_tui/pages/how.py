"""How a check is done, on a page: what must be known first, the way on each device, the steps and the notes on them."""

from itertools import groupby

from audit_tui import phrases
from audit_tui.checklist import Check, Device
from audit_tui.formats.page import Block, Facts, Para, Points


def way_blocks(check: Check) -> list[Block]:
    """Say what it should be and why, then where to choose it and what to do there, on whatever device."""
    known = [("Should be", check.expect), ("Why", check.why)]
    way = [(phrases.DEVICES[device], phrases.path(check.steps.on(device))) for device in check.steps.devices]
    way += [("Page", check.link)] if check.link else []
    if before := before_blocks(check):
        return [Facts(tuple(known)), *before, *([Facts(tuple(way))] if way else []), *step_blocks(check)]
    return [Facts((*known, *way)), *step_blocks(check)]


def before_blocks(check: Check) -> list[Block]:
    """Give what must be known before one begins."""
    return [Para(line) for line in phrases.before_the_way(check)]


def step_blocks(check: Check) -> list[Block]:
    """Give the steps with their numbers, which a note between them has none of and does not interrupt."""
    blocks: list[Block] = []
    for is_note, lines in groupby(phrases.numbered_steps(check, Device.ANY), key=lambda line: line[0] == 0):
        numbers, texts = zip(*lines, strict=True)
        blocks += [Para(text) for text in texts] if is_note else [Points(texts, numbered=True, first=numbers[0])]
    return blocks
