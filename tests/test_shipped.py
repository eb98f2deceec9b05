"""The content that ships: every file is sound, plainly written, and covers every clause."""

import re
from datetime import date, datetime
from itertools import chain

import pytest

from audit_tui.checklist import Area, Check, Checklist, Device, Kind
from audit_tui.files.read import read_model
from audit_tui.library.families import FAMILIES, Families
from audit_tui.library.library import meant
from audit_tui.policy import ClauseKind

from .shipped import FOLDER, LIBRARY

FILES = sorted(path for path in FOLDER.glob("*.toml") if path.name != FAMILIES)
CHECKS = [
    pytest.param(checklist, check, id=f"{checklist.id}-{check.id}")
    for checklist in LIBRARY.checklists.values()
    for check in checklist.checks
]

ALONE = [pytest.param(each.values[1], id=each.id) for each in CHECKS]

# Openings after which "yes" is the safe answer. Read each new one before adding it.
OPENINGS = (
    "Are ", "Can only ", "Can you ", "Do only ", "Do all ", "Do you ", "Do your ", "Does a ", "Does only ", "Does your ",
    "Does the ", "Do the ", "Does ", "Has ", "Have you ", "Have all ", "Have colleagues ", "Have the ", "Is ", "Will you ", "Would you ",
)  # fmt: skip
UNSAFE = re.compile(
    r"^(Is|Are) (your|the) [\w' ]*\b(public|open to (everyone|anyone)|visible to (everyone|anyone|strangers))\?$",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"lorem|ipsum|\btodo\b|\btbc\b|\btbd\b|\bfixme\b|placeholder|example text|\bxxx\b|\{title\}|\.\.\.$", re.IGNORECASE
)
AMERICAN = re.compile(
    r"\b(color|center|organiz\w+|recogniz\w+|behavior|favorite|canceled|license plate|cell ?phone|zip code)\b"
)


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?;:])\s+", text) if part]


def texts(check: Check) -> list[str]:
    return [check.ask, check.expect, check.why, check.verify or "", *check.how]


def test_every_file_is_sound() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []
    assert {path.stem for path in FILES} == set(LIBRARY.checklists)


@pytest.mark.parametrize("checklist", LIBRARY.checklists.values(), ids=lambda item: item.id)
def test_a_checklist_is_neither_thin_nor_endless(checklist: Checklist) -> None:
    fewest = 8 if checklist.id in {"facebook", "instagram", "whatsapp", "x", "linkedin", "phone"} else 2
    assert fewest <= len(checklist.checks) <= 15
    assert checklist.about
    assert len(checklist.title) <= 32, "the board has one line for it at 80 columns"
    assert checklist.verified_against == "guides"


@pytest.mark.parametrize("checklist", LIBRARY.checklists.values(), ids=lambda item: item.id)
def test_the_steps_were_compared_lately_and_not_in_the_future(checklist: Checklist) -> None:
    assert date(2024, 1, 1) <= checklist.steps_verified <= datetime.now().astimezone().date()


@pytest.mark.parametrize("check", ALONE)
def test_yes_is_the_safe_answer(check: Check) -> None:
    assert check.ask.startswith(OPENINGS)
    assert check.ask.endswith("?")
    assert not UNSAFE.search(check.ask)


@pytest.mark.parametrize("check", ALONE)
def test_words_are_plain(check: Check) -> None:
    for text in sentences(check.ask) + sentences(check.expect):
        assert len(text.split()) <= 25, text
    for text in chain.from_iterable(map(sentences, texts(check))):
        assert len(text.split()) <= 32, text
    for text in texts(check):
        assert not FILLER.search(text), text
        assert not AMERICAN.search(text.replace("Accounts Center", "")), text
    assert not check.expect.endswith(".")
    assert len(check.why.split()) >= 7


