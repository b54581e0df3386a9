"""What the search field offers while somebody types."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import ListedPost
from search.models import Document, Promotion
from tests.factories import AuthorFactory, CategoryFactory, SeriesFactory, StandardPageFactory, TagFactory
from tests.factories.people import UserFactory
from tests.search.test_query import HOSTILE


@pytest.fixture
def suggested(client):
    """``suggested("word")``: the offers, in order."""
    return lambda query: client.get("/search/suggest/", {"q": query}).json()["results"]


@pytest.fixture
def titles(suggested):
    """``titles("word")``: what the offers are called, in order."""
    return lambda query: [offer["title"] for offer in suggested(query)]


@pytest.fixture
def make_post(make_post, indexed):
    """Publish a post and have it in the index."""

    def make(*state, **values):
        with indexed():
            return make_post(*state, **values)

    return make


@pytest.fixture
def restrict(indexed):
    """``restrict(page, "login")``: from now on the page is private."""

    def make_private(page, kind, **values):
        with indexed():
            return PageViewRestriction.objects.create(page=page, restriction_type=kind, **values)

    return make_private


def test_posts_pages_categories_tags_authors_and_series_are_offered(make_post, home, suggested, indexed):
    post = make_post(
        title="Otter days",
        categories=[CategoryFactory(name="Otter life")],
        tags=[TagFactory(name="Otters")],
        authors=[AuthorFactory(name="Otto Otter")],
        series=SeriesFactory(title="Otter diary"),
    )
    with indexed():
        page = StandardPageFactory(parent=home, title="Otter help")

    assert suggested("ott") == [
        {"title": "Otter days", "url": "/blog/otter-days/", "kind": "post", "id": post.pk},
        {"title": "Otter help", "url": "/otter-help/", "kind": "page", "id": page.pk},
        {
            "title": "Otter life",
            "url": "/blog/categories/otter-life/",
            "kind": "category",
            "detail": "1 post",
        },
        {"title": "Otters", "url": "/blog/tags/otters/", "kind": "tag", "detail": "1 post"},
        {"title": "Otto Otter", "url": "/blog/authors/otto-otter/", "kind": "author", "detail": "1 post"},
        {"title": "Otter diary", "url": "/blog/series/otter-diary/", "kind": "series", "detail": "1 post"},
    ]


def test_every_text_that_is_shown_comes_with_the_answer(make_post, client):
    make_post(title="Otter days", tags=[TagFactory(name="Otters")])

    answer = client.get("/search/suggest/", {"q": "ott"}).json()

    assert answer["groups"] == {"post": "Posts", "tag": "Tags"}
    assert answer["status"] == "2 suggestions"
    assert client.get("/search/suggest/", {"q": "zebra"}).json()["status"] == "No suggestions"


def test_titles_that_begin_with_it_come_first_the_newest_of_them_before_the_others(make_post, titles):
    make_post(title="All about otters", date=datetime(2026, 5, 1, tzinfo=UTC))
    make_post(title="Otters at night", date=datetime(2024, 5, 1, tzinfo=UTC))
    make_post(title="Otters by day", date=datetime(2025, 5, 1, tzinfo=UTC))

    assert titles("otter") == ["Otters by day", "Otters at night", "All about otters"]


def test_the_title_that_is_typed_to_its_end_comes_before_all_others(make_post, titles):
    make_post(title="Otters", date=datetime(2020, 5, 1, tzinfo=UTC))
    make_post(title="Otters by day", date=datetime(2025, 5, 1, tzinfo=UTC))

    assert titles("otters") == ["Otters", "Otters by day"]


@pytest.mark.parametrize(
    ("typed", "title", "other"),
    [
        ("Øres", "Øresund", "Across the Øresund"),
        ("ores", "Øresund", "Across the Øresund"),
        ("Йо", "Йога", "Утренняя йога"),
        ("ガー", "ガーデン", "春のガーデン"),
    ],
)
def test_letters_of_every_script_begin_titles(make_post, titles, typed, title, other):
    make_post(title=title, date=datetime(2020, 5, 1, tzinfo=UTC))
    make_post(title=other, date=datetime(2025, 5, 1, tzinfo=UTC))

    assert titles(typed)[0] == title


def test_a_space_ends_a_word(make_post, titles):
    for number in range(5):
        make_post(title=f"Howling at moon {number}", date=datetime(2025, 5, 1, tzinfo=UTC))
    make_post(title="How to swim", date=datetime(2020, 5, 1, tzinfo=UTC))

    assert "How to swim" not in titles("how")
    assert titles("how ")[0] == "How to swim"


def test_the_last_word_may_be_half_typed_wherever_it_stands(make_post, titles):
    make_post(title="The river in the morning")
    make_post(title="The morning paper")

    assert titles("river morn")[0] == "The river in the morning"
    assert titles("morning riv")[0] == "The river in the morning"


@pytest.mark.parametrize("typed", ["ubergange", "ÜBER", "über"])
def test_case_and_accents_do_not_matter(make_post, titles, typed):
    make_post(title="Übergänge", tags=[TagFactory(name="Übergänge im Bild")])

    assert titles(typed) == ["Übergänge", "Übergänge im Bild"]


def test_any_word_of_a_name_may_begin_with_it(make_post, titles):
    make_post(title="One", authors=[AuthorFactory(name="Ada Quill")])

    assert titles("qui") == ["One", "Ada Quill"]
    assert titles("uil") == []


def test_of_tags_that_begin_so_the_larger_comes_first(make_post, suggested):
    small, large = TagFactory(name="Otter dens"), TagFactory(name="Otters")
    make_post(title="One", tags=[small, large])
    make_post(title="Two", tags=[large])

    offers = [offer for offer in suggested("otter") if offer["kind"] == "tag"]
    assert [(offer["title"], offer["detail"]) for offer in offers] == [
        ("Otters", "2 posts"),
        ("Otter dens", "1 post"),
    ]


def test_texts_are_looked_at_where_no_title_fits(make_post, titles):
    make_post(title="One", text="<p>Fog in the valley.</p>")
    make_post(title="Valleys", text="<p>Sun.</p>")

    assert titles("fog") == ["One"]
    assert titles("vall") == ["Valleys"]


def test_a_misspelt_word_is_put_right_when_nothing_fits(make_post, client):
    make_post(title="Lighthouse keepers")

    answer = client.get("/search/suggest/", {"q": "lihgthouse"}).json()

    assert [offer["title"] for offer in answer["results"]] == ["Lighthouse keepers"]
    assert answer["status"] == "Suggestions for “lighthouse”"


def test_what_editors_recommend_comes_first_and_once(make_post, suggested):
    make_post(title="Otters at night", date=datetime(2026, 5, 1, tzinfo=UTC))
    best = make_post(title="Otters by day", date=datetime(2020, 5, 1, tzinfo=UTC))
    Promotion.objects.create(searches="otters", page=best)

    assert [(offer["title"], offer["kind"]) for offer in suggested("otters")] == [
        ("Otters by day", "promoted"),
        ("Otters at night", "post"),
    ]


def test_what_has_no_public_post_is_not_offered(make_post, suggested):
    TagFactory(name="Otters")
    make_post("draft", title="Otter draft", tags=[TagFactory(name="Otter draft")])

    assert suggested("otter") == []


def test_posts_that_have_expired_are_neither_offered_nor_counted(make_post, suggested):
    tag = TagFactory(name="Otters")
    make_post(title="Otter days", tags=[tag])
    gone = make_post(title="Otter nights", tags=[tag, TagFactory(name="Otter nights")])
    past = timezone.now() - timedelta(minutes=1)
    type(gone).objects.filter(pk=gone.pk).update(expire_at=past)
    Document.objects.filter(pk=gone.pk).update(expires_at=past)
    ListedPost.objects.filter(post=gone).update(expires_at=past)

    assert [(offer["title"], offer.get("detail")) for offer in suggested("otter")] == [
        ("Otter days", None),
        ("Otters", "1 post"),
    ]


def test_private_posts_are_offered_only_to_those_who_may_read_them(make_post, titles, client, restrict):
    restrict(make_post(title="Otter secrets", tags=[TagFactory(name="Otter den")]), "login")

    assert titles("otter") == []
    assert titles("secrte") == []
    client.force_login(UserFactory())
    assert titles("otter") == ["Otter secrets"]


def test_an_index_that_is_behind_gives_nothing_away(make_post, titles):
    post = make_post(title="Otter secrets")
    PageViewRestriction.objects.create(page=post, restriction_type="login")

    assert titles("otter") == []


def test_only_a_few_are_offered(make_post, suggested):
    for number in range(8):
        make_post(title=f"Otter {number}", tags=[TagFactory(name=f"Otter tag {number}")])

    assert [offer["kind"] for offer in suggested("otter")] == ["post"] * 5 + ["tag"] * 3


def test_nothing_typed_offers_nothing(make_post, suggested):
    make_post(title="Otter")

    assert suggested("") == suggested(" %") == suggested('"') == suggested("tag:otter") == []


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
@pytest.mark.parametrize("form", ["", "opensearch"])
def test_nothing_that_is_typed_breaks_it(make_post, client, raw, form):
    make_post(title="Otter", tags=[TagFactory(name="Otters")])

    response = client.get("/search/suggest/", {"q": raw.encode(errors="surrogatepass"), "format": form})

    assert response.status_code == 200
    assert isinstance(response.json(), list if form else dict)


def test_an_answer_is_kept_by_nobody_but_the_browser_that_asked(make_post, client):
    make_post(title="Otter")

    response = client.get("/search/suggest/", {"q": "ott"})
    again = client.get("/search/suggest/", {"q": "ott"}, headers={"If-None-Match": response["ETag"]})

    assert response["Cache-Control"] == "private, max-age=60"
    assert "Cookie" in response["Vary"]
    assert again.status_code == 304
    make_post(title="Otters")
    assert client.get("/search/suggest/", {"q": "ott"}).headers["ETag"] != response["ETag"]


def test_the_number_of_queries_stays_small(make_post, suggested, django_assert_max_num_queries):
    for number in range(6):
        make_post(title=f"Otter {number}", tags=[TagFactory(name=f"Otter tag {number}")])
    suggested("otter")

    with django_assert_max_num_queries(11):
        suggested("otter")
