"""Drafts: reviews under way, one file for each window that has one, replaced whole at each answer."""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import list_names, parse_toml, read_bytes, read_model, validate
from audit_tui.files.toml import to_toml
from audit_tui.files.write import remove_file, replace_file, sweep_temporaries
from audit_tui.record import Answer, Draft, Evidence

HEADING = "A review under way, kept by audit-tui. It is removed once the review is finished."


class Drafts:
    """The folder of drafts. Opening one takes over the answers of all others of the same checklist."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._merged: dict[str, dict[Path, bytes]] = {}

    def waiting(self, checklist_id: str) -> dict[str, Answer]:
        """Give the answers that wait in drafts of one checklist, the latest for each check."""
        answers: dict[str, Answer] = {}
        for _, draft, _ in self._of(checklist_id):
            for answer in draft.answers:
                if answer.check not in answers or answers[answer.check].on <= answer.on:
                    answers[answer.check] = answer
        return answers

    def open(self, checklist_id: str, title: str, answers: tuple[Answer, ...], evidence: tuple[Evidence, ...]) -> Draft:
        """Begin a draft that takes over those of the same checklist; it is on disk at its first answer."""
        draft = Draft.begin(secrets.token_hex(8), checklist_id, title, answers, evidence)
        self._merged[draft.id] = {path: data for path, _, data in self._of(checklist_id)}
        return draft

    def evidence(self, checklist_id: str) -> tuple[Evidence, ...]:
        """Give the entries that wait in drafts of one checklist, each once."""
        return tuple(dict.fromkeys(entry for _, draft, _ in self._of(checklist_id) for entry in draft.evidence))

    def save(self, draft: Draft) -> None:
        """Keep a draft as it now stands. Raises Unwritable."""
        path = self._path(draft)
        replace_file(path, to_toml(draft, path, HEADING))

    def close(self, draft: Draft) -> None:
        """Remove a draft, and those it took over, unless another window has added to them since."""
        for path, data in self._merged.pop(draft.id, {}).items():
            if path.exists() and read_bytes(path) == data:
                remove_file(path)
        remove_file(self._path(draft))
        sweep_temporaries(self.folder, time())

    def _path(self, draft: Draft) -> Path:
        return self.folder / f"{draft.checklist}_{draft.id}.toml"

    def problems(self) -> Iterator[UserError]:
        """Give what is wrong with drafts that cannot be read; they are left where they are."""
        try:
            names = self._names()
        except Unreadable as problem:
            yield problem
            return
        for name in names:
            try:
                read_model(Draft, self.folder / name)
            except UserError as problem:
                yield problem

    def _names(self) -> list[str]:
        return [name for name in list_names(self.folder) if name.endswith(".toml") and not name.startswith(".")]

    def _of(self, checklist_id: str) -> list[tuple[Path, Draft, bytes]]:
        """Read the drafts of one checklist, the one that was saved last at the end."""
        found: list[tuple[float, Path, Draft, bytes]] = []
        names: list[str] = []
        with suppress(Unreadable):
            names = [name for name in self._names() if name.rpartition("_")[0] == checklist_id]
        for name in names:
            path = self.folder / name
            with suppress(Unreadable):
                data = read_bytes(path)
                draft = validate(Draft, parse_toml(data, path), path)
                found.append((path.stat().st_mtime, path, draft, data))
        return [(path, draft, data) for _, path, draft, data in sorted(found, key=lambda each: each[0])]
