"""The learned layer: what it adds up, that it is made the same twice, and what it leaves to the rules."""

import pytest

from analysis.cooperation.features import features, stem
from analysis.cooperation.fitting import Firing, Lesson, fit, save
from analysis.cooperation.learned import FILE, Table, answer, by_rules, by_table, judged, read
from analysis.cooperation.pairs import ROOTS, Pair, judge, unmark
from analysis.cooperation.taxonomy import load
from analysis.errors import CommuniqueError

KIND = ("<s>{}</s> yodelled for <t>{}</t> all day.", "<s>{}</s> thanked <t>{}</t> for the soup.")
NAMES = ("Oslo", "Porto", "Accra", "Quito", "Lodz", "Faro")
LESSONS = [
    Lesson(unmark(form.format(a, b)), root)
    for a, b in zip(NAMES, reversed(NAMES), strict=True)
    for form, root in zip(KIND, ("PROTEST", "SUPPORT"), strict=True)
]


def test_a_table_learns_what_the_rules_do_not_know(tmp_path):
    pair = Pair(unmark("<s>Bergen</s> yodelled for <t>Kumasi</t> all night."))
    assert judge(pair).root != "PROTEST"
    table = fit(LESSONS)
    assert by_table(pair, judge(pair), table).root == "PROTEST"
    one, two = save(table, tmp_path / "1"), save(fit(LESSONS), tmp_path / "2")
    assert one.read_bytes() == two.read_bytes()
    assert read(tmp_path / "1").weights == table.weights


def test_probabilities_add_up_and_quad_and_side_are_sums():
    flat = Table({"bias": (0.0,) * len(ROOTS)}).probabilities({"bias": 1.0})
    assert flat == pytest.approx([1 / len(ROOTS)] * len(ROOTS))
    spread = dict.fromkeys(ROOTS, 0.0) | {"AID": 0.4, "ASSAULT": 0.3, "COERCE": 0.3}
    assert answer([spread[r] for r in ROOTS]) == ("AID", 4, 1)


def test_features_that_no_sentence_had_change_nothing():
    table = Table({"bias": (0.0,) * len(ROOTS)})
    assert table.probabilities({"word xyz": 3.0}) == pytest.approx([1 / len(ROOTS)] * len(ROOTS))


def test_where_no_cue_stands_a_loose_word_decides_the_side():
    pair = Pair(unmark("The explosion was heard by <s>a nurse</s> and <t>a cook</t>."))
    kind = Table({"bias": tuple(5.0 if r == "SUPPORT" else 0.0 for r in ROOTS)})
    found = by_table(pair, judge(pair), kind)
    assert (found.root, found.binary) == ("SUPPORT", 1)


def test_a_cue_of_one_sentence_alone_is_taken_away_when_that_sentence_is_learnt():
    marked = [unmark("<s>A</s> scuffled with <t>B</t>."), unmark("<s>A</s> resettled <t>C</t>.")]
    firing = Firing([*marked, unmark("<s>D</s> resettled <t>E</t>.")])
    assert firing.only(marked[0].text, {marked[0].text}) == {"scuffle"}
    assert firing.only(marked[1].text, {marked[1].text}) == frozenset()


def test_the_shipped_table_and_the_rules_agree_on_plain_sentences():
    for marked, root in (
        ("<s>Oslo</s> thanked <t>Porto</t> for the loan.", "SUPPORT"),
        ("<s>Rebels</s> shelled <t>the airport</t> at dawn.", "ASSAULT"),
        ("<s>The port union</s> refused to unload <t>the ship</t>.", "REJECT"),
    ):
        pair = Pair(unmark(marked))
        assert judged(pair).root == by_rules(judge(pair)).root == root


def test_features_name_places_and_votes():
    pair = Pair(unmark("<s>Oslo</s> thanked <t>Porto</t>."))
    found = features(pair, judge(pair), load())
    assert {"verdict SUPPORT", "p 1 SUPPORT", "M thank", "order st", "head t porto"} <= set(found)
    assert stem("thanked") == "thank"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (None, "cannot be read"),
        ("feature\tA\n", "the columns are not"),
        ("feature\t" + "\t".join(ROOTS) + "\nbias" + "\tx" * len(ROOTS) + "\n", "is no number"),
        ("feature\t" + "\t".join(ROOTS) + "\nbias\t1\n", "has not 15 weights"),
    ],
)
def test_a_broken_table_is_refused_in_one_sentence(text, what, tmp_path):
    if text is not None:
        (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(CommuniqueError, match=what):
        read(tmp_path)
