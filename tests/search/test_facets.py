"""What results can be narrowed to, on the page of results."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import AuthorFactory, CategoryFactory, SeriesFactory, TagFactory, restrict


@pytest.fixture
def ada():
    return AuthorFactory(name="Ada Quill", slug="ada-quill")


@pytest.fixture
def river():
    return TagFactory(name="River", slug="river")


@pytest.fixture
def posts(make_post, indexed, ada, river):
    """Three posts about otters, of two years, one by Ada, two about rivers."""
    sea = TagFactory(name="Sea", slug="sea")
    with indexed():
        make_post(title="Otter one", tags=[river], authors=[ada], date=day(2024, 6, 1))
        make_post(title="Otter two", tags=[river, sea], authors=[], date=day(2025, 6, 1))
        make_post(
            title="Otter three",
            tags=[],
            authors=[],
            categories=[CategoryFactory(name="Mammals", slug="mammals")],
            series=SeriesFactory(title="Field notes", slug="field-notes"),
            date=day(2025, 12, 31),
        )


def day(year, month, number):
    return datetime.datetime(year, month, number, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def shown(client):
    """``shown(q="otter")``: names and counts of each kind's values; the current one has no count."""

    def groups(**values):
        facets = client.get("/search/", values).context["outcome"].facets
        return {
            group.kind: {value.name: None if value.current else value.count for value in group.values}
            for group in facets
        }

    return groups


def test_every_kind_has_its_values_with_counts(posts, shown):
    assert shown(q="otter") == {
        "tag": {"River": 2, "Sea": 1},
        "category": {"Mammals": 1},
        "author": {"Ada Quill": 1},
        "series": {"Field notes": 1},
        "year": {"2025": 2, "2024": 1},
    }


def test_a_kind_that_leaves_nothing_to_choose_is_not_shown(make_post, indexed, shown, river):
    with indexed():
        make_post(title="Otter one", tags=[river], authors=[])
        make_post(title="Otter two", tags=[river], authors=[])

    assert shown(q="otter") == {}


@pytest.mark.parametrize(
    ("values", "titles"),
    [
        ({"tag": "river"}, {"Otter one", "Otter two"}),
        ({"tag": "river", "year": "2025"}, {"Otter two"}),
        ({"author": "ada-quill"}, {"Otter one"}),
        ({"series": "field-notes"}, {"Otter three"}),
        ({"category": "mammals"}, {"Otter three"}),
        ({"year": "2025"}, {"Otter two", "Otter three"}),
    ],
)
def test_a_link_narrows_the_results(posts, found, values, titles):
    assert set(found("otter", **values)) == titles


@pytest.mark.parametrize(
    ("raw", "titles"),
    [
        ("otter tag:river", {"Otter one", "Otter two"}),
        ("otter tag:River tag:sea", {"Otter two"}),
        ('otter author:"Ada Quill"', {"Otter one"}),
        ("otter author:ada", {"Otter one"}),
        ("otter series:“Field notes”", {"Otter three"}),
        ("otter category:mammals", {"Otter three"}),
        ("otter year:2024", {"Otter one"}),
        ("otter before:2025", {"Otter one"}),
        ("otter after:2025-12-31", {"Otter three"}),
        ("otter after:2025 before:2025-07", {"Otter two"}),
        ("otter before:2025-12-31", {"Otter one", "Otter two"}),
        ("otter -two", {"Otter one", "Otter three"}),
        ("tag:river", {"Otter one", "Otter two"}),
        ("year:2025 -three", {"Otter two"}),
    ],
)
def test_the_query_language_narrows_the_results(posts, found, raw, titles):
    assert set(found(raw)) == titles


def test_nothing_but_conditions_brings_the_newest_first(posts, found):
    assert found("after:2024") == ["Otter three", "Otter two", "Otter one"]


def test_a_chosen_kind_still_offers_its_other_values(posts, shown):
    narrowed = shown(q="otter", tag="sea")

    assert narrowed["tag"] == {"River": 2, "Sea": None}
    assert "year" not in narrowed


def test_links_keep_the_query_and_take_back_what_is_chosen(posts, client):
    facets = client.get("/search/", {"q": "otter", "tag": "sea", "sort": "date"}).context["outcome"].facets
    tags = {value.name: value.asked.url for group in facets if group.kind == "tag" for value in group.values}

    assert tags == {
        "River": "/search/?q=otter&tag=river&sort=date",
        "Sea": "/search/?q=otter&sort=date",
    }


def test_every_condition_can_be_taken_away_alone(posts, client):
    response = client.get("/search/", {"q": "otter tag:river -x year:2025", "author": "ada-quill"})

    assert {chip.value: chip.without.url for chip in response.context["chips"]} == {
        "River": "/search/?q=otter+-x+year%3A2025&author=ada-quill",
        "2025": "/search/?q=otter+-x+tag%3Ariver&author=ada-quill",
        "Ada Quill": "/search/?q=otter+tag%3Ariver+-x+year%3A2025",
    }


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"q": "otter tag:unheard"}, "There is no tag “unheard”"),
        ({"q": "otter", "tag": "unheard"}, "There is no tag “unheard”"),
        ({"q": "otter", "year": "soon"}, "“soon” is no year"),
        ({"q": "otter before:tomorrow"}, "“tomorrow” is no date"),
    ],
)
def test_what_is_not_understood_is_told_and_left_out(posts, client, values, sentence):
    response = client.get("/search/", values)

    assert sentence in response.content.decode()
    assert len(response.context["results"]) == 3


def test_names_that_stand_on_private_pages_only_are_unknown(posts, make_post, indexed, client):
    secret = TagFactory(name="Secret plan", slug="secret-plan")
    with indexed():
        post = make_post(title="Otter hidden", tags=[secret])
        restrict(post, "login")

    for values in ({"q": "otter", "tag": "secret-plan"}, {"q": 'otter tag:"secret plan"'}, {"q": "otter"}):
        text = client.get("/search/", values).content.decode()
        assert "Secret plan" not in text
        assert "Otter hidden" not in text
