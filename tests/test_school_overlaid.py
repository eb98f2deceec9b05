"""What a school's own files do to what is built in is told to the lead, and a new file takes nothing's place unasked."""

from pathlib import Path

import pytest

from audit_tui.library.lint import check_paths
from audit_tui.library.loader import read_library
from audit_tui.paths import find_paths

from .conftest import CHIRP, Run
from .policies import OAK, laid_over

BUILT_IN = find_paths().builtin
WENDOVER = (BUILT_IN / "policies" / "wendover.toml").read_text()


def flat(told: str) -> str:
    return " ".join(told.split())


@pytest.mark.parametrize("words", [["facebook"], ["Facebook"], ["facebook", "--from", "instagram"]])
def test_a_new_list_takes_no_built_in_ones_place_unless_it_is_a_copy_of_it(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(own)
    code, _, err = run("--checklists", ".", "checklists", "new", *words)
    assert code == 2
    assert '"facebook" is a built-in checklist' in err
    assert "[[change]] or [[add]] in school.toml" in err
    assert "add --from facebook" in err
    assert list(own.glob("*.toml")) == []
    assert run("checklists", "new", "facebook", "--from", "Facebook")[0] == 0


def test_a_list_in_the_place_of_a_built_in_one_is_a_note_and_no_problem(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own)
    run("checklists", "new", "facebook", "--from", "facebook")
    whole = read_library([BUILT_IN]).checklists["facebook"].checks
    code, out, err = run("checklists", "check", ".")
    assert (code, err) == (0, "")
    told = f"Note: facebook.toml: this takes the place of the built-in Facebook, with all of its {len(whole)} checks."
    assert told in flat(out)
    text = Path("facebook.toml").read_text()
    Path("facebook.toml").write_text("[[check]]".join(text.split("[[check]]")[:2]))
    code, out, err = run("checklists", "check", "facebook.toml")
    assert (code, err) == (0, "")
    left_out = (
        f"this takes the place of the built-in Facebook and leaves out {len(whole) - 1} of its {len(whole)} checks."
    )
    assert left_out in flat(out)
    assert "1 file read, 0 problems found." in out
    code, out, err = run("--checklists", ".", "doctor")
    assert (code, err) == (0, "")
    assert "Nothing needs you" in out
    assert left_out in flat(out)
    assert left_out not in flat("".join(run("--checklists", ".", "due")[1:]))


def test_a_check_that_took_over_another_is_not_left_out(library_folder: Path, own: Path) -> None:
    renamed = CHIRP.replace('id = "private"', 'id = "hidden"\nformerly = ["chirp:private"]')
    (own / "chirp.toml").write_text(renamed)
    (note,) = read_library([library_folder, own]).notes
    assert "with all of its" in str(note)
    assert read_library([library_folder]).notes == ()


def test_a_family_called_like_a_built_in_one_is_told_to_leave_that_as_it_is(own: Path) -> None:
    family = '[[family]]\nid = "{}"\narea = "sign-in"\nask = "Is it?"\nexpect = "On"\nwhy = "So."\n'
    (own / "families.toml").write_text("schema = 1\n" + family.format("ours") + family.format("two-step"))
    checked = check_paths([own], BUILT_IN)
    assert checked.problems == ()
    (note,) = map(str, checked.notes)
    assert 'family 2 (two-step): the built-in checklists keep the wording of their own family "two-step"' in note
    assert 'check = "family:two-step"' in note
    library = read_library([BUILT_IN, own])
    assert library.check("facebook:two-step") == read_library([BUILT_IN]).check("facebook:two-step")


def test_every_clause_that_a_copy_of_a_policy_lost_is_told_in_one_line(own: Path) -> None:
    library = read_library([BUILT_IN])
    head, *clauses = WENDOVER.split("\n[[clause]]\n")
    cited = [clause for clause in library.policies["wendover"].citations() if library.citing(clause)]
    for count in (1, 2, 5):
        gone = [citation.removeprefix("wendover:") for citation in cited[:count]]
        kept = [clause for clause in clauses if not any(f'ref = "{ref}"' in clause for ref in gone)]
        (own / "policies" / "wendover.toml").write_text("\n[[clause]]\n".join([head, *kept]))
        found = read_library([BUILT_IN, own])
        assert found.problems == ()
        (told,) = map(str, found.for_lead)
        assert f"built-in checks name {count} clause{'s' * (count > 1)} that this file lacks: " in told
        assert told.count('"') // 2 == min(count, 3)
        assert ("2 more" in told) is (count == 5)


def test_a_clause_lost_beside_one_that_stayed_is_told_until_the_check_is_mapped_anew(
    library_folder: Path, own: Path
) -> None:
    text = (library_folder / "chirp.toml").read_text()
    (library_folder / "chirp.toml").write_text(text.replace('"elm-lane:1.1"', '"elm-lane:1.1", "elm-lane:1.2"'))
    copy = (library_folder / "policies" / "elm-lane.toml").read_text()
    renumbered = copy.replace('ref = "1.1"', 'ref = "9.1"')
    (own / "policies" / "elm-lane.toml").write_text(renumbered)
    library = read_library([library_folder, own])
    assert library.checklists["chirp"].checks[0].clauses == ("elm-lane:1.2",)
    assert 'lacks: "1.1".' in str(library.for_lead[0])
    mapped = renumbered.replace('ref = "9.1"', 'ref = "9.1"\ncovered_by = ["chirp:private"]')
    (own / "policies" / "elm-lane.toml").write_text(mapped)
    assert read_library([library_folder, own]).for_lead == ()


def test_a_new_policy_called_like_a_built_in_one_says_what_it_does(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own)
    code, out, err = run("policy", "new", "Wendover")
    assert (code, err) == (0, "")
    assert "A built-in policy has this name, and this file takes its place" in flat(out)
    assert "takes its place" not in flat(run("policy", "new", "Oak End School")[1])


def test_a_cadence_for_a_list_that_waits_for_something_else_is_told(own: Path) -> None:
    names = ("cyberbullying", "induction", "before-trip")
    lines = "".join(f'{name} = "every 1 month"\n' for name in (*names, "facebook", "default"))
    (own / "school.toml").write_text(f'schema = 1\noff = ["before-trip"]\n[every]\n{lines}')
    told = [str(problem) for problem in read_library([BUILT_IN, own]).for_lead]
    assert len(told) == 2
    for name, line in zip(names, told, strict=False):
        assert f'school.toml, every: "{name}" waits for something else than the calendar' in line


def test_a_cadence_for_a_list_whose_checks_each_have_their_own_is_told(library_folder: Path, own: Path) -> None:
    choices = 'schema = 1\n[every]\nchirp = "every 1 month"\n'
    (own / "school.toml").write_text(choices)
    assert read_library([library_folder, own]).for_lead == ()
    (own / "school.toml").write_text(f'{choices}[[change]]\ncheck = "chirp"\ncadence = "every 2 months"\n')
    (problem,) = read_library([library_folder, own]).for_lead
    assert 'each check of "chirp" says itself how often it comes round' in str(problem)


def test_a_list_is_shown_with_the_cadence_that_counts_here(run: Run, own: Path) -> None:
    (own / "school.toml").write_text(
        'schema = 1\n[every]\nfacebook = "every 1 month"\ncyberbullying = "every 1 month"\n'
    )

    def size(name: str) -> str:
        return next(
            line for line in run("--checklists", str(own), "checklists", "show", name)[1].splitlines() if " min" in line
        )

    assert size("facebook").endswith("every 1 month.")
    assert size("instagram").endswith("every 3 months.")
    assert size("cyberbullying").endswith("when it happens.")


def test_a_single_check_that_is_switched_off_covers_nothing_and_the_lead_is_told(
    library_folder: Path, own: Path
) -> None:
    (own / "school.toml").write_text('schema = 1\n[[change]]\ncheck = "chirp:private"\noff = true\n')
    library = laid_over(library_folder, own, OAK)
    (problem,) = library.for_lead
    assert '"chirp:private" is switched off here, so it covers nothing.' in str(problem)
    assert library.citing("oak-end:4.2") == ()
