"""The blog of an observatory that does not exist: posts, and searches somebody judged.

Each post is its title and its text. For each search the titles that answer it, by how well: 3 is the answer.
"""

POSTS = {
    "Grinding our first mirror": "Three months of carborundum and patience. The disc of glass is now a mirror "
    "of the telescope we use on open nights, and its figure is good to a tenth of a wave.",
    "How to clean a telescope mirror": "Seldom, and never with a cloth. Rinse the dust away with distilled "
    "water, let it run off, and put the cell back before dew falls.",
    "The dome turns again": "A bearing of the dome had rusted through. Two volunteers replaced it and greased "
    "the wheels, so that the slit follows the sky without anybody pushing.",
    "Painting the dome": "White paint keeps the building cool by day. We waited for weather, looked at the "
    "weather, swore at the weather, and used forty litres.",
    "Open nights in winter": "Every Friday from November to March the doors open at seven. Dress warmly: the "
    "dome is never heated, because warm air spoils the view.",
    "What visitors ask on open nights": "Is that star a planet? How far can you see? Are there people up "
    "there? We collected the questions of a year, and our answers.",
    "A guide to the Perseid meteor shower": "In August the Earth crosses the dust of a comet. Lie down, look "
    "up after midnight, and count: sixty meteors an hour under a dark sky.",
    "Counting meteors by radio": "A meteor leaves a trail that reflects a distant radio station. Our receiver "
    "hears the shower by day and through cloud, and counts what no eye sees.",
    "The comet we nearly missed": "Clouds for a week, then a gap of twenty minutes. The comet stood low over "
    "the poplars, with a short tail, and everybody ran for the big binoculars.",
    "Drawing the Moon at the eyepiece": "A soft pencil, a red lamp and half an hour. Begin with the shadows "
    "of a crater near the terminator and leave the bright plains for last.",
    "Craters named after women": "Of the craters that carry a name few honour women. We show twelve of them "
    "and tell who they were.",
    "Why we count sunspots every day": "One drawing a day since 1957. Spots tell how active the Sun is, and a "
    "long series by one place and one method is worth more than a better one that ends.",
    "A safe filter for looking at the Sun": "Never look at the Sun through a telescope without a filter in "
    "front of its opening. Film costs little; eyes do not grow back.",
    "Report from the total eclipse": "We drove two days to stand under the shadow for two minutes. Birds fell "
    "silent, the temperature dropped, and the corona was larger than any picture of it.",
    "The next partial eclipse": "In the afternoon the Moon will cover a third of the Sun. We set up four "
    "telescopes with filters on the meadow; entry is free.",
    "Street lamps and our sky": "The town changed its lamps to white ones, and the sky became twice as bright. "
    "Light pollution can be undone: shields, warmer colours, and switching off after eleven.",
    "Measuring light pollution with a phone": "A phone and a free program are enough to measure how dark your "
    "garden is. Send us the number, and it becomes a dot on our map.",
    "A spectroscope from a compact disc": "Cardboard, tape and an old disc split the light of a lamp into its "
    "colours. Children build one in an hour and see the lines of mercury.",
    "What a spectrum tells about a star": "Dark lines in the spectrum name the elements of a star and its "
    "temperature; their shift tells how fast it moves towards us.",
    "Variable stars for beginners": "Some stars change. Compare one with its neighbours on a clear night, "
    "write down the estimate, and after a year you have a light curve of your own.",
    "The night Betelgeuse faded": "The red giant lost half of its light in a winter. Our estimates were part "
    "of the campaign that found a cloud of dust to be the reason.",
    "Saturn's rings are closing": "Seen from Earth the rings tilt. In two years they will be a thin line, so "
    "come and see the planet while they are still open.",
    "Jupiter and its four moons": "Through binoculars the moons are points in a row that change places from "
    "night to night, as Galileo drew them.",
    "Choosing your first telescope": "Do not buy one in the supermarket. A small Dobsonian shows more for the "
    "money than anything on a shaky tripod; try ours before you decide.",
    "Binoculars before anything else": "Seven by fifty, a deck chair and a star chart: the cheapest way to "
    "begin, and what most of our members still use.",
    "The library has a new shelf": "Forty books on the history of astronomy came to us from a retired teacher. "
    "Members may borrow two at a time.",
    "School classes in the observatory": "Teachers can book a morning. We look at the Sun, build a sundial, and "
    "end in the planetarium, whatever the weather.",
    "A sundial for the schoolyard": "Six pupils calculated the lines, the mason cut them. It is right to five "
    "minutes, and it will be so in three hundred years.",
    "The radio dish behind the shed": "Three metres across, bought for the price of scrap. With it we heard "
    "the hydrogen of the Milky Way and drew its arms.",
    "Stacking pictures of planets": "The air trembles, so we take a video and keep the calmest frames. Adding "
    "up a thousand of them brings out the bands of Jupiter.",
    "Long exposures without trailing": "Align the mount with the pole, guide on a star, and begin with short "
    "exposures. Sharp stars matter more than deep ones.",
    "Our clock was wrong": "For two years the clock in the dome was nine seconds late, and with it every "
    "occultation we timed. What we did to repair the records.",
    "Timing an occultation": "A star goes out behind an asteroid, and observers along a line note when. From "
    "their times follows the shape of a rock nobody has visited.",
    "The program that points the telescope": "We wrote it in Python. It talks to the motors over a serial line, "
    "knows the catalogue, and refuses to point at the Sun.",
    "Sleeping after a night shift": "Dark curtains, no coffee after two, and a note on the door. What twenty "
    "observers do to sleep by day.",
    "The fox of the north meadow": "She comes at three, looks at whoever sits at the eyepiece, and leaves. A "
    "camera trap shows that she has company.",
    "Northern lights over the valley": "A storm on the Sun, and at midnight the horizon turned red. Pictures "
    "by eleven members, taken with telephones and cameras.",
    "Why stars twinkle and planets do not": "A star is a point, and the air moves it; a planet is a small disc "
    "whose points tremble each for itself.",
    "Weather for observers": "Read the jet stream, not the icon of a sun. Three charts tell in a minute whether "
    "it is worth driving up in the evening.",
    "Minutes of the yearly meeting": "The board was elected again. Heating the library: agreed. Lamps for the "
    "library: agreed. More hours of the library: postponed. Members asked for a telescope for children.",
    "Camera with a cold heart": "It is cooled to forty below zero. First light was in May: a galaxy, round "
    "stars into the corners, and hardly any noise.",
    "Lamps we work by": "White light blinds. The first lamp we bought was white, the second green, and only "
    "red light left our eyes at rest.",
    "Garden chairs": "A dark garden has room for a chair, and a chair has room for the whole sky. Keep a chart "
    "on your knees, and beside you somebody who knows the sky and every star.",
}

