"""The tone lexicons as data: complete, in range, without contradictions."""

import itertools

import pytest

from analysis.lexicons import entries
from analysis.paths import LEXICONS
from analysis.sentiment.lexicon import openers, table, vader_text
from analysis.sentiment.patterns import compile_term

FILES = ("register", "shifters", "neutral", "news", "stakes", "easing")
KINDS = {
    "shifters": {
        "negator", "plain", "both", "booster", "damper", "hedge", "hedge back",
        "concessive", "while", "contrast", "yet", "barrier", "backdrop", "link",
    },
    "neutral": {"topic", "misfit", "office"},
    "stakes": {"ill", "bond", "event"},
}  # fmt: skip


def test_the_register_is_no_toy():
    assert len(entries("register")) >= 400


def test_every_register_entry_has_a_value_a_note_and_a_counter_example():
    for row in entries("register"):
        assert -4 <= float(row["value"]) <= 4, row["term"]
        assert row["note"], row["term"]
        assert row["counter"], row["term"]


@pytest.mark.parametrize("name", KINDS)
def test_kinds_are_known(name):
    assert {row["kind"] for row in entries(name)} <= KINDS[name]


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_file(name):
    seen: dict[str, str] = {}
    for row in entries(name):
        pattern = compile_term(row["term"].replace("@negator", "not"))
        if len(pattern) == 1:
            for word in pattern[0]:
                other = seen.setdefault(word, row["term"])
                assert other == row["term"], f"{word!r} stands in {other!r} and {row['term']!r}"


def test_register_phrases_do_not_contradict_each_other():
    """Two phrases of one length that match the same words must have one sign."""
    rows = [(row, compile_term(row["term"].replace("@negator", "not"))) for row in entries("register")]
    for (a, p), (b, q) in itertools.combinations([r for r in rows if len(r[1]) > 1], 2):
        if len(p) == len(q) and all((x & y) or x == y for x, y in zip(p, q, strict=True)):
            assert float(a["value"]) * float(b["value"]) >= 0, f"{a['term']!r} against {b['term']!r}"


def test_factors_keep_to_their_kind():
    for row in entries("shifters"):
        factor = float(row["factor"] or 1)
        if row["kind"] == "negator":
            assert -1 < factor < 0, row["term"]
        elif row["kind"] == "booster":
            assert 1 < factor <= 1.5, row["term"]
        elif row["kind"] in ("damper", "hedge", "hedge back"):
            assert 0 < factor < 1, row["term"]
        else:
            assert row["factor"] == "", row["term"]


def test_every_easing_verb_says_something():
    for row in entries("easing"):
        assert row["ill"] or row["bond"] or row["event"], row["term"]


def test_vaders_list_is_whole_and_has_its_licence_beside_it():
    assert len(vader_text().splitlines()) == 7520
    notice = (LEXICONS / "vader_lexicon.LICENSE.txt").read_text("utf-8")
    assert "Copyright (c) 2016 C.J. Hutto" in notice
    assert "Permission is hereby granted, free of charge" in notice


def test_our_register_overrules_vader_and_vader_fills_the_rest():
    words = table()
    assert (words["agreement"].single.rule, words["agreement"].single.value) == ("register", 0.4)
    assert (words["terrific"].single.rule, words["terrific"].single.value) == ("vader", 2.1)
    assert words["well"].single.value == 0
    assert ":)" not in words


def test_a_term_may_have_several_duties():
    suspend = table()["suspended"].single
    assert suspend.value == -1.4
    assert suspend.ease["bond"] < 0 < suspend.ease["ill"]


def test_a_phrase_is_the_kind_of_noun_that_its_last_noun_is():
    phrases = [(p, e) for p, e in table()["grave"].phrases if "concern" in p[-1]]
    assert [entry.stake for _, entry in phrases] == ["ill"]
    fire = [e for p, e in table()["exchange"].phrases if "fire" in p[-1]]
    assert fire and not any(entry.stake for entry in fire)


def test_vader_comes_before_our_general_words_and_both_fill_in_behind_the_register():
    words = table()
    assert (words["disinformation"].single.rule, words["disinformation"].single.value) == ("news", -1.8)
    assert words["horrible"].single.rule == "vader"


def test_general_words_have_a_value_in_range_and_a_class():
    for row in entries("news"):
        assert 0.5 <= abs(float(row["value"])) <= 3 and row["note"], row["term"]


def test_what_opens_nothing_cannot_be_scored():
    opening = openers()
    assert opening["praise"] is None
    assert "zebra" not in opening
