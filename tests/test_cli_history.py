"""Earlier reviews by command: shown with their numbers, and withdrawn whole or by one answer."""

import io
import re
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def reviewed(run: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two checks of Facebook answered; the number of their review."""
    run("accounts", "--set", "facebook")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n3\nq\n"))
    assert run("review", "facebook", "--plain")[0] == 0
    (number,) = numbers(run)
    return number


def numbers(run: Run) -> list[str]:
    return re.findall(r"^Review ([0-9a-f]{16}) of ", run("history", "facebook")[1], re.MULTILINE)


def checks(run: Run) -> list[str]:
    told = re.search(r"^Review [0-9a-f]{16} of [^:]+: (.*)$", run("history", "Facebook")[1], re.MULTILINE)
    assert told is not None
    return told[1].split(", ")


def test_a_list_never_looked_at_has_no_history(run: Run) -> None:
    code, out, err = run("history", "facebook")
    assert (code, err) == (0, "")
    assert out.startswith("Earlier reviews: Facebook\n")
    assert "Review " not in out


def test_a_review_is_withdrawn_by_the_first_letters_of_its_number(run: Run, reviewed: str) -> None:
    code, out, err = run("history", "facebook", "--withdraw", reviewed[:5].upper())
    assert (code, err) == (0, "")
    assert out.startswith("Withdrawn: the review of ")
    assert numbers(run) == []
    out = " ".join(run("history", "facebook")[1].split())
    assert "1 review withdrawn; to let it count again, remove 20" in out
    assert f"_facebook_{reviewed[:8]}.withdrawn.toml." in out
    code, _, err = run("history", "facebook", "--withdraw", reviewed)
    assert code == 2
    assert f'No review that counts begins with "{reviewed}"' in err


def test_one_answer_is_withdrawn_and_the_other_counts(run: Run, reviewed: str) -> None:
    first, second = checks(run)
    code, out, _ = run("history", "facebook", "--withdraw", reviewed, "--answer", first)
    assert code == 0
    assert out.startswith(f"Withdrawn: the answer to {first} in the review of ")
    assert checks(run) == [second]
    code, _, err = run("history", "facebook", "--withdraw", reviewed, "--answer", first)
    assert code == 2
    assert f'That review has no answer to "{first}". It has {second}.' in err


def test_letters_that_fit_several_reviews_withdraw_none(run: Run, reviewed: str, tmp_path: Path) -> None:
    (path,) = (tmp_path / "home" / "journal").glob("*_facebook_*.toml")
    other = reviewed[:1] + ("0" if reviewed[1] != "0" else "1") + reviewed[2:]
    text = path.read_text().replace(reviewed, other)
    path.with_name(path.name.replace(reviewed[:8], other[:8])).write_text(text)
    assert set(numbers(run)) == {reviewed, other}
    code, _, err = run("history", "facebook", "--withdraw", reviewed[:1])
    assert code == 2
    assert f'2 reviews begin with "{reviewed[:1]}"' in err
    assert set(numbers(run)) == {reviewed, other}
    assert run("history", "facebook", "--withdraw", reviewed[:2])[0] == 0
    assert numbers(run) == [other]


@pytest.mark.parametrize(("arguments", "said"), [(("--answer", "x"), "add --withdraw"), (("--withdraw", ""), "no review that counts"),
                                                 (("--withdraw", "zz"), "no review that counts")])  # fmt: skip
def test_a_withdrawal_of_nothing_is_told(run: Run, reviewed: str, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("history", "facebook", *arguments)
    assert (code, out) == (2, "")
    assert said in err.casefold()
    assert numbers(run) == [reviewed]


def test_a_damaged_review_is_told_beside_the_others(run: Run, reviewed: str, tmp_path: Path) -> None:
    (tmp_path / "home" / "journal" / "2026-03-02_facebook_00000001.toml").write_bytes(b"\xff\xfe")
    code, out, err = run("history", "facebook")
    assert code == 2
    assert reviewed in out
    assert "2026-03-02_facebook_00000001.toml" in err
    assert "2026-03-02_facebook_00000001.toml" not in out
