"""A folder of statements, as a large trust would collect."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

HEADING = "# What one person hands to whoever looks after privacy checks. Meant to be read.\n"
TEXT = """schema = 1
kind = "statement"
id = "{id}"
label = "Teacher {number}"
made = {made}
induction = "none"
checklists = 12
up_to_date = {done}
due = {due}
overdue = 0
later = 2
open_actions = {due}
exceptions = 0
high_done = 10
high_total = 12
done = 98
asked = 120
unread = 0
oldest_answer = {oldest}
next_due = {next}
round_opened = {opened}
round_looked_at = 40
round_total = 80
purpose = "Voluntary and self-reported. It holds dates and counts: no answers, notes, account names or IMEI."

[end]
checklists = 12
"""


def make_statements(folder: Path, number: int, today: date) -> Path:
    """Write so many statements of different people, handed in over the last weeks."""
    folder.mkdir(parents=True)
    for person in range(number):
        key = sha256(str(person).encode()).hexdigest()[:16]
        made, due = today - timedelta(days=person % 40), person % 7
        text = TEXT.format(
            id=key, number=person, made=made, due=due, done=10 - due, oldest=made - timedelta(days=120),
            next=made + timedelta(days=9), opened=made - timedelta(days=30),
        )  # fmt: skip
        (folder / f"teacher-{person}-{key}.toml").write_text(HEADING + text, encoding="utf-8")
    return folder
