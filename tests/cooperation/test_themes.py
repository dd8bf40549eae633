import pytest

from analysis.cooperation import load
from analysis.cooperation.coder import _masked
from analysis.cooperation.themes import matcher
from analysis.language import parse
from tests.cooperation.conftest import acts_of, article


def named(text, kinds=("terms", "coordinated")):
    document = parse(article(text))
    found = matcher(load()).match(document.tokens, 0, len(document.tokens), _masked(document, None))
    return {m.area for m in found if m.kind in kinds and m.area != "partnership"}


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("They opened a joint exhibition of folk music.", {"culture"}),
        ("Direct flights and visa-free travel will help hotels.", {"tourism"}),
        ("Exporters of farm goods hope for investment.", {"economy"}),
        ("Volunteers and friendship associations organise homestays.", {"people"}),
        ("Each summer school trips bring teenagers to the coast.", {"youth"}),
        ("The universities share lecturers and curricula.", {"education"}),
        ("Civil servants learn from best practices abroad.", {"officials"}),
        ("Robots and semiconductors were on show.", {"technology"}),
        ("They fight fine dust, plant trees and share renewable power.", {"environment"}),
        ("Nurses from both hospitals trained together.", {"health"}),
        ("Subway planners spoke of housing.", {"urban"}),
        ("Firefighters drilled for an earthquake.", {"safety"}),
        ("Care for the elderly and childcare were on the list.", {"welfare"}),
        ("The marathon and a football tournament follow.", {"sports"}),
        ("Relief goods and a grant were promised.", {"aid"}),
        ("A bilateral friendship without any detail.", set()),
    ],
)
def test_each_area_by_its_words(text, areas):
    assert named(text) == areas


@pytest.mark.parametrize(
    ("text", "not_area"),
    [
        ("They fostered a sustainable partnership.", "environment"),
        ("The political climate has changed.", "environment"),
        ("Each other's social environments were explained.", "environment"),
        ("The business environment is sound.", "environment"),
        ("Both want healthy relations.", "health"),
        ("The COVID-19 pandemic cut the ties.", "health"),
        ("A culture of fear spread.", "culture"),
        ("Agricultural shows drew crowds.", "culture"),
        ("The travel ban was kept.", "tourism"),
        ("Cruise missiles were fired.", "tourism"),
        ("She travelled to Lima.", "tourism"),
        ("The trade union spoke.", "economy"),
        ("A financial expert by training, he likes chess.", "economy"),
        ("They traded barbs.", "economy"),
        ("An investigation was opened.", "economy"),
        ("He visited a refugee camp.", "youth"),
        ("A different school of thought won.", "education"),
        ("Strong language was used.", "education"),
        ("Officials said so on Monday.", "officials"),
        ("The vote in the Security Council failed.", "officials"),
        ("He taught political science.", "technology"),
        ("Satellite images showed smoke.", "technology"),
        ("Artists build bridges.", "urban"),
        ("People took to the streets.", "urban"),
        ("The road map was drawn.", "urban"),
        ("The minister came under fire.", "safety"),
        ("An emergency meeting was called.", "safety"),
        ("Words failed to match the deeds.", "sports"),
        ("After marathon talks they slept.", "sports"),
        ("She granted an interview.", "aid"),
        ("Gas supplies were cut.", "aid"),
        ("Women and children fled.", "welfare"),
        ("The Labour Party lost.", "welfare"),
    ],
)
def test_exclusion_phrases_win_over_the_words_they_cover(text, not_area):
    assert not_area not in named(text)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Talks were held at the Seville Metropolitan Government.", "urban"),
        ("He once worked for the People's Bank of China.", "economy"),
        ("A guest of the Ministry of Culture came.", "culture"),
        ("They met at the Lagos Smart Health Week.", "health"),
    ],
)
def test_names_are_masked(text, area):
    assert area not in named(text)


def test_what_a_name_names_is_kept_apart():
    assert named("A guest of the Ministry of Culture came.", ("names",)) == {"culture"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Exchanges in culture and people will grow.", True),
        ("Exchange in tourism, trade and people was praised.", True),
        ("More people and cultural exchanges are planned.", True),
        ("Twelve people attended the concert.", False),
        ("The museum was full of people.", False),
        ("People-to-people contacts matter.", True),
    ],
)
def test_people_in_a_list(text, found):
    assert ("people" in named(text)) is found


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("The athletes went to a training camp.", {"sports"}),
        ("A summer camp was held.", {"youth"}),
        ("The hospitals want exchange students.", {"health", "youth"}),
        ("Tree planting along the road is one way.", {"environment", "urban"}),
    ],
)
def test_the_longest_match_wins_over_all_areas(text, areas):
    assert named(text) == areas


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        (
            "Riga and Cork agreed to expand school exchanges to cut carbon emissions.",
            {("education", "object"), ("environment", "aim")},
        ),
        (
            "Riga and Cork signed a pact on tourism despite the earthquake.",
            {("tourism", "object"), ("safety", "obstacle"), ("partnership", "object")},
        ),
        (
            "The festival was cancelled because of the typhoon.",
            {("culture", "object"), ("safety", "obstacle")},
        ),
        (
            "Cork proposed a youth orchestra aimed at helping migrants.",
            {("youth", "object"), ("culture", "object"), ("welfare", "aim")},
        ),
        (
            "The two cities launched a joint committee to improve air quality.",
            {("officials", "object"), ("environment", "aim")},
        ),
        ("Bergen and Faro explored ways to link their museums.", {("culture", "object")}),
        ("Flights were suspended due to the pandemic.", {("tourism", "object"), ("health", "obstacle")}),
        ("Quito donated buses in order to help hospitals.", {("aid", "object"), ("health", "aim")}),
        (
            "Bergen signed an agreement with the University of Faro on fisheries.",
            {("economy", "object"), ("education", "name-only"), ("partnership", "object")},
        ),
    ],
)
def test_roles(text, themes):
    found = {tuple(t) for act in acts_of(text) for t in act.themes}
    assert found == themes


def test_offsets_and_order():
    document = parse(article("Trade, then culture."))
    found = matcher(load()).match(document.tokens, 0, len(document.tokens))
    assert [
        document.text[document.tokens[m.first].start : document.tokens[m.last - 1].end] for m in found
    ] == ["Trade", "culture"]
