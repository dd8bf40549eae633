import pytest

from analysis.cooperation.cues import find
from analysis.language import parse
from tests.cooperation.conftest import article


def read(text):
    document = parse(article(text))
    return [
        (" ".join(t.text for t in document.tokens[h.first : h.last]), h.form)
        for h in find(document.tokens, 0, len(document.tokens))
        if h.cue.tier not in ("aim", "speech")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The attack was brief.", []),
        ("Rebels attack the town.", [("attack", "base")]),
        ("The rebels will attack.", [("attack", "base")]),
        ("Their visit was brief.", []),
        ("Kobe visits Lima.", [("visits", "s")]),
        ("Kobe's visits to Lima were brief.", []),
        ("A restored friendship is good.", []),
        ("It lives through restored cooperation.", []),
        ("The flights were restored.", [("restored", "ed")]),
        ("The minister will cut ties with Lima.", [("cut ties", "base")]),
        ("A joint council was launched.", [("launched", "ed")]),
        ("They signed a landmark trade agreement.", [("signed a landmark trade agreement", "ed")]),
        ("Kobe has played a key role.", [("played a key role", "ed")]),
        ("Lima's call for calm went unheard.", [("call for", "noun")]),
        ("Lima released a statement.", []),
        ("Lima released two prisoners.", [("released two prisoners", "ed")]),
        ("Lima does not meet the target.", []),
    ],
)
def test_verb_or_noun(text, found):
    assert read(text) == found
