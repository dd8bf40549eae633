import pytest

from analysis.cooperation.clauses import clauses
from analysis.cooperation.cues import find
from analysis.language import parse
from tests.cooperation.conftest import article


def cut(text):
    document = parse(article(text))
    last = len(document.tokens)
    found = clauses(document.tokens, 0, last, find(document.tokens, 0, last))
    return [(c.kind, " ".join(document.tokens[i].text for i in c.tokens)) for c in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kobe signed a pact.", [("main", "Kobe signed a pact .")]),
        (
            "Kobe, which has trade, culture and sports ties, should sign a pact.",
            [
                ("main", "Kobe , should sign a pact ."),
                ("relative", "which has trade , culture and sports ties ,"),
            ],
        ),
        (
            "Kobe invited firms who plan to attend.",
            [("main", "Kobe invited firms"), ("restrictive", "who plan to attend .")],
        ),
        (
            "Although Kobe signed a pact, Lima has cancelled it.",
            [("main", "Lima has cancelled it ."), ("subordinate", "Although Kobe signed a pact ,")],
        ),
        (
            "Diaz proposed that Kobe should sign a pact.",
            [("main", "Diaz proposed"), ("content", "that Kobe should sign a pact .")],
        ),
        (
            "Kobe praised the pact, noting that it helps.",
            [("main", "Kobe praised the pact ,"), ("participle", "noting"), ("content", "that it helps .")],
        ),
        (
            "Kobe signed a pact, and Lima will join the network.",
            [("main", "Kobe signed a pact ,"), ("main", "and Lima will join the network .")],
        ),
        ("Kobe met Lima after the talks.", [("main", "Kobe met Lima after the talks .")]),
        ("Kobe rejected that offer.", [("main", "Kobe rejected that offer .")]),
    ],
)
def test_where_a_sentence_is_cut(text, found):
    assert cut(text) == found


def test_every_token_belongs_to_one_clause():
    text = "Kobe, whose port burnt, said that Lima, which helped, should visit; Faro, noting this, agreed."
    document = parse(article(text))
    last = len(document.tokens)
    found = clauses(document.tokens, 0, last, find(document.tokens, 0, last))
    assert sorted(i for c in found for i in c.tokens) == list(range(last))
