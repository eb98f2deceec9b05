"""How old one must be to read a text: the Flesch-Kincaid grade (Kincaid and others, 1975), five years added.

Syllables are groups of vowels, without a silent e at the end. Names, and labels as they are on the screen, have a
capital letter within the sentence; they cannot be put more simply, so each counts as one syllable.
"""

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
SILENT = re.compile(r"(?<=[^laeiouy])e\b")
VOWELS = re.compile(r"[aeiouy]+")
STARTS_SCHOOL = 5


def reading_age(texts: Iterable[str]) -> float:
    """Give the age in years at which most children read these texts."""
    sentences = [WORD.findall(part) for text in texts for part in SENTENCE.split(text)]
    sentences = [words for words in sentences if words]
    number = sum(map(len, sentences))
    spoken = sum(1 if place and word[0].isupper() else syllables(word) for words in sentences
                 for place, word in enumerate(words))  # fmt: skip
    return 0.39 * number / len(sentences) + 11.8 * spoken / number - 15.59 + STARTS_SCHOOL


def syllables(word: str) -> int:
    """Count the syllables of a word, one at least."""
    return max(1, len(VOWELS.findall(SILENT.sub("", re.sub("[^a-z]", "", word.lower())))))
