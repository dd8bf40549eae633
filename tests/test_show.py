"""The annotated article: the text is all there, nothing in it is taken for HTML, and marks never cross."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from analysis import Article, analyse, palette, read
from analysis.measures import speakers
from analysis.paths import SEEDS
from analysis.show import annotated, page, reasons
from analysis.show.segments import Mark, clipped, cut
from analysis.show.style import name_of, style

VOID = {"br", "hr", "img", "wbr", "input", "meta", "link"}
ALLOWED = set("div style ul li p span sup abbr b i bdi details summary dl dt dd".split())  # noqa: SIM905


class Parsed(HTMLParser):
    """HTML read back strictly: every element closed by its own tag, in turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.words, self.shown, self.titles, self.tags, self.attributes = [], [], [], set(), set()
        self.feed(html)
        self.close()
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute twice in {tag}"
        self.tags.add(tag)
        self.attributes |= set(given)
        self.titles += [given["title"]] if "title" in given else []
        if tag not in VOID:
            self.open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, f"</{tag}> in {self.open}"
        self.open.pop()

    def handle_data(self, data):
        inside = [c for _, classes in self.open for c in classes.split()]
        tags = [tag for tag, _ in self.open]
        if "cmq-body" in inside and "sup" not in tags:
            self.words.append(data)  # the article's own words: without the numbers and letters of the marks
        if "style" not in tags:
            self.shown.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def article(text: str) -> Article:
    return Article("made", text, "", body=(0, len(text)))


@pytest.fixture(scope="module")
def seed():
    (path,) = SEEDS.glob("*.txt")
    return analyse(read(path))


NASTY = [
    "The mayor said that <script>alert('x')</script> was not his idea & that <b>bold</b> was &amp; is.",
    "The tickets of $5 and $7 would stay, the mayor said, and $x^2$ \\(y\\) $$z$$ too.",
    "The mayor of {city} said that {{ braces }} and {% blocks %} and %s would stay.",
    "The minister said that \U0001f91d was welcome; “\U0001f44d\U0001f3fd,” she said.",
    "\u05e9\u05dc\u05d5\u05dd, the mayor said. "
    "\u0645\u062d\u0645\u062f said: “\u0645\u0631\u062d\u0628\u0627, the city is open.”",
    'The mayor said that "this" is it" onmouseover="alert(1)" and that \'that\' is not.',
    "The mayor said:\r\n\r\n“The first part of it,\tand\u00a0the second.\n\n“The third part,” she said.  \n",
    "WEB DESK: The mayor said that it was late.",
    "\n\n  The mayor said that it was late.   \n\n",
    "No sentence here that anybody could be said to have said",
]


@pytest.mark.parametrize("text", NASTY, ids=[t[:30] for t in NASTY])
def test_the_text_is_all_there_and_nothing_of_it_is_markup(text):
    html = analyse(article(text))._repr_html_()
    parsed = Parsed(html)
    assert parsed.text == text
    assert parsed.tags <= ALLOWED
    assert parsed.attributes <= {"class", "style", "title", "role", "aria-label", "dir"}
    assert "$" not in html  # what JupyterLab would take for a formula


@pytest.mark.parametrize("field", ["speaker", "via", "rule", "kind"])
def test_what_stands_in_the_tables_is_escaped_too(field, seed):
    evil = "<script>$5</script> {x} \"'&"
    found = seed.found._replace(
        statements=[s | {field: evil, "joint": [evil]} for s in seed.found.statements],
        speakers=[s | {"name": evil} for s in seed.found.speakers[:1]],
        acts=[
            a | {"proposer": evil, "actors": [evil], "recipients": [evil], "rule": evil, "stage": evil}
            for a in seed.found.acts
        ],
    )
    html = replace(seed, found=found)._repr_html_()
    parsed = Parsed(html)
    assert parsed.tags <= ALLOWED and "script>" not in html and "$" not in html
    assert parsed.text == seed.article.text
    assert evil in "".join(parsed.shown)


def test_the_seed_is_whole_and_stands_alone(seed):
    html = seed._repr_html_()
    parsed = Parsed(html)
    assert parsed.text == seed.article.text
    assert not re.search(r"https?:|//|url\(|@import|javascript|\bon\w+=|\bid=", html)
    assert len(html.encode()) < 80_000
    assert html == seed._repr_html_() == annotated(seed)


def test_every_statement_act_and_tone_is_named_in_words(seed):
    shown = " ".join("".join(Parsed(seed._repr_html_()).shown).split())
    listed = shown[shown.index("The reason for every mark") :]
    beside = shown[: shown.index("The reason for every mark")]
    for s in seed.found.statements:
        assert f"{s['id']} {s['speaker']}, {reasons.form(s)}" in beside
        assert reasons.of_statement(s, seed.article.text) in listed
    for a in seed.found.acts:
        assert (
            reasons.deed(a) in beside
            and reasons.of_act(a, seed.article.text, page.theme_names(seed)) in listed
        )
    for sentence in seed.found.sentences:
        assert reasons.of_tone(sentence, seed.article.text) in listed
    for word in ("quoted", "reported", "partly quoted", "the narrator", "before the story"):
        assert word in beside


