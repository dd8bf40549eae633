import pytest

from analysis.report.weave import weave


def fit(html, **options):
    return weave(html, **({"prefix": "n1-", "top": 3} | options))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # what runs or fetches is gone
        ("<p>a</p><script>alert(1)</script>", "<p>a</p>"),
        ("<script>if (a</b) '<script>'</script><p>b</p>", "<p>b</p>"),
        ('<p onclick="alert(1)">a</p>', "<p>a</p>"),
        ('<img src="https://example.org/a.png" alt="far">', '<img alt="far">'),
        (
            '<img src="data:image/png;base64,AA==" alt="near">',
            '<img src="data:image/png;base64,AA==" alt="near">',
        ),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="https://example.org">a</a>', '<a href="https://example.org">a</a>'),
        ('<iframe src="x">inside</iframe>after', "after"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', ""),
        ('<meta http-equiv="refresh" content="0;url=https://example.org">', ""),
        ('<p style="background:url(https://example.org/a.png)">a</p>', '<p style="background:none">a</p>'),
        ("<style>@import 'x.css'; p { color: red }</style>", "<style> p { color: red }</style>"),
        ("<svg><script>alert(1)</script><rect/></svg>", "<svg><rect/></svg>"),
        ("<embed src='x'><b>a</b>", "<b>a</b>"),
        ("<form action='x'><input></form>a", "a"),
        # what the page's own style sheet says of cells need not be said of each
        ('<td style="text-align:left;vertical-align:top">1</td>', "<td>1</td>"),
        ('<td style="text-align:right;vertical-align:top">1</td>',) * 2,
        # ids are the part's own, and what refers to them follows
        ('<p id="a">1</p><a href="#a">2</a>', '<p id="n1-a">1</p><a href="#n1-a">2</a>'),
        ('<p id="a">1</p><p id="a">2</p>', '<p id="n1-a">1</p><p id="n1-a-2">2</p>'),
        ('<th id="a">1</th><td headers="a b">2</td>', '<th id="n1-a">1</th><td headers="n1-a b">2</td>'),
        (
            '<style>#a_1 { color: #1b1f24 }</style><p id="a_1">1</p>',
            '<style>#n1-a_1 { color: #1b1f24 }</style><p id="n1-a_1">1</p>',
        ),
        (
            '<svg><clipPath id="c"/><g clip-path="url(#c)"/></svg>',
            '<svg><clippath id="n1-c"/><g clip-path="url(#n1-c)"/></svg>',
        ),
        # text stays as it is
        (
            "<p>&lt;script&gt; &amp; $5 and $7 {x} &#x27;</p>",
            "<p>&lt;script&gt; &amp; $5 and $7 {x} &#x27;</p>",
        ),
        ('<p title="a &quot; b">x</p>', '<p title="a &quot; b">x</p>'),
        # what is left open is closed, what was never open is not closed
        ("<div><b>a", "<div><b>a</b></div>"),
        ("a</section></div>", "a"),
        ("<div><table><tr><td>a</div>b", "<div><table><tr><td>a</td></tr></table></div>b"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</li></ul>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a<td>b<tr><td>c</td></tr></table>"),
        ("<br><img alt=''>", "<br><img alt=''>"),
        ("<!-- a comment --><p>a</p>", "<p>a</p>"),
    ],
)
def test_a_part_fits_into_the_page(given, expected):
    assert fit(given) == expected


@pytest.mark.parametrize(
    ("levels", "nested"),
    [
        ("1 2 3 2 3", "3 4 5 4 5"),
        ("1 3 4", "3 4 5"),
        ("1 4 2", "3 4 4"),
        ("2 2", "3 3"),
        ("1 1", "3 3"),
        ("1 2 3 4 5 6", "3 4 5 6 6 6"),
        ("3 2 1", "3 3 3"),
    ],
)
def test_headings_nest_without_a_gap(levels, nested):
    given = "".join(f"<h{n}>x</h{n}>" for n in levels.split())
    assert fit(given) == "".join(f"<h{n}>x</h{n}>" for n in nested.split())


def test_a_part_without_a_title_gets_the_one_given():
    assert fit("<p>a</p><h1>b</h1>", title="T & T") == "<h3>T &amp; T</h3><p>a</p><h3>b</h3>"
    assert fit("<h2>b</h2>", title="T") == "<h3>T</h3><h4>b</h4>"
    assert fit("<h1>b</h1><p>a</p>", title="T") == "<h3>b</h3><p>a</p>"
