"""Common nouns that stand for somebody: titles, bodies, groups - and those that stand for nobody."""

import pytest

from tests.language.made import meant, members, referents

TWO = "Porto Mayor Rui Costa met Vigo Mayor Ana Ruiz. "
STATES = "Kenya and Ghana signed a treaty. "

# text, words, whom they mean
RESOLVED = [
    ("Porto Mayor Rui Costa spoke. The mayor left.", "The mayor", "Rui Costa"),
    (TWO + "The Vigo mayor left.", "The Vigo mayor", "Ana Ruiz"),
    (TWO + "The mayor of Vigo left.", "The mayor of Vigo", "Ana Ruiz"),
    ("Foreign Minister Rui Costa spoke. The minister left.", "The minister", "Rui Costa"),
    ("Kenyan Foreign Minister Jo Odera met Ghanaian Foreign Minister Ana Boateng. The Kenyan minister left.",
     "The Kenyan minister", "Jo Odera"),
    ("President Jo Park met Vice President Rui Costa. The president left.", "The president", "Jo Park"),
    ("Riga City Council met. The council voted.", "The council", "Riga City Council"),
    ("Seoul Metropolitan Government met. The city government paid.", "The city government",
     "Seoul Metropolitan Government"),
    ("The Bank of Japan met. The central bank did not move.", "The central bank", "Bank of Japan"),
    ("Belarus' foreign ministry spoke. The ministry was angry.", "The ministry", "Belarus' foreign ministry"),
    ("Colombia's government met. The Colombian government paid.", "The Colombian government",
     "Colombia's government"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "wanted"), RESOLVED)
def test_resolved(text, words, wanted):
    assert (words, wanted) in meant(text)


# text, words that must stand for nobody
UNRESOLVED = [
    (TWO + "The mayor left.", "The mayor"),
    (TWO + "The mayor of Lagos left.", "The mayor of Lagos"),
    ("Kenyan Foreign Minister Jo Odera spoke. The Indian minister left.", "The Indian minister"),
    ("Vice President Rui Costa spoke. The president left.", "The president"),
    ("Alan Peake, a former ambassador to Iran, spoke. The ambassador left.", "The ambassador"),
    ("Seoul Metropolitan Government met. He praised the value of local government.",
     "the value of local government"),
    ("Riga City Council met. They slept in the city.", "the city"),
    ("Rui Costa spoke. A mayor, he said, must listen.", "A mayor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), UNRESOLVED)
def test_unresolved(text, words):
    assert words not in [found for found, _ in meant(text)]


def test_a_body_of_a_place_has_a_side():
    found = referents("Colombia's government met.")["Colombia's government"]
    assert (found.type, found.side) == ("organisation", "Colombia")


def test_somebody_without_a_name():
    found = referents("A spokeswoman for the Foreign Office declined. Nobody else spoke.")
    somebody = found["a spokeswoman for the Foreign Office"]
    assert (somebody.type, somebody.role, somebody.side) == ("person", "Spokeswoman", "Foreign Office")


# text, (words, members) of its groups
GROUPS = [
    (TWO + "The two mayors signed.", [("The two mayors", ("Rui Costa", "Ana Ruiz"))]),
    (TWO + "Both mayors signed.", [("Both mayors", ("Rui Costa", "Ana Ruiz"))]),
    (TWO + "The mayors signed.", [("The mayors", ("Rui Costa", "Ana Ruiz"))]),
    (TWO + "The two cities pay.", [("The two cities", ("Porto", "Vigo"))]),
    (STATES + "The two countries pay.", [("The two countries", ("Kenya", "Ghana"))]),
    (STATES + "Both sides pay.", [("Both sides", ("Kenya", "Ghana"))]),
    ("Kenya, Togo and Ghana signed. Both sides pay.", [("Both sides", ())]),
    ("The capitals of Kenya, Togo and Ghana agreed.",
     [("The capitals of Kenya, Togo and Ghana", ("Kenya", "Togo", "Ghana"))]),
    ("Kenyan Foreign Minister Jo Odera met her Ghanaian counterpart, Ana Boateng. The two ministers signed.",
     [("The two ministers", ("Jo Odera", "Ana Boateng"))]),
    ("German Chancellor Max Baumann met French President Claire Dubois. The leaders agreed.",
     [("The leaders", ("Max Baumann", "Claire Dubois"))]),
    ("Three journalists were held.", [("Three journalists", ())]),
    ("The arrest of three journalists was wrong.", [("three journalists", ())]),
    ("He invited China's leading companies.", [("China's leading companies", ())]),
    ("He said two people died.", [("two people", ())]),
    (TWO + "Two of the mayors left.", [("the mayors", ("Rui Costa", "Ana Ruiz"))]),
    (TWO + "The mayor met officials.", []),
    ("The agreement states that it ends.", []),
    ("The two states that signed left.", [("The two states", ())]),
    ("The talks went on.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), GROUPS)
def test_groups(text, wanted):
    assert members(text) == wanted


def test_a_group_keeps_its_capitals_except_of_the_determiner():
    found = referents(TWO + "The two mayors met China's leading companies.")
    assert {r.name for r in found.values() if r.type == "group"} == {
        "the two mayors",
        "China's leading companies",
    }