SEARCHES = {
    "mirror": {"Grinding our first mirror": 2, "How to clean a telescope mirror": 3},
    "cleaning mirrors": {"How to clean a telescope mirror": 3, "Grinding our first mirror": 1},
    "dome": {"The dome turns again": 3, "Painting the dome": 3, "Open nights in winter": 1},
    "open night": {"Open nights in winter": 3, "What visitors ask on open nights": 2},
    "meteors": {"A guide to the Perseid meteor shower": 3, "Counting meteors by radio": 3},
    "when is the perseid shower": {"A guide to the Perseid meteor shower": 3, "Counting meteors by radio": 1},
    "comets": {"The comet we nearly missed": 3, "A guide to the Perseid meteor shower": 1},
    "moon crater": {"Drawing the Moon at the eyepiece": 3, "Craters named after women": 3},
    "is it safe to look at the sun": {
        "A safe filter for looking at the Sun": 3,
        "The next partial eclipse": 1,
    },
    "eclipses": {"Report from the total eclipse": 3, "The next partial eclipse": 3},
    "light pollution": {"Street lamps and our sky": 3, "Measuring light pollution with a phone": 3},
    "street light": {"Street lamps and our sky": 3, "Measuring light pollution with a phone": 1},
    "spectra of stars": {"What a spectrum tells about a star": 3, "A spectroscope from a compact disc": 1},
    "variable star estimates": {"Variable stars for beginners": 3, "The night Betelgeuse faded": 2},
    "saturn ring": {"Saturn's rings are closing": 3},
    "moons of jupiter": {"Jupiter and its four moons": 3, "Stacking pictures of planets": 1},
    "which telescope should i buy": {
        "Choosing your first telescope": 3,
        "Binoculars before anything else": 2,
    },
    "binoculars": {"Binoculars before anything else": 3, "The comet we nearly missed": 1},
    "books": {"The library has a new shelf": 3},
    "visit with a school class": {"School classes in the observatory": 3, "A sundial for the schoolyard": 1},
    "radio": {"Counting meteors by radio": 3, "The radio dish behind the shed": 3},
    "photographing planets": {"Stacking pictures of planets": 3, "Long exposures without trailing": 1},
    "late clock": {"Our clock was wrong": 3, "Timing an occultation": 1},
    "occultations": {"Timing an occultation": 3, "Our clock was wrong": 2},
    "northern light": {"Northern lights over the valley": 3},
    "python program": {"The program that points the telescope": 3},
    "weather": {"Weather for observers": 3},
    "library": {"The library has a new shelf": 3, "Minutes of the yearly meeting": 1},
    "first light": {"Camera with a cold heart": 3},
    "dark sky": {"A guide to the Perseid meteor shower": 3, "Measuring light pollution with a phone": 1},
    "star chart": {"Binoculars before anything else": 3, "Garden chairs": 1},
    "white lamps": {"Street lamps and our sky": 3, "Lamps we work by": 2},
}

#: Words of a title, the same with one letter wrong, and with one wrong in every word that is long enough.
KNOWN = {
    "Grinding our first mirror": ("grinding first mirror", "grindng first mirror", "grindng frist miror"),
    "Open nights in winter": ("open nights winter", "open nights wintr", "opne nihgts wintr"),
    "Counting meteors by radio": (
        "counting meteors radio",
        "counting meteros radio",
        "countin meteros radoi",
    ),
    "Craters named after women": ("craters women", "crateers women", "crateers wommen"),
    "Report from the total eclipse": ("report total eclipse", "report total eclpise", "repotr totl eclpise"),
    "Street lamps and our sky": ("street lamps sky", "streat lamps sky", "streat lapms sky"),
    "A spectroscope from a compact disc": ("spectroscope disc", "spektroscope disc", "spektroscope disq"),
    "Variable stars for beginners": (
        "variable stars beginners",
        "variabel stars beginners",
        "variabel sters begginers",
    ),
    "Choosing your first telescope": ("choosing telescope", "chosing telescope", "chosing telescpoe"),
    "A sundial for the schoolyard": ("sundial schoolyard", "sundail schoolyard", "sundail schoolyrad"),
    "Timing an occultation": ("timing occultation", "timing ocultation", "timin ocultation"),
    "Sleeping after a night shift": ("sleeping night shift", "sleeping nigth shift", "sleepng nigth shfit"),
    "Weather for observers": ("weather observers", "wether observers", "wether obsevers"),
    "Saturn's rings are closing": ("saturn rings closing", "satrun rings closing", "satrun rigns closng"),
}
