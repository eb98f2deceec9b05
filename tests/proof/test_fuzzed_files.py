import pytest

from .fuzzed_files import LONG, TWIN, WITHOUT, can_be_fuzzed, fuzz

pytestmark = [pytest.mark.long, pytest.mark.skipif(not can_be_fuzzed(), reason=WITHOUT)]


def test_no_file_is_found_that_is_neither_read_whole_nor_told_of() -> None:
    assert fuzz(LONG).fault == ""


def test_a_reader_that_expects_every_file_to_be_sound_is_caught() -> None:
    assert fuzz(TWIN, "careless").fault
