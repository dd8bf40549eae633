"""What one given party does to another, by rules: sentences of our own and the root they should have."""

import pytest

from analysis.cooperation.cue_book import Words
from analysis.cooperation.pair_cues import cues, cues_without, root_of_word
from analysis.cooperation.pairs import QUADS, ROOTS, Pair, judge, unmark
from analysis.lexicons import entries


def root(marked):
    return judge(Pair(unmark(marked))).root


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<s>Oslo</s> thanked <t>Porto</t> for the loan.", "SUPPORT"),
        ("<s>The minister of Freland</s> met <t>her Dravian counterpart</t> on Monday.", "CONSULT"),
        ("<s>The council</s> will send doctors to <t>the flooded valley</t> next week.", "AGREE"),
        ("<s>The council</s> sent doctors to <t>the flooded valley</t>.", "AID"),
        ("<s>The port union</s> refused to unload <t>the Dravian ship</t>.", "REJECT"),
        ("<s>Dravia</s> did not agree to talks with <t>Freland</t>.", "REJECT"),
        ("<s>Dravia</s> failed on Sunday to agree with <t>Freland</t>.", "REJECT"),
        ("<s>Freland</s> has cut off aid to <t>the junta</t>.", "SANCTION"),
        ("<s>Rebels</s> shelled <t>the airport</t> at dawn.", "ASSAULT"),
        ("<t>Two reporters</t> were detained by <s>the border police</s>.", "COERCE"),
        ("<s>The ministry</s> demanded that <t>the bank</t> hand over the papers.", "REQUEST"),
        ("<s>Freland</s> threatened to close its border with <t>Dravia</t>.", "THREATEN"),
        ("<s>Freland</s> will attack <t>Dravia</t> if the dam is built.", "THREATEN"),
        ("<s>Students</s> marched against <t>the rector</t>.", "PROTEST"),
        ("<s>The navy</s> sent three warships towards <t>the strait</t>.", "MOBILIZE"),
        ("<s>The regime</s> released <t>forty prisoners</t>.", "YIELD"),
        ("<s>Freland</s> and <t>Dravia</t> shared intelligence on the smugglers.", "COOPERATE"),
        ("<s>The mayor</s> accused <t>the bus company</t> of fraud.", "ACCUSE"),
    ],
)
def test_roots(marked, expected):
    assert root(marked) == expected


def test_the_governing_verb_wins_over_what_it_governs():
    assert root("<s>Oslo</s> refused to meet <t>Porto</t>.") == "REJECT"
    assert root("<s>Oslo</s> agreed to help <t>Porto</t>.") == "AGREE"
    assert root("<s>Oslo</s> vowed to bomb <t>Porto</t>.") == "THREATEN"


def test_a_peacekeeper_helps_when_he_comes_and_breaks_a_tie_when_he_goes():
    assert root("<s>Freland</s> deployed 300 peacekeepers to <t>the valley</t>.") == "AID"
    assert root("<s>Freland</s> withdrew its peacekeepers from <t>the valley</t>.") == "SANCTION"


def test_what_is_said_far_behind_the_two_does_not_count():
    near = "<s>Oslo</s> sat beside <t>Porto</t> in the hall"
    far = f"{near} on the first of the three long evenings in the month of May when rebels bombed a mill."
    assert root(far) != root("<s>Oslo</s> bombed <t>Porto</t>.") or judge(Pair(unmark(far))).hit is None


def test_without_a_cue_loose_words_tell_and_without_these_nothing_but_that_there_are_two():
    verdict = judge(Pair(unmark("The explosion was heard by <s>a nurse</s> and <t>a cook</t>.")))
    assert (verdict.root, verdict.hit) == ("ASSAULT", None)
    assert judge(Pair(unmark("<s>A cook</s> and <t>a nurse</t> in the yard."))) == ("CONSULT", None, "")


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        ("<s>Oslo</s> thanked <t>Porto</t>.", ((0, 4),), ((13, 18),)),
        ("<s>Oslo</s> and <s>Oslo</s>.", ((0, 4), (9, 13)), ()),
        ("Nobody is marked.", (), ()),
        ("</s>An end without a beginning <t>here</t>.", (), ((27, 31),)),
    ],
)
def test_marks_are_taken_out(marked, source, target):
    found = unmark(marked)
    assert (found.source, found.target) == (source, target)
    assert not {"<s>", "</s>", "<t>", "</t>"} & set(found.text.split())


def test_a_sentence_without_a_party_or_a_word_has_a_root_all_the_same():
    for marked in ("", " ", "Rebels shelled the airport.", "<s></s><t></t>"):
        assert root(marked) in ROOTS


def test_a_cue_that_nobody_thought_of_is_not_found():
    marked = unmark("<s>The rebels</s> scuffled with <t>a guard</t>.")
    with_it, without = Pair(marked), Pair(marked, index=cues_without({"scuffle"}))
    assert [hit.cue.rule for hit in with_it.hits] == ["scuffle"]
    assert without.hits == ()
    assert cues()["scuffled"]


def test_every_entry_of_the_dictionary_has_a_root_and_known_classes():
    classes = {e["class"] for e in entries("cue_classes")}
    for entry in entries("pair_cues"):
        assert entry["plover"] in QUADS, entry
        assert {w for word in entry["cue"].split() for w in word.split("|") if w[0] == "@"} <= classes, entry
    pairs = [(e["cue"], e["tier"]) for e in entries("pair_cues")]
    assert pairs == sorted(set(pairs))


def test_words_and_stems():
    assert Words(["aid", "loan*"]).fits("loans") and not Words(["aid", "loan*"]).fits("aids")
    assert root_of_word("bombing") == "ASSAULT" and root_of_word("warm") == ""
