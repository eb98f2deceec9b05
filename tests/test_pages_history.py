"""Earlier reviews on a page: what was said, when, with which note, and what changed."""

from datetime import UTC, date, datetime

import pytest

from audit_tui.checklist import Checklist
from audit_tui.formats.text import to_text
from audit_tui.pages.history import changes, history_page, review_words, withdrawn_words
from audit_tui.record import Answer, End, Evidence, Remark, Result, Review

from .models import an_answer_of

NINE = datetime(2026, 3, 2, 9, 12, tzinfo=UTC)


def an_answer(check: str, result: Result, **more: object) -> Answer:
    given = {"check": check, "on": NINE.date(), "at": NINE, "result": result, "expect": "On", "revision": 1}
    return an_answer_of(given | more)


def a_review(*answers: Answer, notes: tuple[Remark, ...] = (), evidence: tuple[Evidence, ...] = ()) -> Review:
    return Review(
        id="0" * 16, checklist="chirp", completed=NINE.date(), recorded=NINE, answers=answers, notes=notes,
        evidence=evidence, end=End(answers=len(answers), notes=len(notes), evidence=len(evidence)),
    )  # fmt: skip


def test_an_exception_is_told_whole_with_its_time_and_note(sample: Checklist) -> None:
    waived = an_answer("private", Result.WAIVED, note="film club", agreed_by="head teacher", until=date(2026, 4, 1))
    (line,) = changes(a_review(waived), None, sample)
    assert line.endswith("Exception agreed until 1 April 2026, by head teacher, 09:12 (your note: film club)")
    assert line.startswith("Is your profile private?")


def test_a_note_without_an_answer_is_told_and_one_taken_away_is_not(sample: Checklist) -> None:
    notes = (Remark(check="private", at=NINE, text="ask at home"), Remark(check="location", at=NINE, text=""))
    assert changes(a_review(notes=notes), None, sample) == ("Your note on: Is your profile private? ask at home",)
    assert review_words(a_review(notes=notes), sample) == "a note"


def test_only_what_changed_is_told_of_the_next_review(sample: Checklist) -> None:
    first = a_review(an_answer("private", Result.FAIL), an_answer("location", Result.PASS))
    second = a_review(an_answer("private", Result.FIXED), an_answer("location", Result.PASS))
    (line,) = changes(second, first, sample)
    assert line.endswith("Changed to be right, 09:12; before: not right yet")
    assert changes(first, first, sample) == ("Nothing changed since the review before.",)


@pytest.mark.parametrize(
    ("reviews", "answers", "said"),
    [
        ((), (), []),
        (("a.withdrawn.toml",), (), ["1 review withdrawn; to let it count again, remove a.withdrawn.toml."]),
        ((), ("b.withdrawn.x.toml",), ["1 answer withdrawn; to let it count again, remove b.withdrawn.x.toml."]),
        (("a", "b"), ("c",), ["2 reviews withdrawn; to let one of them count again, remove a or b.",
                              "1 answer withdrawn; to let it count again, remove c."]),
    ],
)  # fmt: skip
def test_what_was_withdrawn_leaves_a_trace(
    sample: Checklist, reviews: tuple[str, ...], answers: tuple[str, ...], said: list[str]
) -> None:
    assert list(withdrawn_words(reviews, answers)) == said
    page = to_text(history_page(sample, [], withdrawals=(reviews, answers)), width=1000)
    assert all(words in page for words in said)
    assert ("withdrawn;" in page) is bool(said)


def test_a_log_counts_its_entries(sample: Checklist) -> None:
    entry = Evidence(id="1" * 16, at=NINE, on=NINE.date(), what="a call")
    assert review_words(a_review(evidence=(entry,)), sample) == "1 entry in its log"
    assert history_page(sample, []).title == "Earlier reviews: Chirp"


def test_the_name_of_a_file_that_withdraws_makes_no_line_of_its_own() -> None:
    (told,) = withdrawn_words(("x\n\n- Teacher Z: all right.toml",), ())
    assert told.isprintable()


def test_answers_to_checks_that_were_merged_away_are_counted_apart(sample: Checklist) -> None:
    both = a_review(an_answer("private", Result.PASS), an_answer("gone", Result.FAIL))
    assert review_words(both, sample) == "1 of 3 answered and 1 check no longer on the list, 1 left to put right"
    whole = a_review(*(an_answer(check.id, Result.PASS) for check in sample.checks), an_answer("gone", Result.PASS))
    assert review_words(whole, sample).startswith("3 of 3 answered and 1 check no longer")