def test_the_reason_is_there_on_hover(seed):
    titles = Parsed(seed._repr_html_()).titles
    said = next(s for s in seed.found.statements if s["via"] and not s["joint"])
    told = [t for t in titles if f"passed on by {said['via']}; {said['words']} words" in t]
    assert told and f"rule {said['rule']}" in told[0] and "% sure" in told[0]
    assert sum(t.startswith("tone of the wording: ") for t in titles) == len(seed.found.sentences)
    assert any("VADER" in t and "“" in t for t in titles)


def test_a_speaker_has_the_colour_of_the_figures(seed):
    from analysis.figures.share import colours_of

    colours = colours_of(speakers(seed))
    html = seed._repr_html_()
    for name, colour in colours.items():
        assert f'<li class="{name_of(colour)}"><i>' in html
        assert f'class="{name_of(colour)}"><span class="cmq-dot"></span><b><bdi>{name}</bdi>' in html
        assert f".cmq .{name_of(colour)} {{ --c: {colour};" in style()


def test_colours_are_set_outright_for_dark_themes():
    sheet = style()
    assert "background: var(--paper); color: var(--ink)" in sheet and "color-scheme: light" in sheet
    assert f"--paper: {palette.PAPER}" in sheet
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    selectors = [s for block in re.findall(r"([^{}]+)\{[^{}]*\}", rules) for s in block.split(",")]
    assert all(re.sub(r"<style>", "", s).strip().startswith(".cmq") for s in selectors)


OVERLAPS = [
    [(0, 10)],
    [(0, 10), (0, 10)],
    [(0, 6), (4, 10)],
    [(0, 10), (2, 4), (4, 8), (3, 9)],
    [(1, 3), (3, 5), (5, 7)],
    [(-5, 4), (8, 30)],
    [],
]


@pytest.mark.parametrize("spans", OVERLAPS)
def test_segments_are_the_text_in_order_each_with_all_its_marks(spans):
    marks = [Mark(a, b, "statement", str(n), {}) for n, (a, b) in enumerate(spans)]
    segments = list(cut(0, 10, marks))
    assert [s.start for s in segments] == [0, *(s.end for s in segments)][:-1] and segments[-1].end == 10
    for at in range(10):
        (segment,) = [s for s in segments if s.start <= at < s.end]
        assert {m.key for m in segment.marks} == {str(n) for n, (a, b) in enumerate(spans) if a <= at < b}


def test_marks_are_cut_to_the_row():
    mark = Mark(3, 20, "act", "a", {})
    assert [(m.start, m.end) for m in clipped(5, 10, [mark])] == [(5, 10)]
    assert clipped(20, 30, [mark]) == []


def test_overlapping_statements_and_acts_never_cross(seed):
    """Marks thrown over the text without any order, over sentence borders too."""
    size = len(seed.article.text)
    statements, acts = list(seed.found.statements), list(seed.found.acts)
    made = [
        statements[n % len(statements)]
        | {"id": 100 + n, "spans": [[n * 37 % size, min(n * 37 % size + 9 * n, size)]]}
        for n in range(1, 60)
    ]
    done = [
        acts[n % len(acts)] | {"start": n * 53 % size, "end": min(n * 53 % size + 200, size)}
        for n in range(40)
    ]
    reading = replace(seed, found=seed.found._replace(statements=statements + made, acts=acts + done))
    parsed = Parsed(reading._repr_html_())
    assert parsed.text == seed.article.text
    assert "(continued)" in "".join(parsed.shown)


def test_one_act_with_a_span_inside_another_is_marked_at_both_ends():
    text = "Porto said on Monday that the two cities had agreed to share a ferry and to open a school."
    html = analyse(article(text))._repr_html_()
    assert html.count("cmq-first") > 1 and html.count("cmq-last") > 1  # one each is the key's


def test_what_is_found_and_not_counted_says_so():
    html = analyse(article("The mayor of Porto believes that the bridge is safe.")).found.statements
    assert [reasons.form(s) for s in html] == ["belief, not counted"]


def test_a_very_long_article_is_shown_in_part_and_says_so():
    text = "The mayor said that it was late. " * 30
    html = annotated(analyse(article(text)), most=10)
    assert Parsed(html).text == "The mayor said that it was late. " * 10
    assert "Only the first 10 of 30 sentences are shown; the tables have them all." in html


@pytest.mark.parametrize(("number", "key"), [(0, "a"), (25, "z"), (26, "aa"), (701, "zz"), (702, "aaa")])
def test_acts_never_run_out_of_letters(number, key):
    assert page.letters(number) == key


def test_an_article_in_which_nobody_speaks_and_nothing_is_done():
    html = analyse(article("The bridge is forty metres long."))._repr_html_()
    shown = "".join(Parsed(html).shown)
    assert "no statements and no acts marked in it" in shown
    assert "100% of the article" in shown
