"""Posts without a picture of their own are shared with one that was drawn, and only those everybody may read."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Site

from core.models import SiteSettings
from home.models import HomePage
from tests.factories import STATES, AuthorFactory, SiteImageFactory

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"http://testserver/social-cards/\d+-[0-9a-f]{20}\.png")
READABLE = {"live", "unlisted"}


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path / "social_cards"


@pytest.fixture
def head(client):
    """What the head of a post's page says, by property."""

    def read(post) -> dict[str, str]:
        page = BeautifulSoup(client.get(post.url).content, "html.parser")
        return {
            tag.get("property") or tag.get("name"): tag["content"]
            for tag in page.find_all("meta", content=True)
            if tag.get("property") or tag.get("name")
        }

    return read


def card_path(found: dict[str, str]) -> str:
    return urlsplit(found["og:image"]).path


def test_a_post_without_a_picture_is_shared_with_its_card(client, head, make_post):
    post = make_post(title="On <type>", authors=[AuthorFactory(name="Ada Quill")])
    found = head(post)
    assert ADDRESS.fullmatch(found["og:image"])
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:alt"].startswith("“On <type>” by Ada Quill, ")
    assert found["twitter:card"] == "summary_large_image"
    assert found["twitter:image"] == found["og:image"]

    response = client.get(card_path(found))
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_structured_data_names_the_card_too(client, head, make_post):
    post = make_post()
    page = BeautifulSoup(client.get(post.url).content, "html.parser")
    schema = [json.loads(tag.string) for tag in page.find_all("script", type="application/ld+json")]
    (posting,) = [item for item in schema if item["@type"] == "BlogPosting"]
    assert posting["image"]["url"] == head(post)["og:image"]
    assert (posting["image"]["width"], posting["image"]["height"]) == (1200, 630)


@pytest.mark.parametrize("field", ["cover", "social_image"])
def test_a_post_with_a_picture_of_its_own_keeps_it(head, make_post, field):
    assert "/media/" in head(make_post(**{field: SiteImageFactory()}))["og:image"]


def test_a_changed_title_gives_a_new_address_and_the_old_one_leads_there(client, head, make_post, media):
    post = make_post(title="Before")
    before = card_path(head(post))
    client.get(before)
    post.title = "After"
    post.save_revision().publish()

    after = card_path(head(post))
    assert after != before
    response = client.get(before)
    assert (response.status_code, response["Location"]) == (302, after)
    client.get(after)
    assert [path.name for path in media.iterdir()] == [Path(after).name]


@pytest.mark.parametrize("state", ["live", *STATES])
def test_only_who_may_read_a_post_gets_its_card(client, make_post, state, media):
    post = make_post(state, title="Zebrafinch")
    response = client.get(f"/social-cards/{post.pk}-{'0' * 20}.png")
    if state in READABLE:
        assert client.get(response["Location"]).status_code == 200
    else:
        assert response.status_code == 404
        assert not media.exists()


def test_a_card_that_was_public_is_gone_once_the_post_is_not(client, head, make_post):
    post = make_post()
    path = card_path(head(post))
    assert client.get(path).status_code == 200
    post.unpublish()
    assert client.get(path).status_code == 404


def test_the_folder_itself_cannot_be_read(client, head, make_post):
    name = Path(card_path(head(make_post()))).name
    client.get(f"/social-cards/{name}")
    assert client.get(f"/media/social_cards/{name}").status_code == 404


def test_whoever_keeps_a_card_asks_again_and_need_not_load_it_again(client, head, make_post):
    path = card_path(head(make_post()))
    first = client.get(path)
    assert first["Cache-Control"] == "public, no-cache"
    assert first["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_publishing_draws_the_card_before_anybody_asks(
    make_post, head, media, django_capture_on_commit_callbacks
):
    post = make_post("draft", authors=[AuthorFactory()])
    with django_capture_on_commit_callbacks(execute=True):
        post.save_revision().publish()
    (drawn,) = media.iterdir()
    assert drawn.name == Path(card_path(head(post))).name


def test_publishing_draws_nothing_that_nobody_would_see(make_post, media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_post("login").save_revision().publish()
        make_post(cover=SiteImageFactory()).save_revision().publish()
    assert not media.exists()


def test_a_deleted_post_takes_its_card_along(client, head, make_post, media):
    post = make_post()
    client.get(card_path(head(post)))
    post.delete()
    assert list(media.iterdir()) == []


def test_the_sites_accent_is_on_the_card(head, make_post, home):
    post = make_post()
    before = head(post)["og:image"]
    SiteSettings.objects.filter(site=home.get_site()).update(accent="#0b6e4f")
    assert head(post)["og:image"] != before


def test_another_site_does_not_give_out_the_card(client, head, make_post, home):
    path = card_path(head(make_post()))
    elsewhere = home.get_parent().add_child(instance=HomePage(title="Elsewhere", slug="elsewhere"))
    Site.objects.create(hostname="elsewhere.example", root_page=elsewhere)
    assert client.get(path, headers={"host": "elsewhere.example"}).status_code == 404


def test_a_card_costs_few_queries_whether_drawn_or_kept(client, head, make_post):
    path = card_path(head(make_post(authors=[AuthorFactory(), AuthorFactory()])))
    for _drawn_then_kept in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        assert len(captured) <= 3, [query["sql"] for query in captured]
