"""Sentences of our own, and who says what in them: "speaker | kind (class) (polarity) | content".

Kind is direct, indirect or mixed; the class is left out for speech, the polarity where it is affirmed. A
speaker whom nobody can name is <person>, <group> or <implicit>.
"""

ROWS = [
    (
        "According to Harbour City Hall, Mayor Ines Brandt stressed that trams matter.",
        [
            "Ines Brandt via City Hall | indirect | that trams matter",
        ],
    ),
    (
        "The two mayors agreed on student swaps, the city government said.",
        [
            "the city government | indirect | The two mayors agreed on student swaps",
            "the two mayors via the city government | indirect act | student swaps",
        ],
    ),
    (
        '"Our port," Lindqvist said, "is open."',
        [
            'Lindqvist | direct | "Our port," … "is open."',
        ],
    ),
    (
        "\"My father told me 'never sign first',\" Adeyemi said.",
        [
            "Adeyemi | direct | \"My father told me 'never sign first',\"",
        ],
    ),
    (
        "Visits doubled, according to a council report.",
        [
            "a council report | indirect | Visits doubled",
        ],
    ),
    (
        "Ines Brandt, who met envoys on Monday, said roads come first.",
        [
            "Ines Brandt | indirect act | envoys",
            "Ines Brandt | indirect | roads come first",
        ],
    ),
    (
        '"Fine," said Mara Oyelaran, head of the twin-city office and a former judge.',
        [
            'Mara Oyelaran | direct | "Fine,"',
        ],
    ),
    (
        "Mayor Tom Chen spoke. He was quoted as saying the deal was near.",
        [
            "Tom Chen | indirect | the deal was near",
        ],
    ),
    (
        "It was announced that ferries resume.",
        [
            "<implicit> | indirect | that ferries resume",
        ],
    ),
    (
        'The so-called "green corridor" opened on Monday.',
        [],
    ),
    (
        'The album "Two Rivers One Song" was played in the hall.',
        [],
    ),
    (
        '"We start in May," Ana Silva said. He added that fares stay low.',
        [
            'Ana Silva | direct | "We start in May,"',
            "<person> | indirect | that fares stay low",
        ],
    ),
    (
        'Mayor Ana Silva thanked Governor Bo Chen. "He did well," she said.',
        [
            "Ana Silva | indirect | Governor Bo Chen",
            'Ana Silva | direct | "He did well,"',
        ],
    ),
    (
        '"I told Oslo no," Chen said.',
        [
            'Chen | direct | "I told Oslo no,"',
        ],
    ),
    (
        "Oslo and Porto said the line would open in May.",
        [
            "Oslo and Porto | indirect | the line would open in May",
        ],
    ),
    (
        "Oslo said it would join.",
        [
            "Oslo | indirect | it would join",
        ],
    ),
    (
        "Chen did not say when the talks would end.",
        [
            "Chen | indirect negated | when the talks would end",
        ],
    ),
    (
        "Silva declined to comment on the plan.",
        [
            "Silva | indirect negated | the plan",
        ],
    ),
    (
        "Chen is expected to say that the line is safe.",
        [
            "Chen | indirect irrealis | that the line is safe",
        ],
    ),
    (
        "Porto hopes to host the games.",
        [
            "Porto | indirect belief | to host the games",
        ],
    ),
    (
        "Chen believes that the plan is sound.",
        [
            "Chen | indirect belief | that the plan is sound",
        ],
    ),
    (
        "Silva invited firms to the fair; they discussed trade.",
        [
            "Silva | indirect act | firms to the fair",
            "firms | indirect act | trade",
        ],
    ),
    (
        "Chen praised the plan, noting that it was cheap.",
        [
            "Chen | indirect | the plan",
            "Chen | indirect | that it was cheap",
        ],
    ),
    (
        "Chen said the plan was cheap and added that it was quick.",
        [
            "Chen | indirect | the plan was cheap",
            "Chen | indirect | that it was quick",
        ],
    ),
    (
        "The plan, Chen told reporters on Friday, would cost nothing.",
        [
            "Chen | indirect | The plan … would cost nothing",
        ],
    ),
    (
        "Mayor Ana Silva spoke on Monday. Silva's call for calm was heard.",
        [
            "Ana Silva | indirect | calm",
        ],
    ),
    (
        "In Chen's view, the plan is sound.",
        [
            "Chen | indirect belief | the plan is sound",
        ],
    ),
    (
        'Chen: "Yes, we will sign it today."',
        [
            'Chen | direct | "Yes, we will sign it today."',
        ],
    ),
    (
        '"We will sign it today." -- Bo Chen, mayor of Lagos',
        [
            'Bo Chen | direct | "We will sign it today."',
        ],
    ),
    (
        "Chen told Silva that the line was safe.",
        [
            "Chen | indirect | that the line was safe",
        ],
    ),
    (
        "The mayor of Porto, Rui Costa, said on Tuesday that the tram would run at night.",
        [
            "Rui Costa | indirect | that the tram would run at night",
        ],
    ),
    (
        "A spokesman for the foreign ministry said the talks had failed.",
        [
            "the foreign ministry | indirect | the talks had failed",
        ],
    ),
    (
        "The ministry denied that talks had failed, while Silva insisted they would go on.",
        [
            "the ministry | indirect | that talks had failed",
            "Silva | indirect | they would go on",
        ],
    ),
    (
        'The city "will never walk away" from the deal, Costa said.',
        [
            'Costa | mixed | The city "will never walk away" from the deal',
        ],
    ),
    (
        'Costa said the city "will never walk away" from the deal.',
        [
            'Costa | mixed | the city "will never walk away" from the deal',
        ],
    ),
    (
        "Costa warned against rushing the deal and called for patience.",
        [
            "Costa | indirect | rushing the deal",
            "Costa | indirect | patience",
        ],
    ),
    (
        '"We will not pay," Costa told the council. "Not now, not ever."',
        [
            'Costa | direct | "We will not pay," … "Not now, not ever."',
        ],
    ),
    (
        "Speaking in Porto, Costa said the line would open in May.",
        [
            "Costa | indirect | the line would open in May",
        ],
    ),
    (
        "Asked about the fares, Costa said they would fall.",
        [
            "Costa | indirect | they would fall",
        ],
    ),
    (
        "In a statement on Monday, the ministry of transport said the line would open in May.",
        [
            "the ministry of transport | indirect | the line would open in May",
        ],
    ),
    (
        "As the agency noted, fares rose by a fifth.",
        [
            "the agency | indirect | fares rose by a fifth",
        ],
    ),
    (
        "Costa and his counterpart from Lagos, Ade Bello, said they would meet again in May.",
        [
            "Ade Bello | indirect | they would meet again in May",
        ],
    ),
    (
        "Ministers from both sides said the border would stay open, the agency reported.",
        [
            "ministers from both sides via the agency | indirect | the border would stay open",
        ],
    ),
    (
        "The report said fares had doubled since 2019.",
        [
            "the report | indirect | fares had doubled since 2019",
        ],
    ),
    (
        "The government has not said whether it will appeal.",
        [
            "the government | indirect negated | whether it will appeal",
        ],
    ),
    (
        '"Is it safe?" Silva asked.',
        [
            'Silva | direct | "Is it safe?"',
        ],
    ),
    (
        "‘We will not pay,’ Costa said.",
        [
            "Costa | direct | ‘We will not pay,’",
        ],
    ),
    (
        '"We are friends," said the mayor.',
        [
            'the mayor | direct | "We are friends,"',
        ],
    ),
    (
        "President Alan Reyes on Wednesday urged both sides to return to talks.",
        [
            "Alan Reyes | indirect | to return to talks",
        ],
    ),
    (
        "Reyes expressed hope that the talks would resume, his office said.",
        [
            "Reyes via his office | indirect | hope that the talks would resume",
        ],
    ),
    (
        "A spokesman for the foreign ministry said the talks had failed.",
        [
            "the foreign ministry | indirect | the talks had failed",
        ],
    ),
    (
        "Costa and his counterpart from Lagos, Ade Bello, said they would meet again in May.",
        [
            "Ade Bello | indirect | they would meet again in May",
        ],
    ),
    (
        "Ministers from both sides said the border would stay open, the agency reported.",
        [
            "ministers from both sides via the agency | indirect | the border would stay open",
        ],
    ),
    (
        (
            "Foreign Minister Lina Haddad told reporters in Amman that the border crossing "
            'would reopen "within days", adding that aid convoys had priority.'
        ),
        [
            'Lina Haddad | mixed | that the border crossing would reopen "within days"',
            "Lina Haddad | indirect | that aid convoys had priority",
        ],
    ),
    (
        '"This is a turning point for our two cities," Mayor Nguyen Van Minh told a joint press conference.',
        [
            'Nguyen Van Minh | direct | "This is a turning point for our two cities,"',
        ],
    ),
    (
        'Haddad rejected the claim, calling it "a fabrication".',
        [
            "Haddad | indirect | the claim",
            'Haddad | mixed | it "a fabrication"',
        ],
    ),
    (
        (
            "The company, which employs 400 people in Izmir, announced plans to open a "
            "second plant, its chief executive Deniz Kaya said on Tuesday."
        ),
        [
            (
                "Deniz Kaya | indirect | The company, which employs 400 people in Izmir, "
                "announced plans to open a second plant"
            ),
        ],
    ),
    (
        "Kaya did not rule out further cuts.",
        [
            "Kaya | indirect negated | further cuts",
        ],
    ),
    (
        "Opposition leader Pablo Ruiz accused the government of hiding the figures.",
        [
            "Pablo Ruiz | indirect | the government of hiding the figures",
        ],
    ),
    (
        "The two sides signed a memorandum of understanding on tourism, the Xinhua news agency reported.",
        [
            (
                "the Xinhua news agency | indirect | The two sides signed a memorandum of "
                "understanding on tourism"
            ),
        ],
    ),
    (
        "State media quoted Wang as saying that trade would double.",
        [
            "Wang via state media | indirect | that trade would double",
        ],
    ),
    (
        '"It was a good meeting," said Ruiz, who has led the party since 2015. "We will meet again."',
        [
            'Ruiz | direct | "It was a good meeting," … "We will meet again."',
        ],
    ),
    (
        "The United Nations and the African Union jointly called for an immediate ceasefire.",
        [
            "United Nations and African Union | indirect | an immediate ceasefire",
        ],
    ),
    (
        "Both mayors expressed their willingness to work together on clean air.",
        [
            "both mayors | indirect | their willingness to work together on clean air",
        ],
    ),
    (
        (
            "During the talks, Governor Park Ji-won proposed setting up a joint office, and "
            "Mayor Chen Gang welcomed the idea."
        ),
        [
            "Park Ji-won | indirect | setting up a joint office",
            "Chen Gang | indirect | the idea",
        ],
    ),
    (
        "The president thanked his hosts and invited them to visit Ankara.",
        [
            "the president | indirect | his hosts",
            "the president | indirect act | them to visit Ankara",
        ],
    ),
    (
        "He also said Turkey was ready to mediate, but ruled out sending troops.",
        [
            "<person> | indirect | Turkey was ready to mediate",
            "<person> | indirect | sending troops",
        ],
    ),
    (
        "Analysts say the deal is unlikely to hold.",
        [
            "analysts | indirect | the deal is unlikely to hold",
        ],
    ),
    (
        "Police said on Sunday that two people had been arrested.",
        [
            "police | indirect | that two people had been arrested",
        ],
    ),
    (
        '"We will defend our land," the general said, as his troops withdrew.',
        [
            'the general | direct | "We will defend our land,"',
        ],
    ),
    (
        'In Seoul, the foreign ministry said in a statement that it "deeply regrets" the decision.',
        [
            'the foreign ministry | mixed | that it "deeply regrets" the decision',
        ],
    ),
    (
        "The letter, seen by reporters, says that the city will pay.",
        [
            "the letter | indirect | that the city will pay",
        ],
    ),
    (
        "Lagos will host the forum in June, the governor's office confirmed.",
        [
            "the governor's office | indirect | Lagos will host the forum in June",
        ],
    ),
    (
        'Asked whether the visit was still on, she said: "Ask me tomorrow."',
        [
            '<person> | direct | "Ask me tomorrow."',
        ],
    ),
    (
        'The mayor said he was "very happy" with the deal and that work would begin soon.',
        [
            'the mayor | mixed | he was "very happy" with the deal and that work would begin soon',
        ],
    ),
    (
        "South Korea's Unification Minister Chung Dong-young said Seoul would seek dialogue.",
        [
            "Chung Dong-young | indirect | Seoul would seek dialogue",
        ],
    ),
    (
        (
            "Tokyo Governor Koike Yuriko, for her part, underlined the need for closer "
            "exchanges among young people."
        ),
        [
            "Koike Yuriko | indirect | the need for closer exchanges among young people",
        ],
    ),
    (
        '"We open in May," Ana Silva said. She added that fares stay low.',
        [
            'Ana Silva | direct | "We open in May,"',
            "Ana Silva | indirect | that fares stay low",
        ],
    ),
    (
        'Mayor Ana Silva praised the deal. "And we will pay our half," she said.',
        [
            "Ana Silva | indirect | the deal",
            'Ana Silva | direct | "And we will pay our half,"',
        ],
    ),
    (
        "Chen said A deal was near, and Silva denied that talks had begun.",
        [
            "Chen | indirect | A deal was near",
            "Silva | indirect | that talks had begun",
        ],
    ),
    (
        "Ana Ruiz met Pedro Ruiz on Monday. Ruiz said the talks went well.",
        [
            "Ana Ruiz | indirect act | Pedro Ruiz",
            "Pedro Ruiz | indirect | the talks went well",
        ],
    ),
    (
        "The mayors said the line would open soon.",
        [
            "the mayors | indirect | the line would open soon",
        ],
    ),
    (
        "Mayor Han Seo-yun opened the fair. Han said the city was ready.",
        [
            "Han Seo-yun | indirect | the city was ready",
        ],
    ),
    (
        "Governor Li Wei spoke first. The governor said rain was on its way.",
        [
            "Li Wei | indirect | rain was on its way",
        ],
    ),
    (
        "“Our bridge is open,” Costa said, adding that tolls would fall.",
        [
            "Costa | direct | “Our bridge is open,”",
            "Costa | indirect | that tolls would fall",
        ],
    ),
    (
        "«Our bridge is open», Costa said.",
        [
            "Costa | direct | «Our bridge is open»",
        ],
    ),
    (
        "``Our bridge is open,'' Costa said.",
        [
            "Costa | direct | ``Our bridge is open,''",
        ],
    ),
    (
        "'Our bridge is open,' Costa said.",
        [
            "Costa | direct | 'Our bridge is open,'",
        ],
    ),
    (
        "Costa said: “Our bridge is open.",
        [
            "Costa | direct | “Our bridge is open.",
        ],
    ),
    (
        'He said the harbour was "a gift" and "a duty" for both cities.',
        [
            '<person> | mixed | the harbour was "a gift" and "a duty" for both cities',
        ],
    ),
    (
        "Dr. Amina Bello of the U.S. aid agency said the clinic would stay.",
        [
            "Amina Bello | indirect | the clinic would stay",
        ],
    ),
    (
        '"Will it hold?" asked Bello. "We think so."',
        [
            'Bello | direct | "Will it hold?" … "We think so."',
        ],
    ),
    (
        "Officials, speaking on condition of anonymity, said the deal was dead.",
        [
            "officials | indirect | the deal was dead",
        ],
    ),
    (
        'The port of Lagos "is full", according to a letter from the harbour office.',
        [
            'a letter from the harbour office | mixed | The port of Lagos "is full"',
        ],
    ),
    (
        "According to plan, the bridge opened in May.",
        [],
    ),
    (
        "Silva would not say when the bridge would open.",
        [
            "Silva | indirect negated | when the bridge would open",
        ],
    ),
    (
        "The ministry has yet to say who will pay.",
        [
            "the ministry | indirect negated | who will pay",
        ],
    ),
    (
        "Wang Lei, a spokesman for the foreign ministry, said on Thursday that China hoped for calm.",
        [
            "Wang Lei | indirect | that China hoped for calm",
        ],
    ),
    (
        '"China hopes for calm," foreign ministry spokesman Wang Lei said at a daily briefing.',
        [
            'Wang Lei | direct | "China hopes for calm,"',
        ],
    ),
    (
        "Quoting the mayor, the agency said the bridge was safe.",
        [
            "the agency | indirect | the bridge was safe",
        ],
    ),
    (
        '"Never," she whispered.',
        [
            '<person> | direct | "Never,"',
        ],
    ),
    (
        "The agreement states that both cities will share the cost.",
        [
            "the agreement | indirect | that both cities will share the cost",
        ],
    ),
    (
        "Costa thanked Bello for the invitation and said he would visit Lagos in spring.",
        [
            "Costa | indirect | Bello for the invitation",
            "Costa | indirect | he would visit Lagos in spring",
        ],
    ),
    (
        (
            "Seoul Mayor Kim Min-ho and Tokyo Governor Sato Yui agreed to set up a joint "
            "fund, the city of Seoul said."
        ),
        [
            (
                "Seoul | indirect | Seoul Mayor Kim Min-ho and Tokyo Governor Sato Yui agreed to "
                "set up a joint fund"
            ),
            "Kim Min-ho and Sato Yui via Seoul | indirect act | set up a joint fund",
        ],
    ),
    (
        'Bello told Costa: "Come and see."',
        [
            'Bello | direct | "Come and see."',
        ],
    ),
    (
        '"Come and see," Bello told Costa.',
        [
            'Bello | direct | "Come and see,"',
        ],
    ),
    (
        'In the words of Costa, the bridge is "a promise kept".',
        [
            'Costa | mixed | the bridge is "a promise kept"',
        ],
    ),
    (
        '"We shouted," said the league\'s envoy, Adam Keita-Diarra, a lawyer. He said it was late.',
        [
            'Adam Keita-Diarra | direct | "We shouted,"',
            "Adam Keita-Diarra | indirect | it was late",
        ],
    ),
    (
        "The chief army negotiator, General Musa Ag Ali, accused them of lying. He said that time was short.",
        [
            "Musa Ag Ali | indirect | them of lying",
            "Musa Ag Ali | indirect | that time was short",
        ],
    ),
    (
        "The captain of the ferry, Pedro Reyes, 58, said that he had sounded his horn.",
        [
            "Pedro Reyes | indirect | that he had sounded his horn",
        ],
    ),
    (
        "The head nurse, Sister Agnes Okello, told us the ward was full. She asked guests to bring soap.",
        [
            "Agnes Okello | indirect | the ward was full",
            "Agnes Okello | indirect | to bring soap",
        ],
    ),
    (
        "His colleague across the lake, Mayor Ida Lund, complained that the ferry was late.",
        [
            "Ida Lund | indirect | that the ferry was late",
        ],
    ),
    (
        "‘It was no mistake,’ said the port’s spokesman, Commodore Rui Costa. ‘The boat turned twice.’",
        [
            "Rui Costa | direct | ‘It was no mistake,’ … ‘The boat turned twice.’",
        ],
    ),
    (
        '"I told them what we saw," Ana Ruiz said by telephone from Geneva. "Then the road opened."',
        [
            'Ana Ruiz | direct | "I told them what we saw," … "Then the road opened."',
        ],
    ),
    (
        "A survey carried out by the county last year found that most roofs leak.",
        [
            "a survey carried out by the county | indirect | that most roofs leak",
        ],
    ),
    (
        "A letter signed by nine mayors said that trams matter.",
        [
            "a letter signed by nine mayors | indirect | that trams matter",
        ],
    ),
    (
        "The study, based on talks with 3,800 people, found that most agree.",
        [
            "the study | indirect | that most agree",
        ],
    ),
    (
        "Officials in Porto and Lisbon said that trams matter.",
        [
            "officials in Porto and Lisbon | indirect | that trams matter",
        ],
    ),
    (
        "Envoys of Kenya and the League failed on Monday to agree on a truce, but said that they would go.",
        [
            "envoys of Kenya and the League | indirect act negated | a truce",
            "envoys of Kenya and the League | indirect | that they would go",
        ],
    ),
    (
        "Ana Ruiz came early and said that trams matter.",
        [
            "Ana Ruiz | indirect | that trams matter",
        ],
    ),
    (
        "Ana Ruiz nevertheless thanked the hosts and had earlier denied that the road was closed.",
        [
            "Ana Ruiz | indirect | the hosts",
            "Ana Ruiz | indirect | that the road was closed",
        ],
    ),
    (
        "In Porto the mayor said that trams matter.",
        [
            "the mayor | indirect | that trams matter",
        ],
    ),
    (
        "The ambassador to London said that trams matter.",
        [
            "the ambassador to London | indirect | that trams matter",
        ],
    ),
    (
        "People close to both parties said a deal was near.",
        [
            "people close to both parties | indirect | a deal was near",
        ],
    ),
    (
        "Rebels who hold the hills said that they would wait.",
        [
            "rebels who hold the hills | indirect | that they would wait",
        ],
    ),
    (
        "Those who know him describe a man of great patience.",
        [
            "those who know him | indirect | a man of great patience",
        ],
    ),
    (
        "The carmaker declined to comment.",
        [
            "the carmaker | indirect act | to comment",
        ],
    ),
    (
        "Silva would neither confirm nor deny the report.",
        [
            "Silva | indirect negated | the report",
        ],
    ),
    (
        "The Turkish side complained about the tax, and the matter was settled over lunch.",
        [
            "the Turkish side | indirect | the tax",
        ],
    ),
    (
        "Silva recalled that evening on Friday when she was asked about the fire.",
        [
            "Silva | indirect | that evening",
        ],
    ),
    (
        "The council approved the plan last week by 31 votes to six.",
        [
            "the council | indirect act | the plan",
        ],
    ),
    (
        "The council voted 4-3 on Monday to keep the tie, after a debate that ran for hours.",
        [
            "the council | indirect act | to keep the tie, after a debate that ran for hours",
        ],
    ),
    (
        "Kenya threatened to leave the room, and was talked out of it.",
        [
            "Kenya | indirect act | to leave the room",
        ],
    ),
    (
        "If Porto were to announce a cut, Silva said, the others would have to follow.",
        [
            "Silva | indirect | If Porto were to announce a cut … the others would have to follow",
        ],
    ),
    (
        "The authors attribute the fall to cheap trains.",
        [
            "the authors | indirect | the fall to cheap trains",
        ],
    ),
    (
        "Silva has let it be known that she will not run.",
        [
            "Silva | indirect | that she will not run",
        ],
    ),
    (
        "Ruiz drew a parallel between the two floods.",
        [
            "Ruiz | indirect | the two floods",
        ],
    ),
    (
        "Ana Ruiz presented the report in Vigo. She pointed out of the window.",
        [],
    ),
    (
        "Ana Ruiz presented a plan for the port.",
        [
            "Ana Ruiz | indirect | a plan for the port",
        ],
    ),
    (
        "Poland's interior ministry said that checks are rare. A spokesman said that they would end.",
        [
            "Poland's interior ministry | indirect | that checks are rare",
            "Poland's interior ministry | indirect | that they would end",
        ],
    ),
    (
        "The Teachers' Union said that pay was low.",
        [
            "Teachers' Union | indirect | that pay was low",
        ],
    ),
    (
        "Ana Silva spoke. She keeps a diary, and when she is angry, she says, she counts to ten.",
        [
            "Ana Silva | indirect | when she is angry … she counts to ten",
        ],
    ),
    (
        "The letter, dated May 3 and signed by nine mayors, says that the bridge is weak.",
        [
            "the letter | indirect | that the bridge is weak",
        ],
    ),
    (
        "Forty people have died since May, according to a tally kept by clinics.",
        [
            "a tally kept by clinics | indirect | Forty people have died since May",
        ],
    ),
    (
        "Two residents said the well was dry.",
        [
            "two residents | indirect | the well was dry",
        ],
    ),
    (
        "The wells are drying up, according to the water board, which has asked the city for help.",
        ["the water board | indirect | The wells are drying up"],
    ),
    (
        "Mayor Rui Costa noted that Porto had learned much from Lagos, and suggested a yearly visit.",
        [
            "Rui Costa | indirect | that Porto had learned much from Lagos",
            "Rui Costa | indirect | a yearly visit",
        ],
    ),
    (
        "Mayor Rui Costa proposed that they hold a joint fair and invited Lagos to send a choir.",
        [
            "Rui Costa | indirect | that they hold a joint fair",
            "Rui Costa | indirect act | Lagos to send a choir",
        ],
    ),
    (
        "Neither side mentioned the quarrel over fares.",
        [
            "Neither side | indirect negated | the quarrel over fares",
        ],
    ),
    (
        'Costa told Bello that "the river is ours to share," according to the port authority.',
        [
            'Costa via the port authority | mixed | that "the river is ours to share,"',
        ],
    ),
]

