import pytest

from tests.cooperation.conftest import acts_of, said


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Lisbon and Nairobi signed a memorandum on waste.", {"Lisbon", "Nairobi"}, set()),
        ("Lisbon signed a memorandum with Nairobi.", {"Lisbon", "Nairobi"}, set()),
        ("The memorandum was signed by Lisbon and Nairobi.", {"Lisbon", "Nairobi"}, set()),
        ("President Ruiz met with Chancellor Vogel in Vienna.", {"Ruiz", "Vogel"}, set()),
        ("Talks between Ethiopia and Eritrea were held in Geneva.", {"Ethiopia", "Eritrea"}, set()),
        ("Kyoto invited Boston to the fair.", {"Kyoto"}, {"Boston"}),
        ("France condemned Belarus.", {"France"}, {"Belarus"}),
        ("Belarus was condemned by France.", {"France"}, {"Belarus"}),
        ("Norway donated tents to Sudan.", {"Norway"}, {"Sudan"}),
        ("Norway met Sudan and donated tents.", {"Norway", "Sudan"}, set()),
        (
            "Kyoto and Boston, which have been exchanging teachers, are on two coasts.",
            {"Kyoto", "Boston"},
            set(),
        ),
        ("After a visit to Oslo, Kyoto invited Boston.", {"Kyoto"}, {"Boston"}),
    ],
)
def test_who_and_towards_whom(text, actors, recipients):
    act = acts_of(text)[0]
    assert set(act.actors) == actors
    assert set(act.recipients) == recipients


def test_a_coordinated_verb_shares_its_subject():
    acts = acts_of("Norway signed a pact with Peru and donated tents to Sudan.")
    assert [(a.act, a.actors, a.recipients) for a in acts] == [
        ("FORMALISE", ("Norway", "Peru"), ()),
        ("AID", ("Norway",), ("Sudan",)),
    ]


def test_an_attribution_at_the_end_gives_the_channel_and_no_actor():
    text = "Lisbon agreed to train firefighters from Nairobi, the Lisbon City Council said."
    statement = said(
        text,
        "Lisbon agreed to train firefighters from Nairobi",
        "Lisbon City Council",
        cue="said",
        source="the Lisbon City Council",
    )
    (act,) = acts_of(text, statement)
    assert (act.actors, act.via, act.proposer) == (("Lisbon",), "Lisbon City Council", "Lisbon")
    assert "Lisbon City Council" not in act.recipients


def test_what_is_relayed_keeps_its_channel():
    text = "According to the Lisbon City Council, Ruiz proposed a youth orchestra."
    statement = said(
        text, "a youth orchestra", "Ruiz", cue="proposed", source="Ruiz", via="Lisbon City Council"
    )
    (act,) = acts_of(text, statement)
    assert (act.actors, act.via, act.proposer) == (("Ruiz",), "Lisbon City Council", "Ruiz")


def test_we_is_the_one_who_speaks():
    text = "“We will train nurses from Praia,” Ruiz said."
    statement = said(text, "“We will train nurses from Praia,”", "Ruiz", cue="said", source="Ruiz")
    (act,) = acts_of(text, statement)
    assert (act.act, act.stage, act.actors, act.proposer, act.via) == (
        "AID",
        "planned",
        ("Ruiz",),
        "Ruiz",
        None,
    )


@pytest.mark.parametrize(
    ("text", "proposer"),
    [
        ("Kyoto and Boston agreed to exchange teachers.", "Kyoto and Boston"),
        ("Kyoto, Boston and Porto agreed to exchange teachers.", "Kyoto, Boston and Porto"),
        ("Kyoto proposed an exchange of teachers.", "Kyoto"),
        ("Kyoto donated tents to Porto.", None),
        ("Kyoto and Boston signed a pact.", None),
    ],
)
def test_the_proposer_is_who_puts_an_act_of_words_forward(text, proposer):
    assert acts_of(text)[0].proposer == proposer


def test_without_any_name_the_actors_of_the_sentence_before_are_carried_on():
    acts = acts_of("Kyoto and Boston signed a pact in 1959. Recent years have seen a slowdown in exchanges.")
    assert acts[1].act == "REDUCE"
    assert acts[1].actors == ("Kyoto", "Boston")
