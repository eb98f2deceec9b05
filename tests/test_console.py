"""Talking in lines: nothing that is said or answered acts on the terminal."""

import io

import pytest

from audit_tui.plain.console import WIDTH, Console, NoMoreInput

ACTS = "\x1b[2J\u202e\x07"
SHOWN = "␛[2J\ufffd␇"


def console(*lines: str, echo: bool = False) -> Console:
    return Console(io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO(), echo=echo)


def said(talk: Console) -> str:
    talk.output.seek(0)
    return talk.output.read()


def test_what_is_said_is_harmless() -> None:
    talk = console()
    talk.say(f"a{ACTS}b", "", "c")
    assert said(talk) == f"a{SHOWN}b\n\nc\n"


def test_what_is_asked_and_answered_is_harmless() -> None:
    talk = console(f" yes{ACTS} ")
    assert talk.ask(f"Really{ACTS}?") == f"yes{SHOWN}"
    assert said(talk) == f"Really{SHOWN}? "


def test_lines_are_wrapped_at_their_width() -> None:
    talk = console()
    talk.say("word " * 40)
    lengths = [len(line) for line in said(talk).splitlines()]
    assert max(lengths) <= WIDTH
    assert max(lengths) > WIDTH - len("word ")


def test_an_answer_from_a_pipe_ends_its_line() -> None:
    talk = console("b", echo=True)
    talk.ask("a:")
    assert said(talk) == "a: \n"


def test_where_nobody_answers_any_more_the_line_is_ended() -> None:
    talk = console()
    with pytest.raises(NoMoreInput):
        talk.ask("a:")
    assert said(talk) == "a: \n"


@pytest.mark.parametrize(("line", "agreed"), [("y", True), ("YES", True), ("n", False), (" No ", False)])
def test_yes_and_no_are_understood_and_anything_else_is_asked_again(line: str, agreed: bool) -> None:  # noqa: FBT001 - the case itself
    talk = console("perhaps", "", line)
    assert talk.confirm("Shall I?") is agreed
    assert said(talk).count("Please type yes or no.") == 2
