"""Files of 64 KiB: honest ones, and such as would cost a careless reader much."""

from collections.abc import Iterator

from audit_tui.files.read import LIMIT

FIRST = b"schema = 1\n"
CHECK = b'[[check]]\nid = "a%d"\narea = "conduct"\nask = "Is it %d?"\nexpect = "Yes"\nwhy = "%s"\n'
ANSWER = b'[[answer]]\ncheck = "a%d"\non = 2026-03-02\nat = 2026-03-02T09:00:00Z\nresult = "pass"\nexpect = "%s"\n'
CHECKLIST = b'id = "a"\ntitle = "A"\nkind = "routine"\nsteps_verified = 2026-03-02\nverified_against = "guides"\n'
REVIEW = b'id = "0123456789abcdef"\nchecklist = "a"\ncompleted = 2026-03-02\nrecorded = 2026-03-02T09:00:00Z\n'
LISTS = (b"answer", b"note", b"evidence", b"check", b"clause", b"family", b"trip", b"term", b"phone", b"platform")
WORDS = (b"accounts", b"off", b"also", b"platforms")
TABLES = (b"every", b"held", b"keys")


def honest() -> dict[str, bytes]:
    """Give a checklist and a review that are sound and as large as a file may be."""
    checks = b"".join(CHECK % (number, number, b"w" * 490) + b'how = ["%s"]\n' % (b"h" * 480) for number in range(60))
    answers = b"".join(ANSWER % (number, b"e" * 200) for number in range(205))
    return {"checklist": FIRST + CHECKLIST + checks, "review": FIRST + REVIEW + answers + b"[end]\nanswers = 205\n"}


def hostile() -> Iterator[tuple[str, bytes]]:
    """Give files of 64 KiB by name: many of everything, deep, long and doubled."""
    for name in LISTS:
        yield f"empty tables under {name.decode()}", _list(name, b"{},")
        yield f"numbers under {name.decode()}", _list(name, b"1,")
        yield f"lists under {name.decode()}", _list(name, b"[],")
        yield f"headings {name.decode()}", _many(b"[[%s]]\n" % name)
        yield f"numbered headings {name.decode()}", _many(b'[[%s]]\nid = "a%%d"\n' % name)
    for name in WORDS:
        yield f"wrong words under {name.decode()}", _list(name, b'"!",')
        yield f"words under {name.decode()}", _list(name, b'"a%d",')
    for name in TABLES:
        yield f"wrong keys under {name.decode()}", FIRST + b"[%s]\n" % name + _many(b"K%d = 1\n")
        yield f"keys under {name.decode()}", FIRST + b"[%s]\n" % name + _many(b'k%d = "every 1 month"\n')
    yield from _of_toml()


def _of_toml() -> Iterator[tuple[str, bytes]]:
    yield "a key of many parts", FIRST + b".".join([b"a"] * 20_000) + b" = 1"
    yield "a key of fewer parts", FIRST + b".".join([b"a"] * 990) + b" = 1"
    yield "many keys", FIRST + _many(b"k%d = 1\n")
    yield "many dotted keys", FIRST + _many(b"k%d.a.b.c = 1\n")
    yield "many tables", FIRST + _many(b"[k%d]\n")
    yield "deep tables", FIRST + b"".join(b"[" + b".".join([b"a"] * depth) + b"]\n" for depth in range(1, 200))
    yield "deep lists", FIRST + b"a = " + b"[" * 60_000
    yield "deep inline tables", FIRST + b"a = " + b"{a = " * 12_000
    yield "a long number", FIRST + b"a = " + b"1" * 60_000
    yield "a long exponent", FIRST + b"a = 1e" + b"1" * 60_000
    yield "moments", _list(b"a", b"2026-03-02T09:00:00Z,")
    yield "escapes", FIRST + b'a = "' + b"\\u0041" * 10_000 + b'"'
    yield "line ends", FIRST + b'a = """' + b"\\\n" * 30_000 + b'"""'
    yield "quotes", FIRST + b'a = """' + b'"" ' * 20_000 + b'"""'
    yield "a text that never ends", FIRST + b'a = "' + b"x" * 60_000
    yield "commas", FIRST + b"a = [" + b"," * 60_000
    yield "empty keys", FIRST + b'"".' * 20_000 + b'"" = 1'
    yield "a key twice", FIRST + (b"k" * 30_000 + b" = 1\n") * 2
    yield "a long key", FIRST + b"k" * 60_000 + b" = 1\n"
    yield "a long family", FIRST + b'[[check]]\nlike = "' + b"k" * 60_000 + b'"\n'
    yield "a long id", FIRST + b'[[check]]\nid = "' + b"k" * 60_000 + b'"\n'
    yield "blank", FIRST + b"\n" * 60_000
    yield "bytes of no text", b"\n" * 60_000 + b"\xff"
    yield "joiners", FIRST + b'title = "' + "\u200d".encode() * 20_000 + b'"'
    yield "headings within a text", FIRST + b'x = """\n' + b"[[check]]\n" * 6_000 + b'"""\n[[check]]\n'


def _list(name: bytes, item: bytes) -> bytes:
    return FIRST + name + b" = [" + _many(item) + b"]"


def _many(unit: bytes) -> bytes:
    """Repeat a part, numbered where it asks for a number, up to just under the limit."""
    if b"%d" not in unit:
        return unit * ((LIMIT - 100) // len(unit))
    return b"".join(unit % number for number in range((LIMIT - 100) // (len(unit) + 3)))
