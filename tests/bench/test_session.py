import sys

import pytest

pytest.importorskip("pyte", reason="only the benchmark draws a terminal")

from .keys import encode
from .replies import QUESTION, reply
from .screen import Screen, shows
from .session import Session, SessionError

ECHO = """
import os, sys, tty
tty.setraw(0)
os.write(1, b"\\x1b[6nready")
where = os.read(0, 20)
os.write(1, b"\\r\\n" + where.replace(b"\\x1b", b"ESC"))
while (key := os.read(0, 9)) != b"q":
    os.write(1, b"\\r\\nkey " + key)
"""


def test_a_program_is_asked_and_answered_and_its_keys_are_timed() -> None:
    with Session([sys.executable, "-c", ECHO], {}) as session:
        assert session.ready(shows("ready")) > 0
        session.ready(shows(r"ESC\[1;1R"))
        assert 0 < session.press("j", shows("key j")) < 5000
        assert session.memory() > 1
        assert session.quit("q") > 0


def test_a_program_that_ends_by_itself_is_told() -> None:
    with pytest.raises(SessionError, match="by itself"), Session([sys.executable, "-c", "print('bye')"], {}) as session:
        session.ready(shows("never"))


def test_a_frame_is_seen_when_it_ends() -> None:
    screen = Screen(20, 2)
    assert not screen.draw(b"\x1b[?2026hhalf", is_whole=True)
    assert screen.text.strip() == ""
    assert screen.draw(b" and whole\x1b[?2026l", is_whole=True)
    assert "half and whole" in screen.text


def test_what_looks_the_same_is_no_change() -> None:
    screen = Screen(20, 2)
    assert screen.draw(b"\x1b[?25l\x1b[Hword", is_whole=True)
    assert not screen.draw(b"\x1b[Hword", is_whole=True)
    assert screen.draw(b"\x1b[Hsword", is_whole=True)


def test_a_frame_may_begin_in_the_middle_of_two_writes() -> None:
    screen = Screen(20, 2)
    screen.draw(b"\x1b[?20", is_whole=True)
    assert not screen.draw(b"26hhere", is_whole=True)
    assert screen.draw(b"\x1b[?2026l", is_whole=True)
    assert screen.text.split() == ["here"]


@pytest.mark.parametrize(("asked", "answer"), [
    (b"\x1b[c", b"\x1b[?62;22c"), (b"\x1b[6n", b"\x1b[3;7R"), (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?9999$p", b"\x1b[?9999;0$y"), (b"\x1b[18t", b"\x1b[8;40;120t"),
    (b"\x1b]11;?\x07", b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"), (b"\x1b[?u", b""),
])  # fmt: skip
def test_questions_are_answered_as_a_terminal_does(asked: bytes, answer: bytes) -> None:
    found = QUESTION.fullmatch(asked)
    assert found
    assert reply(found, (3, 7)) == answer


@pytest.mark.parametrize(("key", "sent"), [("enter", b"\r"), ("ctrl+q", b"\x11"), ("down", b"\x1b[B"), ("1", b"1")])
def test_keys_send_what_a_terminal_sends(key: str, sent: bytes) -> None:
    assert encode(key) == sent
