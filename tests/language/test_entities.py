"""Names put together into people, bodies and places, with role and side."""

import pytest

from tests.language.made import meant, referents

# text, name, role, side, aliases
PEOPLE = [
    ("Porto Mayor Rui Costa spoke. Costa left.", "Rui Costa", "Mayor", "Porto", ("Costa",)),
    ("Porto's new mayor, Rui Costa, spoke.", "Rui Costa", "Mayor", "Porto", ()),
    ("The mayor of Porto, Rui Costa, spoke.", "Rui Costa", "Mayor", "Porto", ()),
    ("Rui Costa, the mayor of Porto, spoke.", "Rui Costa", "Mayor", "Porto", ()),
    ("Rui Costa, Porto's first green mayor, spoke.", "Rui Costa", "Mayor", "Porto", ()),
    ("Kenyan President Wanjiru Kamau spoke.", "Wanjiru Kamau", "President", "Kenya", ()),
    ("American President Jo Park spoke.", "Jo Park", "President", "United States", ()),
    ("British Prime Minister Jo Park spoke.", "Jo Park", "Prime Minister", "United Kingdom", ()),
    ("Chinese Premier Li Wei spoke. Li left.", "Li Wei", "Premier", "China", ("Li",)),
    ("Mayor Han Seo-yun of Suwon spoke. Han left.", "Han Seo-yun", "Mayor", None, ("Han",)),
    ("Iran's ambassador to London, Reza Karimi, left.", "Reza Karimi", "Ambassador", "Iran", ()),
    ("Alan Peake, a former ambassador to Iran, left.", "Alan Peake", "Former Ambassador", None, ()),
    ("Former Porto Mayor Rui Costa left.", "Rui Costa", "Former Mayor", "Porto", ()),
    ("An Israeli military spokesman, Lt. Col. Avi Shalev, spoke.", "Avi Shalev", "Spokesman", "Israel", ()),
    ("Foreign Minister Dr. Rui Costa spoke.", "Rui Costa", "Foreign Minister", None, ()),
    ("External Affairs Minister Arjun Rao spoke.", "Arjun Rao", "External Affairs Minister", None, ()),
    ("The shadow foreign secretary, Tom Ashby, spoke.", "Tom Ashby", "Shadow Foreign Secretary", None, ()),
    ("Deputy Mayor Ana Ruiz spoke.", "Ana Ruiz", "Deputy Mayor", None, ()),
    ("Tianjin Port Group CEO Liu Yang spoke.", "Liu Yang", "CEO", "Tianjin Port Group", ()),
    ("Emeka Okonkwo, chairman of the Lagos Chamber of Commerce, spoke.", "Emeka Okonkwo", "Chairman",
     "Lagos Chamber of Commerce", ()),
    ("Oslo Mayor Ayşe Kaya met her counterpart in Lodz, Mayor Jan Nowak.", "Jan Nowak", "Mayor", "Lodz", ()),
    ("Istanbul Mayor Ayşe Kaya met her Lodz counterpart, Mayor Jan Nowak.", "Jan Nowak", "Mayor", "Lodz", ()),
    ("The Polish federation's general secretary, Jan Nowak, spoke.", "Jan Nowak", "General Secretary",
     "Polish federation", ()),
    ("The head of the Danish federation, Jan Nowak, spoke.", "Jan Nowak", "Head", "Danish federation", ()),
    ("The Riga Relief Agency met. The agency's director, Jan Nowak, spoke.", "Jan Nowak", "Director",
     "Riga Relief Agency", ()),
    ("The Postal Workers Union met. Union president Jan Nowak spoke.", "Jan Nowak", "President",
     "Postal Workers Union", ()),
    ("The captain of the fishing boat, Jan Nowak, spoke.", "Jan Nowak", "Captain", None, ()),
    ("Kenya's foreign trade secretary, Jo Park, spoke.", "Jo Park", "Foreign Trade Secretary", "Kenya", ()),
    ("Professor Jo Park, dean of engineering at Kenyatta University, spoke.", "Jo Park", "Professor",
     "Kenyatta University", ()),
    ("General Musa Ag Ali spoke.", "Musa Ag Ali", "General", None, ()),
    ("Mara Oyelaran, head of the twin-city office, spoke.", "Mara Oyelaran", "Head", "twin-city office", ()),
    ("Istanbul Mayor Ayşe Kaya met her Polish counterpart, Jan Nowak.", "Jan Nowak", "Mayor", "Poland", ()),
    ("Saskia van den Berg spoke. Van den Berg left.", "Saskia van den Berg", None, None, ("Van den Berg",)),
    ("President Juan Carlos Restrepo Uribe spoke. Restrepo left.", "Juan Carlos Restrepo Uribe", "President",
     None, ("Restrepo",)),
    ("Prime Minister Khalil al-Masri spoke. Al-Masri left. Masri wept.", "Khalil al-Masri", "Prime Minister",
     None, ("Al-Masri", "Masri")),
    ("Crown Prince Faisal bin Rashid Al Saud spoke. Prince Faisal left.", "Faisal bin Rashid Al Saud",
     "Crown Prince", None, ("Faisal",)),
    ("Health Minister Nguyen Thi Hoa spoke. Hoa left.", "Nguyen Thi Hoa", "Health Minister", None, ("Hoa",)),
    ("Ana Ruiz, President Pedro Soto and others left.", "Ana Ruiz", None, None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "side", "aliases"), PEOPLE)
