"""Tone towards a target: nearer words count more, its own words do not count, silence is no evidence."""

import pytest

from analysis.language.coreference import refer
from analysis.sentiment.targets import evidence, targets, towards
from analysis.sentiment.tone import layered
from tests.sentiment.said import document, sign


def toward(text: str, name: str, *, own: str = ""):
    doc = document(text)
    ((_, hits),) = layered(doc)
    start = text.index(name)
    spans = [(text.index(own), text.index(own) + len(own))] if own else []
    return towards(doc, doc.sentences[0], hits, [(start, start + len(name))], own=spans)


@pytest.mark.parametrize(
    ("wanted", "text", "name", "own"),
    [
        ("+", "Critics praised Ortega as a brilliant host.", "Ortega", ""),
        ("-", "Critics accused Ortega of a shameful lie.", "Ortega", ""),
        ("-", "While Lima was praised by everybody, Quito was accused of deceit.", "Quito", ""),
        pytest.param(
            "+",
            "While Lima was praised by everybody, Quito was accused of lying.",
            "Lima",
            "",
            marks=pytest.mark.xfail(strict=True, reason="what is conceded counts half, for the target too"),
        ),
        (None, "Ortega said the raid was a barbaric crime.", "Ortega", "the raid was a barbaric crime"),
        ("-", "Ortega said that Haddad was a liar.", "Haddad", ""),
        (None, "Ortega will travel to Quito on Monday.", "Ortega", ""),
    ],
)
def test_the_sign_towards_a_target(wanted, text, name, own):
    tone = toward(text, name, own=own).tone
    assert (tone if tone is None else sign(tone)) == wanted


def test_a_hit_counts_less_the_further_it_stands():
    text = "Ortega, praised in Lima, met a man whose son, once a clerk in the old port, was praised in Quito."
    first, second = toward(text, "Ortega").hits
    assert first.value > second.value > 0


def test_a_quotation_mark_between_makes_it_count_less():
    told = toward("Ortega and his friendly guest left.", "Ortega").hits[0].value
    quoted = toward('Ortega and his "friendly guest" left.', "Ortega").hits[0].value
    assert 0 < quoted < told


class Said:
    joint = None

    def __init__(self, text, words, speaker):
        start = text.index(words)
        self.spans, self.speaker = [(start, start + len(words))], speaker


def test_over_an_article_evidence_is_counted_and_silence_named():
    text = (
        "Mayor Lucía Ortega praised the port. Karim Haddad said that the raid was a crime. "
        "Haddad has been accused of fraud."
    )
    doc = document(text)
    hits = [found for _, found in layered(doc)]
    said = [Said(text, "that the raid was a crime", "Karim Haddad")]
    found = {t.name: t for t in targets(doc, hits, evidence(doc, refer(doc), said))}
    haddad = found["Karim Haddad"]
    assert (haddad.mentions, haddad.n, haddad.spread) == (2, 1, None)
    assert haddad.tone < 0
    assert found["Lucía Ortega"].tone > 0


def test_nobody_named_is_no_target():
    doc = document("It rained.")
    assert targets(doc, [()], evidence(doc, refer(doc), [])) == ()
