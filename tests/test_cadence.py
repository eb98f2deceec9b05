"""Cadences as they are written in a checklist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cadence import Cadence, Trigger, Unit, parse, parse_every

FORMS = [
    ("every 3 months", Cadence(Trigger.EVERY, 3, Unit.MONTH)),
    ("every 1 year", Cadence(Trigger.EVERY, 1, Unit.YEAR)),
    ("once", Cadence(Trigger.ONCE)),
    ("within 2 weeks of joining", Cadence(Trigger.JOINING, 2, Unit.WEEK)),
    ("within 1 day of joining", Cadence(Trigger.JOINING, 1, Unit.DAY)),
    ("before each trip", Cadence(Trigger.BEFORE_TRIP)),
    ("after each trip", Cadence(Trigger.AFTER_TRIP)),
    ("when it happens", Cadence(Trigger.EVENT)),
]


@pytest.mark.parametrize(("text", "cadence"), FORMS)
def test_every_form_is_read_and_written_back(text: str, cadence: Cadence) -> None:
    assert parse(text) == cadence
    assert str(cadence) == text


@pytest.mark.parametrize("text", ["", "every so often", "every 0 months", "month", "every 3 fortnights", "3m", 3, None,
                                  "within 2 weeks", "every -1 days", "every 3 months "[:-1] + "s"])  # fmt: skip
def test_anything_else_is_refused_with_the_forms_there_are(text: object) -> None:
    with pytest.raises(ValueError, match='"every 3 months"'):
        parse(text)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("every term", "every 3 months"), ("Termly", "every 3 months"), ("each  term", "every 3 months"),
     ("half-termly", "every 6 weeks"), ("annually", "every 1 year"), ("monthly", "every 1 month"),
     ("every month", "every 1 month"), ("weekly", "every 1 week")],
)  # fmt: skip
def test_what_a_policy_says_is_refused_with_what_to_write_for_it(said: str, meant: str) -> None:
    for read in (parse, parse_every):
        with pytest.raises(ValueError, match=f'^write "{meant}"$'):
            read(said)
    assert str(parse_every(meant)) == meant


@given(st.integers(1, 999), st.sampled_from(Unit), st.sampled_from([Trigger.EVERY, Trigger.JOINING]))
def test_whatever_is_written_reads_back(count: int, unit: Unit, trigger: Trigger) -> None:
    cadence = Cadence(trigger, count, unit)
    assert parse(str(cadence)) == cadence