def test_people(text, name, role, side, aliases):
    found = referents(text)
    assert name in found, sorted(found)
    person = found[name]
    assert (person.type, person.role, person.side, person.aliases) == ("person", role, side, aliases)


SHORT = [
    ("same surname: the one named last", "Ana Ruiz met Pedro Ruiz. Ruiz spoke.", "Pedro Ruiz"),
    ("same surname: the one of that gender", "Ana Ruiz met Pedro Ruiz. Mrs Ruiz spoke.", "Ana Ruiz"),
    ("a short name before the full one", "Ruiz spoke. It was Mayor Ana Ruiz who left.", "Ana Ruiz"),
]


@pytest.mark.parametrize(("case", "text", "wanted"), SHORT, ids=[row[0] for row in SHORT])
def test_short_names(case, text, wanted):
    assert ("Ruiz", wanted) in meant(text)


# text, name, type, side, aliases
BODIES = [
    ("The Nigerian Ports Authority (NPA) paid. The NPA left.", "Nigerian Ports Authority", "organisation",
     "Nigeria", ("NPA",)),
    ("The African Union met. The AU left.", "African Union", "organisation", "Africa", ("AU",)),
    ("The European Union met. The EU left.", "European Union", "organisation", "Europe", ("EU",)),
    ("Riga City Council met. The City Council left.", "Riga City Council", "organisation", "Riga",
     ("City Council",)),
    ("Ukraine's Foreign Ministry spoke.", "Foreign Ministry", "organisation", "Ukraine", ()),
    ("The United States paid. The U.S. left.", "United States", "place", None, ("U.S.",)),
    ("It hit COVID-19 wards.", "COVID-19", "other", None, ()),
    ("Trade in GDP terms fell.", "GDP", "other", None, ()),
    ("Then XQZ paid.", "XQZ", "organisation", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "side", "aliases"), BODIES)
def test_bodies_and_places(text, name, kind, side, aliases):
    found = referents(text)
    assert name in found, sorted(found)
    body = found[name]
    assert (body.type, body.side, body.aliases) == (kind, side, aliases)


def test_a_demonym_names_nobody():
    assert "Kenyan" not in referents("The Kenyan farmers met.")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Spokeswoman Lee Park spoke.", "f"),
        ("Mr Sasha Berg spoke.", "m"),
        ("María José García spoke with Ana.", "f"),
        ("Jean-Pierre Blanc said so.", "m"),
        ("Kim Ji-woo said so.", ""),
    ],
)
def test_gender_by_title_then_by_given_name(text, gender):
    (person,) = [r for r in referents(text).values() if r.type == "person" and " " in r.name]
    assert person.gender == gender
