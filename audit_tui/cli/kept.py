"""`doctor`, `backup`, `restore` and `forget`: looking after all that is kept of a person."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from audit_tui.cli.context import find_places, now
from audit_tui.cli.exits import EXIT_DUE, EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write
from audit_tui.cli.problems import warn
from audit_tui.cli.stopped import stopped_gently
from audit_tui.errors import Unreadable, UserError
from audit_tui.formats.text import to_text
from audit_tui.paths import is_there
from audit_tui.text import count, join_words

if TYPE_CHECKING:
    from audit_tui.person import Person

WORD = "forget"
BEFORE = """\
This cannot be undone. audit-tui backup FILE.zip keeps a copy first. Close
audit-tui in every other window: one that is open still shows what it read,
and keeps nothing more."""
PRIVATE = """\
It holds your answers, your notes and your IMEI numbers: keep it where nobody
else can read it."""


def doctor(*, school: Path | None) -> int:
    """Read everything that is kept and try the folders out; 1 where something needs a person."""
    from audit_tui.journal.examined import examine
    from audit_tui.journal.journal import Journal
    from audit_tui.kept.condition import condition
    from audit_tui.pages.kept import doctor_page
    from audit_tui.person import Person

    paths = find_places()
    examined = examine(Journal(paths.journal), now().date())
    state = condition(paths)
    person = Person(paths._replace(school=school or paths.school))
    found = [*_of_the_person(person), *examined.problems, *state.problems]
    problems = tuple({str(problem): problem for problem in found}.values())
    write(to_text(doctor_page(state, examined, problems, person.library.notes)))
    return EXIT_DUE if problems else EXIT_OK


def _of_the_person(person: "Person") -> Iterator[UserError]:
    """Give what is wrong with the settings, the checklists, the phones and the keys."""
    yield from person.problems
    yield from person.library.for_lead
    try:
        person.phones.read()
    except UserError as problem:
        yield problem
    if is_there(person.paths.drafts):
        from audit_tui.journal.drafts_0_1 import odd_drafts

        yield from odd_drafts(person.paths.drafts)
    if person.choices.keys:
        from audit_tui.tui.app import AuditApp

        yield from AuditApp.checked_keys(person)[1]


def backup(*, file: Path) -> int:
    """Copy everything into one new file, which is proved before it is called done."""
    from audit_tui.kept.backup import back_up

    with stopped_gently():
        made = back_up(find_places(), file.absolute(), now().date())
    told = f"{count(made.files, 'file')} backed up to {file}, read back, restored on trial and compared"
    write(f"Done: {told}.\n{PRIVATE}\n")
    return EXIT_ERROR if warn((*made.left_out, *made.lost)) else EXIT_OK


def restore(*, file: Path) -> int:
    """Take a backup in beside what is here, writing over nothing."""
    from audit_tui.kept.backup import read_backup
    from audit_tui.kept.restore import restore as take_in

    with stopped_gently():
        done = take_in(read_backup(file.absolute()), find_places())
    write(f"Restored from {file}: {count(done.new, 'file')} new, {done.same} here already.\n")
    if done.beside:
        write(
            f"{count(done.beside, 'file')} differed from yours and stands beside it, its name ending (from a backup).\n"
        )
    if done.settings.came:
        write(f"Taken into your settings: {join_words(done.settings.came)}.\n")
    if done.settings.stayed:
        write(f"Left in your settings as it is here: {join_words(done.settings.stayed)}.\n")
    return EXIT_ERROR if warn((*done.problems, *done.lost)) else EXIT_OK


def forget() -> int:
    """Show everything that is kept, and remove it when the word was typed."""
    from audit_tui.kept.forget import everything, left_over, still_there
    from audit_tui.kept.forget import forget as remove_everything
    from audit_tui.pages.kept import forget_page
    from audit_tui.settings.store import Settings

    paths = find_places()
    files, label = everything(paths), None
    if not files:
        write("Nothing is kept on this computer.\n")
        return EXIT_OK
    with suppress(Unreadable):
        label = Settings(paths.settings).read().label
    write(f"{to_text(forget_page(files, label))}\n{BEFORE}\n")
    if input(f"Type {WORD} to remove all of it, or Enter to keep it: ").strip().casefold() != WORD:
        write("Nothing was removed.\n")
        return EXIT_OK
    before = still_there(files)
    try:
        problems = remove_everything(paths)
    except KeyboardInterrupt:
        write("\nStopped. Part of it is removed; type audit-tui forget again for the rest.\n")
        return EXIT_ERROR
    failed = {problem.path for problem in problems}
    if others := [path for path in left_over(paths) if path not in failed]:
        write(f"Left, for it is not ours: {join_words(map(str, others))}.\n")
    if still_there(files) == before:
        write("Nothing was removed.\n")
    else:
        write("The rest is removed.\n" if problems else "All of it is removed.\n")
    return EXIT_ERROR if warn(problems) else EXIT_OK
