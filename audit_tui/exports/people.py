"""Everybody on the team page as rows, one fact a column: those who handed in, then those who are awaited."""

from dataclasses import replace
from datetime import date

from audit_tui.exports.sheet import DAY, Column, Sheet, Value
from audit_tui.team.roll import Awaited, Listed
from audit_tui.team.status import Member, Need, coming_after
from audit_tui.team.team import Team

FLAGS = {
    Need.OVERDUE: Column("is_overdue", "Overdue", "something has been due for over 28 days, or induction is overdue",
                         flag=True),
    Need.DUE: Column("is_due", "Something due", "something is due, and nothing overdue", 11, flag=True),
    Need.OLD: Column("is_old", "Over 3 months old", "the statement was made over three months ago", flag=True),
    Need.UNREAD: Column("is_unread", "Files not read", "some of their own files could not be read", flag=True),
    Need.OPEN: Column("is_open", "Something to put right", "something is still to be put right", 11, flag=True),
    Need.UNDER_WAY: Column("is_under_way", "Review under way", "the review is not complete, and nothing is due", 11,
                           flag=True),
    Need.UP_TO_DATE: Column("is_up_to_date", "Up to date", "none of the six before it", flag=True),
}  # fmt: skip
WHO = (
    Column("school", "School", "the folder of the school; empty where there is one folder for all", 18),
    Column("label", "Person", "how the person is called, or is called in your list", 26),
    Column("listed", "On your list", "yes, no, or in question where a label comes near; empty without a list", 11),
    Column(
        "handed_in",
        "Handed in",
        "a statement came in; without one all to the right but the last is empty",
        9,
        flag=True,
    ),
    Column("made", "Statement of", "the day of the statement", DAY),
)
PRINTED = (
    Column("high_done", "Most important done", "how many of the most important checks are done", 11),
    Column("high_total", "of", "how many of those there are", 6),
    Column("open_actions", "To put right", "how many answers are still to be put right", 9),
    Column("exceptions", "Exceptions", "how many exceptions were agreed", 11),
    Column("induction", "Induction", "none, under way, overdue or done", 11),
    Column("next_due", "Next due", "the day on which the next thing comes round", DAY),
)
REST = (
    Column("checklists", "Checklists", "how many checklists are asked of the person; the next four add up to it", 11),
    Column("up_to_date", "Checklists up to date", "how many of them are up to date", 11),
    Column("due", "Checklists due", "how many have something due, and nothing overdue", 11),
    Column("overdue", "Checklists overdue", "how many have something overdue", 11),
    Column("later", "Checklists for later", "how many have something never looked at, with its day to come", 11),
    Column("done", "Checks done", "how many checks are done", 9),
    Column("asked", "of all", "how many are asked", 7),
    Column("unread", "Files not read (number)", "how many of their own files could not be read", 11),
    Column("oldest_answer", "Oldest answer", "the day of the oldest answer", DAY),
    Column("round_opened", "Review opened", "the day on which the three-monthly review opened", DAY),
    Column("round_looked_at", "Review: looked at", "how many of its checks were looked at", 10),
    Column("round_total", "of its checks", "how many it has", 8),
    Column("round_complete_on", "Review complete", "the day on which it was complete", DAY),
    Column("next_round", "Next review", "the day on which the next one opens", DAY),
)
JUDGED = Column("today", "As on", "the day on which all this was judged", DAY)
COLUMNS = (*WHO, *FLAGS.values(), *PRINTED, *REST, JUDGED)
FIXED, ON_PAPER = 2, len(WHO) + len(FLAGS) + len(PRINTED)


def people(team: Team, today: date) -> Sheet:
    """Set out a line for each who handed in, those in need first, and for each who is awaited."""
    rows = [_handed_in(member, team.listed(member), today) for member in team.members]
    rows += [_awaited(one, today) for one in team.awaited]
    return Sheet("People", COLUMNS, tuple(rows), FIXED, ON_PAPER)


def _handed_in(member: Member, listed: Listed | None, today: date) -> tuple[Value, ...]:
    own = member.statement
    sound = replace(own, next_due=coming_after(own))
    told = (getattr(sound, column.name) for column in (*PRINTED, *REST))
    facts = (int(need in member.needs) for need in FLAGS)
    return (member.school, own.label, listed and str(listed), 1, own.made, *facts, *map(_plain, told), today)


def _awaited(one: Awaited, today: date) -> tuple[Value, ...]:
    """Leave empty what nobody told; where a label comes near, it may have been handed in under that."""
    listed = Listed.IN_QUESTION if one.in_question else Listed.YES
    return (one.school, one.label, str(listed), 0, *(None,) * (len(COLUMNS) - len(WHO)), today)


def _plain(value: Value) -> Value:
    return str(value) if isinstance(value, str) else value
