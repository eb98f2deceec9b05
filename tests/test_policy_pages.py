"""Who asks for a check, and what covers a clause, as staff and a lead are told."""

from pathlib import Path

import pytest

from audit_tui.checklist import Checklist
from audit_tui.errors import UsageError
from audit_tui.formats.text import to_text
from audit_tui.library.coverage import coverage
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.pages.policies import coverage_words, covering, policies_page, policy_page
from audit_tui.pages.references import references_page
from audit_tui.phrases.asked import asked_by

from .conftest import TODAY
from .policies import OAK, laid_over


def test_without_a_policy_of_its_own_every_clause_is_told_whole(chirp: Checklist, sample_library: Library) -> None:
    told = (("Asked by", "Elm Lane School (1 September 2024), 1.1: Keep profiles private."),)
    assert asked_by(chirp.checks[0], sample_library) == told


def test_the_schools_own_policy_is_told_first_and_others_only_by_name(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own)
    private, location, _ = library.checklists["chirp"].checks
    assert asked_by(private, library) == (
        ("Asked by", "Oak End School (1 September 2026), 4.2: Keep what you post among friends."),
        ("Asked by other policies", "Elm Lane School"),
    )
    assert asked_by(location, library) == ()


def test_what_only_others_ask_is_not_said_to_be_asked_by_the_school(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace("chirp:private", "rules"))
    assert asked_by(library.checklists["chirp"].checks[0], library) == (("Asked by other policies", "Elm Lane School"),)


# The page on a policy.


def test_the_page_tells_what_nothing_covers_first_and_names_lists_and_questions(
    library_folder: Path, own: Path
) -> None:
    library = laid_over(library_folder, own)
    text = to_text(policy_page(library, library.policies["oak-end"], TODAY))
    assert "3 clauses: 1 covered by a check, 1 needs none, 1 covered by nothing yet." in text
    assert text.index("Covered by nothing yet: 1 clause") < text.index("name a check in covered_by")
    assert text.index("name a check in covered_by") < text.index("Covered by a check: 1 clause")
    assert "Chirp: Is your profile private?" in " ".join(text.split())
    assert "chirp:private" not in text
    assert text.index("Covered by a check") < text.index("It only explains a word.")


def test_a_built_in_policy_is_not_to_be_edited(library_folder: Path, own: Path) -> None:
    (library_folder / "policies" / "elm-lane.toml").write_text(OAK.replace("oak-end", "elm-lane"))
    library = laid_over(library_folder, own)
    assert "covered_by" not in to_text(policy_page(library, library.policies["elm-lane"], TODAY))


def test_of_many_checks_the_lists_are_named_and_one_question(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('"chirp:private"', '"chirp", "location of every routine"'))
    told = covering(library.citing("oak-end:4.2"))
    assert told == "5 checks in Chirp and School rules, such as Chirp: Is your profile private?"
    (own / "school.toml").write_text('schema = 1\n[[change]]\ncheck = "rules:before"\nseverity = "high"\n')
    told = covering(read_library([library_folder, own]).citing("oak-end:4.2"))
    assert told.endswith("such as School rules: Is your location off for the trip?")


def test_the_schools_own_policy_stands_first_among_all(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own)
    (table,) = policies_page(library, TODAY).blocks
    assert [(row[0], row[3]) for row in getattr(table, "rows", ())] == [("oak-end", "1 of 2"), ("elm-lane", "1 of 1")]


def test_one_clause_and_several_are_counted_in_words(library_folder: Path, own: Path) -> None:
    library = laid_over(library_folder, own, OAK.replace('kind = "review"', 'kind = "review"\nno_check = "x"'))
    found = coverage(library, library.policies["oak-end"])
    assert coverage_words(found) == "3 clauses: 1 covered by a check, 2 need none, 0 covered by nothing yet."


def test_the_names_to_write_are_found_by_words(sample_library: Library) -> None:
    text = " ".join(to_text(references_page(sample_library, "Location chirp")).split())
    assert "chirp:location" in text
    assert "rules:before" not in text
    assert "location of every routine 2 checks" in " ".join(
        to_text(references_page(sample_library, "location")).split()
    )
    assert "rules:incident" in to_text(references_page(sample_library))
    with pytest.raises(UsageError, match='No check speaks of "zzz"'):
        references_page(sample_library, "zzz")
