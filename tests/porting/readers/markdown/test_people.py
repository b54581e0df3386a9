"""Authors in all the forms front matter has for them."""

import pytest

from porting.document import SourceAuthor
from porting.readers.markdown.people import People
from tests.patience import patience


@pytest.fixture
def people():
    known: dict[str, SourceAuthor] = {}
    people = People(known)
    people.declare("ann", {"name": "Ann Ash", "email": "ann@a.example"})
    people.declare("bob", "Bob Birch")
    return people


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("ann", ["ann"]),
        ("Ann Ash", ["ann"]),
        ("ANN", ["ann"]),
        (["ann", "bob", "ann"], ["ann", "bob"]),
        ("ann, bob", ["ann", "bob"]),
        ("Cy Cedar, PhD", ["Cy Cedar, PhD"]),
        ({"name": "Ann Ash", "url": "/x"}, ["ann"]),
        ([{"key": "bob"}, {"name": "Dee"}], ["bob", "Dee"]),
        ("Eve <eve@e.example>", ["Eve"]),
        ("Eve Elm & Ann Ash", ["Eve Elm", "ann"]),
        ("Eve Elm, Fay Fir and Ann Ash", ["Eve Elm", "Fay Fir", "ann"]),
        ("Elm & Fir", ["Elm & Fir"]),
        ("Eve Elm, Fay Fir", ["Eve Elm", "Fay Fir"]),
        ("Eve Elm, Senior Gardener Team", ["Eve Elm, Senior Gardener Team"]),
        ("Eve Elm (Mills, Inc), Fay Fir (Weirs)", ["Eve Elm", "Fay Fir"]),
        (["Eve Elm (Mills)", "Eve Elm"], ["Eve Elm"]),
        (["Eve Elm", "Eve Elm (Mills)"], ["Eve Elm"]),
        (["Eve Elm (Mills)", "Eve Elm (Weirs)"], ["Eve Elm", "Eve Elm (Weirs)"]),
        ("Eve Elm, Old Mill Wright", ["Eve Elm, Old Mill Wright"]),
        ("Eve E. Elm, Fay Fir, Gus Marie Gum", ["Eve E. Elm", "Fay Fir", "Gus Marie Gum"]),
        ("Eve Elm, Software Engineer and Mill Wright", ["Eve Elm, Software Engineer and Mill Wright"]),
        ("The Old Mill & Water Wheel Team", ["The Old Mill & Water Wheel Team"]),
        ("Eve Elm (eelm)", ["Eve Elm (eelm)"]),
        ("Eve Elm (she/her)", ["Eve Elm (she/her)"]),
        ("Admin (Eve)", ["Admin (Eve)"]),
        ("Elm and the Firs", ["Elm and the Firs"]),
        (["", None], []),
        (7, ["7"]),
    ],
)
def test_who_wrote_is_understood(people, said, keys):
    assert people.keys(said) == keys


def test_a_company_in_brackets_is_said_beside_the_name(people):
    people.keys("Eve Elm (Mills, Inc), Ann Ash (Weirs)")
    people.keys("[Fay Fir](https://f.example) (Locks), [Gus Gum](https://g.example), Ponds Ltd")
    titles = {"Eve Elm": "Mills, Inc", "ann": "Weirs", "Fay Fir": "Locks", "Gus Gum": "Ponds Ltd"}
    assert {key: people.authors[key].job_title for key in titles} == titles


def test_a_mail_address_behind_a_name_is_taken_off(people):
    people.keys("Eve <eve@e.example>")
    assert (people.authors["Eve"].name, people.authors["Eve"].email) == ("Eve", "eve@e.example")


def test_whom_a_later_file_declares_again_has_only_the_new_name(people):
    assert people.keys("Bob Birch") == ["bob"]
    people.declare("cat", "Bob Birch")
    people.declare("cat", "Cat Cherry")
    assert people.keys(["Cat Cherry", "Bob Birch", "BOB"]) == ["cat", "bob"]


