"""The documents are true: what can be generated is, and every command and key is in them.

Set UPDATE_DOCS=1 to write the generated pages anew.
"""

import os
import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
from textual.binding import Binding

from audit_tui.cadence import PLAIN
from audit_tui.checklist import Area, Check, Checklist, Steps
from audit_tui.cli.main import main
from audit_tui.exports import numbers, people
from audit_tui.exports.sheet import Column
from audit_tui.files.checked import adapter
from audit_tui.files.model import FileModel
from audit_tui.files.read import read_model
from audit_tui.library.changes import Change
from audit_tui.library.families import Family
from audit_tui.library.lint import check_paths
from audit_tui.library.school import School
from audit_tui.paths import Paths
from audit_tui.person import Person
from audit_tui.policy import KINDS, Clause, Policy
from audit_tui.school.site import Site
from audit_tui.settings.choices import Choices
from audit_tui.team.counts import FEWEST
from audit_tui.tui.app import AuditApp
from audit_tui.tui.help import key_groups
from audit_tui.tui.keymap import usual_keys

from .proof.__main__ import ROOMS
from .proof.promises import broken

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()


def fields(model: type[FileModel]) -> str:
    schema = adapter(model).json_schema()
    rows = []
    for key, part in schema["properties"].items():
        needed = "needed" if key in schema.get("required", ()) else ""
        rows.append(f"| `{key}` | {needed} | {part['description']} |")
    return "\n".join(["| key | | what it is |", "| --- | --- | --- |", *rows])


def format_page() -> str:
    return f"""# Writing checklists

A checklist is a text file in TOML: a name, an equals sign, and a value in quotation marks. To begin, copy a file from
`checklists/`, change its `id` to the new file's name, and run

```sh
audit-tui checklists check my-checklist.toml
```

It says which file, which key, and what to do, and reads the file as the app would: with what stands in the folder around
it. `audit-tui checklists schema` prints a JSON Schema; many editors then help while you write.

The files that an installed program brings are there to be read: it has them packed, and what is changed in them counts
for nothing. What your school wants otherwise stands in a folder of its own, laid over them:

```
our-checks/
  school.toml                what you leave out, ask more often, change or add
  our-rules.toml             a checklist of your own
  policies/oak-end.toml      your own policy, and which checks cover it
```

Nothing in that folder makes a built-in checklist vanish but `off`. What cannot be used there is told, and what is built in
stays in its place; a name that leads nowhere is told to whoever checks the folder, and not to staff.

## The checklist

{fields(Checklist)}

## Each check: `[[check]]`

{fields(Check)}

Areas: {", ".join(f"`{area}`" for area in Area)}.

Cadences: `every 3 months` (days, weeks, months or years), `within 2 weeks of joining`,
{", ".join(f"`{text}`" for text in PLAIN)}.

## Steps: `[check.steps]`, or `steps.web = […]`

The labels to choose, in order, as they stand on the screen.

{fields(Steps)}

## Families

Wording that many platforms share stands once, in `families.toml`. A check with `like = "two-step"` takes it in and adds
its own steps, link and confidence; any key it gives takes the place of the family's.

{fields(Family)}

## Policies: `policies/*.toml`

`audit-tui policy new "Oak End School"` writes a file to start from, sound as it stands, with a comment at each key. Put
your clauses into it, and say of each which checks cover it:

```toml
[[clause]]
ref = "4.2"
kind = "setting"
gist = "Keep what you post among friends."
covered_by = ["facebook:future-posts", "instagram:private-account"]
```

Then `audit-tui policy check` says what is wrong in it and counts what is covered, and `audit-tui policy oak-end-school`
lists the clauses that nothing covers yet, those that checks cover, and those that need none. Each of those checks says
*Asked by: Oak End School, 4.2*, before other schools' policies, which are then only named.

{fields(Policy)}

Each clause, `[[clause]]`:

{fields(Clause)}

Kinds: {", ".join(f"`{kind}` ({told})" for kind, told in KINDS.items())}.

### What `covered_by` may name

| written | it stands for |
| --- | --- |
| `"facebook:tags"` | one check: the checklist's id, a colon, the check's id |
| `"location of every platform"` | every check of that area on that kind of list: `platform`, `device`, `routine`, or `checklist` for all three |
| `"family:two-step"` | every check that takes its wording from that family |
| `"sign-in"` | every check of that checklist |

`audit-tui policy checks location` lists the checks that speak of locations, and `audit-tui policy checks` all of them, each
by its name. A name that does not exist is told with the nearest one that does. A check that an update merged into another
still counts, and you are told its new name.

## A school's own choices: `school.toml`

```toml
schema = 1
off = ["dating", "marketplaces"]
off_policies = ["wendover"]

[every]
instagram = "every 1 month"

[[change]]
check = "facebook:future-posts"
severity = "high"
why = "Two classes found a teacher's holiday pictures last year."
steps.android = ["Menu", "Settings", "Posts"]

[[change]]
check = "location of every platform"
cadence = "every 1 month"

[[add]]
to = "facebook"
id = "class-page"
area = "conduct"
ask = "Do two people look after our class page?"
expect = "Two people, both named in the staff handbook"
why = "One may be ill."
```

{fields(School)}

### Each change: `[[change]]`

Only the keys given are changed, so a later version of the program still reaches the rest of the check. If it merges or
removes the check, what is built in stays as it is, and you are told which check to name instead. Changes are made in their
order, so what is said of one check may follow what is said of many.

{fields(Change)}

Rewording alone asks nobody again. Where a change gives a check another meaning, add `revision = 1`: whoever answered before
is asked again. Raise it when you change the meaning once more, and leave it in place when you go back to what is built in.
An update that changes the meaning still asks again, for the two are added up.

### Each check of your own: `[[add]]`

The keys of a check, without `like`, and `to`, the id of the checklist it is added to. It is asked of whoever holds that one.

## A person's own settings: `settings.toml`

{fields(Choices)}

## For everybody on a machine: `site.toml`

In `/etc/xdg/audit-tui`, on a Mac in `/Library/Application Support/audit-tui`, on Windows in `C:\\ProgramData\\audit-tui`.

{fields(Site)}
"""


