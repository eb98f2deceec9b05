"""A file that withdraws something by its name is looked into, and what is odd about it is told."""

from datetime import timedelta

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Unwritable
from audit_tui.files import write
from audit_tui.files.read import read_bytes
from audit_tui.journal import withdrawal

from .conftest import TODAY
from .sitting_cases import NINE, PASS, begin, files, kept, latest


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "schema = 1"), ("schema = 2\n", "newer version"), ("# This says", "schema = 1"), (None, "does not fit")],
)
@pytest.mark.parametrize("ending", ["withdrawn", "withdrawn.private"])
def test_what_withdraws_by_its_name_and_does_not_say_so_is_told(
    audit: Audit, ending: str, text: str | None, said: str
) -> None:
    begin(audit).answer(0, PASS, NINE)
    (path,) = files(audit)
    audit.withdraw(kept(path), TODAY, "location")
    (other,) = [each for each in files(audit) if each != path]
    path.with_suffix(f".{ending}.toml").write_bytes(other.read_bytes() if text is None else text.encode())
    assert "private" not in latest(audit).answers
    (problem,) = latest(audit).problems
    assert said in str(problem)
    assert "what it is named after does not count" in str(problem)


def test_a_sound_withdrawal_is_no_problem_and_looked_into_once(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(audit).answer(0, PASS, NINE)
    audit.withdraw(kept(files(audit)[0]), TODAY)
    assert latest(audit).problems == []
    monkeypatch.setattr(withdrawal, "read_model", read_bytes)
    assert latest(audit).problems == []


def test_a_withdrawal_that_failed_at_the_folder_is_flushed_at_the_next_try(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(audit).answer(0, PASS, NINE)
    review = kept(files(audit)[0])
    left = [OSError(5, "Input/output error")]

    def flush(_: object) -> None:
        if left:
            raise left.pop()

    monkeypatch.setattr(write, "sync_folder", flush)
    monkeypatch.setattr(write, "renew_folder", flush)
    with pytest.raises(Unwritable):
        audit.withdraw(review, TODAY)
    left.append(OSError(5, "Input/output error"))
    with pytest.raises(Unwritable):
        audit.withdraw(review, TODAY + timedelta(days=1))
    audit.withdraw(review, TODAY + timedelta(days=1))
    assert latest(audit).problems == []
