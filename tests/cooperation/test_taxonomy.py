import pytest

from analysis.cooperation import load
from analysis.cooperation.taxonomy import TaxonomyError
from analysis.lexicons import entries

MINIMAL = """
[areas.canals]
definition = "Boats and locks."
terms = ["canal*", "lock keeper*"]
"""


def write(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_shipped_taxonomy_has_its_parts():
    taxonomy = load()
    assert len(taxonomy.areas) == 16
    assert [a.id for a in taxonomy.areas.values() if a.umbrella] == ["partnership"]
    assert len(taxonomy.acts) == 17
    assert list(taxonomy.stages) == [
        "proposed",
        "tentative",
        "agreed",
        "planned",
        "ongoing",
        "past",
        "stalled",
    ]
    assert load() is taxonomy


def test_every_area_is_mapped_to_the_other_schemes():
    for area in load().areas.values():
        assert {key for key, _ in area.mappings} == {"gaok", "clair", "cap", "plover", "sdg"}, area.id


def test_scores_have_the_sign_of_their_side():
    for act in load().acts.values():
        assert (act.score > 0) == (act.side == "cooperation"), act.id
        assert (act.score < 0) == (act.side == "conflict"), act.id
        assert act.score_source, act.id


def test_every_cue_names_an_act_and_a_stage_of_the_taxonomy():
    taxonomy = load()
    for entry in entries("act_cues"):
        assert entry["act"] in taxonomy.acts, entry["cue"]
        assert entry["stage"] in ("", *taxonomy.stages), entry["cue"]


def test_no_cue_is_written_twice_in_a_tier():
    seen = [(e["cue"], e["tier"]) for e in entries("act_cues")]
    assert len(seen) == len(set(seen))


def test_a_file_of_ones_own_needs_areas_only(tmp_path):
    taxonomy = load(write(tmp_path, MINIMAL))
    assert list(taxonomy.areas) == ["canals"]
    assert taxonomy.acts == load().acts
    assert taxonomy.stages == load().stages


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[areas.canals]\nterms = ["canal*"]', "mine.toml: line 1, area 'canals': 'definition' is missing"),
        ('[areas.canals]\ndefinition = "x"', "line 1, area 'canals': 'terms' is missing"),
        (
            '\n\n[areas.canals]\ndefinition = "x"\nterms = "canal"',
            "line 5, area 'canals': 'terms' must be a list of texts, not 'canal'",
        ),
        (MINIMAL + 'nott = ["x"]', "area 'canals': no key is called 'nott'; the keys are"),
        (MINIMAL.replace('"canal*"', '"Canal*"'), "'terms' has 'Canal*'; terms are written in lower case"),
        (MINIMAL.replace('"canal*"', '"can*al"'), "'terms' has 'can*al'; a term is words with single blanks"),
        (
            MINIMAL.replace('"canal*"', '"ca*"'),
            "'terms' has 'ca*'; at least 3 letters must stand before the `*`",
        ),
        (MINIMAL.replace('"canal*"', "7"), "'terms' has 7; a term is words"),
        (MINIMAL + 'not = ["canal*"]', "'canal*' is both a term and an exclusion"),
        (MINIMAL + 'fallback = ["boat"]', "only the umbrella can have 'fallback' words"),
        (MINIMAL + 'umbrella = "yes"', "'umbrella' is true or false, not 'yes'"),
        (MINIMAL.replace("canals]", "Canals]"), "the id of an area is written in lower case"),
        (
            MINIMAL + 'umbrella = true\n[areas.b]\ndefinition = "x"\nterms = ["boat"]\numbrella = true',
            "only one area can be the umbrella, not canals and b",
        ),
        ('[about]\nname = "x"', "the taxonomy has no area"),
        ("[topics.x]\n", "no part is called 'topics'; the parts are about, areas, acts and stages"),
        ("areas = 3", "every entry of areas opens with a line [areas.ID]"),
        (
            MINIMAL + '[acts.DANCE]\ndefinition = "x"\nside = "cooperation"\nscore = 1\nscore_source = "me"',
            "no rule decides for the act 'DANCE'; the acts are CONSULT",
        ),
        (
            MINIMAL + '[acts.CONSULT]\ndefinition = "x"\nside = "friendly"\nscore = 1\nscore_source = "me"',
            "act 'CONSULT': 'side' is cooperation, conflict or none, not 'friendly'",
        ),
        (
            MINIMAL
            + '[acts.CONSULT]\ndefinition = "x"\nside = "cooperation"\nscore = "high"\nscore_source = "me"',
            "act 'CONSULT': 'score' must be a number, not 'high'",
        ),
        (
            MINIMAL
            + '[acts.CONSULT]\ndefinition = "x"\nside = "cooperation"\nscore = 1\nscore_source = "me"',
            "the act 'PROPOSE' is missing; list every act, or none",
        ),
        (
            MINIMAL + '[stages.dreamt]\ndefinition = "x"',
            "no rule decides for the stage 'dreamt'; the stages are proposed",
        ),
        ("[areas.canals\n", "the taxonomy is not TOML: "),
    ],
)
def test_a_wrong_entry_is_named_in_one_sentence(tmp_path, text, says):
    with pytest.raises(TaxonomyError) as error:
        load(write(tmp_path, text))
    assert says in str(error.value)
    assert str(error.value).startswith("mine.toml: ")
    assert "\n" not in str(error.value)


def test_a_missing_file_and_one_that_is_no_text(tmp_path):
    with pytest.raises(TaxonomyError, match=r"^nowhere\.toml: the taxonomy cannot be read"):
        load(tmp_path / "nowhere.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TaxonomyError, match=r"not UTF-8 text \(byte 0\)"):
        load(tmp_path / "bytes.toml")


def test_a_file_that_extends_adds_words_and_areas(tmp_path):
    own = tmp_path / "mine.toml"
    own.write_text(
        'extends = true\n[areas.sports]\nterms = ["chess*"]\n[areas.space]\ndefinition = "Rockets."\n'
        'terms = ["rocket*"]\n',
        "utf-8",
    )
    found, shipped = load(own), load()
    assert list(found.areas) == [*shipped.areas, "space"]
    assert found.areas["sports"].terms == (*shipped.areas["sports"].terms, "chess*")
    assert found.areas["sports"].mappings == shipped.areas["sports"].mappings
    assert found.acts == shipped.acts


def test_the_environment_may_name_a_taxonomy(tmp_path, monkeypatch):
    own = tmp_path / "mine.toml"
    own.write_text('[areas.canals]\ndefinition = "Water."\nterms = ["canal*"]\n', "utf-8")
    monkeypatch.setenv("COMMUNIQUE_TAXONOMY", str(own))
    assert list(load().areas) == ["canals"]


def test_the_shipped_taxonomy_is_whole():
    taxonomy = load()
    areas = [a for a in taxonomy.areas.values() if not a.umbrella]
    assert (len(areas), len(taxonomy.areas), len(taxonomy.stages)) == (15, 16, 7)
    for area in taxonomy.areas.values():
        assert area.definition and area.terms and area.exclusions, area.id
        assert set(dict(area.mappings)) == {"gaok", "clair", "cap", "plover", "sdg"}, area.id
    for act in taxonomy.acts.values():
        assert act.cameo and act.score_source, act.id
