"""Who may see what: every state a post can be in, against every place that shows posts."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from core.models import NavigationSettings
from tests.contracts.scene import (
    ANCESTOR,
    HIDDEN,
    READER,
    SHOWN,
    WAITING,
    Scene,
    body_of,
    build,
    sitemap_text,
)
from tests.factories import STATES, BlogIndexPageFactory, StandardPageFactory, restrict

HIDING = [*STATES, ANCESTOR]
GONE, LOGIN, OPEN = 404, 302, 200
STATUS = {
    "draft": GONE,
    "scheduled": GONE,
    "expired": GONE,
    "overdue": GONE,
    "unlisted": OPEN,
    "login": LOGIN,
    "password": OPEN,
    "group": LOGIN,
    ANCESTOR: LOGIN,
}


def assert_hidden_everywhere(client, scene: Scene, subtests) -> None:
    """Look in all places; each must show the twin and not the hidden post."""
    for name, path in scene.surfaces.items():
        with subtests.test(name):
            assert_hides(body_of(client, path), linked=scene.hidden_is_linked)
    with subtests.test("sitemap"):
        text = sitemap_text(client)
        assert context_of(text, "/blog/shown/")
        assert context_of(text, "/hidden/") == ""


def assert_hides(text: str, *, linked: bool = False) -> None:
    """The twin is there, nothing of the hidden post is; only where it is ``linked``, links to it may be."""
    assert context_of(text, SHOWN)
    assert context_of(text, HIDDEN) == ""
    assert context_of(text, WAITING) == ""
    assert linked or context_of(text, "/hidden/") == ""


def context_of(text: str, words: str) -> str:
    """Some of the text around these words, so that a failure shows the place; empty without them."""
    place = text.casefold().find(words.casefold())
    return text[max(0, place - 100) : place + 100] if place >= 0 else ""


def counts(client, month) -> dict:
    """Every number of posts the blog tells, by place."""
    lists = [
        "categories/birds",
        "categories/animals",
        "tags/waders",
        "authors/ada",
        "series/field-notes",
        f"{month:%Y}",
        f"{month:%Y/%m}",
    ]
    totals = {path: client.get(f"/blog/{path}/").context["listing"].total for path in lists}
    totals["blog"] = client.get("/blog/").context["listing"].total
    for section in ("categories", "tags", "authors", "series"):
        entries = client.get(f"/blog/{section}/").context["entries"]
        totals[f"{section} index"] = max(entry.count for entry in entries)
    year = client.get("/blog/archive/").context["years"][0]
    return totals | {"archive year": year.count, "archive month": year.months[0].count}


@pytest.mark.parametrize("state", HIDING)
def test_a_hidden_post_shows_nowhere(home, client, subtests, state):
    scene = build(home, state)

    assert_hidden_everywhere(client, scene, subtests)
    with subtests.test("counts"):
        assert set(counts(client, timezone.localtime()).values()) == {2}
    for name, path in scene.closed.items():
        with subtests.test(f"{name}, which holds nothing else"):
            response = client.get(path)
            assert response.status_code in (GONE, LOGIN)
            assert HIDDEN not in response.content.decode()
    with subtests.test("its own address"):
        assert_tells_no_more_than_it_may(client.get(scene.hidden.url), state)


def assert_tells_no_more_than_it_may(response, state: str) -> None:
    text = response.content.decode()
    assert response.status_code == STATUS[state]
    assert bool(context_of(text, HIDDEN)) == (state == "unlisted")
    assert bool(context_of(text, f"My {HIDDEN} has it too")) == (state == "unlisted")
    assert context_of(text, WAITING) == ""
    assert state != "unlisted" or '<meta name="robots" content="noindex">' in text


def test_the_same_places_show_a_post_nobody_hid(home, client, subtests):
    scene = build(home, "live")

    for name, path in scene.surfaces.items():
        with subtests.test(name):
            text = body_of(client, path)
            assert SHOWN in text
            assert HIDDEN in text
    with subtests.test("sitemap"):
        assert "/blog/hidden/" in sitemap_text(client)


def test_a_password_opens_the_page_and_no_list(home, client, subtests):
    scene = build(home, "password")
    restriction = scene.hidden.get_view_restrictions().get()

    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{scene.hidden.pk}/",
        {"password": "secret", "return_url": scene.hidden.url},
    )

    assert f"My {HIDDEN} has it too" in body_of(client, scene.hidden.url)
    assert WAITING not in body_of(client, scene.hidden.url)
    assert_hidden_everywhere(client, scene, subtests)


@pytest.mark.parametrize("state", [state for state in HIDING if state != "unlisted"])
def test_menus_leave_out_what_readers_may_not_see(home, client, state):
    scene = build(home, state)
    site = home.get_site()
    links = [
        ("link", {"label": "", "page": page.page_ptr, "url": ""}) for page in (scene.shown, scene.hidden)
    ]
    column = {"title": "More", "links": [value for _type, value in links]}
    NavigationSettings.objects.create(site=site, header=links, footer=[("column", column)])

    assert_hides(body_of(client, "/blog/archive/"))


def test_a_link_made_by_hand_leads_to_an_unlisted_post(home, client):
    scene = build(home, "unlisted")

    assert body_of(client, scene.reader.url).count(f'href="{scene.hidden.url}"') == 2


# What changes a post's state is followed at once.


def unpublish(scene: Scene) -> None:
    scene.hidden.unpublish()


def restrict_the_post(scene: Scene) -> None:
    restrict(scene.hidden, "group")


def unlist(scene: Scene) -> None:
    scene.hidden.unlisted = scene.hidden_is_linked = True
    scene.hidden.save_revision().publish()


def move_below_a_restricted_page(scene: Scene) -> None:
    private = StandardPageFactory(parent=Page.objects.get(depth=2), title="Members", slug="members")
    inside = BlogIndexPageFactory(parent=private, title="Inside", slug="inside")
    restrict(private)
    scene.hidden.move(inside, pos="last-child")


def expire(scene: Scene) -> None:
    scene.hidden.expire_at = timezone.now() - timedelta(seconds=1)
    scene.hidden.save_revision().publish()
    call_command("publish_scheduled")


def let_time_pass(scene: Scene) -> None:
    scene.hidden.expire_at = timezone.now() - timedelta(seconds=1)
    scene.hidden.save()


def delete(scene: Scene) -> None:
    scene.hidden.delete()


CHANGES = [unpublish, restrict_the_post, unlist, move_below_a_restricted_page, expire, let_time_pass, delete]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_all_places_follow_a_change_at_once(
    home, client, subtests, change, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        scene = build(home, "live")
    assert HIDDEN in body_of(client, "/blog/")

    with django_capture_on_commit_callbacks(execute=True):
        change(scene)

    assert_hidden_everywhere(client, scene, subtests)
    assert set(counts(client, timezone.localtime()).values()) == {2}


def test_a_page_above_the_blog_hides_and_shows_all_of_it(home, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        scene = build(home, "live")
        restriction = restrict(scene.shown.get_parent())
    for path in ["/", "/search/?q=plumage", "/search/suggest/?q=bird", "/nowhere/at-all/"]:
        text = body_of(client, path)
        assert SHOWN not in text
        assert READER not in text
    assert "/blog/" not in sitemap_text(client)

    restriction.delete()

    for path in ["/", "/search/?q=plumage", "/search/suggest/?q=bird"]:
        assert HIDDEN in body_of(client, path)
    assert "/blog/hidden/" in sitemap_text(client)


def test_search_engines_of_a_blog_below_a_restricted_page_get_no_feed(home, client, subtests):
    scene = build(home, ANCESTOR)
    base = scene.hidden.get_parent().url

    for path in ["", "tags/", "archive/", "rss.xml", "atom.xml", "feed.json", "tags/waders/rss.xml"]:
        with subtests.test(path):
            response = client.get(base + path)
            assert response.status_code == LOGIN
            assert HIDDEN not in response.content.decode()


@pytest.mark.parametrize("kind", [StandardPageFactory, BlogIndexPageFactory])
def test_a_page_whose_time_is_over_is_gone_before_anybody_sweeps(home, client, kind):
    page = kind(parent=home, title="Offer", slug="offer", expire_at=timezone.now() - timedelta(seconds=1))

    assert client.get(page.url).status_code == GONE
    assert "/offer/" not in sitemap_text(client)


def test_a_field_saved_alone_is_followed_as_well(home, client, subtests):
    scene = build(home, "live")

    scene.hidden.unlisted = scene.hidden_is_linked = True
    scene.hidden.save(update_fields=["unlisted"])

    assert_hidden_everywhere(client, scene, subtests)
