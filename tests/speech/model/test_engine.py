"""The model engine: what the rules keep, what the model adds, and that nothing is claimed twice."""

import random

import numpy as np
import pytest

from analysis.language import parse
from analysis.language.coreference import refer
from analysis.reading import from_text
from analysis.speech.attribution import attribute
from analysis.speech.model.columns import Vocabulary
from analysis.speech.model.crf import Model
from analysis.speech.model.engine import model_drafts
from analysis.speech.model.merging import ALONE, MODEL, SURE
from analysis.speech.model.weights import BITS, Weights
from analysis.speech.rules import confidences, drafts
from tests.speech.made import words


def statements(text, engine="model"):
    document = parse(from_text(text))
    return attribute(document, refer(document), engine=engine)


# With other weights


def model(labels, *wanted):
    """A model without features: it likes some labels everywhere."""
    starts = np.zeros(labels)
    starts[list(wanted)] = 1.0
    moves = np.tile(starts, (labels, 1))
    return Model(np.zeros((1 << BITS, labels), dtype=np.float32), moves, starts)


def weights(cue=(), link=()):
    return Weights(model(7, *cue), model(5, *link), {}, Vocabulary({}))


ARTICLE = (
    "Mayor Rui Costa said that trams matter. “We open the quay in May,” said Ana Brito. "
    "“We dig in June, too.” She rejected the plan. "
    "The council, citing a letter by Luis Otero, said that the ferry was late."
)


def test_a_model_that_finds_nothing_leaves_the_sure_rules():
    text = words(ARTICLE)
    found = model_drafts(text, weights())
    ruled = drafts(text)
    assert len(ruled) > 3
    sure = [
        d for d in ruled if d.outer or d.rule in ALONE or d.cls != "speech" or confidences()[d.rule] >= SURE
    ]
    assert set(found) <= set(ruled) and {d.cue for d in sure} >= {d.cue for d in found}
    assert len(found) >= 3


@pytest.mark.parametrize("cue", [(1,), (1, 2), (2,)])
@pytest.mark.parametrize("link", [(1,), (3,), (3, 4), (4,), (1, 3)])
def test_even_a_mad_model_claims_nothing_twice(cue, link):
    text = words(ARTICLE)
    well_formed(text, model_drafts(text, weights(cue, link)))


def well_formed(text, found):
    """Within bounds, in order, and no token of a content or cue in two statements that the model chose."""
    relays = {d.outer for d in found if d.outer}
    claimed = []
    for d in found:
        for first, last in (*d.contents, *filter(None, (d.cue, d.source))):
            assert 0 <= first < last <= len(text.tokens)
        if not (d.outer or d.rule in ALONE or d.source in relays):
            claimed += [i for part in (*d.contents, *filter(None, [d.cue])) for i in range(*part)]
        assert (d.source is None) == d.implicit or d.rule == "transcript" or not d.rule.startswith(MODEL)
    assert [d.start for d in found] == sorted(d.start for d in found)


# Whole texts

OWN = [
    ("Mayor Rui Costa said that trams matter.", "Rui Costa", "indirect", "speech"),
    ("“We open the quay in May,” said Ana Brito, a spokeswoman.", "Ana Brito", "direct", "speech"),
    ("According to the port authority, the ferry is late.", "the port authority", "indirect", "speech"),
    ("Ana Brito said the ferry was “late and far too small”.", "Ana Brito", "mixed", "speech"),
    ("The minister hopes that the talks will go on.", "the minister", "indirect", "belief"),
]


@pytest.mark.parametrize(("sentence", "speaker", "kind", "cls"), OWN)
def test_one_of_each(sentence, speaker, kind, cls):
    (one,) = statements(sentence)
    assert (one.speaker, one.kind, one.cls) == (speaker, kind, cls)
    assert one.rule.startswith(MODEL) or cls != "speech"


def test_a_transcript_stays_with_the_rules():
    text = "Q: When does the quay open?\nA: It opens in May, before the holidays.\n"
    found = statements("The mayor spoke in Porto.\n" + text)
    assert [(s.kind, s.rule) for s in found] == [(s.kind, s.rule) for s in statements(text, "rules")]


def test_both_engines_name_the_same_fields():
    model_, rules = (statements(ARTICLE, engine) for engine in ("model", "rules"))
    assert [s.id for s in model_] == list(range(1, len(model_) + 1))
    assert any(s.rule.startswith(MODEL) for s in model_) and not any(s.rule.startswith(MODEL) for s in rules)
    assert all(0 < s.confidence <= 1 for s in (*model_, *rules))


PIECES = [
    *(
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "(",
        ")",
        "[",
        "—",
        "-",
        "...",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "\n",
        "\n\n",
    ),
    *(
        "said",
        "told",
        "Ana",
        "Brito",
        "the mayor",
        "that",
        "hopes",
        "according to",
        "as",
        "who",
        "and",
        "not",
    ),
    *(
        "quoted",
        "by",
        "says he",
        "Q:",
        "A:",
        "44",
        "$3",
        "é",
        "حلب",
        "東京",
        "\u200b",
        "\u00a0",
        "🙂",
        "’s",
        "it",
    ),
    *("plan", "to go", "was", "agreed", "a letter", "in which", "she", "they", "wrote", "asked", "reporters"),
]


@pytest.mark.parametrize("seed", range(41))
def test_no_text_is_too_odd(seed):
    dice = random.Random(seed)
    made = "The mayor said so. " + " ".join(dice.choices(PIECES, k=dice.choice([1, 5, 40, 400])))
    text = words(made)
    well_formed(text, model_drafts(text))
    for one in statements(made):
        for start, end in (*one.spans, *filter(None, (one.cue, one.source))):
            assert 0 <= start < end <= len(made)


def test_a_text_without_tokens_says_nothing():
    text = words("x")
    object.__setattr__(text.document, "tokens", ())
    assert model_drafts(text) == []
