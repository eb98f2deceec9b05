"""Reading: bad files cost one plain sentence, never a traceback and never a wait."""

import json
import os
import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from audit_tui.checklist import Checklist
from audit_tui.errors import NewerSchema, Unreadable, UserError
from audit_tui.files.checked import adapter
from audit_tui.files.marks import Pattern
from audit_tui.files.model import PATTERNS, FileModel, Id, RecordId
from audit_tui.files.read import LIMIT, list_names, parse_toml, read_model, validate
from audit_tui.journal.withdrawal import Withdrawal
from audit_tui.library.school import School
from audit_tui.policy import Month, Policy
from audit_tui.record import Review
from audit_tui.settings.choices import Choices
from audit_tui.settings.store import Settings
from audit_tui.team.statement import Statement

from .conftest import CHIRP


def told(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_model(Checklist, path)
    return str(caught.value)


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text(CHIRP)
    assert read_model(Checklist, path).title == "Chirp"


BAD = [
    ("not toml at all [", "is not valid TOML"),
    ("title = 1\n", "the first line should be schema = 1"),
    ("schema = true\n", "the first line should be schema = 1"),
    (CHIRP.replace("schema = 1", "schema = 2", 1), "made by a newer version"),
    (CHIRP.replace("ask =", "aks =", 1), "check 1 (private), ask: this key is missing"),
    (CHIRP + 'colour = "red"\n', "check 3 (old-posts), colour: this key is not known here"),
    (
        CHIRP.replace("https://chirp.example", "http://chirp.example"),
        "check 1 (private), link: must be a full https://",
    ),
    (CHIRP.replace("https://chirp.example", "javascript://a.b"), "must be a full https://"),
    (CHIRP.replace("https://chirp.example", "https://user@chirp.example"), "must be a full https://"),
    (CHIRP.replace("https://chirp.example", "https://:facebook.com@evil.example/"), "must be a full https://"),
    (CHIRP.replace("https://chirp.example", "https://.b/"), "must be a full https://"),
    (CHIRP.replace("https://chirp.example", "https://facebook..example/"), "must be a full https://"),
    (CHIRP.replace("https://chirp.example", "https://xn--facebok-y0a.example/"), "a name in disguise"),
    (CHIRP.replace("https://chirp.example", "https://www.XN--facebok-y0a.example/"), "a name in disguise"),
    (CHIRP.replace("https://chirp.example", "https://chirp.example:x/"), "must be a full https://"),
    (CHIRP.replace("Is your profile private?", "Is it\\u001b[31m?"), "control or invisible characters"),
    (CHIRP.replace("Is your profile private?", "Is it\\u202e?"), "control or invisible characters"),
    (CHIRP.replace('id = "location"', 'id = "private"'), 'two checks have the same id "private"'),
    (CHIRP.replace('id = "chirp"', 'id = "../chirp"'), "use lower-case letters"),
    (CHIRP.replace('id = "chirp"', 'id = "con"'), "Windows keeps for itself"),
    (CHIRP.replace('confidence = "low"\n', ""), "steps need a confidence"),
    (CHIRP.replace('clauses = ["elm-lane:1.1"]', 'clauses = ["1.1"]'), 'cite a clause as "policy-id:clause"'),
    (CHIRP.replace('kind = "platform"', 'kind = "platform"\ncadence = "monthly"'), "cadence: write"),
]


@pytest.mark.parametrize(("text", "words"), BAD, ids=[words[:30] for _, words in BAD])
def test_each_mistake_is_told_with_file_key_and_remedy(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text(text)
    sentence = told(path)
    assert words in sentence
    assert str(path) in sentence
    assert "Traceback" not in sentence
    assert "\n" not in sentence


def test_a_newer_file_is_its_own_kind_of_problem(tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text("schema = 2\n")
    with pytest.raises(NewerSchema):
        read_model(Checklist, path)


def test_an_empty_value_is_told(tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text(CHIRP.replace("Otherwise every pupil can read it.", "   "))
    assert "this is empty" in told(path)


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_from_a_windows_editor_is_read_and_its_lines_are_counted(tmp_path: Path, mark: bytes, end: str) -> None:
    path = tmp_path / "chirp.toml"
    path.write_bytes(mark + CHIRP.replace("\n", end).encode())
    assert read_model(Checklist, path) == validate(Checklist, parse_toml(CHIRP.encode(), path), path)
    path.write_bytes(mark + CHIRP.replace("schema = 1", "schema = 0", 1).replace("\n", end).encode())
    assert "the first line should be schema = 1" in told(path)
    path.write_bytes(mark + CHIRP.replace('area = "location"', 'area = ""', 1).replace("\n", end).encode())
    number = CHIRP.splitlines().index('area = "location"') + 1
    assert f"line {number}, check 2 (location), area" in told(path)


def test_the_key_on_a_marked_first_line_is_found(tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_bytes(
        BOM_UTF8 + CHIRP.replace("schema = 1\n", 'title = ""\nschema = 1\n').replace('title = "Chirp"\n', "").encode()
    )
    assert "line 1, title" in told(path)


def test_lines_are_counted_as_editors_count_them(tmp_path: Path) -> None:
    path = tmp_path / "chirp.toml"
    path.write_text("# one\u2028line\n" + CHIRP.replace('title = "Chirp"', 'title = ""'))
    assert "line 4, title" in told(path)


def test_settings_from_a_windows_editor_can_still_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(BOM_UTF8 + b'schema = 1\r\nphone = "iphone"\r\n')
    assert Settings(path).change(lambda _: {"accounts": ["chirp"]}).phone == "iphone"
    assert Settings(path).read().accounts == ("chirp",)


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 5), ("utf-16", 1)])
def test_another_encoding_is_told_with_its_line_and_how_to_save_it(tmp_path: Path, encoding: str, line: int) -> None:
    path = tmp_path / "chirp.toml"
    path.write_bytes(CHIRP.replace("others can see", "Zoë can see").replace("≡", "=").encode(encoding))
    assert f"this is not UTF-8 text, from line {line} on. " in told(path)
    assert "choose Save as, and UTF-8 as its encoding" in told(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made(FileModel):
    """A model with each pattern that our files ask for, and one that nobody put into words."""

    id: Id = "chirp"
    month: Month = "2026-03"
    record: RecordId = "0123456789abcdef"
    strange: Annotated[str, Pattern(re.compile("^x+$"))] = "x"


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("id", "use lower-case letters, digits and hyphens, at most 40"),
        ("month", 'write a month as its year and its number, such as "2025-11"'),
        ("record", "this is 16 digits and letters from a to f"),
        ("strange", "write it as ^x+$"),
    ],
)
def test_a_wrong_pattern_is_told_in_words_of_its_own(key: str, remedy: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(f"a.toml, {key}: {remedy}")):
        validate(Made, {key: "?"}, Path("a.toml"))


@pytest.mark.parametrize("model", [Checklist, Policy, Review, Withdrawal, Statement, Choices, School])
def test_every_pattern_of_our_files_is_put_into_words(model: type[FileModel]) -> None:
    asked = set(re.findall(r'"pattern": (".*?")[,}]', json.dumps(adapter(model).json_schema())))
    assert {json.loads(pattern) for pattern in asked} <= PATTERNS.keys()


def test_a_large_file_a_folder_a_pipe_and_a_missing_file(tmp_path: Path) -> None:
    big = tmp_path / "big.toml"
    big.write_bytes(b"#" * (LIMIT + 1))
    assert "over 64 KiB" in told(big)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert "not an ordinary file" in told(pipe)
    assert "cannot be read" in told(tmp_path)
    assert "cannot be read" in told(tmp_path / "none.toml")


def test_a_folder_that_is_not_there_is_empty_and_one_that_is_a_file_is_told(tmp_path: Path) -> None:
    assert list_names(tmp_path / "none") == []
    (tmp_path / "file").touch()
    with pytest.raises(Unreadable, match="cannot be read"):
        list_names(tmp_path / "file")


@pytest.mark.parametrize("text", ["a" + ".a" * 20_000 + " = 1", "a = " + "[" * 5_000, "a = " + "9" * 5_000])
def test_hostile_toml_is_refused_at_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bomb.toml"
    path.write_text(text)
    assert str(path) in told(path)


@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_problem_or_a_table(data: bytes) -> None:
    try:
        parse_toml(data, Path("any.toml"))
    except Unreadable as problem:
        assert "any.toml" in str(problem)


@given(cut=st.integers(0, len(CHIRP.encode()) - 1), put=st.binary(max_size=4))
def test_any_damage_to_a_checklist_is_a_problem_or_a_checklist(cut: int, put: bytes) -> None:
    data = CHIRP.encode()
    path = Path("chirp.toml")
    try:
        validate(Checklist, parse_toml(data[:cut] + put + data[cut + len(put) :], path), path)
    except Unreadable as problem:
        assert "chirp.toml" in str(problem)


@pytest.mark.parametrize(
    ("model", "text", "words"),
    [
        (Choices, "accounts = [" + '"a",' * 201 + "]", "accounts: names over 200 checklists"),
        (
            Choices,
            "[every]\n" + "".join(f'a{n} = "every 1 month"\n' for n in range(201)),
            "every: names over 200 checklists",
        ),
        (Choices, "[held]\n" + "".join(f"a{n} = 2026-03-02\n" for n in range(201)), "held: names over 200 checklists"),
        (Choices, "[keys]\n" + "".join(f'a{n} = "x"\n' for n in range(201)), "keys: names over 200 keys"),
        (School, "off = [" + '"a",' * 201 + "]", "off: names over 200 checklists"),
        (
            School,
            "[every]\n" + "".join(f'a{n} = "every 1 month"\n' for n in range(201)),
            "every: names over 200 checklists",
        ),
        (Choices, "".join(f"a{n} = 1\n" for n in range(501)), "one of its tables has over 500 keys"),
        (
            Policy,
            "a = {b = {" + ",".join(f"a{n} = 1" for n in range(501)) + "}}",
            "one of its tables has over 500 keys",
        ),
    ],
)
def test_more_than_anybody_could_mean_is_refused_before_it_costs_anything(
    tmp_path: Path, model: type[FileModel], text: str, words: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"schema = 1\n{text}\n")
    with pytest.raises(Unreadable, match=re.escape(words)):
        read_model(model, path)


def test_of_a_list_only_the_first_wrong_item_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("schema = 1\n[[answer]]\n[[answer]]\n[[answer]]\n")
    with pytest.raises(Unreadable, match="this key is missing") as told:
        read_model(Review, path)
    assert isinstance(told.value.__cause__, ValidationError)
    assert {fault["loc"][1] for fault in told.value.__cause__.errors() if fault["loc"][0] == "answer"} == {0}


def test_a_key_of_a_thousand_parts_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("schema = 1\n" + ".".join("a" * 990) + " = 1\n")
    with pytest.raises(Unreadable, match="this key is missing"):
        read_model(Policy, path)


def test_a_long_key_makes_no_long_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(f"schema = 1\nbegin{'k' * 30_000}end = 1\n")
    with pytest.raises(Unreadable) as told:
        read_model(School, path)
    assert "begink" in str(told.value)
    assert "kend: this key is not known" in str(told.value)
    assert len(str(told.value)) < 1_000 + len(str(path))


@pytest.mark.parametrize(
    ("model", "key", "remedy"),
    [
        (Choices, "joined", "write a day by itself, as 2026-03-02"),
        (Choices, "new_phone", "write a day"),
        (Withdrawal, "completed", "write a day by itself, as 2026-03-02"),
        (Review, "recorded", "write a day with a time and a time zone, as 2026-03-02T09:00:00Z"),
    ],
)
@pytest.mark.parametrize("number", ["0", "86400", "2026", "1.5", "true", '"86400"', '" -1.5"'])
def test_a_number_is_no_day(model: type[FileModel], key: str, remedy: str, number: str) -> None:
    sound: dict[type[FileModel], str] = {
        Review: 'id = "0123456789abcdef"\nchecklist = "a"\ncompleted = 2026-03-02\n',
        Withdrawal: 'id = "0123456789abcdef"\nchecklist = "a"\nwithdrawn = 2026-03-02\n',
    }
    table = parse_toml(f"schema = 1\n{sound.get(model, '')}{key} = {number}\n".encode(), "a.toml")
    with pytest.raises(Unreadable, match=f"a.toml, {key}.*: {remedy}"):
        validate(model, table, "a.toml")
