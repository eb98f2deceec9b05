"""The whole suite runs with connections refused, and that it does is tried here."""

import socket
from collections.abc import Callable
from urllib.request import urlopen

import pytest

NOWHERE = ("192.0.2.1", 9)  # RFC 5737: for documentation, and nobody's


def asked(speak: Callable[[socket.socket], object], kind: int = socket.SOCK_STREAM) -> Callable[[], object]:
    def ask() -> object:
        with socket.socket(socket.AF_INET, kind) as made:
            made.settimeout(0.1)
            return speak(made)

    return ask


TRIED: dict[str, Callable[[], object]] = {
    "connect": asked(lambda made: made.connect(NOWHERE)),
    "connect_ex": asked(lambda made: made.connect_ex(NOWHERE)),
    "bind": asked(lambda made: made.bind(("127.0.0.1", 0))),
    "sendto": asked(lambda made: made.sendto(b"x", NOWHERE), socket.SOCK_DGRAM),
    "create_connection": lambda: socket.create_connection(NOWHERE, 0.1),
    "getaddrinfo": lambda: socket.getaddrinfo("audit.example", 443),
    "gethostbyname": lambda: socket.gethostbyname("audit.example"),
    "urlopen": lambda: urlopen("https://audit.example"),
}


@pytest.fixture(scope="session")
def tried_by_the_session() -> str:
    try:
        socket.create_connection(NOWHERE, 0.1)
    except AssertionError as refused:
        return str(refused)
    return "nothing refused it"


@pytest.mark.parametrize("ask", TRIED.values(), ids=TRIED)
def test_a_test_that_speaks_to_the_network_fails(ask: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match="a connection was tried"):
        ask()


def test_what_is_made_once_for_all_tests_is_held_to_it_too(tried_by_the_session: str) -> None:
    assert tried_by_the_session == "a connection was tried"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs sockets of the machine's own")
def test_processes_of_our_own_may_be_spoken_with() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.send(b"x")
        assert other.recv(1) == b"x"
