"""Attribution: sentences of our own, and the seed article as a reader marked it by hand."""

import random

import pytest

from analysis.language import parse
from analysis.language.coreference import refer
from analysis.paths import SEEDS
from analysis.reading import from_text, read
from analysis.speech import attribute, speakers
from tests.speech.sentences import KNOWN_FAILURES, ROWS


def said(text, engine="rules"):
    document = parse(from_text(text))
    return attribute(document, refer(document), engine=engine)


def shown(statement):
    who = statement.speaker or f"<{statement.speaker_type}>"
    if statement.via:
        who += f" via {statement.via}"
    how = [statement.kind]
    how += [statement.cls] if statement.cls != "speech" else []
    how += [statement.polarity] if statement.polarity != "affirmed" else []
    return f"{who} | {' '.join(how)} | {statement.text}"


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_says_what(text, expected):
    assert [shown(s) for s in said(text)] == expected


@pytest.mark.parametrize(("text", "expected", "reason"), KNOWN_FAILURES)
def test_known_failures(text, expected, reason):
    if [shown(s) for s in said(text)] != expected:
        pytest.xfail(reason)
    pytest.fail(f"it works now, so it belongs to the rows: {text}")


OH, YIN, CITY = "Oh Se-hoon", "Yin Yong", "Seoul Metropolitan Government"
SEED = [  # sentence, speaker, via, kind, words, how the content begins and ends
    (2, CITY, None, "indirect", 19, "The two mayors also", "lives of citizens"),
    (4, OH, CITY, "indirect", 7, "the significance of", "to Beijing"),
    (4, OH, CITY, "indirect", 18, "that strengthening", "of citizens"),
    (5, OH, None, "indirect", 6, "the value of", "exchanges"),
    (5, OH, None, "indirect", 22, "that while it", "are crucial"),
    (8, OH, None, "direct", 27, "“We hope", "past,”"),
    (9, OH, None, "indirect", 28, "that Seoul and Beijing", "partnership"),
    (13, CITY, None, "indirect", 18, "They committed", "and people"),
    (14, OH, None, "indirect", 19, "increasing exchanges", "environments"),
    (15, OH, None, "indirect", 14, "that such initiatives", "both cities"),
    (16, YIN, None, "indirect", 13, "that Oh’s visit could", "Korea and China"),
    (17, YIN, None, "direct", 17, "“Beijing and Seoul", "countries,”"),
    (18, YIN, None, "indirect", 27, "that Oh’s visit would", "Korea and China"),
    (19, YIN, None, "indirect", 10, "that he would", "time"),
]


@pytest.fixture(scope="module", params=["rules", "model"])
def seed(request):
    document = parse(read(SEEDS / "000_41bef5cbfffa6439.txt"))
    referents = refer(document)
    return document, referents, attribute(document, referents, engine=request.param)


def test_seed_statements(seed):
    _, _, statements = seed
    found = [(s.sentence, s.speaker, s.via, s.kind, s.words) for s in statements if s.cls == "speech"]
    assert found == [row[:5] for row in SEED]
    texts = [s.text for s in statements if s.cls == "speech"]
    assert all(t.startswith(row[5]) and t.endswith(row[6]) for t, row in zip(texts, SEED, strict=True))


def test_seed_shares(seed):
    document, referents, statements = seed
    rows = {s.name: (s.words, round(s.share, 3), s.role, s.side) for s in speakers(statements, referents)}
    assert rows == {
        OH: (141, 0.576, "Mayor", "Seoul"),
        YIN: (67, 0.273, "Mayor", "Beijing"),
        CITY: (37, 0.151, None, "Seoul"),
    }
    assert document.article.n_words == 538


def test_seed_acts_are_no_speech(seed):
    _, _, statements = seed
    acts = {(s.sentence, s.speaker, s.joint) for s in statements if s.cls == "act"}
    assert (12, "the two mayors", (OH, YIN)) in acts
    assert all("BeSeTo" not in s.text for s in statements)


def test_offsets_lead_to_the_text(seed):
    document, _, statements = seed
    for s in statements:
        assert " … ".join(document.text[a:b] for a, b in s.spans) == s.text
        assert s.words == sum(len(document.text[a:b].split()) for a, b in s.spans)


def test_no_two_counted_statements_share_words(seed):
    _, _, statements = seed
    taken = [i for s in statements if s.counts for a, b in s.spans for i in range(a, b)]
    assert len(taken) == len(set(taken))


def test_any_text_can_be_attributed():
    dice = random.Random(7)
    parts = [
        "said", "Oh", "Mayor Ana Silva", "that", "“", "”", '"', "'", ",", ".", ":", "—", "according to",
        "the city", "he", "they", "quoted", "as saying", "to", "told", "reporters", "\n\n", "🙂", "and",
        "who", "was", "not", "(", ")",
        "announced", "praised", "?", "if", "’s", "call for", "In the words of", "noting", "-", "Silva:",
    ]  # fmt: skip
    for _ in range(300):
        text = "The mayors met. " + " ".join(dice.choice(parts) for _ in range(dice.randint(3, 40)))
        for s in (*said(text), *said(text, "model")):
            assert all(0 <= a < b <= len(text) for a, b in s.spans)
            assert 0 <= s.confidence <= 1
