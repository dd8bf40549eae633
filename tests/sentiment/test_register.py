"""The 36 terms that a diplomatic reader hears otherwise than VADER does, each in sentences of our own.

"+0" is a faint plus that may stay within the neutral band; where the sign is "0" the tone is inside the band.
"""

import pytest

from tests.sentiment.said import sign_of

TERMS = [
    ("+", "The ministers welcomed the cooperation of the two ports."),
    ("+", "Both sides will deepen their work on water."),
    ("+", "The fund will bolster small farms in the valley."),
    ("+", "The programme will foster local music."),
    ("+", "The plan aims at prosperity for the region."),
    ("+", "The two ports will resume exchanges in spring."),
    ("+", "The two ports restored exchanges in spring."),
    ("+", "Observers spoke of a rapprochement between Ankara and Athens."),
    ("+", "There is a thaw between Ankara and Athens."),
    ("+", "The delegates reached a consensus on the text."),
    ("+", "They spoke of mutual respect."),
    ("+", "The delegation came as a sign of goodwill."),
    ("+", "The pact will not only open the border but also cut waiting times for families."),
    ("+", "The deal would not only strengthen trade but also benefit farmers."),
    ("+", "Tensions have eased along the border."),
    ("+", "The dispute over the islands has ended."),
    ("+", "The two governments agreed to shelve the dispute."),
    ("+", "Sanctions against the airline were lifted on Monday."),
    ("+", "The United States lifted its sanctions on the airline."),
    ("+", "The police forces will combat crime jointly."),
    ("+", "Lima and Quito will fight pollution jointly."),
    ("+", "The teams met to plan disaster relief."),
    ("+", "They agreed on a joint crisis response."),
    ("-", "Tokyo lodged stern representations with the embassy."),
    ("-", "The ministry summoned the ambassador on Friday."),
    ("-", "Ottawa recalled its envoy from the capital."),
    ("-", "China firmly opposes the sale."),
    ("-", "The spokesman called it interference in the country's internal affairs."),
    ("-", "The council expressed grave concern at the arrests in the valley."),
    ("-", "The embassy expressed its deep regret over the decision."),
    ("-", "Brussels urged the parties to leave the area."),
    ("-", "The minister called for restraint on both sides."),
    ("-", "The visit was postponed without a new date."),
    ("-", "The exchange programme was suspended in May."),
    ("-", "The summit ended without a joint statement."),
    ("-", "The two leaders agreed to disagree."),
    ("-", "A rift has opened between the two allies."),
    ("-", "The talks reached an impasse."),
    ("-", "Trade saw a slowdown last year."),
    ("-", "It was a setback for the negotiators."),
    ("-", "Ties between the two have been strained for years."),
    ("-", "The two held candid talks."),
    ("-", "They had a frank exchange of views."),
    ("+0", "The meeting was constructive."),
    ("0", "The working-level officials met on Tuesday."),
    ("0", "The minister will travel at an appropriate time."),
    ("+", "The president did not rule out a meeting."),
    ("+", "The president didn’t rule out a meeting."),
    ("0", "She joined the Communist Party in 1990."),
    ("0", "He spoke to the United Nations Security Council on Monday."),
    ("+", "The two countries signed a free trade agreement."),
    ("0", "The book is about the war of 1812."),
    ("0", "The peace conference opens on Monday."),
    ("0", "The report lists challenges of the decade."),
    ("0", "The delegates came from cities like Lima and Quito."),
    ("0", "The mayor as well as the council attended."),
    ("0", "The value of the contract was not published."),
    ("0", "The band played at a leading hotel."),
    ("+", "The two leaders shook hands."),
]


@pytest.mark.parametrize(("wanted", "text"), TERMS)
def test_a_term_is_read_as_a_diplomat_reads_it(wanted, text):
    assert sign_of(text) in wanted
