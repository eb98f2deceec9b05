"""A home of its own for every test, and a small library whose every word is known."""

import socket
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput

from .wheels import ROOT, build

TODAY = date(2026, 3, 2)

Run = Callable[..., tuple[int, str, str]]

# A slow machine is no failure.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

POLICY = """\
schema = 1
id = "elm-lane"
school = "Elm Lane School"
title = "Online safety"
dated = 2024-09-01
review_due = "2025-09"
platforms = ["Chirp"]
[[clause]]
ref = "1.1"
kind = "setting"
gist = "Keep profiles private."
[[clause]]
ref = "1.2"
kind = "context"
gist = "What counts as a profile."
no_check = "It only explains a word."
"""

CHIRP = """\
schema = 1
id = "chirp"
title = "Chirp"
also = ["Chirper"]
about = "What others can see of you on Chirp."
kind = "platform"
steps_verified = 2025-10-01
verified_against = "guides"

[[check]]
id = "private"
area = "profile-visibility"
ask = "Is your profile private?"
expect = "Private profile: on"
why = "Otherwise every pupil can read it."
clauses = ["elm-lane:1.1"]
link = "https://chirp.example/settings"
verify = "Look at it in a private window."
confidence = "high"
[check.steps]
web = ["Settings", "Privacy", "Private profile"]
iphone = ["Profile", "Settings", "Private profile"]
android = ["Profile", "≡", "Private profile"]

[[check]]
id = "location"
area = "location"
ask = "Is the place left off your posts?"
expect = "Add location: off"
why = "A place tells others where you and the pupils are."
confidence = "low"
[check.steps]
web = ["Settings", "Location"]

[[check]]
id = "old-posts"
area = "past-posts"
ask = "Have you looked through your old posts?"
expect = "Nothing left that you would not show a parent"
why = "Old posts stay where people can search for them."
how = ["Open your profile.", "Read down to the first post."]
"""

RULES = """\
schema = 1
id = "rules"
title = "School rules"
about = "What you agreed to."
kind = "routine"
cadence = "every 12 months"
steps_verified = 2025-10-01
verified_against = "guides"

[[check]]
id = "read"
area = "conduct"
ask = "Have you read the rules this year?"
expect = "The rules read"
why = "They change from year to year."

[[check]]
id = "joined"
area = "records"
ask = "Have you told the office that you joined?"
expect = "The office knows"
why = "They keep the list of staff."
cadence = "within 2 weeks of joining"
how = ["Tell the office."]

[[check]]
id = "before"
area = "location"
ask = "Is your location off for the trip?"
expect = "Location: off"
why = "On a trip it tells where the pupils are."
cadence = "before each trip"
how = ["Turn it off."]

[[check]]
id = "after"
area = "location"
ask = "Have you put back what you changed?"
expect = "As it was"
why = "Finding your own phone needs it."
cadence = "after each trip"
how = ["Turn it on."]

[[check]]
id = "incident"
area = "conduct"
ask = "Have you kept a picture of it?"
expect = "A picture kept"
why = "It may be gone tomorrow."
cadence = "when it happens"
how = ["Keep it."]
"""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.moment = 0

    def __call__(self) -> datetime:
        self.moment += 1
        hours, rest = divmod(self.moment, 3600)
        return datetime(self.day.year, self.day.month, self.day.day, 9 + hours, *divmod(rest, 60), tzinfo=UTC)


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "checklists"
    (folder / "policies").mkdir(parents=True)
    (folder / "policies" / "elm-lane.toml").write_text(POLICY)
    (folder / "chirp.toml").write_text(CHIRP)
    (folder / "rules.toml").write_text(RULES)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A school's own folder, with a place for its policies."""
    folder = tmp_path / "our-checks"
    (folder / "policies").mkdir(parents=True)
    return folder


@pytest.fixture
def places(tmp_path: Path, library_folder: Path) -> Paths:
    home = tmp_path / "home"
    return Paths(home / "settings.toml", home / "journal", home / "drafts", library_folder)