def keys_page() -> str:
    usual = usual_keys(key_groups(AuditApp.BINDINGS))
    rows = [f"| `{name}` | {_keys(binding)} | {binding.description} |" for name, binding in sorted(usual.items())]
    table = "\n".join(["| name | key | what it does |", "| --- | --- | --- |", *rows])
    return f"""# Keys

Every key can be changed in `settings.toml`, by the name of what it does:

```toml
[keys]
"board.summary" = "z"
```

A key that something else in the same place holds is refused, and the app says so.

{table}
"""


def _keys(binding: Binding) -> str:
    return " ".join(f"`{key}`" for key in binding.key.split(","))


def columns_page() -> str:
    return f"""# The team in a spreadsheet, and in other systems

```sh
audit-tui team "/path/to/folder" --output team.xlsx     # to look at: Excel, LibreOffice, Numbers, Google Sheets
audit-tui team "/path/to/folder" --output team.csv      # for another system to take in
```

The ending of the file says which is written. In a spreadsheet file days are days, counts are numbers and a label is only
text, whatever stands in it. It prints on A4, on its side; the columns from *{people.COLUMNS[people.ON_PAPER].heading}* on are there and
stay off the paper. A column in which nothing stands for anybody is hidden. `--short` leaves the people out, and so does
`--roll-up`.

The CSV file is UTF-8 and begins with the mark (BOM) by which a spreadsheet knows its letters; through a pipe it has none.
Lines end as RFC 4180 has it. The first line has the names below, which stay as they are; a later version may add columns
at the end. Days are as 2026-03-02, yes is 1 and no is 0, and where nobody told anything the cell is empty. A label or a
school that begins like a formula (=, +, - or @) has an apostrophe before it. A spreadsheet may take a label such as 1/2
for a day when it opens a CSV file: for looking at, use the other.

## A person a line

Those who handed in, those in need first; with your list (`--roster`), after them those who are awaited. Several of the
columns that begin with `is_` may be 1.

{_columns(people.COLUMNS)}

## A school a line: `--short`, `--roll-up`, and the sheet *Schools*

Where statements lie in one folder, `--short` writes one line. In a roll-up a school in which fewer than {FEWEST} handed in
has its name alone, and one in which nobody did has a 0 beside it.

{_columns(numbers.COLUMNS)}
"""


