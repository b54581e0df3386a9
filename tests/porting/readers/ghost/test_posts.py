"""What Ghost's columns say about a post arrives where it belongs."""

from datetime import UTC, datetime

import pytest

from porting.document import Picture, State


@pytest.mark.parametrize(
    ("columns", "state"),
    [
        ({"status": "published"}, State.PUBLISHED),
        ({"status": "draft"}, State.DRAFT),
        ({"status": "scheduled"}, State.SCHEDULED),
        ({"status": "sent"}, State.PRIVATE),
        ({"status": "published", "email_only": 1}, State.PRIVATE),
        ({"status": "published", "visibility": "members"}, State.MEMBERS),
        ({"status": "published", "visibility": "paid"}, State.MEMBERS),
        ({"status": "published", "visibility": "tiers"}, State.MEMBERS),
        ({"status": "scheduled", "visibility": "paid"}, State.SCHEDULED),
        ({"status": "draft", "visibility": "paid"}, State.DRAFT),
        ({"status": "something new"}, State.DRAFT),
    ],
)
def test_nothing_that_was_not_public_becomes_public(post, columns, state):
    assert post(**columns).state == state


def test_a_beginning_everybody_could_read_is_closed_too_which_is_told(post):
    card = '{"root":{"children":[{"type":"paragraph","children":[{"text":"a"}]},{"type":"paywall"}]}}'

    assert "hidden" in {problem.kind for problem in post(visibility="paid", lexical=card).problems}
    assert not post(visibility="public", lexical=card).problems


@pytest.mark.parametrize("status", ["draft", "scheduled", "published", "sent"])
@pytest.mark.parametrize("visibility", ["members", "paid", "tiers", "filter", "something new"])
def test_what_members_alone_may_read_stays_so_whatever_its_state(post, status, visibility):
    assert post(status=status, visibility=visibility).members_only


@pytest.mark.parametrize(
    "value", ["2014-01-02T03:04:05.000Z", "2014-01-02 03:04:05", 1388631845000, "1388631845000"]
)
def test_dates_are_read_in_every_form_ghost_wrote_them(post, value):
    assert post(published_at=value).date == datetime(2014, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2017-02-29 11:00:00", "yesterday", 10**18, [1]])
def test_an_impossible_date_is_reported_and_the_post_is_kept(post, value):
    found = post(published_at=value, created_at="2020-01-01T00:00:00Z")

    assert found.problems[0].kind == "date"
    assert found.date == datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("columns", "kind"), [({"type": "page"}, "page"), ({"type": None, "page": 1}, "page"), ({}, "post")]
)
def test_pages_are_told_from_posts_in_old_and_new_exports(post, columns, kind):
    assert post(**columns).kind == kind


def test_fields_for_search_engines_and_sharing_are_kept(read):
    found = read(
        [
            {
                "custom_excerpt": "Short & sweet",
                "canonical_url": "__GHOST_URL__/x/",
                "feature_image": "__GHOST_URL__/content/images/a.jpg",
                "featured": 1,
                "locale": "de_CH",
            }
        ],
        posts_meta=[
            {
                "post_id": "64a1",
                "meta_title": "For engines",
                "meta_description": "Said",
                "feature_image_alt": "The sea",
                "feature_image_caption": "By <a href='/x/'>Ann</a>",
                "og_image": "__GHOST_URL__/content/images/og.jpg",
            }
        ],
    ).posts[0]

    assert (found.summary, found.canonical_url, found.featured) == ("Short & sweet", "/x/", True)
    assert (found.seo_title, found.seo_description, found.language) == ("For engines", "Said", "de-ch")
    assert found.cover == Picture("/content/images/a.jpg", "The sea", "By Ann")
    assert found.social_image == Picture("/content/images/og.jpg")


@pytest.mark.parametrize(
    ("kind", "shown", "above"),
    [("page", 0, False), ("page", None, True), ("page", 1, True), ("post", 0, True)],
)
def test_a_page_that_hid_its_picture_keeps_it_for_sharing_alone(post, kind, shown, above):
    found = post(
        type=kind,
        feature_image="https://a.example/a.jpg",
        show_title_and_feature_image=shown,
        html="<p>x</p>",
    )

    picture = Picture("https://a.example/a.jpg")
    assert (found.cover, found.social_image) == ((picture, None) if above else (None, picture))