@pytest.fixture
def fresh(places: Paths) -> Audit:
    """Nothing chosen yet."""
    return Audit(places)


@pytest.fixture
def audit(fresh: Audit) -> Audit:
    """Somebody who has Chirp and an iPhone."""
    fresh.person.choose("accounts", ["chirp"])
    fresh.person.choose("phone", "iphone")
    return fresh


@pytest.fixture
def chirp(fresh: Audit) -> Checklist:
    return fresh.person.library.checklists["chirp"]


@pytest.fixture
def rules(fresh: Audit) -> Checklist:
    return fresh.person.library.checklists["rules"]


@pytest.fixture
def clock() -> Clock:
    return Clock(TODAY)


@pytest.fixture
def lived_in(audit: Audit, chirp: Checklist, rules: Checklist, clock: Clock) -> Audit:
    """Somebody who answered, noted, logged, withdrew, has a trip and a phone, and a sync service's copy."""
    sitting = audit.sitting(chirp, clock())
    sitting.answer(0, AnswerInput(Result.PASS), clock())
    sitting.answer(1, AnswerInput(Result.FAIL, note="will ask"), clock())
    sitting.log(rules, EvidenceInput("a call"), clock())
    audit.withdraw(audit.history("chirp", TODAY)[0][0], TODAY, check="location")
    audit.person.plan_trip("France", TODAY, TODAY)
    audit.person.phones.record(("350000000000006",), TODAY)
    review = next(audit.paths.journal.glob("*chirp_????????.toml"))
    review.with_name(f"{review.stem} (1).toml").write_bytes(review.read_bytes())
    return audit


@pytest.fixture(autouse=True)
def own_machine_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings, colours and terminal out of every test."""
    monkeypatch.setenv("AUDIT_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    monkeypatch.setattr("audit_tui.paths.MACHINE", str(tmp_path / "machine"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    for name in ("NO_COLOR", "AUDIT_TUI_PLAIN", "AUDIT_TUI_CHECKLISTS", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


SPEAKING = ("connect", "connect_ex", "bind", "sendto", "sendmsg")
LOOKING_UP = ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo")


def refuse(*_: object, **__: object) -> NoReturn:
    raise AssertionError("a connection was tried")


def among_ourselves(speak: Callable[..., object]) -> Callable[..., object]:
    """Let a test speak with processes of its own, and with nothing else."""

    def spoken(made: socket.socket, *given: object) -> object:
        return speak(made, *given) if made.family == getattr(socket, "AF_UNIX", None) else refuse()

    return spoken


@pytest.fixture(scope="session", autouse=True)
def no_sockets() -> Iterator[None]:
    """Nothing ever opens a connection, from before the first test to after the last; one that tried would fail."""
    with pytest.MonkeyPatch.context() as patching:
        for name in SPEAKING:
            if hasattr(socket.socket, name):
                patching.setattr(socket.socket, name, among_ourselves(getattr(socket.socket, name)))
        for name in LOOKING_UP:
            patching.setattr(socket, name, refuse)
        yield


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("sample")
    (folder / "policies").mkdir()
    (folder / "policies" / "elm-lane.toml").write_text(POLICY)
    (folder / "chirp.toml").write_text(CHIRP)
    (folder / "rules.toml").write_text(RULES)
    return read_library([folder])


@pytest.fixture(scope="session")
def sample(sample_library: Library) -> Checklist:
    """Chirp, for tests that need no files; it is frozen, so one serves all."""
    return sample_library.checklists["chirp"]


@pytest.fixture(scope="session")
def yearly(sample_library: Library) -> Checklist:
    """The rules, likewise."""
    return sample_library.checklists["rules"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command; give its exit code and what it said on both streams."""

    def command(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return command


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as it is shipped; on PYTHONPATH it goes before the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(build(ROOT, tmp_path_factory.mktemp("wheel"))) as wheel:
        wheel.extractall(folder)
    return folder