@pytest.mark.parametrize(("checklist", "check"), CHECKS)
def test_there_is_a_way_there(checklist: Checklist, check: Check) -> None:
    steps = check.steps
    if check.area is Area.CONDUCT and checklist.kind is Kind.ROUTINE:
        return
    assert steps.devices or check.how
    if checklist.kind is Kind.PLATFORM:
        assert bool(steps.on(Device.IPHONE)) == bool(steps.on(Device.ANDROID)), "both phones, or neither"
    if checklist.kind is Kind.DEVICE:
        assert steps.any or steps.on(Device.IPHONE) or check.how
    for device in Device:
        for label in steps.on(device):
            assert len(label.split()) <= 14, label


@pytest.mark.parametrize("check", ALONE)
def test_no_check_cites_a_clause_twice(check: Check) -> None:
    assert len(set(check.clauses)) == len(check.clauses)


def test_every_clause_that_can_be_acted_on_is_asked_somewhere() -> None:
    missing = [
        citation
        for policy in LIBRARY.policies.values()
        for citation, clause in policy.citations().items()
        if clause.kind is not ClauseKind.CONTEXT and not LIBRARY.citing(citation)
    ]
    assert missing == []


def test_context_clauses_say_why_they_need_no_check() -> None:
    for policy in LIBRARY.policies.values():
        for clause in policy.clauses:
            assert bool(clause.no_check) == (clause.kind is ClauseKind.CONTEXT)


def test_every_platform_a_policy_names_is_found_by_its_name() -> None:
    for policy in LIBRARY.policies.values():
        for name in policy.platforms:
            assert LIBRARY.find(name).checks, f"{policy.id}: {name}"


@pytest.mark.parametrize(
    ("name", "checklist"),
    [
        ("phone", "phone"), ("phones", "phone"), ("camera", "phone"), ("webcam", "phone"), ("tablet", "phone"),
        ("blog", "personal-sites"), ("wiki", "personal-sites"), ("podcast", "personal-sites"),
        ("personal pages", "personal-sites"), ("forum", "forums"), ("chatroom", "messengers"),
        ("chat room", "messengers"), ("text messages", "messengers"), ("online gaming", "gaming"),
        ("virtual world", "gaming"), ("micro-blogs", "x"), ("Twitter", "x"), ("X/Twitter", "x"),
        ("Bebo", "old-accounts"), ("MySpace", "old-accounts"), ("My Space", "old-accounts"), ("MSN", "old-accounts"),
        ("Hotmail", "old-accounts"), ("ClassDojo", "school-pages"), ("Class Dojo", "school-pages"),
        ("Tapestry", "school-pages"), ("Nextdoor", "other-apps"), ("ChatGPT", "ai-assistants"),
        ("Copilot", "ai-assistants"), ("Gemini", "ai-assistants"), ("smart watch", "smart-watch"),
        ("Google", "google-account"), ("Apple ID", "apple-account"),
    ],
)  # fmt: skip
def test_a_list_is_found_by_the_words_that_people_use(name: str, checklist: str) -> None:
    assert LIBRARY.find(name).id == checklist


@pytest.mark.parametrize(
    ("name", "check"),
    [("Bebo", "old-accounts:found"), ("Hotmail", "old-accounts:msn"), ("wikis", "personal-sites:wikis"),
     ("ClassDojo", "school-pages:classdojo"), ("Tapestry", "school-pages:tapestry"), ("Minecraft", "gaming:minecraft")],
)  # fmt: skip
def test_the_check_that_another_name_means_is_shown_first(name: str, check: str) -> None:
    checklist = LIBRARY.find(name)
    found = meant(checklist, name)
    assert found
    assert f"{checklist.id}:{found.id}" == check


def test_every_family_is_used_at_least_twice() -> None:
    families = read_model(Families, FOLDER / FAMILIES).families
    used = [check.like for item in LIBRARY.checklists.values() for check in item.checks]
    assert [family.id for family in families if used.count(family.id) < 2] == []


def test_no_name_leads_to_two_checklists() -> None:
    names = [
        (name.casefold(), item.id) for item in LIBRARY.checklists.values() for name in {item.title, item.id, *item.also}
    ]
    by_name: dict[str, set[str]] = {}
    for name, checklist_id in names:
        by_name.setdefault(name, set()).add(checklist_id)
    assert {name: ids for name, ids in by_name.items() if len(ids) > 1} == {}
