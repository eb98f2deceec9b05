"""The team's files opened by a spreadsheet program, and every cell held against the statements."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch
from xml.etree import ElementTree as ET

import pytest

from audit_tui.exports.people import COLUMNS, FLAGS
from audit_tui.exports.sheet import Column, Sheet
from audit_tui.exports.team_csv import team_csv
from audit_tui.exports.team_xlsx import team_xlsx
from audit_tui.exports.xlsx import to_xlsx
from audit_tui.library.library import Library
from audit_tui.team.received import read_folder
from audit_tui.team.team import Team, build_team

from .conftest import TODAY
from .team_of_many import HOSTILE, Value, fill, hand_in_as, said

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not OFFICE, reason="LibreOffice Calc is not installed here")
TABLE, OF, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("table", "office", "text"))
COMMAS_AND_UTF_8 = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
Opened = dict[str, list[list[Value]]]
Office = Callable[[str, bytes], Opened]


class Evaluated(AssertionError):
    """A cell became a formula."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Open a file in Calc and give the sheets with their cells, each as what Calc takes it for."""
    folder = tmp_path_factory.mktemp("office")

    def opened(name: str, data: bytes) -> Opened:
        (folder / name).write_bytes(data)
        how = [f"--infilter={COMMAS_AND_UTF_8}"] if name.endswith(".csv") else []
        subprocess.run([str(OFFICE), f"-env:UserInstallation={(folder / 'own').as_uri()}", "--headless", *how, "--convert-to", "fods",
                        "--outdir", str(folder), str(folder / name)], check=True, capture_output=True, timeout=300)  # fmt: skip
        tree = ET.parse(folder / f"{name.partition('.')[0]}.fods")  # noqa: S314 - Calc wrote it
        return {str(sheet.get(f"{TABLE}name")): list(_rows(sheet)) for sheet in tree.iter(f"{TABLE}table")}

    return opened


def _rows(sheet: ET.Element) -> Iterator[list[Value]]:
    for row in sheet.iter(f"{TABLE}table-row"):
        cells: list[Value] = []
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                times = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
                cells += [_value(cell)] * min(times, 100)
        if any(cell is not None for cell in cells):
            yield cells


def _value(cell: ET.Element) -> Value:
    if cell.get(f"{TABLE}formula") is not None:
        raise Evaluated("".join(cell.itertext()))
    match cell.get(f"{OF}value-type"):
        case None:
            return None
        case "float":
            number = float(cell.get(f"{OF}value", ""))
            assert number.is_integer()
            return int(number)
        case "date":
            return date.fromisoformat(cell.get(f"{OF}date-value", ""))
        case "string":
            assert not list(cell.iter(f"{TEXT}a")), "a link"
            return "\n".join(_said(para) for para in cell.findall(f"{TEXT}p"))
        case other:
            raise AssertionError(f"{other} is none of ours")


def _said(para: ET.Element) -> str:
    """Read a paragraph, in which each space after another is an element."""
    text = para.text or ""
    for part in para:
        text += " " * int(part.get(f"{TEXT}c", "1")) if part.tag == f"{TEXT}s" else _said(part)
        text += part.tail or ""
    return text


@pytest.fixture
def folder(tmp_path: Path, sample_library: Library) -> Path:
    folder = tmp_path / "team"
    fill(folder, sample_library, 40, school="School {}")
    hand_in_as(folder / "School 0", sample_library, HOSTILE)
    return folder


def team(folder: Path) -> Team:
    return build_team(read_folder(folder, TODAY), TODAY)


def held(rows: list[list[Value]], folder: Path, *, in_csv: bool = False) -> None:
    """Hold every cell that a statement tells against the statement's own file."""
    told = said(folder)
    names = [column.name for column in COLUMNS]
    flags = {column.name for column in FLAGS.values()}
    assert len(rows) == len(told) + 1
    for row in rows[1:]:
        cells = dict(zip(names, row, strict=False))
        label = str(cells["label"])
        if in_csv and label.startswith("'") and label != "'=1":
            label = label[1:]
        own = told.pop((str(cells["school"]), label))
        for name in names:
            if name in flags:
                assert cells[name] in (0, 1)
            elif name not in ("label", "listed"):
                assert cells.get(name) == own.get(name), name
                assert type(cells.get(name)) is type(own.get(name)), name
    assert not told


def test_every_cell_of_the_spreadsheet_file_is_what_the_statement_says(folder: Path, office: Office) -> None:
    found = office("team.xlsx", team_xlsx(team(folder), TODAY))
    assert list(found) == ["People", "Totals", "Schools"]
    held(found["People"], folder)
    assert found["Schools"][1][:2] == ["School 0", 10 + len(HOSTILE)]


AS_NUMBERS_AND_DAYS = ["007", "1/2", "2 March 2026", "1e5", "TRUE"]


def test_every_cell_of_the_csv_file_is_what_the_statement_says(
    tmp_path: Path, sample_library: Library, office: Office
) -> None:
    """What a program makes of a label such as 007 is its own affair; nothing is evaluated."""
    folder = tmp_path / "team"
    fill(folder, sample_library, 40, school="School {}")
    hand_in_as(folder / "School 0", sample_library, [label for label in HOSTILE if label not in AS_NUMBERS_AND_DAYS])
    found = office("team.csv", b"\xef\xbb\xbf" + team_csv(team(folder), TODAY).encode())
    (rows,) = found.values()
    assert rows[0][:2] == ["school", "label"]
    held(rows, folder, in_csv=True)


def test_a_careless_csv_file_would_be_evaluated(folder: Path, office: Office) -> None:
    with patch("audit_tui.exports.team_csv.inert", str), pytest.raises(Evaluated):
        office("careless.csv", team_csv(team(folder), TODAY).encode())


def test_whatever_a_text_holds_it_is_only_text(office: Office) -> None:
    texts = ["=1+1", "\t=1", "a\x00b", "\ud800", "<r></r>", "<r><t>a</t></r>", "_x0041_", "x" * 31_000, "  two  spaces ", "＝1", "'=1", "&amp;", "]]>", "\ufffe", "{=A1}", "mailto:a@a.example"]  # fmt: skip
    sheet = Sheet("Texts", (Column("text", "Text", "any"),), tuple((text,) for text in texts), 1, 1)
    found = office("texts.xlsx", to_xlsx((sheet,), "T", TODAY))["Texts"]
    shown = [str(row[0]) for row in found[1:]]
    assert shown[0] == "=1+1"
    assert shown[4:7] == ["<r></r>", "<r><t>a</t></r>", "_x0041_"]
    assert [text for text, asked in zip(shown, texts, strict=True) if asked.isprintable() and len(asked) < 100] == [
        text for text in texts if text.isprintable() and len(text) < 100
    ]
