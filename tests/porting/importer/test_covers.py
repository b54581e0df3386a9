"""Covers of posts, pictures above pages, those that did not come along, and the time a post appears."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPage
from home.models import StandardPage
from porting.document import Picture, State
from tests.factories import SiteImageFactory
from tests.porting.source import blog, bring_in, day, picture, post

pytestmark = pytest.mark.django_db


def test_a_cover_that_is_not_here_stays_where_it_is_and_is_named(client, home, tmp_path):
    address = "https://old.example/wp-content/uploads/2020/01/boat.jpg"
    bring_in(blog(post("away", html="<p>Words</p>", cover=Picture(address, "A boat"))), tmp_path)
    page = BlogPage.objects.get(slug="away")
    assert (page.cover, page.cover_elsewhere) == (None, address)
    shown = client.get("/blog/away/").content.decode()
    assert f'<meta property="og:image" content="{address}">' in shown
    assert f'data-src="{address}" alt="A boat"' in shown
    assert f'src="{address}"' not in shown.replace(f'data-src="{address}"', "")


def test_a_cover_chosen_here_takes_the_place_of_the_one_elsewhere(home, tmp_path):
    bring_in(blog(post("away", cover=Picture("https://old.example/boat.jpg"))), tmp_path)
    page = BlogPage.objects.get(slug="away")
    page.cover = SiteImageFactory()
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.cover_elsewhere == ""


def test_a_cover_may_say_nothing(home, tmp_path):
    (tmp_path / "cover.png").write_bytes(picture())
    bring_in(blog(post("plain", cover=Picture("cover.png", decorative=True))), tmp_path)
    assert BlogPage.objects.get(slug="plain").cover_decorative


def test_the_words_below_a_cover_say_who_made_it(client, home, tmp_path):
    (tmp_path / "boat.png").write_bytes(picture())
    first = post("first", cover=Picture("boat.png", "A boat", "Drawn by\nan example"))
    other = post("other", cover=Picture("boat.png", "A boat", "Drawn by another"))
    long = post("long", cover=Picture("boat.png", "A boat", "long " * 60))
    away = post("away", cover=Picture("https://old.example/a.jpg", "", "Drawn elsewhere"))
    report = bring_in(blog(first, other, long, away), tmp_path)
    assert BlogPage.objects.get(slug="first").cover.credit == "Drawn by an example"
    assert "Drawn by an example</figcaption>" in client.get("/blog/first/").content.decode()
    said = {item["source"]: item["detail"] for item in report.as_json()["items"] if item["kind"] == "field"}
    assert said.keys() == {"other", "long", "away"}
    assert "Drawn by another" in said["other"]


def test_a_scheduled_post_keeps_its_date_and_the_time_it_goes_live(home, tmp_path):
    soon = timezone.now() + timedelta(days=3)
    bring_in(blog(post("soon", date=day(2), state=State.SCHEDULED, go_live=soon)), tmp_path)
    page = BlogPage.objects.get(slug="soon")
    assert (page.live, page.date, page.go_live_at) == (False, day(2), soon)


def test_a_page_shows_its_picture_above_its_text_and_shares_it(client, home, tmp_path):
    (tmp_path / "boat.png").write_bytes(picture())
    (tmp_path / "quiet.png").write_bytes(picture("blue"))
    boat, quiet = Picture("boat.png", "A boat", "Drawn <here>"), Picture("quiet.png", decorative=True)
    source = blog(
        post("about", kind="page", html="<p>Words</p>", cover=boat), post("calm", kind="page", cover=quiet)
    )
    bring_in(source, tmp_path)
    about, calm = StandardPage.objects.get(slug="about"), StandardPage.objects.get(slug="calm")
    first, second = about.body.raw_data
    assert (first["type"], second["value"]) == ("image", "<p>Words</p>")
    assert first["value"]["image"] == {
        "image": about.social_image_id,
        "decorative": False,
        "alt_text": "A boat",
    }
    assert first["value"]["caption"] == "Drawn &lt;here&gt;"
    assert calm.body.raw_data[0]["value"]["image"]["decorative"]
    assert 'alt="A boat"' in client.get(about.url).content.decode()


@pytest.mark.parametrize(
    ("beginning", "pictures"),
    [
        ('<figure><a href="/x/"><img src="/wp-content/uploads/boat-300x200.png"></a></figure>', 1),
        ('<div> <p><img src="http://www.old.example/wp-content/uploads/boat.png"></p></div>', 1),
        ('<p>Words first</p><img src="/wp-content/uploads/boat.png">', 2),
        ('<img src="/wp-content/uploads/other/boat.png">', 2),
        ("<hr>", 1),
    ],
)
def test_a_page_that_begins_with_its_picture_shows_it_once(home, tmp_path, beginning, pictures):
    cover = Picture("https://old.example/wp-content/uploads/boat.png", "A boat")
    bring_in(blog(post("about", kind="page", html=beginning, cover=cover)), tmp_path)
    blocks = StandardPage.objects.get(slug="about").body.raw_data
    assert [one["type"] for one in blocks].count("remote_picture") == pictures


def test_a_picture_of_a_page_that_is_not_here_is_named_once(home, tmp_path):
    address = "https://old.example/wp-content/uploads/boat.png"
    report = bring_in(blog(post("about", kind="page", cover=Picture(address, "A boat"))), tmp_path)
    first = StandardPage.objects.get(slug="about").body.raw_data[0]
    assert (first["type"], first["value"]["url"]) == ("remote_picture", address)
    assert [item["kind"] for item in report.items if address in item["detail"]] == ["feature"]


def test_a_page_without_a_picture_of_its_own_for_sharing_is_shared_with_the_one_above_it(home, tmp_path):
    (tmp_path / "boat.png").write_bytes(picture())
    gone = Picture("https://old.example/gone.png")
    bring_in(blog(post("about", kind="page", cover=Picture("boat.png"), social_image=gone)), tmp_path)
    assert StandardPage.objects.get(slug="about").social_image.width == 40