def _columns(columns: tuple[Column, ...]) -> str:
    rows = [f"| `{column.name}` | {column.heading} | {_held(column)} |" for column in columns]
    return "\n".join(["| in CSV | in a spreadsheet | what it holds |", "| --- | --- | --- |", *rows])


def _held(column: Column) -> str:
    return f"1 or yes: {column.holds}" if column.flag else column.holds


@pytest.mark.parametrize(
    ("name", "page"),
    [("checklist-format.md", format_page), ("keys.md", keys_page), ("team-columns.md", columns_page)],
)
def test_generated_pages_are_fresh(name: str, page: object) -> None:
    path = ROOT / "docs" / name
    assert callable(page)
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(page())
    assert path.read_text() == page(), "run the tests with UPDATE_DOCS=1 and read the change"


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.search(r"commands:\n  COMMAND\n(.*)", capsys.readouterr().out, re.DOTALL)
    assert listed is not None
    commands = re.findall(r"^    (\w+)", listed[1], re.MULTILINE)
    assert commands
    for command in commands:
        assert f"audit-tui {command}" in README


def test_the_check_script_calls_the_readmes_own_test_command() -> None:
    blocks = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
    command = next(block for block in blocks if "pytest" in block)
    assert command in (ROOT / ".ci" / "run").read_text().splitlines()


def test_the_numbers_in_the_readme_are_true() -> None:
    files = [path for path in (ROOT / "checklists").glob("*.toml") if path.name != "families.toml"]
    checks = sum(path.read_text().count("[[check]]") for path in files)
    found = re.search(r"(\d+) checklists .* over (\d+) checks", " ".join(README.split()))
    assert found is not None
    assert int(found[1]) == len(files)
    assert checks - 50 <= int(found[2]) <= checks


def test_no_promise_on_the_page_of_promises_is_broken() -> None:
    page = (ROOT / "docs" / "promises.md").read_text()
    assert page.count("python -m tests.proof") > len(ROOMS)
    assert broken(page) == [], "mend what broke it, or tell of it, and try it again"


def test_links_between_documents_lead_somewhere() -> None:
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", path.read_text()):
            assert target.startswith("https://") or (path.parent / target).exists(), (path.name, target)


SAMPLE = re.compile(r"^ *```toml\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
SAMPLES = [
    pytest.param(dedent(text), id=f"{path.stem}-{number}")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    for number, text in enumerate(SAMPLE.findall(path.read_text()), start=1)
]
OF_A_POLICY = 'schema = 1\nid = "oak-end-school"\nschool = "Oak End School"\ntitle = "Online"\ndated = 2026-09-01\n'


@pytest.mark.parametrize("text", SAMPLES)
def test_the_samples_in_every_document_are_sound_and_lead_somewhere(tmp_path: Path, text: str) -> None:
    keys = tomllib.loads(text).keys()
    if keys <= {"schema", "checklists"}:
        (tmp_path / "site.toml").write_text(text)
        assert read_model(Site, tmp_path / "site.toml").checklists
    elif keys & {"clause", "change", "add", "off"}:
        (tmp_path / "policies").mkdir()
        is_policy = "clause" in keys
        place = tmp_path / "policies" / "oak-end-school.toml" if is_policy else tmp_path / "school.toml"
        place.write_text(OF_A_POLICY + text if is_policy else text)
        assert [str(problem) for problem in check_paths([tmp_path], ROOT / "checklists").problems] == []
    else:
        (tmp_path / "settings.toml").write_text(text if "schema" in keys else f"schema = 1\n{text}")
        person = Person(Paths(tmp_path / "settings.toml", tmp_path, tmp_path, ROOT / "checklists"))
        assert [str(problem) for problem in (*person.problems, *AuditApp.checked_keys(person)[1])] == []


def test_the_samples_are_all_found() -> None:
    assert len(SAMPLES) == sum(
        path.read_text().count("```toml") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    )


def test_every_room_is_on_the_map() -> None:
    page = (ROOT / "docs" / "rooms.md").read_text()
    rooms = {
        path.stem for path in (ROOT / "audit_tui").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    for room in rooms - {"__init__", "__main__", "__pycache__"}:
        assert f"`{room}`" in page, room