def test_thousands_of_authors_in_one_field_take_no_minutes():
    names = [f"Author {number}" for number in range(20_000)]
    people = People({})
    with patience():
        assert people.keys(names) == names
        assert people.keys(", ".join(names)) == names


@pytest.mark.parametrize(
    "line", ["[A](b)" + " " * 100_000 + "x", "Ann Ash" + ",\t" * 60_000, "[a] and" * 30_000]
)
def test_a_hostile_line_of_authors_takes_no_minutes(line):
    with patience():
        assert len(People({}).keys(line)) == 1


def test_white_space_between_authors_does_not_count(people):
    keys = people.keys("[Eve Elm](https://e.example) \n  and\t[Fay Fir](https://f.example)")
    assert [people.authors[key].name for key in keys] == ["Eve Elm", "Fay Fir"]
    assert people.keys("Gus  Gum,\n   Hal Holly  and Ann\tAsh") == ["Gus Gum", "Hal Holly", "ann"]


def test_semicolons_divide_where_the_system_says_so(people):
    assert people.keys("Ash, Ann; Birch, Bob", r"\s*;\s*") == ["Ash, Ann", "Birch, Bob"]


def test_links_are_found_under_every_name(people):
    people.declare(
        "f",
        {
            "name": "F",
            "links": [{"label": "Blog", "url": "https://f.example"}],
            "social": {"mastodon": "https://m.example/@f"},
            "linkedin": "ff",
            "url": "f.example/me",
        },
    )
    assert dict(people.authors["f"].links) == {
        "linkedin": "https://www.linkedin.com/in/ff/",
        "website": "https://f.example/me",
        "mastodon": "https://m.example/@f",
        "blog": "https://f.example",
    }


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("[Eve Elm](https://e.example)", ["Eve Elm"]),
        (
            "[Eve Elm](https://e.example), [Fay Fir](https://f.example) and Ann Ash",
            ["Eve Elm", "Fay Fir", "Ann Ash"],
        ),
        ("Ann Ash & [Eve Elm](https://e.example)", ["Ann Ash", "Eve Elm"]),
        (["[Eve Elm](https://e.example)", "bob"], ["Eve Elm", "Bob Birch"]),
        (
            "[Eve Elm](https://e.example) (Mills), [Fay Fir](https://f.example) (Weirs)",
            ["Eve Elm", "Fay Fir"],
        ),
        ('<a href="https://e.example">Eve Elm</a>', ["Eve Elm"]),
        (
            '<a href="https://e.example">Eve Elm</a> and <a href="https://f.example">Fay Fir</a>',
            ["Eve Elm", "Fay Fir"],
        ),
        ("[Eve Elm](https://e.example), Old Mills by Weirs", ["Eve Elm"]),
        (
            "[Eve Elm](https://e.example) Old Mills, [Fay Fir](https://f.example), Mills",
            ["Eve Elm", "Fay Fir"],
        ),
        (
            "[Eve Elm](https://e.example), [Fay Fir](https://f.example), Gus Gum",
            ["Eve Elm", "Fay Fir", "Gus Gum"],
        ),
    ],
)
def test_a_name_that_is_a_link_is_the_name_and_where_it_led(people, said, names):
    keys = people.keys(said)
    assert [people.authors[key].name for key in keys] == names
    assert people.authors["Eve Elm"].links == [("website", "https://e.example")]


def test_places_may_be_a_list_of_single_ones(people):
    people.declare("eve", {"name": "Eve", "links": [{"github": "https://github.com/eve"}, {"x": "eve_elm"}]})
    assert people.authors["eve"].links == [
        ("github", "https://github.com/eve"),
        ("x", "https://x.com/eve_elm"),
    ]


def test_a_name_at_mastodon_is_one_at_its_largest_server(people):
    people.declare("eve", {"name": "Eve", "socials": {"mastodon": "eve", "bluesky": "eve.bsky.social"}})
    assert people.authors["eve"].links == [
        ("mastodon", "https://mastodon.social/@eve"),
        ("bluesky", "https://bsky.app/profile/eve.bsky.social"),
    ]
