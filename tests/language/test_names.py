"""Names and their kinds, from all over the world; what opens a sentence or shouts is none."""

from itertools import pairwise

import pytest

from tests.language.made import document, names

P, O, PLACE, D, EVENT, X = "person", "organisation", "place", "demonym", "event", "other"  # noqa: E741

ROWS = [
    # western
    ("Rui Costa met Anna Berg.", [("Rui Costa", P), ("Anna Berg", P)]),
    ("Sir Alan Peake and Dame Ruth Ellis sat.", [("Alan Peake", P), ("Ruth Ellis", P)]),
    ("J. R. Silva, 52, spoke.", [("J. R. Silva", P)]),
    ("Dr. S. Venkataraman told reporters.", [("S. Venkataraman", P)]),
    ("Porto Mayor Rui Costa spoke.", [("Porto", PLACE), ("Rui Costa", P)]),
    ("Former Porto Mayor Rui Costa spoke.", [("Porto", PLACE), ("Rui Costa", P)]),
    ("Then-Mayor Rui Costa and ex-President Anna Berg met.", [("Rui Costa", P), ("Anna Berg", P)]),
    ("Saskia van den Berg spoke. Van den Berg left.", [("Saskia van den Berg", P), ("Van den Berg", P)]),
    ("The talks were led by Hans-Peter Müller of Oslo.", [("Hans-Peter Müller", P), ("Oslo", PLACE)]),
    # family name first
    ("Mayor Han Seo-yun met Governor Li Wei.", [("Han Seo-yun", P), ("Li Wei", P)]),
    ("Nguyen Thi Thanh Hoa and Le Minh Quan met.", [("Nguyen Thi Thanh Hoa", P), ("Le Minh Quan", P)]),
    ("Prime Minister Sato Kenji met Kim Ji-woo.", [("Sato Kenji", P), ("Kim Ji-woo", P)]),
    # Arabic, Spanish, Portuguese, Turkish, Polish, African, Indian
    ("Prime Minister Khalil al-Masri spoke.", [("Khalil al-Masri", P)]),
    ("Crown Prince Faisal bin Rashid Al Nahyan flew home.", [("Faisal bin Rashid Al Nahyan", P)]),
    ("Foreign Minister María José García Márquez left.", [("María José García Márquez", P)]),
    ("João Pedro dos Santos, who mediated, left.", [("João Pedro dos Santos", P)]),
    ("Ayşe Yıldırım met Wojciech Zieliński-Nowak.", [("Ayşe Yıldırım", P), ("Wojciech Zieliński-Nowak", P)]),
    ("Governor Babatunde Adebayo met Wanjiru Kamau, the envoy.",
     [("Babatunde Adebayo", P), ("Wanjiru Kamau", P)]),
    ("Congress leader Priya Nair spoke.", [("Congress", O), ("Priya Nair", P)]),
    # known by their company
    ("Ihar Dubko said no.", [("Ihar Dubko", P)]),
    ("“No,” said Ihar Dubko.", [("Ihar Dubko", P)]),
    ("Her lawyer, Ihar Dubko, was there.", [("Ihar Dubko", P)]),
    ("Ihar Dubko, 41, was there.", [("Ihar Dubko", P)]),
    ("They saw Anna Berg and Ihar Dubko there.", [("Anna Berg", P), ("Ihar Dubko", P)]),
    ("Envoy Ihar Dubko spoke. Later Dubko left.", [("Ihar Dubko", P), ("Dubko", P)]),
    # titles of several words
    ("U.S. Secretary of State Martha Lindgren flew in.", [("U.S.", PLACE), ("Martha Lindgren", P)]),
    ("External Affairs Minister Arjun Rao spoke.", [("Arjun Rao", P)]),
    ("Minister of Foreign Affairs Wang Wei spoke.", [("Wang Wei", P)]),
    ("Lt. Col. Avi Shalev spoke.", [("Avi Shalev", P)]),
    ("House Majority Leader Jo Park spoke.", [("House", O), ("Jo Park", P)]),
    # bodies
    ("The Ministry of Culture and Tourism paid.", [("Ministry of Culture and Tourism", O)]),
    ("He left the Trade and Industry Ministry.", [("Trade and Industry Ministry", O)]),
    ("The Dockers' Families Association paid.", [("Dockers' Families Association", O)]),
    ("Builder Craig Sumpter left.", [("Craig Sumpter", P)]),
    ("His counterpart, Otavio Barcellos, left.", [("Otavio Barcellos", P)]),
    ("Otavio Zarcello came. Zarcello said so.", [("Otavio Zarcello", P), ("Zarcello", P)]),
    ("Milan Drozd spoke.", [("Milan Drozd", P)]),
    ("They met in Milan.", [("Milan", "place")]),
    ("The consul general in Shanghai Arkady Belov spoke.", [("Shanghai", "place"), ("Arkady Belov", P)]),
    ("They treated him at Hospital No. 2 there.", [("Hospital No.", O)]),
    ("The Ministry of Culture, Sports and Tourism paid.", [("Ministry of Culture, Sports and Tourism", O)]),
    ("The Teachers' Union and Bayer AG paid.", [("Teachers' Union", O), ("Bayer AG", O)]),
    ("The People's Bank of China paid.", [("People's Bank of China", O)]),
    ("The Organization for Security and Co-operation in Europe (OSCE) met.",
     [("Organization for Security and Co-operation in Europe", O), ("OSCE", O)]),
    ("The Nigerian Ports Authority (NPA) paid.", [("Nigerian Ports Authority", O), ("NPA", X)]),
    ("Russian Foreign Ministry spokeswoman Elena Morozova spoke.",
     [("Russian Foreign Ministry", O), ("Elena Morozova", P)]),
    ("He spoke at Incheon City Hall.", [("Incheon City Hall", O)]),
    ("Harbour City Council and Tianjin Port Group signed.",
     [("Harbour City Council", O), ("Tianjin Port Group", O)]),
    ("She told The Daily Ledger and the BBC.", [("Daily Ledger", O), ("BBC", O)]),
    ("The Ministry of Defence and Ministry of Health paid.",
     [("Ministry of Defence", O), ("Ministry of Health", O)]),
    ("The Council of Europe and Kenya signed.", [("Council of Europe", O), ("Kenya", PLACE)]),
    # places
    ("They met in New Delhi, the South China Sea and Lagos State.",
     [("New Delhi", PLACE), ("South China Sea", PLACE), ("Lagos State", PLACE)]),
    ("Oslo, Porto and the United Arab Emirates signed.",
     [("Oslo", PLACE), ("Porto", PLACE), ("United Arab Emirates", PLACE)]),
    # peoples, events
    ("Kenyan farmers and Palestinians met Muslim leaders.",
     [("Kenyan", D), ("Palestinians", D), ("Muslim", D)]),
    ("He opened Harbour Life Week.", [("Harbour Life Week", EVENT)]),
    # no names
    ("On Monday in March the two met again.", []),
    ("In Sept. they met again.", []),
    ("However, nobody came. Furthermore, it rained.", []),
    ("Addressing Parliament, she wept.", [("Parliament", O)]),
    ("Officials said so. Police agreed. Traders did not.", []),
    ("MPs and CEOs came.", []),
    ("They've said no. We're glad.", []),
    ("Both sides agreed. The two mayors met.", []),
    ("Former ministers met.", []),
    ("She called it “A FULL BAN FROM ALL SPORT” at once.", []),
    # headlines
    ("Oslo And Porto Sign New Ferry Pact", [("Oslo", PLACE), ("Porto", PLACE)]),
    ("Minister in Pyongyang for talks on border", [("Pyongyang", PLACE)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_names(text, wanted):
    assert names(text) == wanted


KNOWN_FAILURES = [
    ("OSLO AND PORTO SIGN NEW FERRY PACT", [("OSLO", PLACE), ("PORTO", PLACE)],
     "in a line all in capitals no name is sought"),
    ("Washington spoke to Jordan about Jordan.", [("Washington", PLACE), ("Jordan", P), ("Jordan", PLACE)],
     "a given name alone that is a country is taken for the country"),
    ("Wren said no.", [("Wren", P)], "an unknown single word before a verb of speech could be a body"),
    ("Hope Sails On was sung.", [], "a title without quotation marks looks like a name"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [pytest.param(t, w, marks=pytest.mark.xfail(reason=why, strict=True)) for t, w, why in KNOWN_FAILURES],
)
def test_names_not_found_yet(text, wanted):
    assert names(text) == wanted


def test_names_are_in_order_and_do_not_overlap():
    text = " ".join(row[0] for row in ROWS)
    doc = document(text)
    assert all(a.end <= b.start for a, b in pairwise(doc.names))
    assert [doc.tokens[n.first].start for n in doc.names] == [n.start for n in doc.names]
    assert [doc.tokens[n.last - 1].end for n in doc.names] == [n.end for n in doc.names]
