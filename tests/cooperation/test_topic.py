"""The article's topic: what acts are about whose own words name no area."""

from tests.cooperation.conftest import acts_of

TILES = (
    "Freland put a new duty on tiles. Tile makers say that prices fell and that exports to the market "
    "shrank. Producers and traders counted their losses in trade. Dravia rejected the claim. "
)


def test_an_act_without_an_area_takes_that_of_the_article():
    found = next(a for a in acts_of(TILES) if a.act == "REJECT")
    assert [t.theme for t in found.themes] == ["economy"]
    assert found.rule.endswith("theme: the article's topic")


def test_where_no_area_outweighs_the_others_cooperation_is_about_the_tie():
    met, refused = acts_of("Oslo met Porto on Monday. Faro rejected the claim.")
    assert [t.theme for t in met.themes] == ["partnership"]
    assert met.rule.endswith("theme: the tie itself")
    assert refused.themes == ()


def test_an_act_with_an_area_of_its_own_keeps_it():
    found = acts_of(TILES + "Dravia and Freland agreed to hold a film festival.")
    assert [t.theme for t in found[-1].themes] == ["culture"]
