"""A piece of HTML fitted into a larger page: its ids made unique, its headings nested, its reach cut off.

The package escapes article text where it makes HTML. This is the second fence, for what any notebook may
put out: nothing in the page runs, nothing in it asks for anything outside.
"""

import re
from html import escape
from html.parser import HTMLParser

DROPPED = frozenset(
    {
        "script",
        "iframe",
        "object",
        "embed",
        "applet",
        "noscript",
        "template",
        "title",
        "form",
        "audio",
        "video",
    }
)  # with all that is in them
UNWRAPPED = frozenset({"html", "head", "body", "base", "link", "meta", "main", "frame", "frameset"})
VOID = frozenset(
    {
        "area",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "source",
        "track",
        "wbr",
        "embed",
        "link",
        "meta",
        "base",
        "frame",
    }
)
# Elements that a person may leave open, since the next one ends them
ENDED_BY = {
    "p": ("p",),
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
    "tbody": ("td", "th", "tr", "thead", "tbody"),
    "option": ("option",),
}
FETCHES = frozenset(
    {"src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest"}
)
REFERS = frozenset(
    {
        "for",
        "headers",
        "list",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "aria-owns",
        "aria-details",
    }
)
USUAL_CELL = "text-align:left;vertical-align:top"  # what page.css gives every cell
HEADING = re.compile(r"h[1-6]")
URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)""", re.I | re.S)
IMPORT = re.compile(r"@import\b[^;]*;?", re.I)
CSS_ID = re.compile(r"#(-?[A-Za-z_][\w-]*)")


def weave(html: str, *, prefix: str, top: int, title: str = "") -> str:
    """Fit `html` into a page: unique ids, headings nested from level `top`, nothing that runs or fetches.

    Ids start with `prefix`. Where it does not open with a heading and `title` is given, one is put before.

    >>> weave('<h2 id="a">Tone</h2><script>alert(1)</script>', prefix="n1-", top=3)
    '<h3 id="n1-a">Tone</h3>'
    """
    ids = _Ids()
    ids.feed(html)
    ids.close()
    weaver = _Weaver({id: prefix + id for id in ids.found}, top, title)
    weaver.feed(html)
    weaver.close()
    return weaver.finish()


class _Ids(HTMLParser):
    """First look: which ids there are, so that what refers to them can follow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.update(value for name, value in attrs if name == "id" and value)


class _Weaver(HTMLParser):
    def __init__(self, ids: dict[str, str], top: int, title: str) -> None:
        super().__init__(convert_charrefs=False)
        self.ids, self.top, self.title = ids, top, title
        self.out: list[str] = []
        self.used: set[str] = set()
        self.levels: list[int] = []  # the headings we are under, as the source numbers them
        self.open: list[tuple[str, str]] = []  # elements not yet closed: as in the source, as written
        self.skipping: list[str] = []
        self.seen_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.append(tag)
            return
        if tag in DROPPED:
            if tag not in VOID:
                self.skipping.append(tag)
            return
        if tag in UNWRAPPED:
            return
        name = self._heading(int(tag[1])) if HEADING.fullmatch(tag) else tag
        kept = [pair for pair in (self._attribute(tag, key, value) for key, value in attrs) if pair]
        raw = self.get_starttag_text() or ""
        if name == tag and kept == attrs:
            self.out.append(raw)
        else:
            written = "".join(f" {k}" if v is None else f' {k}="{escape(v)}"' for k, v in kept)
            self.out.append(f"<{name}{written}{'/' if raw.endswith('/>') else ''}>")
        if tag not in VOID and not raw.endswith("/>"):
            while self.open and self.open[-1][0] in ENDED_BY.get(tag, ()):
                self.open.pop()
            self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
            return
        if tag in VOID or not any(source == tag for source, _ in self.open):
            return
        while self.open:
            source, name = self.open.pop()
            self.out.append(f"</{name}>")  # also what was left open inside: a browser would not close a table
            if source == tag:
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.skipping and tag not in DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if self.open and self.open[-1][0] == "style":
            data = self._css(data)
        elif data.strip():
            self._begin()
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def _keep(self, text: str) -> None:
        if not self.skipping:
            self._begin()
            self.out.append(text)

    def finish(self) -> str:
        """Everything written so far, what was left open closed, and the title before it if it has none."""
        self.out.extend(f"</{name}>" for _, name in reversed(self.open))
        self.open.clear()
        return "".join(self.out)

    def _begin(self) -> None:
        """Text before the first heading: the part needs the title it was given."""
        if not self.seen_text and not self.levels and self.title:
            self.out.insert(0, f"<h{self.top}>{escape(self.title)}</h{self.top}>")
            self.levels.append(1)
        self.seen_text = True

    def _heading(self, level: int) -> str:
        if not self.levels and self.title and level > 1:
            self._begin()
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        self.seen_text = True
        return f"h{min(self.top + len(self.levels) - 1, 6)}"

    def _attribute(self, tag: str, key: str, value: str | None) -> tuple[str, str | None] | None:
        """The attribute as it may stand in the page, or None where it may not."""
        if key.startswith("on") or key in ("nonce", "srcdoc", "autofocus"):
            return None
        if value is None:
            return key, None
        if key in FETCHES:
            return (key, value) if value.strip().lower().startswith("data:image/") else None
        if key in ("href", "xlink:href"):
            return self._link(tag, key, value)
        if key == "id":
            return key, self._unique(value)
        if key in REFERS:
            return key, " ".join(self.ids.get(word, word) for word in value.split())
        if key == "style" and value == USUAL_CELL and tag in ("td", "th"):
            return None
        if key == "style" or "url(" in value.lower():
            return key, self._css(value, ids=False)
        return key, value

    def _link(self, tag: str, key: str, value: str) -> tuple[str, str] | None:
        value = value.strip()
        if value.startswith("#"):
            return key, "#" + self.ids.get(value[1:], value[1:])
        if tag == "a" and value.lower().startswith(("https://", "http://", "mailto:")):
            return key, value  # followed only when a person asks for it
        return (key, value) if tag == "image" and value.startswith("data:image/") else None

    def _unique(self, id: str) -> str:
        new = first = self.ids.get(id, id)
        number = 1
        while new in self.used:
            number += 1
            new = f"{first}-{number}"
        self.used.add(new)
        return new

    def _css(self, css: str, *, ids: bool = True) -> str:
        def address(match: re.Match[str]) -> str:
            target = match[2].strip()
            if target.startswith("#"):
                return f"url(#{self.ids.get(target[1:], target[1:])})"
            return match[0] if target.lower().startswith("data:") else "none"

        css = IMPORT.sub("", URL.sub(address, css))
        if ids:
            css = CSS_ID.sub(lambda m: "#" + self.ids.get(m[1], m[1]), css)
        return css
