"""A team, or a trust in numbers, as a spreadsheet file."""

from datetime import date

from audit_tui.exports.numbers import schools, totals
from audit_tui.exports.people import people
from audit_tui.exports.xlsx import to_xlsx
from audit_tui.team.counts import RollUp, count_schools, count_team
from audit_tui.team.team import Team
from audit_tui.text import format_date


def team_xlsx(team: Team, today: date, *, short: bool = False) -> bytes:
    """Write sheets of people, totals and, where there are several, schools; the short one has no people."""
    counted = count_schools(team)
    sheets = (
        *(() if short else (people(team, today),)),
        totals(count_team(team), len(team.problems)),
        *((schools(counted),) if counted else ()),
    )
    return to_xlsx(sheets, f"Privacy checks: the team on {format_date(today)}", today)


def roll_up_xlsx(found: RollUp, today: date) -> bytes:
    """Write a sheet of schools and one of totals; there is nothing of any person in it."""
    sheets = (schools(found.schools, found.small, found.empty), totals(found.total, found.unread))
    return to_xlsx(sheets, f"Privacy checks: the schools on {format_date(today)}", today)
