import random

import pytest

from .cuts import SECTOR, Picture, every_outcome, some_outcome
from .drive import ROOT, Drive

NEW, OLD = b"new", b"old"
A_BEGINNING_AND_ZEROS = {b"", b"n", b"n\0\0", b"ne", b"ne\0", b"\0\0\0", NEW}


@pytest.fixture
def drive() -> Drive:
    """Have a file `a` that stands safely."""
    drive = Drive()
    drive.write(drive.make("/a"), 0, OLD)
    drive.flush(drive.find("/a"))
    drive.flush(ROOT)
    return drive


def left(drive: Drive) -> list[Picture]:
    return list(every_outcome(drive.log))


def test_what_was_flushed_is_there(drive: Drive) -> None:
    assert left(drive) == [{"/a": OLD}]


def test_a_new_file_may_be_missing_empty_or_torn(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    states = left(drive)
    assert {"/a": OLD} in states
    assert {state["/b"] for state in states if "/b" in state} == A_BEGINNING_AND_ZEROS


def test_a_flushed_file_is_whole_or_missing(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    drive.flush(drive.find("/b"))
    assert left(drive) == [{"/a": OLD}, {"/a": OLD, "/b": NEW}]


def test_a_flushed_name_may_stand_for_bytes_that_are_not_there(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    drive.flush(ROOT)
    assert {state["/b"] for state in left(drive)} == A_BEGINNING_AND_ZEROS


def test_the_first_sector_alone_may_be_lost(drive: Drive) -> None:
    data = b"n" * SECTOR + b"ew"
    drive.write(drive.make("/b"), 0, data)
    drive.write(drive.find("/a"), 0, data)
    assert {"/a": OLD + bytes(SECTOR - len(OLD)) + b"ew", "/b": bytes(SECTOR) + b"ew"} in left(drive)


def test_what_a_failed_flush_dropped_no_later_one_brings_back(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    drive.drop(drive.find("/b"))
    drive.drop(ROOT)
    drive.flush(drive.find("/b"))
    drive.flush(ROOT)
    assert {"/a": OLD} in left(drive)
    assert {"/a": OLD, "/b": b"ne"} in left(drive)


def test_a_folder_that_is_changed_anew_is_flushed_whole(drive: Drive) -> None:
    drive.link("/a", "/b")
    drive.drop(ROOT)
    drive.remove("/a")
    drive.flush(ROOT)
    assert left(drive) == [{"/b": OLD}]


def test_a_renaming_is_whole_or_not_at_all(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    drive.flush(drive.find("/b"))
    drive.flush(ROOT)
    drive.move("/b", "/a")
    assert left(drive) == [{"/a": OLD, "/b": NEW}, {"/a": NEW}]


def test_one_name_may_go_though_another_did_not_come(drive: Drive) -> None:
    drive.link("/a", "/b")
    drive.remove("/a")
    assert left(drive) == [{"/a": OLD}, {}, {"/a": OLD, "/b": OLD}, {"/b": OLD}]


def test_what_lies_in_a_folder_that_is_not_there_is_gone(drive: Drive) -> None:
    drive.make("/new", is_folder=True)
    drive.make("/new/b")
    drive.flush(drive.find("/new"))
    assert left(drive) == [{"/a": OLD}, {"/a": OLD, "/new": None, "/new/b": b""}]


def test_a_file_written_over_may_be_empty_or_a_mixture(drive: Drive) -> None:
    drive.resize(drive.find("/a"), 0)
    drive.write(drive.find("/a"), 0, b"N")
    drive.write(drive.find("/a"), 1, b"EW")
    assert {b"", b"old", b"N", b"Nld", b"NEW", b"oEW", b"\0EW"} <= {state["/a"] for state in left(drive)}


def test_chance_takes_one_of_these_and_nothing_else(drive: Drive) -> None:
    drive.write(drive.make("/b"), 0, NEW)
    states = [some_outcome(drive.log, random.Random(seed)) for seed in range(200)]
    assert {frozenset(state.items()) for state in states} == {frozenset(state.items()) for state in left(drive)}
