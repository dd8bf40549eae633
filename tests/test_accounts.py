"""The accounts of an article: deeds counted by theme, stage, party and proposer."""

import pytest

from analysis import accounts, prose
from analysis.cooperation.sides import Side
from tests.figures.made import EMPTY, reading

FERRY = {"urban": "object"}
ACTS = (
    {"of": 1, "act": "FORMALISE", "stage": "past", "actors": ["Oslo", "Porto"], "themes": FERRY},
    {"of": 2, "act": "FORMALISE", "stage": "past", "actors": ["Oslo", "Porto"], "themes": FERRY},
    {"of": 3, "act": "PROPOSE", "stage": "proposed", "actors": ["Ana Ruiz"], "proposer": "Ana Ruiz",
     "recipients": ["Porto"], "themes": {"culture": "object", "partnership": "aim"}},
    {"of": 4, "act": "REDUCE", "stage": "stalled", "side": "conflict", "actors": ["Faro"],
     "recipients": ["Oslo"], "themes": {"health": "obstacle"}},
)  # fmt: skip
MADE = reading(
    [
        ("Oslo and Porto signed a ferry agreement.", 0.2, 0.0),
        ("The ferry agreement was signed by Oslo and Porto.", 0.2, 0.0),
        ("Ana Ruiz proposed a fair.", 0.1, 0.0),
        ("Faro suspended the line to Oslo.", -0.3, 0.0),
    ],
    [{"of": 3, "text": "a fair", "speaker": "Ana Ruiz"}],
    ACTS,
    {"Ana Ruiz": {"side": "Quito"}},
)


def cells(table):
    return [list(row) for row in table.frame.itertuples(index=False)]


def test_what_is_told_twice_is_one_row_with_both_sentences():
    rows = cells(accounts.ledger(MADE))
    assert len(rows) == 3
    assert rows[0][9] == [1, 2]
    assert (
        rows[0][10]
        == "Oslo and Porto signed a ferry agreement. / The ferry agreement was signed by Oslo and Porto."
    )
    assert rows[0][6] == ["Oslo (Norway)", "Porto (Portugal)"]
    assert rows[1][6] == ["Quito (Ecuador)", "Porto (Portugal)"]


def test_themes_by_stage_count_deeds_and_leave_obstacles_out():
    rows = {row[0]: row[1:] for row in cells(accounts.theme_by_stage(MADE))}
    frame = accounts.theme_by_stage(MADE).frame
    assert list(frame.columns) == ["theme", "past", "proposed", "stalled", "sentences"]
    assert rows["urban life"] == [1, 0, 0, [1, 2]]
    assert rows["culture"] == [0, 1, 0, [3]]
    assert "health" not in rows


def test_parties_by_theme_and_proposers_by_act():
    rows = {row[0]: row[1:] for row in cells(accounts.actor_by_theme(MADE))}
    assert rows["Oslo"][-1] == 1 and rows["Ana Ruiz"][-1] == 1
    assert cells(accounts.proposer_by_act(MADE)) == [["Ana Ruiz", 1, [3]]]


def test_links_join_two_parties_and_know_their_conflict():
    found = {(link.one, link.other): link for link in accounts.links(MADE)}
    assert set(found) == {("Oslo", "Porto"), ("Ana Ruiz", "Porto"), ("Faro", "Oslo")}
    assert len(found["Oslo", "Porto"].deeds) == 1 and found["Faro", "Oslo"].conflict == 1


def test_nobody_is_linked_with_his_own_city():
    made = reading(
        [("The mayor of Porto and Porto met.", 0.0, 0.0)],
        acts=[{"of": 1, "act": "CONSULT", "stage": "past", "actors": ["Porto City Council", "Porto"]}],
    )
    assert accounts.links(made) == ()
    assert accounts.sides(made)["Porto City Council"] == Side("Porto", "Portugal")


def test_the_index_is_taken_apart_to_its_sentences():
    rows = cells(accounts.index_table(MADE))
    assert [row[3] for row in rows] == ["+8.0", "+3.0", "-4.0", "+2.3"]
    assert rows[0][4] == [1, 2] and rows[-1][0] == "mean of 3 deeds"
    told = repr(prose.index_in_words(MADE))
    assert "+2.3, over three deeds" in told and "reduce (sentence 4)" in told


@pytest.mark.parametrize(
    "table", [accounts.ledger, accounts.theme_by_stage, accounts.actor_by_theme, accounts.proposer_by_act,
              accounts.index_table]
)  # fmt: skip
def test_an_article_without_acts_says_so(table):
    assert table(EMPTY).frame.empty
    assert repr(table(EMPTY)).endswith(".")


def test_prose_on_who_with_whom():
    assert "No act names two parties" in repr(prose.with_whom(EMPTY))
    told = repr(prose.with_whom(MADE))
    assert "Three pairs of parties are level, with one deed each" in told and "conflict" in told
    assert "Porto" in told and "Norway" in told
    assert "no deed to add up" in repr(prose.index_in_words(EMPTY))
