"""What is asked: a checklist of one platform, device or routine, and its checks."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.cadence import QUARTERLY, Cadence, Trigger
from audit_tui.files.marks import Between, Many, Rule
from audit_tui.files.model import SCHEMA, CadenceText, FileModel, Id, OneLine, Text

MOST_MINUTES = 60
OWN_KNOWLEDGE, OWN_STEPS = "own knowledge", "your school"
FORMER = r"[a-z0-9][a-z0-9-]{0,39}:[a-z0-9][a-z0-9-]{0,39}"
HOST = r"(?i)(?!.*\bxn--)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:[0-9]{1,5})?"
CITATION = r"[a-z0-9-]+:\S.*"


class Kind(StrEnum):
    """What a checklist is about."""

    PLATFORM = "platform"
    DEVICE = "device"
    ROUTINE = "routine"


class Area(StrEnum):
    """What a check is about."""

    PROFILE_VISIBILITY = "profile-visibility"
    DISCOVERY = "discovery"
    LOCATION = "location"
    JOB_TITLE = "job-title"
    CONTACT_DETAILS = "contact-details"
    FRIEND_REQUESTS = "friend-requests"
    MESSAGES = "messages"
    PHOTOS_TAGS = "photos-tags"
    PAST_POSTS = "past-posts"
    APPS_SESSIONS = "apps-sessions"
    SIGN_IN = "sign-in"
    DEVICE = "device"
    CONDUCT = "conduct"
    RECORDS = "records"


class Severity(StrEnum):
    """What happens to a person if it is wrong, in the words of XCCDF 1.2, the gravest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Count from the gravest: 0 for high."""
        return RANKS[self]


RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Confidence(StrEnum):
    """How sure the sources make us that the steps lead there."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Device(StrEnum):
    """Where a person can follow steps."""

    WEB = "web"
    IPHONE = "iphone"
    ANDROID = "android"
    SAMSUNG = "samsung"
    ANY = "any"


DEVICES = tuple(Device)
PHONES = {"iphone": (Device.IPHONE,), "android": (Device.ANDROID,), "samsung": (Device.SAMSUNG, Device.ANDROID)}


def _https(link: str) -> str:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(link)
        sound = parts.scheme == "https" and re.fullmatch(HOST, parts.netloc)
    except ValueError:
        sound = None
    if not sound or not link.isascii() or any(char in link for char in ' "<>\\^`{|}'):
        raise ValueError("must be a full https:// address without spaces, a user name or a name in disguise (xn--)")
    return link


def _citation(text: str) -> str:
    if not re.fullmatch(CITATION, text):
        raise ValueError('cite a clause as "policy-id:clause", for example "all-saints:Final Reminders, review posts"')
    return text


def _former(text: str) -> str:
    if not re.fullmatch(FORMER, text):
        raise ValueError('name the former check as "checklist-id:check-id", for example "facebook:old-id"')
    return text


