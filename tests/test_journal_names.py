"""What the names alone tell, held against a plain reading of each of them, and how little is made of them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit_tui.errors import Unreadable
from audit_tui.files.read import MOST
from audit_tui.journal import filenames
from audit_tui.journal.filenames import Entry, Listing, list_folder

FOLDER = Path("journal")
CHECKLISTS = ["chirp", "chirp-2", "x"]
STUBS = ["00000001", "7f3a9c1e"]
DAYS = [
    "2025-12-31",
    "2026-03-01",
    "2026-03-02",
    "2024-02-29",
    "1999-10-10",
    "2026-02-29",
    "2026-11-31",
    "0000-01-01",
    "2026-13-01",
    "٢٠٢٦-٠٣-٠٢",
    "20260302",
]
ENDINGS = [".toml", ".withdrawn.toml", ".withdrawn.private.toml", ".withdrawn..toml", " (1).toml", ".toml.tmp", ".TOML"]

ours = st.builds(
    "{}{}_{}_{}{}".format,
    st.sampled_from(["", "", "", "."]),
    st.sampled_from(DAYS),
    st.sampled_from([*CHECKLISTS, "Chirp", "chirp_2", ""]),
    st.sampled_from([*STUBS, "7F3A9C1E", "7f3a9c1", "7f3a9c1e0"]),
    st.sampled_from(ENDINGS),
)
sound = st.builds(
    "{}_{}_{}{}".format,
    st.sampled_from(DAYS[:5]),
    st.sampled_from(CHECKLISTS),
    st.sampled_from(STUBS),
    st.sampled_from(ENDINGS[:3]),
)
rubbish = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12)
names = st.lists(sound | ours | rubbish | rubbish.map("{}.toml".format), max_size=25, unique=True)


def listed(every: Iterable[str], since: date | None = None) -> Listing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filenames, "names_in", lambda _: list(every))
        return list_folder(FOLDER, since)


def plainly(name: str) -> tuple[Entry, str] | None:
    """Say what a name tells, with what follows its number; nothing where it is not named as ours are."""
    day, checklist, rest = (*name.split("_"), "", "")[:3]
    stub, ending = rest[:8], rest[8:]
    try:
        entry = Entry(FOLDER / name, date.fromisoformat(day), checklist, stub)
    except ValueError:
        return None
    if name.count("_") != 2 or len(day) != 10 or not re.fullmatch("[a-z0-9-]+", checklist):
        return None
    withdrawal = re.fullmatch(r"(?:\.withdrawn(\.[a-z0-9-]+)?)?\.toml", ending)
    return (entry, ending) if withdrawal and re.fullmatch("[0-9a-f]{8}", stub) else None


@example([f"2026-03-02_chirp_7f3a9c1e.toml{end}" for end in ("", ".toml", ".tmp", " (1).toml")], None)
@given(names, st.sampled_from([None, date(2026, 3, 1), date(2026, 3, 2)]))
def test_a_listing_says_what_a_plain_reading_of_each_name_says(every: list[str], since: date | None) -> None:
    listing = listed(every, since)
    seen = [n for n in sorted(every) if n.endswith(".toml") and n[0] != "." and (not since or n >= since.isoformat())]
    told = {name: plainly(name) for name in seen}
    reviews = [found[0] for found in told.values() if found and found[1] == ".toml"]
    for checklist in CHECKLISTS:
        group = [entry for entry in reversed(reviews) if entry.checklist == checklist]
        assert list(listing.entries(checklist)) == group
        for stub in STUBS:
            assert list(listing.numbered(checklist, stub)) == [entry for entry in group if entry.stub == stub]
    assert listing.first_day == min((entry.day for entry in reviews), default=None)
    assert list(listing.strays) == [FOLDER / name for name, found in told.items() if found is None]
    assert listing.withdrawn.keys() == {
        (found[0].checklist, found[0].stub, "private" if "private" in found[1] else None)
        for found in told.values()
        if found and found[1] != ".toml"
    }


@pytest.mark.parametrize(("year", "days"), [(2023, 365), (2024, 366)])
def test_every_day_of_a_year_and_no_other_is_one(year: int, days: int) -> None:
    every = [f"{year}-{month:02}-{day:02}_chirp_00000001.toml" for month in range(14) for day in range(33)]
    found = {entry.day for entry in listed(every).entries("chirp")}
    assert found == {date(year, 1, 1) + timedelta(days=number) for number in range(days)}
    assert len(listed(every).strays) == len(every) - days


@given(st.lists(st.sampled_from(range(1, 29)), max_size=6), st.lists(st.sampled_from(range(1, 29)), max_size=6))
def test_copies_stand_among_the_reviews_by_their_day(named: list[int], copied: list[int]) -> None:
    own = [f"2026-03-{day:02}_chirp_{number:08x}.toml" for number, day in enumerate(named)]
    copies = [Entry(FOLDER / f"{n} (1).toml", date(2026, 3, day), "chirp", f"c{n:07x}") for n, day in enumerate(copied)]
    other = Entry(FOLDER / "x.toml", date(2020, 1, 1), "x", "0" * 8)
    listing = Listing(FOLDER, listed(own).names, {}, (), (*copies, other))
    found = list(listing.entries("chirp"))
    assert [entry.day.day for entry in found] == sorted([*named, *copied], reverse=True)
    assert {entry.path.name for entry in found} == {*own, *(copy.path.name for copy in copies)}
    assert listing.first_day == date(2020, 1, 1)


def test_nothing_is_made_of_a_name_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []

    def entry(path: Path, day: date, checklist: str, stub: str) -> Entry:
        made.append(path)
        return Entry(path, day, checklist, stub)

    monkeypatch.setattr(filenames, "Entry", entry)
    listing = listed(f"20{year}-03-02_chirp_{year:08x}.toml" for year in range(10, 99))
    assert (listing.first_day, made) == (date(2010, 3, 2), [])
    assert next(iter(listing.entries("chirp"))).day == date(2098, 3, 2)
    assert len(made) == 1


@pytest.mark.parametrize(("more", "too_many"), [(0, False), (1, True)])
def test_a_folder_is_listed_up_to_its_limit(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: int,
    too_many: bool,  # noqa: FBT001
) -> None:
    every = [f"2026-03-02_chirp_{number:08x}.toml" for number in range(MOST + more)]
    monkeypatch.setattr("audit_tui.files.read.os.listdir", lambda _: every)
    if too_many:
        with pytest.raises(Unreadable, match="over 20,000 files"):
            list_folder(tmp_path)
    else:
        assert len(list_folder(tmp_path).names["chirp"]) == MOST


def test_names_that_are_as_they_were_are_not_told_apart_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2026-03-02_chirp_7f3a9c1e.toml").touch()
    looked: list[Iterable[str]] = []
    apart = filenames._doubtful

    def noted(names: Iterable[str]) -> frozenset[str]:
        looked.append(names)
        return apart(names)

    monkeypatch.setattr(filenames, "_doubtful", noted)
    assert list_folder(tmp_path).names == list_folder(tmp_path).names
    assert len(looked) == 1
    (tmp_path / "2026-03-03_chirp_8f3a9c1e.toml").touch()
    assert len(list_folder(tmp_path).names["chirp"]) == len(looked) == 2
