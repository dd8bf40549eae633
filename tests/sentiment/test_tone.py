"""The seed article sentence by sentence, and what holds for every score."""

import subprocess
import sys

import pytest

from analysis.paths import PROJECT, SEEDS
from analysis.sentiment import NEUTRAL_BAND, score
from analysis.sentiment.tone import NEWS_MEAN, bounded, layered
from tests.sentiment.said import document, hits, rules, sign, tones

SEED = (SEEDS / "000_41bef5cbfffa6439.txt").read_text("utf-8")

# What a diplomatic reader hears in the 23 sentences: "+" kind, "++" strongly so (above .4), "-" closing on a
# loss, "0" neutral; "0+" neutral to mildly kind, "0-" neutral to mildly unkind.
READER = {
    1: "++",  # restoring cooperative relations
    2: "+",  # ways to expand exchanges: exploration
    3: "+",  # the first high-level engagement in years
    4: "++",  # strengthening, enhancing
    5: "+",  # it takes time after the disruptions, and is crucial: hopeful
    6: "+",  # history of exchanges
    7: "0-",  # solidarity conceded, slowdown asserted
    8: "++",  # hope, mutual development, restored cooperation
    9: "++",  # maintain and strengthen the partnership
    10: "+",  # formal friendly relationship
    11: "++",  # fostering, solidify
    12: "++",  # agreed to expand exchanges
    13: "++",  # committed to fostering exchanges
    14: "++",  # deeper understanding
    15: "+",  # development and prosperity, with "could"
    16: "+",  # could help to enhance
    17: "++",  # leading, exemplary and important roles
    18: "++",  # not only strengthen but also bolster
    19: "0+",  # a return visit, conditional
    20: "0",  # biography
    21: "0",  # biography; a party's name
    22: "0",  # an invitation to companies; an event's name
    23: "0+",  # advanced science on show
}


STRONG = 0.4  # on the scale of sentences of usual length


@pytest.mark.parametrize("number", READER)
def test_seed_sentence_has_the_readers_sign(number):
    wanted, tone = READER[number], score(document(SEED))[number - 1].tone
    if wanted == "++":
        assert tone > STRONG
    else:
        assert sign(tone) in wanted


def test_seed_has_a_tone_for_each_of_its_sentences():
    doc = document(SEED)
    found = score(doc)
    assert len(found) == len(READER)
    assert [(t.start, t.end) for t in found] == [(s.start, s.end) for s in doc.sentences]


def test_the_clearest_praise_of_the_seed_is_misread_by_vader_only():
    tone = score(document(SEED))[17]
    assert tone.tone_vader == -0.1232
    assert tone.tone > 0.5


def test_offsets_of_hits_point_to_their_words_behind_curly_quotes_and_emoji():
    text = "🙂 “We didn’t lift the sanctions,” he said — yet the talks were fruitful."
    found = [(text[h.start : h.end], h.rule) for h in hits(text)]
    assert found == [
        ("lift the sanctions", "conceded negated de-escalation"),
        ("fruitful", "weighted register"),
    ]


def test_every_hit_of_the_seed_lies_in_its_sentence_in_order_without_overlap():
    for tone in score(document(SEED)):
        ends = [tone.start]
        for hit in tone.hits:
            assert ends[-1] <= hit.start < hit.end <= tone.end
            assert hit.value != 0
            assert SEED[hit.start : hit.end].strip() == SEED[hit.start : hit.end]
            ends.append(hit.end)


def test_tone_is_the_bounded_sum_of_the_hits():
    ((tone, found),) = layered(document("The two sides signed an accord and hailed a breakthrough."))
    total = sum(hit.value for hit in found)
    x = total * (20 / 11) ** 0.5 - NEWS_MEAN  # eleven tokens, twenty being usual
    assert tone == bounded(total, 11) == pytest.approx(x / (x**2 + 15) ** 0.5, abs=1e-4)


def test_no_evidence_is_zero_without_hits():
    ((tone, found),) = layered(document("The delegation arrived on Monday."))
    assert (tone, found) == (0.0, ())


def test_a_long_list_of_praise_stays_below_one():
    (tone,) = tones(
        "They praised " + ", ".join(["friendship", "goodwill", "harmony", "solidarity"] * 20) + "."
    )
    assert 0.99 < tone <= 1


def test_an_empty_document_has_no_tones():
    assert score(document("")) == ()


def test_same_text_same_scores():
    assert score(document(SEED)) == score(document(SEED))


def test_scores_do_not_depend_on_the_hash_seed():
    code = (
        "from tests.sentiment.said import document; from tests.sentiment.test_tone import SEED\n"
        "from analysis.sentiment import score; print(score(document(SEED)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert "de-escalation" in outputs.pop()


def test_neutral_band_lies_where_vaders_authors_put_it():
    assert NEUTRAL_BAND == 0.05
    assert sign(0.05) == sign(-0.05) == sign(0) == "0"


@pytest.mark.parametrize(
    "text",
    [
        "He joined the Great Prosperity Party in 1990.",
        "The fair is called Smart Life Week.",
        "She works for the Peace and Friendship Foundation.",
        "United Airlines flies to Lima.",
        "The Ministry of Reconciliation is closed on Mondays.",
    ],
)
def test_names_are_no_tone(text):
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text", ["United Unity Party officials met on Monday.", "He spoke at Smart Life Week on Monday."]
)
def test_names_are_passed_over_where_the_parser_found_none(text):
    doc = document(text)
    bare = type(doc)(doc.article, doc.plain, doc.tokens, doc.sentences, doc.quotations, names=())
    assert layered(bare) == [(0.0, ())]


def test_a_headline_keeps_its_words_although_they_are_capitalised():
    assert tones("Two Mayors Hail Breakthrough in Talks on Prosperity")[0] > 0.3


def test_capitalised_words_that_open_a_sentence_are_read():
    assert rules("Sanctions were lifted on Monday.") == {"Sanctions were lifted": "de-escalation"}
