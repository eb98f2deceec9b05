"""A new joiner: what matters most within two weeks of joining, the rest within the term that was entered."""

from datetime import date

from audit_tui.audit import Audit

from .conftest import TODAY

TERM = {"first": date(2026, 2, 23), "last": date(2026, 3, 27)}


def due_days(audit: Audit) -> dict[str, date | None]:
    board = audit.board(TODAY)
    return {f"{each.checklist.id}:{check.check.id}": check.due for each in board.lists for check in each.checks}


def test_the_rest_is_due_by_the_end_of_the_term_whether_or_not_reminders_keep_to_terms(audit: Audit) -> None:
    audit.person.hold(TODAY, accounts=["chirp"])
    assert due_days(audit)["chirp:location"] == date(2026, 3, 30)
    audit.person.choose("joined", TODAY)
    audit.person.choose("term", [TERM])
    assert due_days(audit)["chirp:location"] == date(2026, 3, 27)
    audit.person.choose("term_time", value=True)
    assert due_days(audit)["chirp:location"] == date(2026, 3, 27)
