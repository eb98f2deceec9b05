"""Texts that would do harm where they were taken for more than text."""

TEXTS = (
    "[/]", "[bold]x[/] [/y]", "[@click=app.quit]x[/]", "[link=https://evil.example]x[/]", "$name {title} %s \\[",
    "a\x1b[31mred", "\x1b]52;c;eA==\x07", "\x1b]0;title\x07", "\x1b]8;;https://evil.example\x07x", "\x1bc\x1b[2J",
    "\x9b31m", "\x9d52;c;eA==\x9c", "back\b\b\b\rover", "bell\x07 null\x00", "\x7fgone",
    "\u202ereversed", "\u2066isolated\u2069", "\u061cletter\u200f", "zero\u200bwidth", "joined\ufeffmark", "soft\u00adhyphen",
    "line\u2028two\u2029three", "two\nlines", "x\n\n- Teacher Z: state up to date", "a\r\nBEGIN:VEVENT\r\nSUMMARY:x",
    "<script>alert(1)</script>", "</td><img src=x onerror=alert(1)>", '"><a href="javascript:x">y</a>', "</style><style>*{}",
    "&lt;b&gt; &amp; <!-- x", "{{ 7*7 }} {% raw %}", "=1+1", '=HYPERLINK("http://evil.example","x")', "+1", "-1", "@SUM(1)",
    "＝1", "＋1", "－1", "＠x", "\t=1", "'; DROP", '"""\n[end]\nanswers = 9', 'x"\nschema = 2', "# a heading", "1. one", "- point",
    "> quote", "|a|b|", "`code` *em* **strong** _u_ ~~s~~", "![i](http://evil.example/i.png)", "[x](https://evil.example)",
    "http://evil.example/x", "www.evil.example", "me@evil.example", "---", "===", "    code", "\\# \\", "x;y,z:w\\n",
    "../../etc/passwd", "CON", "~root/x", "C:\\x", "日本 emoji 👩\u200d🏫", "e\u0301" * 20, "x" * 50, "w" * 170,
)  # fmt: skip
OF_A_TERMINAL = tuple(each for each in TEXTS if "\x1b" in each)
TURNING = tuple(each for each in TEXTS if {*each} & {"\u202e", "\u2066", "\u061c"})
ACTING = frozenset(
    [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, 0x2028, 0x2029, 0x2060, 0xFEFF)]
    + [chr(code) for code in (*range(0x200B, 0x200C), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
    + [chr(code) for code in range(0xD800, 0xE000)]
) - {"\n", "\r"}