# What the rules do not do yet: the sentence, what would be right, and why it fails.
KNOWN_FAILURES = [
    (
        "If Oslo says the line is safe, work starts.",
        ["Oslo | indirect irrealis | the line is safe"],
        "the end of a conditional clause is not told from a comma inside the content",
    ),
    (
        "The deal was criticised by Silva.",
        ["Silva | indirect | The deal"],
        "a passive with its agent is not read",
    ),
    (
        "Chen said the plan was cheap, the council quick and the public happy, but nobody asked the public.",
        ["Chen | indirect | the plan was cheap, the council quick and the public happy"],
        "where the reporter's own words begin again behind ', but' is a matter of meaning",
    ),
    (
        "She would not be drawn on whether a sale was planned.",
        ["<person> | indirect negated | whether a sale was planned"],
        "an idiom in the passive whose subject does not say it",
    ),
    (
        "Envoys left with a pact that commits them to share data, but leaves open who pays.",
        ["a pact | indirect act | to share data"],
        "a relative clause behind an unknown verb is given to that verb's subject",
    ),
    (
        "Costa said the owner was not known, and he refused to speculate.",
        ["Costa | indirect | the owner was not known", "Costa | indirect act | to speculate"],
        "a second clause with a subject of its own stays inside the first one's content",
    ),
]
