"""The page: self-contained, escaped, with landmarks, nested headings and ids of their own."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from analysis.article import Article
from analysis.report.inputs import Input
from analysis.report.job import Job, Outcome
from analysis.report.page import compose, headline

pytestmark = pytest.mark.slow


class Seen(HTMLParser):
    """What a browser would find: elements with their attributes, and the order of headings."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def of(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def html(ran):
    return ran.page.read_text("utf-8")


@pytest.fixture(scope="module")
def seen(html):
    return Seen(html)


def test_nothing_runs_and_nothing_is_fetched(seen):
    assert not seen.of("script") + seen.of("iframe") + seen.of("object") + seen.of("form") + seen.of("base")
    for tag, attributes in seen.elements:
        assert not [name for name in attributes if name.startswith("on")], (tag, attributes)
        for name in ("src", "srcset", "poster", "data"):
            assert attributes.get(name, "data:").startswith("data:")
        if tag == "link":
            assert attributes == {"rel": "icon", "href": "data:,"}
    (policy,) = [m["content"] for m in seen.of("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_style_sheets_fetch_nothing(html):
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.S)) + "".join(
        re.findall(r'style="([^"]*)"', html)
    )
    assert "@import" not in styles
    assert "http" not in styles


def test_article_text_is_text(html):
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in html
    assert "<img src=x" not in html
    assert "$5 and $7 tickets {per person}" in html
    assert "\u05e9\u05dc\u05d5\u05dd" in html
    assert "\U0001f91d" in html
    assert "two &lt;and&gt; two are not five" in html


def test_landmarks_language_and_a_way_past_the_head(seen):
    assert seen.of("html") == [{"lang": "en"}]
    for landmark in ("header", "nav", "main", "footer", "title", "h1"):
        assert len(seen.of(landmark)) == 1, landmark
    assert {"class": "skip", "href": "#content"} in seen.of("a")
    assert seen.of("main")[0]["id"] == "content"
    assert [m["content"] for m in seen.of("meta") if m.get("name") == "viewport"] == [
        "width=device-width, initial-scale=1"
    ]


def test_headings_nest(seen):
    levels = [int(tag[1]) for tag, _ in seen.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    assert levels.count(3) >= 6  # each notebook has a title


def test_ids_are_unique_and_every_inner_link_has_a_goal(seen):
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    goals = [a["href"][1:] for a in seen.of("a") if a.get("href", "").startswith("#")]
    assert set(goals) <= set(ids)
    for _, attributes in seen.elements:
        assert set(attributes.get("aria-labelledby", "").split()) <= set(ids)


def test_every_picture_has_an_alt_text(seen):
    assert seen.of("img")
    assert all(picture.get("alt") for picture in seen.of("img"))


def test_prose_and_results_are_shown_code_is_folded_and_warnings_are_not(html):
    assert "It shows what it was given" in html
    visible = re.sub(r"<details.*?</details>", "", html, flags=re.S)
    assert "escape(text)" not in visible
    assert "escape(text)" in html
    assert "UserWarning" not in html
    assert "Exception was encountered" not in html  # papermill's own banner
    assert visible.count("This notebook broke here.") == 1
    assert visible.count("This part is not complete.") == 2


def test_a_headline_is_the_title_or_the_first_words():
    text = "WEB DESK: " + " ".join(f"word{n}" for n in range(30))
    assert (
        headline(Article("a", text, "", body=(10, len(text))))
        == " ".join(f"word{n}" for n in range(14)) + " …"
    )
    assert headline(Article("a", text, "", title="A visit", body=(10, len(text)))) == "A visit"


def test_names_and_sentences_of_a_run_are_escaped():
    bad = "<b>&"
    article = Article(bad, "Text of it.", "", outlet=bad, body=(0, 11), notes=(bad,))
    inputs = [Input("one", bad, f"{bad}.txt", article=article), Input("two", bad, "two.txt", error=bad)]
    job = Job("fine", "", "articles/one", (), "n1-")
    html = compose(
        inputs, [Outcome(job, bad, "<p>markup</p>", bad, 3)], versions={bad: bad}, given={bad: bad}
    )
    assert "<p>markup</p>" in html
    assert bad not in html
