"""A file to start a policy from: its keys with what they are, and three clauses to be changed."""

from datetime import date

from audit_tui.library.names import id_of, title_of
from audit_tui.policy import KINDS, Clause, Policy

SCHEMA_FILE = "policy.schema.json"
PARTS = ("new", "check", "checks", "schema", "show")
STARTED = """\
#:schema ./{schema_file}
# Change what stands between the quotation marks, and add a [[clause]] for each rule of your policy.
schema = 1
# {id}
id = "{made}"
# {school}
{name}# {title}
title = "Online safety policy"
# {dated}
dated = {today}
# {review_due}
# review_due = "2027-09"

[[clause]]
# {ref}
ref = "1.1"
# {kind}
{kinds}kind = "setting"
# {gist}
gist = "Show new posts to friends only."
# {covered_by}
# To find their names: audit-tui policy checks location
covered_by = ["facebook:future-posts"]

[[clause]]
ref = "1.2"
kind = "context"
gist = "What counts as social media."
# {no_check}
no_check = "It only explains a word."

[[clause]]
ref = "1.3"
kind = "review"
gist = "A rule with no check yet: audit-tui policy {made} lists it first."
"""


def start_policy(name: str, today: date) -> tuple[str, str]:
    """Give the id and the text of a policy file that is sound as it stands. Raises UsageError."""
    import tomli_w

    from audit_tui.files.checked import documented

    made = id_of(name, PARTS)
    notes = {**documented(Policy), **documented(Clause)}
    kinds = "".join(f'# "{kind}": {told}\n' for kind, told in KINDS.items())
    own = {"made": made, "name": tomli_w.dumps({"school": title_of(name, made)}), "kinds": kinds}
    return made, STARTED.format_map({**notes, **own, "today": today.isoformat(), "schema_file": SCHEMA_FILE})
