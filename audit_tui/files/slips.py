"""What a line that is no TOML was most likely meant to be, and how to write it."""

import re

from audit_tui.files.faults import BRACKETS

CURLY = {*"\u201c\u201d\u201e\u2018\u2019"}
GIVEN = re.compile(r"\s*[\w\"-]+(\.[\w\"-]+)*\s*=\s*(?P<value>.*)")
MONTH = re.compile(r"(?P<month>\d{4}-\d{1,2}|\d{1,2}/\d{4})\s*(#.*)?")
UNQUOTED = re.compile(r"(?!(true|false)\s*(#.*)?$)[A-Za-z£&\d(].*")
SINGLE = re.compile(r"\[\s*(?P<name>clause|change|add|check|family)\s*\]\s*(#.*)?")
TWICE = ("overwrite", "declare", "redefine", "mutate")
PLAIN = "mend that place"


def likely_remedy(text: str, place: int, what: str) -> str:
    """Say what to do about the line in which reading stopped, at a place in the text, and what was said of it."""
    if text[place : place + 1] in CURLY:
        return 'write straight quotation marks, ", in place of curly ones'
    told = (text[:place].rpartition("\n")[2] + text[place:].partition("\n")[0]).strip()
    found = GIVEN.fullmatch(told)
    value = found["value"] if found else ""
    if month := MONTH.fullmatch(value):
        return f'put a month between quotation marks: "{month["month"]}"'
    if any(word in what for word in TWICE):
        if single := _single(text[:place].split("\n"), told):
            return BRACKETS.format(name=single)
        return "this key or heading is there twice; take one of the two out"
    if UNQUOTED.fullmatch(value):
        return 'put what stands after the equals sign between straight quotation marks, "like this"'
    if value.startswith('"'):
        return 'close each text with a quotation mark on its own line; in it write \\" for a quotation mark, / for \\'
    return PLAIN


def _single(lines: list[str], told: str) -> str:
    """Give the heading of a list that stands in single brackets, if that is why a heading or its key is there twice."""
    if not told.startswith("["):
        return ""
    found = (SINGLE.fullmatch(line.strip()) for line in (*lines, told))
    return next((single["name"] for single in found if single and f"[{single['name']}]" in told.replace(" ", "")), "")
