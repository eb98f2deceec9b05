"""The lead's own list on the team page: who is awaited, what is to be asked, and what came in twice."""

from audit_tui.formats.page import Block, Heading, Para, Points
from audit_tui.team.counts import RollCounts
from audit_tui.team.received import Received, Repeated
from audit_tui.team.roll import Awaited, Entry, Question
from audit_tui.team.team import Team
from audit_tui.text import count, format_date

ASK = "Handing in is voluntary. Whoever has not done it may only need time, or help: that is all there is to ask."
NOT_YET, SAME = "Not handed in yet", "Is it the same person?"
MOVED = "put their school into your list as the folder has it, or move the file."
PUT_RIGHT = "If so, put the label as it stands in the statement into your list."


def list_facts(roll: RollCounts | None, people: int) -> tuple[tuple[str, str], ...]:
    """Say how the list stands, each figure with what it is counted of; nothing where there is no list."""
    if roll is None:
        return ()
    return (
        ("Handed in, of your list", f"{roll.handed_in} of {roll.listed}"),
        ("In question, for a label comes near", f"{roll.in_question} of {roll.listed}"),
        ("Not handed in, of your list", f"{roll.not_handed_in} of {roll.listed}"),
        ("Handed in and not on your list", f"{roll.not_listed} of {people}"),
    )


def list_blocks(team: Team, *, by_school: bool = False) -> list[Block]:
    """Name those who are awaited and ask what only the lead can tell; nothing where there is no list.

    By school, the school's name stands above them already.
    """
    if team.roll is None:
        return []
    title, named = (Para, _label) if by_school else (Heading, _named)
    blocks: list[Block] = []
    if missing := [named(one) for one in team.awaited if not one.in_question]:
        blocks += [title(NOT_YET), Points(tuple(missing)), *(() if by_school else (Para(ASK),))]
    if team.roll.questions:
        asked = tuple(_asked(one, by_school=by_school) for one in team.roll.questions)
        blocks += [title(SAME), Points(asked), Para(PUT_RIGHT)]
    return blocks


def remarks(team: Team) -> list[Block]:
    """Say what the lead has to know of labels and of the list, though nothing of it could not be used."""
    told = (*team.notes, *map(_twin, team.twins), *map(_repeated, team.repeated))
    return [Heading("Worth a look"), Points(told)] if told else []


def _label(one: Awaited | Entry) -> str:
    return one.label


def _named(one: Awaited | Entry) -> str:
    return f"{one.school}: {one.label}" if one.school else one.label


def _asked(one: Question, *, by_school: bool) -> str:
    if one.where != one.school:
        there = f"“{one.handed_in}”, who handed in in the folder {one.where or 'above the schools'}"
        return f"Is {there}, the same person as “{one.listed}” of {one.school} on your list? If so, {MOVED}"
    where = f"{one.school}: is" if one.school and not by_school else "Is"
    return f"{where} “{one.handed_in}”, who handed in, the same person as “{one.listed}” on your list?"


def _twin(twin: tuple[Entry, int]) -> str:
    entry, number = twin
    numbers = count(number, "statement")
    return (
        f"{numbers} say “{_named(entry)}” and have different numbers, so each is counted: several people may have "
        "taken one label, or one person hands in from two computers."
    )


def _repeated(pair: Repeated) -> str:
    return (
        f"One number came in twice, as {_told(pair.earlier)} and as {_told(pair.later)}. Only the second is counted. "
        "Should they be two people, one has a copy of the other's settings."
    )


def _told(one: Received) -> str:
    return f"“{_named(Entry(one.school, one.statement.label))}” of {format_date(one.statement.made)}"
