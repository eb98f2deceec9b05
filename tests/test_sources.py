"""How far steps can be trusted, said of each check; what is old or doubtful, listed; what is wrong, passed on."""

from dataclasses import replace
from datetime import date

import pytest

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Check, Checklist, Confidence, Device, Steps
from audit_tui.errors import UsageError
from audit_tui.formats.text import to_text
from audit_tui.library.library import meant
from audit_tui.pages.checklists import checklist_page
from audit_tui.pages.upkeep import stale_page, wrong_page

TODAY = date(2026, 3, 2)
GUIDE = "Chirp Help Centre, Privacy"


def sourced(check: Check, **changed: object) -> Check:
    return replace(check, **{"source": GUIDE, "checked": date(2025, 10, 1), **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, f"Steps compared with {GUIDE}, October 2025, and not tried on a live account."),
        ({"checked": date(2025, 9, 2)}, f"Steps compared with {GUIDE}, September 2025, and not tried on a live account."),
        ({"checked": date(2025, 9, 1)}, f"Steps compared with {GUIDE}, September 2025, and not tried on a live account. That is over six months ago."),
        ({"confidence": Confidence.MEDIUM}, f"Steps compared with {GUIDE}, October 2025, and not tried on a live account. Labels may differ a little."),
        ({"confidence": Confidence.LOW}, f"Steps compared with {GUIDE}, October 2025, and not tried on a live account. Labels may well differ."),
        ({"source": "own knowledge"}, "Steps from our own knowledge, compared with no guide."),
        ({"checked": None}, f"Steps compared with {GUIDE}, date unknown, and not tried on a live account."),
        ({"source": None}, "Steps compared with published guides, the oldest of 1 October 2025, and not tried on a live account."),
        ({"steps": Steps(), "how": ("Look.",)}, f"Steps compared with {GUIDE}, October 2025, and not tried on a live account."),
        ({"steps": Steps(), "how": ("Look.",), "source": None, "confidence": None}, ""),
    ],
)  # fmt: skip
def test_each_check_says_what_its_steps_were_compared_with(
    chirp: Checklist, changed: dict[str, object], told: str
) -> None:
    assert phrases.honesty(chirp, sourced(chirp.checks[0], **changed), TODAY) == told


def test_steps_tried_on_a_live_account_say_so(chirp: Checklist) -> None:
    live = replace(chirp, verified_against="live")
    for check in (live.checks[0], sourced(live.checks[0])):
        assert phrases.honesty(live, check, TODAY) == "Steps tried on a live account on 1 October 2025."


def test_what_no_policy_asks_for_is_called_good_practice(chirp: Checklist, audit: Audit) -> None:
    library = audit.person.library
    asked, unasked = (
        to_text(checklist_page(replace(chirp, checks=(each,)), library, TODAY)) for each in chirp.checks[:2]
    )
    assert "Good practice" not in asked
    assert "Good practice: no policy here asks for it" in " ".join(unasked.split())


def test_old_doubtful_and_remembered_steps_are_listed_and_no_others(audit: Audit, chirp: Checklist) -> None:
    private, location, posts = chirp.checks
    kinds: dict[str, dict[str, object]] = {
        "fresh": {},
        "old": {"checked": date(2025, 9, 1)},
        "ours": {"source": "own knowledge"},
        "undated": {"checked": None},
        "unsure": {"confidence": Confidence.LOW, "checked": date(2025, 9, 1)},
    }
    made = tuple(sourced(private, id=name, ask=f"Is {name} private?", **changed) for name, changed in kinds.items())
    library = audit.person.library._replace(checklists={"chirp": replace(chirp, checks=(*made, posts))})
    (table,) = stale_page(library, TODAY).blocks
    assert table.rows == (  # type: ignore[union-attr]
        ("chirp:old", "2025-09-01", "over six months ago"),
        ("chirp:ours", "2025-10-01", "never compared"),
        ("chirp:undated", "-", "date not known"),
        ("chirp:unsure", "2025-09-01", "over six months ago, low confidence"),
    )
    assert location.confidence is Confidence.LOW


def test_where_nothing_is_old_it_says_so(audit: Audit, chirp: Checklist) -> None:
    library = audit.person.library._replace(checklists={"chirp": replace(chirp, checks=(sourced(chirp.checks[0]),))})
    assert "none is doubtful" in to_text(stale_page(library, TODAY))


def test_a_word_about_a_wrong_step_has_all_that_is_needed_and_nothing_of_the_person(chirp: Checklist) -> None:
    told = " ".join(to_text(wrong_page(chirp, sourced(chirp.checks[0]), TODAY)).split())
    for part in (
        "chirp:private",
        "Is your profile private?",
        "Settings, then Privacy, then Private profile",
        GUIDE,
        "2 March 2026",
    ):
        assert part in told
    assert "no name, no account, no answer" in told


def test_a_check_is_found_by_its_list_and_its_own_id(audit: Audit) -> None:
    checklist, check = audit.person.library.check("Chirp:location")
    assert (checklist.id, check.id) == ("chirp", "location")
    with pytest.raises(UsageError, match="Its checks are private, location, old-posts"):
        audit.person.library.check("chirp:nothing")
    with pytest.raises(UsageError, match="Name it too, such as chirp:private"):
        audit.person.library.check("chirp")


@pytest.mark.parametrize("name", ["Chirper", "chirpers", "CHIRPS", "Chirp"])
def test_a_list_is_found_in_singular_and_plural(audit: Audit, name: str) -> None:
    assert audit.person.library.find(name).id == "chirp"


def test_the_check_that_another_name_means_comes_first(chirp: Checklist, audit: Audit) -> None:
    found = meant(replace(chirp, also=("pupil",)), "pupils")
    assert found is chirp.checks[0]
    assert meant(chirp, "Chirp") is None
    text = to_text(checklist_page(chirp, audit.person.library, TODAY, chirp.checks[2]))
    assert text.index("3. Have") < text.index("1. Is") < text.index("2. Is")


@pytest.mark.parametrize(
    ("phone", "steps", "device"),
    [
        ("samsung", Steps(android=("A",), samsung=("S",)), Device.SAMSUNG),
        ("samsung", Steps(android=("A",)), Device.ANDROID),
        ("samsung", Steps(phone=("P",)), Device.ANDROID),
        ("samsung", Steps(web=("W",)), Device.WEB),
        ("android", Steps(android=("A",), samsung=("S",)), Device.ANDROID),
        ("iphone", Steps(iphone=("I",), samsung=("S",)), Device.IPHONE),
        (None, Steps(web=("W",), android=("A",)), Device.WEB),
        ("none", Steps(android=("A",)), Device.ANDROID),
    ],
)
def test_a_samsung_phone_has_its_own_labels_or_those_of_android(
    phone: str | None, steps: Steps, device: Device
) -> None:
    assert steps.preferred(phone) is device


def test_samsungs_labels_are_offered_only_where_there_are_some() -> None:
    assert Device.SAMSUNG not in Steps(android=("A",)).devices
    assert Steps(android=("A",), samsung=("S",)).devices == (Device.ANDROID, Device.SAMSUNG)