def test_fields_with_no_place_are_named_once(read):
    found = read(
        [{"custom_template": "wide", "visibility": "members"}],
        posts_meta=[{"post_id": "64a1", "og_title": "Shared as"}],
        tags=[{"id": "7", "name": "#inside", "slug": "hash-inside", "visibility": "internal"}],
        posts_tags=[{"post_id": "64a1", "tag_id": "7", "sort_order": 0}],
    ).posts[0]

    assert found.kept == {
        "custom_template": "wide",
        "og_title": "Shared as",
        "internal_tags": ["hash-inside"],
    }
    assert found.problems == []


def test_code_for_the_page_is_never_taken_over_and_is_reported(post):
    found = post(codeinjection_head="<script>alert(1)</script>", html="<p>x</p>")

    assert "script" not in found.html
    assert [problem.kind for problem in found.problems] == ["field"]


def test_authors_and_tags_keep_their_order_and_internal_tags_stay_inside(read):
    blog = read(
        [{}],
        users=[
            {
                "id": "1",
                "name": "Ann",
                "slug": "ann",
                "bio": "Writes <b>",
                "website": "https://a.example",
                "twitter": "@ann",
                "profile_image": "__GHOST_URL__/content/images/ann.png",
            },
            {"id": "2", "name": "Bo", "slug": "bo"},
        ],
        posts_authors=[
            {"post_id": "64a1", "author_id": "1", "sort_order": 1},
            {"post_id": "64a1", "author_id": "2", "sort_order": 0},
        ],
        tags=[
            {"id": "7", "name": "Sea", "slug": "sea", "description": "Wet"},
            {"id": "8", "name": "#hidden", "slug": "hash-hidden", "visibility": "internal"},
            {"id": "9", "name": "Über", "slug": "über"},
        ],
        posts_tags=[
            {"post_id": "64a1", "tag_id": "9", "sort_order": 0},
            {"post_id": "64a1", "tag_id": "8", "sort_order": 1},
            {"post_id": "64a1", "tag_id": "7", "sort_order": 2},
            {"post_id": "64a1", "tag_id": "404", "sort_order": 3},
        ],
    )

    found = blog.posts[0]
    assert found.authors == ["bo", "ann"]
    assert found.tags == ["über", "sea"]
    assert set(blog.tags) == {"sea", "über"}
    assert found.kept["internal_tags"] == ["hash-hidden"]
    ann = blog.authors["ann"]
    assert (ann.bio, ann.portrait) == ("<p>Writes &lt;b&gt;</p>", "/content/images/ann.png")
    assert ann.links == [("website", "https://a.example"), ("twitter", "https://x.com/ann")]


def test_old_exports_name_one_author_in_the_post(read):
    blog = read([{"author_id": 1}], users=[{"id": 1, "name": "Ann", "slug": "ann"}], version="004")

    assert blog.posts[0].authors == ["ann"]


def test_values_of_the_wrong_type_are_tolerated(read):
    blog = read(
        [{"title": None, "slug": 12, "html": ["x"], "featured": "no", "lexical": 5}, {"title": "Next"}],
        users="none",
        tags=[None, 3, {"id": 1}],
        posts_tags={"a": {"post_id": "64a1", "tag_id": 1, "sort_order": "x"}},
        posts_meta=None,
    )

    assert [(post.title, post.slug, post.html) for post in blog.posts] == [
        ("12", "12", ""),
        ("Next", "a-day-out", ""),
    ]


def test_marks_of_importers_are_summed_up_and_other_internal_tags_stay_with_their_post(read):
    tags = [
        {
            "id": "1",
            "name": "#Import 2024-04-15 01:46",
            "slug": "hash-import-2024-04-15-01-46",
            "visibility": "internal",
        },
        {"id": "2", "name": "#letter", "slug": "hash-letter", "visibility": "internal"},
    ]
    filed = [{"post_id": post, "tag_id": tag} for post, tag in (("64a1", "1"), ("64a2", "1"), ("64a2", "2"))]
    blog = read([{}, {"slug": "b"}], tags=tags, posts_tags=filed)

    assert [post.kept.get("internal_tags") for post in blog.posts] == [None, ["hash-letter"]]
    (said,) = [problem.detail for problem in blog.problems if problem.kind == "field"]
    assert said.endswith("hash-import-2024-04-15-01-46 (2)")
