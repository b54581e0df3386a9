"""Covers that came along, covers that did not, and the time a post appears."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPage
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


def test_a_scheduled_post_keeps_its_date_and_the_time_it_goes_live(home, tmp_path):
    soon = timezone.now() + timedelta(days=3)
    bring_in(blog(post("soon", date=day(2), state=State.SCHEDULED, go_live=soon)), tmp_path)
    page = BlogPage.objects.get(slug="soon")
    assert (page.live, page.date, page.go_live_at) == (False, day(2), soon)
