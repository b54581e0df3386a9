"""What stands around a post's text, and which of its pictures comes first."""

import json
import re
from datetime import UTC, datetime

import pytest

from blog.models import RelatedPost
from tests.factories import SeriesFactory, SiteImageFactory, TagFactory


def day(number):
    return datetime(2025, 3, number, 12, tzinfo=UTC)


@pytest.fixture
def read(client):
    return lambda post: client.get(post.url).context


def test_neighbours_are_the_posts_just_newer_and_just_older(make_post, read):
    oldest, older, newer, newest = [make_post(date=day(n)) for n in (1, 2, 3, 4)]
    assert (read(older)["older_post"], read(older)["newer_post"]) == (oldest, newer)
    assert read(newest)["newer_post"] is None
    assert read(oldest)["older_post"] is None


def test_posts_of_the_same_moment_still_have_one_order(make_post, read):
    first, second, third = [make_post(date=day(1)) for _ in range(3)]
    assert (read(second)["older_post"], read(second)["newer_post"]) == (first, third)


def test_a_part_of_a_series_knows_its_place_among_the_public_parts(make_post, read):
    series = SeriesFactory()
    one = make_post(series=series, series_position=1)
    make_post("draft", series=series, series_position=2)
    three = make_post(series=series, series_position=3)
    four = make_post(series=series, series_position=4)
    nav = read(three)["series_nav"]
    assert (nav.position, nav.total, nav.previous, nav.next) == (2, 3, one, four)
    assert nav.posts == [one, three, four]


def test_a_long_series_is_named_around_the_post_only(make_post, read):
    series = SeriesFactory()
    parts = [make_post(series=series, series_position=number) for number in range(1, 31)]
    nav = read(parts[14])["series_nav"]
    assert (nav.position, nav.total, nav.first) == (15, 30, 7)
    assert nav.posts == parts[6:23]


def test_a_post_outside_any_series_has_no_series_box(make_post, read):
    assert read(make_post())["series_nav"] is None


def test_related_posts_are_those_that_share_most(make_post, read):
    tags = [TagFactory() for _ in range(3)]
    post = make_post(tags=tags, date=day(9))
    one_tag = make_post(tags=tags[:1], date=day(8))
    two_tags = make_post(tags=tags[:2], date=day(1))
    newer_one_tag = make_post(tags=tags[2:], date=day(10))
    make_post(date=day(11))
    assert read(post)["related_posts"] == [two_tags, newer_one_tag, one_tag]


def test_what_the_editors_chose_comes_first_in_their_order(make_post, read):
    tag = TagFactory()
    post, similar = make_post(tags=[tag]), make_post(tags=[tag])
    second, first, secret = make_post(), make_post(), make_post("draft")
    for place, chosen in enumerate([first, secret, second]):
        RelatedPost.objects.create(page=post, post=chosen, sort_order=place)
    assert read(post)["related_posts"] == [first, second, similar]


def test_a_post_block_shows_the_posts_it_asks_for(make_post, read):
    tag = TagFactory(slug="django")
    tagged, featured, plain = (
        make_post(tags=[tag], date=day(1)),
        make_post(featured=True, date=day(2)),
        make_post(date=day(3)),
    )
    secret = make_post("draft", tags=[tag], featured=True)

    def shown(**value):
        value = {"heading": "", "source": "latest", "count": 2, "tag": "", "posts": [], **value}
        text = str(read(make_post(body=[("posts", value)], date=day(9)))["article"].html)
        return [post for post in (tagged, featured, plain, secret) if f'href="{post.url}"' in text]

    assert shown(tag="django") == [tagged]
    assert shown(source="featured") == [featured]
    assert shown(source="picked", posts=[plain, secret, tagged]) == [tagged, plain]
    assert shown(count=1) == []  # the newest is another post of this test


def test_every_post_the_editors_chose_is_shown(make_post, read):
    post, chosen = make_post(), [make_post() for _ in range(4)]
    for place, other in enumerate(chosen):
        RelatedPost.objects.create(page=post, post=other, sort_order=place)
    assert read(post)["related_posts"] == chosen


def test_a_block_shows_as_many_posts_as_were_chosen(make_post, read):
    chosen = [make_post(date=day(number)) for number in range(1, 15)]
    value = {"heading": "", "source": "picked", "count": 3, "tag": "", "posts": chosen}
    text = str(read(make_post(body=[("posts", value)]))["article"].html)
    assert [f'href="{post.url}"' in text for post in chosen] == [True] * len(chosen)


def test_a_heading_in_a_post_does_not_name_the_posts_to_read_next(client, make_post):
    tags = [TagFactory()]
    make_post(tags=tags)
    post = make_post(tags=tags, body=[("paragraph", "<h2>Related</h2>")])
    html = client.get(post.url).content.decode()
    places = re.findall(r' id="([^"]+)"', html)
    assert sorted(set(places)) == sorted(places)
    (name,) = re.findall(r'class="section related" aria-labelledby="([^"]+)"', html)
    assert re.search(rf' id="{name}"[^>]*>([^<]+)', html)[1] == "Read next"


def test_a_preview_shows_the_related_posts_of_the_draft(make_post):
    post, before, now, similar = make_post(), make_post(), make_post(), make_post("draft")
    RelatedPost.objects.create(page=post, post=before, sort_order=0)
    draft = type(post).objects.get(pk=post.pk)
    draft.related_links = [RelatedPost(post=now, sort_order=0), RelatedPost(post=similar, sort_order=1)]
    draft.save_revision()
    response = draft.get_latest_revision_as_object().make_preview_request()
    assert response.context_data["related_posts"] == [now]


def picture():
    return {
        "type": "image",
        "value": {"image": {"image": SiteImageFactory().pk, "decorative": True, "alt_text": ""}},
    }


def words():
    return {"type": "paragraph", "value": "<p>Words.</p>"}


def body_of(client, post):
    return client.get(post.url).context["article"].html


@pytest.mark.parametrize("before", [0, 2])
def test_the_first_picture_is_asked_for_at_once_when_it_stands_near_the_top(client, make_post, before):
    blocks = [*(words() for _ in range(before)), picture(), picture()]
    first, second = re.findall(r"<img[^>]*>", body_of(client, make_post(body=json.dumps(blocks))))
    assert 'loading="eager" fetchpriority="high"' in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second


def test_a_gallery_near_the_top_has_only_its_first_picture_asked_for_at_once(client, make_post):
    gallery = {"type": "gallery", "value": {"images": [picture()["value"], picture()["value"]]}}
    first, second = re.findall(r"<img[^>]*>", body_of(client, make_post(body=json.dumps([words(), gallery]))))
    assert 'loading="eager"' in first
    assert 'loading="lazy"' in second


def test_a_picture_below_a_cover_or_further_down_waits_until_it_nears(client, make_post):
    below = make_post(cover=SiteImageFactory(), body=json.dumps([picture()]))
    further = make_post(body=json.dumps([words(), words(), words(), picture()]))
    for post in (below, further):
        assert 'loading="eager"' not in body_of(client, post)
