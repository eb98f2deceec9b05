"""What the pages say of a team is what the members' own boards say, counted by other code."""

import pytest

from audit_tui.team import status
from audit_tui.team.statement import Statement

from .team_truth import ALL, try_teams

SHORT = 25


def test_every_figure_is_the_one_that_the_members_own_boards_give() -> None:
    assert try_teams(SHORT)[1] == []


@pytest.mark.long
def test_every_figure_of_two_hundred_teams_is_right() -> None:
    """Prints the table."""
    table, wrong = try_teams(ALL)
    print(f"\n{table}")
    assert wrong == []


@pytest.mark.parametrize(("rule", "says"), [("_is_overdue", False), ("_is_due", True), ("_is_under_way", False)])
def test_a_rule_that_is_not_the_boards_own_is_noticed(
    monkeypatch: pytest.MonkeyPatch, rule: str, *, says: bool
) -> None:
    def careless(_own: Statement, *_: object) -> bool:
        return says

    monkeypatch.setattr(status, rule, careless)
    assert try_teams(3)[1]