Former = Annotated[OneLine, Rule(_former)]
Link = Annotated[OneLine, Rule(_https)]
Citation = Annotated[OneLine, Rule(_citation)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(FileModel):
    """The labels to choose, in order, on each device."""

    web: tuple[OneLine, ...] = ()
    """In a web browser."""
    iphone: tuple[OneLine, ...] = ()
    """In the app on an iPhone, or in the iPhone's own settings."""
    android: tuple[OneLine, ...] = ()
    """In the app on an Android phone, or in the phone's own settings."""
    samsung: tuple[OneLine, ...] = ()
    """On a Samsung phone, where its labels are not those of other Android phones."""
    phone: tuple[OneLine, ...] = ()
    """On either phone, where both have the same labels."""
    any: tuple[OneLine, ...] = ()
    """The same wherever one is."""

    def on(self, device: Device) -> tuple[str, ...]:
        """Give the labels for one device; none where it has no such setting."""
        match device:
            case Device.WEB:
                return self.web
            case Device.IPHONE:
                return self.iphone or self.phone
            case Device.ANDROID:
                return self.android or self.phone
            case Device.SAMSUNG:
                return self.samsung
            case Device.ANY:
                return self.any

    @property
    def devices(self) -> tuple[Device, ...]:
        """The devices that have steps here."""
        return tuple(device for device in DEVICES if self.on(device))

    def preferred(self, phone: str | None) -> Device:
        """Choose whose steps to show first: the person's own phone, else the web, else what there is, if anything."""
        wished = (*PHONES.get(phone or "", ()), *DEVICES)
        return next((device for device in wished if self.on(device)), wished[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(FileModel):
    """One thing to look at, with what it should be and how to get there."""

    id: Id
    """Stable for ever and unique in the file: answers are kept under it."""
    like: Id | None = None
    """The family whose wording this check shares; keys given here take the place of the family's."""
    area: Area
    """What the check is about."""
    severity: Severity = Severity.MEDIUM
    """What happens to a person if it is wrong: high, medium or low. It sets the order and pace of the first round."""
    revision: Annotated[int, Between(1, 999)] = 1
    """Raise it when the meaning changes: then it is asked again. Rewording alone leaves it."""
    formerly: tuple[Former, ...] = ()
    """The checks it was merged or moved from, each as "list-id:check-id"; at revision 1 their newest answer counts."""
    since: date | None = None
    """The day on which the check was added to a checklist that people already had."""
    ask: OneLine
    """The question; yes is always the safe answer."""
    expect: OneLine
    """What it should be, in one line."""
    why: Text
    """One or two plain sentences: what can go wrong otherwise."""
    clauses: tuple[Citation, ...] = ()
    """The clauses it comes from, each as "policy-id:clause"."""
    cadence: CadenceText | None = None
    """When it comes round, if not as the checklist says."""
    link: Link | None = None
    """The page where it can be looked at, if it has an address."""
    verify: Text | None = None
    """How to see from outside that it worked."""
    confidence: Confidence | None = None
    """How sure the sources make us of the steps; needed where there are any."""
    checked: date | None = None
    """The date of the newest source that these steps were compared with."""
    source: OneLine | None = None
    """The title of that source, or "own knowledge"."""
    minutes: Annotated[int, Between(0, MOST_MINUTES)] = 0
    """The work beyond reading and tapping, such as going down a list; those two are estimated."""
    steps: Steps = Steps()
    """The labels to choose, for each device."""
    how: tuple[Text, ...] = ()
    """What to do there; "Before you start" comes before the labels, "Note:" is no step, "On an iPhone:" is for one."""

    def __post_init__(self) -> None:
        """Refuse steps without a confidence, and a check without a way to get there. Raises ValueError."""
        if self.confidence is None and self.steps.devices:
            raise ValueError("steps need a confidence: high, medium or low")
        if not self.how and self.area is not Area.CONDUCT and not self.steps.devices:
            raise ValueError("say how to get there: add [check.steps] or how")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist(FileModel):
    """One platform, device or routine: one TOML file."""

    KEYS: ClassVar = {"schema_": "schema", "own_cadence": "cadence", "checks": "check"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    id: Id
    """The file's own name, without .toml."""
    title: OneLine
    """The name people know it by."""
    also: tuple[OneLine, ...] = ()
    """Other names by which people look for it."""
    about: Text | None = None
    """A sentence on what it covers."""
    kind: Kind
    """What it is about: an account that one holds or not, a device, or a routine for everybody."""
    everyone: bool | None = None
    """Whether everybody is asked, or only those who say they hold it; a platform is asked of its holders."""
    own_cadence: CadenceText | None = None
    """When checks come round that name no cadence of their own."""
    steps_verified: date
    """The date of the oldest source that its steps were compared with."""
    verified_against: Literal["guides", "live"]
    """What the steps were compared with: published guides, or a live account clicked through."""
    checks: Annotated[tuple[Check, ...], Many(1, 60)]
    """What to look at, the few that matter most first."""

    def __post_init__(self) -> None:
        """Refuse two checks of one id, or with one question. Raises ValueError."""
        for what, values in (("id", [c.id for c in self.checks]), ("ask", [c.ask for c in self.checks])):
            value, times = Counter(values).most_common(1)[0]
            if times > 1:
                raise ValueError(f'two checks have the same {what} "{value}"; change one of them')

    @property
    def cadence(self) -> Cadence:
        """When checks come round that name no cadence of their own."""
        return self.own_cadence or QUARTERLY

    def cadence_of(self, check: Check) -> Cadence:
        """Give the check's own cadence, or the checklist's."""
        return check.cadence or self.cadence

    def fingerprint(self, check: Check) -> str:
        """Reduce a check's meaning (question, expected value, cadence) to 16 hexadecimal digits."""
        import hashlib

        meaning = "\n".join(" ".join(str(part).split()) for part in (check.ask, check.expect, self.cadence_of(check)))
        return hashlib.sha256(meaning.encode()).hexdigest()[:16]

    @property
    def is_event(self) -> bool:
        """Tell whether it is for something that happens, such as an incident, and keeps a log of it."""
        return self.cadence.trigger is Trigger.EVENT

    @property
    def for_everyone(self) -> bool:
        """Tell whether it is asked without being chosen."""
        return self.kind is not Kind.PLATFORM if self.everyone is None else self.everyone

    @property
    def minutes(self) -> int:
        """About how long all of it takes."""
        return sum(max(1, check.minutes) for check in self.checks)
