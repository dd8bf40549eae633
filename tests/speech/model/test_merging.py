"""Merging: what stays of the rules' finds and of what was learnt, and that nothing is claimed twice."""

import pytest

from analysis.speech.model.merging import ALONE, MODEL, SURE, merged
from analysis.speech.rules import confidences
from analysis.speech.statement import Draft
from tests.speech.made import marked

SAID = "Ana Brito | said | that trams and buses matter | ."
SURE_RULE = max(confidences(), key=confidences().get)
UNSURE_RULE = min(set(confidences()) - set(ALONE), key=lambda rule: (confidences()[rule], rule))


def draft(contents, cue, source=None, *, cls="speech", rule=SURE_RULE, outer=None, named=None):
    return Draft(tuple(contents), cue, source, cls, "affirmed", rule, outer=outer, named=named)


@pytest.fixture
def said():
    text, (cue, start, end) = marked(SAID)
    return text, draft([(start, end)], (cue, start), (0, cue))


def test_rules_and_model_agree_and_the_model_s_spans_stand(said):
    text, one = said
    shorter = one._replace(contents=((one.start + 1, one.end),), rule=f"{MODEL}+{one.rule}")
    assert merged(text, [one], [shorter]) == [shorter]


def test_a_sure_rule_stands_alone_and_an_unsure_one_does_not(said):
    text, one = said
    assert confidences()[SURE_RULE] >= SURE > confidences()[UNSURE_RULE]
    assert merged(text, [one], []) == [one]
    assert merged(text, [one._replace(rule=UNSURE_RULE)], []) == []


@pytest.mark.parametrize("rule", ALONE)
def test_what_the_corpus_does_not_mark_stays_with_the_rules(said, rule):
    text, one = said
    alone = one._replace(cue=None, source=None, rule=rule)
    other = draft([(one.start + 1, one.end)], one.cue, one.source, rule=MODEL)
    assert merged(text, [alone], [other]) == [alone]


def test_a_relay_is_kept_by_the_rules(said):
    text, one = said
    relayed = one._replace(outer=(0, 1), rule=UNSURE_RULE)
    assert merged(text, [relayed], [one._replace(rule=MODEL)]) == [relayed]


def test_who_is_relayed_through_keeps_what_else_the_rules_found():
    text, (cue, start, cut, end) = marked("Ana Brito | said | that trams | and buses matter | .")
    relayed = draft([(cut, end)], None, (cut, cut + 1), outer=(0, cue))
    through = draft([(start, cut)], (cue, start), (0, cue), rule=UNSURE_RULE)
    assert merged(text, [through, relayed], []) == [through, relayed]


def test_an_act_stays_beside_the_speech_around_it():
    text, (cue, start, act, deed, end) = marked("Ana Brito | said | she | rejected | the plan | .")
    deed_ = draft([(deed, end)], (act, deed), (start, act), cls="act", rule=UNSURE_RULE)
    spoken = draft([(start, end)], (cue, start), (0, cue), rule=MODEL)
    assert merged(text, [deed_], []) == [deed_]  # however unsure
    assert merged(text, [deed_], [spoken]) == [spoken]  # but nothing is claimed twice


def test_a_belief_needs_somebody_who_can_hold_it():
    text, (cue, start, end) = marked("The mood | hopes | that trams matter | .")
    believed = draft([(start, end)], (cue, start), (0, cue), cls="belief", rule=MODEL)
    assert merged(text, [], [believed]) == []
    text, (cue, start, end) = marked("Ana Brito | hopes | that trams matter | .")
    believed = draft([(start, end)], (cue, start), (0, cue), cls="belief", rule=MODEL)
    assert merged(text, [], [believed]) == [believed]


def test_speech_of_nobody_is_none_unless_it_is_quoted():
    text, (cue, start, end) = marked("Reportedly | , | trams matter | .")
    assert merged(text, [], [draft([(start, end)], (0, cue), rule=MODEL)]) == []
    text, (start, end) = marked("Behind the quay: | “Trams matter to us all.” |")
    found = draft([(start, len(text.tokens))], (0, 1), rule=MODEL)
    assert merged(text, [], [found]) == [found]
    assert end == len(text.tokens)


def test_a_content_broken_off_before_an_aim_is_made_whole():
    text, (cue, start, cut, end) = marked("Ana Brito | proposed | new trams |, hoping to ease traffic | .")
    whole = draft([(start, end)], (cue, start), (0, cue))
    broken = draft([(start, cut)], (cue, start), (0, cue), rule=f"{MODEL}+{SURE_RULE}")
    assert merged(text, [whole], [broken]) == [broken._replace(contents=whole.contents)]
    assert merged(text, [], [broken]) == [broken]


def test_the_list_is_in_the_order_of_the_text():
    text, (a, b, c, d, e) = marked(
        "Ana Brito | said | that trams matter. The council | said | that buses do | ."
    )
    first = draft([(b, b + 3)], (a, b), (0, a))
    second = draft([(d, e)], (c, d), (c - 2, c), rule=MODEL)
    assert merged(text, [first], [second]) == [first, second]


def test_a_second_verb_of_the_same_speaker_parts_a_statement():
    text, (cue, start, stop, second, more, end) = marked(
        "Ana Brito | said | that trams matter | and | suggested | more buses | ."
    )
    whole = draft([(start, end)], (cue, start), (0, cue), rule=MODEL + "+" + UNSURE_RULE)
    first = draft([(start, stop)], (cue, start), (0, cue), rule=UNSURE_RULE)
    then = draft([(more, end)], (second, more), (0, cue), rule=UNSURE_RULE)
    parted = merged(text, [first, then], [whole])
    assert [d.contents for d in parted] == [((start, stop),), ((more, end),)]
    other = then._replace(source=None)
    assert merged(text, [first, other], [whole]) == [whole]  # another's words stay inside
