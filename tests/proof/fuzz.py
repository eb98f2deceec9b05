"""A fuzzer led by coverage, on what reads files: `python -m tests.proof.fuzz SECONDS [careless]`.

It runs until it finds a file that is neither read nor told of, or is read in part; then it leaves with another code than 0.
"""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

from audit_tui.errors import UserError

with atheris.instrument_imports(include=["audit_tui", "tomllib"]):
    from audit_tui.files import checked, marks, plain, read  # noqa: F401 - brought in to be watched
    from audit_tui.files.model import FileModel, RecordModel
    from audit_tui.files.read import parse_toml, validate
    from audit_tui.files.table import as_table
    from audit_tui.journal import whole as records
    from audit_tui.library.shared_wording import expand

    from .damaged_files import left_out
    from .hostile_files import MODELS
    from .whole import fill

PATH = Path("fuzzed.toml")
RECORD, CHECKLIST = "Review", "Checklist"
MAX = 4096


def try_every_kind(data: bytes) -> None:
    """Read a file as each kind; the first byte chooses."""
    model = MODELS[data[0] % len(MODELS)] if data else MODELS[0]
    try:
        found = _read(model, data[1:])
    except UserError as problem:
        assert str(PATH) in str(problem)
        return
    said = tomllib.loads(data[1:].decode("utf-8-sig"))
    lost = [*left_out(said, as_table(found), patient=issubclass(model, RecordModel))]
    assert not lost, lost


def _read(model: type[FileModel], data: bytes) -> FileModel:
    if model.__name__ == RECORD:
        return records.to_review(records.parse_record(data, PATH), PATH)
    table = parse_toml(data, PATH)
    try:
        table = expand(table, {}) if model.__name__ == CHECKLIST else table
    except ValueError as fault:
        raise UserError(str(fault), path=PATH) from fault
    return validate(model, table, PATH, data)


def careless(data: bytes) -> None:
    """Read a file as one would who expects every file to be sound."""
    tomllib.loads(data[1:].decode())


def seeds(folder: Path) -> None:
    """Put a sound file of every kind where the fuzzer begins."""
    with TemporaryDirectory() as home:
        fill(Path(home))
        for number, path in enumerate(sorted(Path(home).rglob("*.toml"))):
            for kind in range(len(MODELS)):
                (folder / f"{number}-{kind}").write_bytes(bytes([kind]) + path.read_bytes())


def main() -> None:
    """Fuzz for so many seconds."""
    seconds, target = sys.argv[1], careless if "careless" in sys.argv else try_every_kind
    asked: Callable[[bytes], None] = target
    with TemporaryDirectory() as folder:
        seeds(Path(folder))
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={MAX}",
            "-seed=1",
            "-print_final_stats=1",
            f"-artifact_prefix={folder}/",
        ]
        atheris.Setup([sys.argv[0], *options, folder], asked)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
