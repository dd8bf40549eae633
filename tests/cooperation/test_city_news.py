"""Sentences as a city's press office would meet them: act, stage and who acts, in our own words."""

import pytest

from tests.cooperation.conftest import acts_of


def told(text):
    return [(a.act, a.stage) for a in acts_of(text)]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Warsaw offered to join the project.", [("AGREE", "proposed")]),
        ("Talks on a ferry pact resumed in May.", [("EASE", "past")]),
        ("The ferry talks have stalled over fares.", [("CONSULT", "stalled")]),
        ("Oslo asked Porto for help with the tram.", [("PROPOSE", "proposed")]),
        ("Oslo asked Porto to lower its fees.", [("DEMAND", "proposed")]),
        ("Oslo wants the duty to stay.", [("DEMAND", "proposed")]),
        ("Porto urged both sides to keep talking.", [("PROPOSE", "proposed")]),
        ("Oslo would suspend the line unless Porto pays.", [("THREATEN", "tentative")]),
        ("Oslo will not sign unless Porto pays.", [("FORMALISE", "stalled")]),
        ("The union vowed to vote against the plan.", [("REJECT", "stalled")]),
        ("Porto failed on Tuesday to agree with Oslo.", [("AGREE", "stalled")]),
        ("Nurses from Porto began to vaccinate children in Oslo.", [("AID", "past")]),
        ("The envoy ended a visit to Oslo.", [("CONSULT", "past")]),
        ("Envoys sat down for a first round of talks in Oslo.", [("CONSULT", "past")]),
        ("France pledged 20 million euros for refugees.", [("AGREE", "agreed")]),
        ("The delegation refused to discuss the harbour.", [("REJECT", "stalled")]),
        ("The mayor called the deal fair.", [("SUPPORT", None)]),
        ("The trade ministry supports the sale.", [("SUPPORT", None)]),
        ("Oslo agreed.", []),
        ("They warn that it may not last.", []),
        ("Lind, a lawyer by training, runs the port.", []),
        ("Oslo did not answer requests for comment.", []),
        ("Silva suggested that he was to blame.", []),
    ],
)
def test_acts_and_stages(text, acts):
    assert told(text) == acts


def test_a_statement_released_is_no_release():
    assert told("In a statement released on Monday, Oslo thanked Porto.") == [("SUPPORT", None)]


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        (
            "Busan Mayor Park Heon-jun and his Marseille counterpart, Claire Dumont, met at City Hall.",
            "CONSULT",
            {"Park Heon-jun", "Claire Dumont"},
        ),
        (
            "The mayors of Busan and Marseille signed a pact, pledging to expand exchanges in science.",
            "AGREE",
            {"Busan", "Marseille"},
        ),
        ("Kenya offered to host the talks.", "AGREE", {"Kenya"}),
        ("Dumont spoke first. Residents, who protested in May, demanded a seat.", "PROTEST", set()),
    ],
)
def test_who_acts(text, act, actors):
    found = next(a for a in acts_of(text) if a.act == act)
    assert set(found.actors) == actors


def test_a_list_of_complements_is_what_was_agreed():
    found = acts_of("The mayors of Oslo and Porto agreed to hold a film festival and to build a hospital.")[0]
    assert {(t.theme, t.role) for t in found.themes} >= {("culture", "object"), ("health", "object")}
