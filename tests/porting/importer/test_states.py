"""Who may see an imported post: never more people than before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage, ListedPost
from porting.document import Problem, State
from porting.importer import writing
from porting.importer.states import page_state
from tests.porting.source import blog, bring_in, day, kinds, post

pytestmark = pytest.mark.django_db
LATER = datetime(2090, 1, 1, 9, 0, tzinfo=UTC)
HIDDEN = [State.DRAFT, State.PENDING, State.PRIVATE]


@pytest.mark.parametrize("state", HIDDEN)
def test_what_was_hidden_is_a_draft_that_nothing_leads_to(home, client, tmp_path, state):
    hidden = post("secret", state=state, tags=["quiet"], aliases=["/old-secret"], html="<p>Hush hush.</p>")
    report = bring_in(blog(hidden, post("open")), tmp_path)

    page = BlogPage.objects.get(slug="secret")
    assert (page.live, page.has_unpublished_changes) == (False, True)
    assert client.get("/blog/secret/").status_code == 404
    assert client.get("/2020/secret/").status_code == 404
    assert client.get("/old-secret", follow=True).status_code == 404
    assert client.get("/blog/tags/quiet/").status_code == 404
    assert not Redirect.objects.filter(redirect_page_id=page.pk).exists()
    for place in ("/blog/", "/blog/rss.xml", "/sitemap.xml", "/search/?q=hush"):
        assert b"secret" not in client.get(place).content.lower()
    assert "state" in kinds(report, "secret")


def test_the_old_address_of_a_draft_leads_there_once_it_is_published(home, client, tmp_path):
    bring_in(blog(post("later", state=State.DRAFT)), tmp_path)
    BlogPage.objects.get().get_latest_revision().publish()

    response = client.get("/2020/later/")

    assert (response.status_code, response.url) == (301, "/blog/later/")


def test_a_draft_that_had_a_password_still_asks_for_it_when_somebody_publishes_it(home, client, tmp_path):
    bring_in(blog(post("draft", state=State.DRAFT, password="sesame", html="<p>Gold.</p>")), tmp_path)
    BlogPage.objects.get().get_latest_revision().publish()

    response = client.get("/blog/draft/", follow=True)

    assert b"Gold" not in response.content
    assert PageViewRestriction.objects.get().password == "sesame"
    assert not ListedPost.objects.exists()


@pytest.mark.parametrize("state", HIDDEN)
def test_a_draft_for_members_still_asks_for_a_login_when_somebody_publishes_it(home, client, tmp_path, state):
    report = bring_in(blog(post("club", state=state, members_only=True, html="<p>Gold.</p>")), tmp_path)
    BlogPage.objects.get().get_latest_revision().publish()

    assert b"Gold" not in client.get("/blog/club/", follow=True).content
    assert PageViewRestriction.objects.get().restriction_type == "login"
    assert any("members" in item["detail"] for item in report.items)


def test_what_is_planned_for_members_appears_for_them_only(home, client, tmp_path):
    bring_in(blog(post("soon", state=State.SCHEDULED, date=LATER, members_only=True)), tmp_path)

    assert BlogPage.objects.get().go_live_at == LATER
    assert PageViewRestriction.objects.get().restriction_type == "login"


def test_what_was_in_the_bin_stays_there_and_is_listed(home, tmp_path):
    report = bring_in(blog(post("gone", state=State.TRASH)), tmp_path)

    assert not BlogPage.objects.exists()
    assert "state" in kinds(report, "gone")


def test_a_scheduled_post_appears_at_its_time(home, client, tmp_path):
    bring_in(blog(post("soon", state=State.SCHEDULED, date=LATER)), tmp_path)
    page = BlogPage.objects.get()
    assert (page.live, page.go_live_at, page.date) == (False, LATER, LATER)
    assert page.latest_revision.approved_go_live_at == LATER
    assert page.approved_schedule

    past = timezone.now() - timedelta(minutes=5)
    revision = page.latest_revision
    revision.approved_go_live_at, revision.content["go_live_at"] = past, past.isoformat()
    revision.save()
    call_command("publish_scheduled")

    page.refresh_from_db()
    assert page.live
    assert page.date == LATER
    assert ListedPost.objects.filter(post=page, kind="all").exists()


def test_a_schedule_whose_time_has_passed_publishes_nothing(home, tmp_path):
    report = bring_in(blog(post("missed", state=State.SCHEDULED, date=day(1))), tmp_path)
    call_command("publish_scheduled")

    assert not BlogPage.objects.get().live
    assert "state" in kinds(report, "missed")


def test_a_post_of_the_future_waits_even_when_its_source_calls_it_published(home, tmp_path):
    bring_in(blog(post("soon", date=LATER)), tmp_path)

    assert not BlogPage.objects.get().live


def test_a_password_is_asked_for_as_before(home, client, tmp_path):
    secret = post("vault", state=State.PASSWORD, password="sesame", html="<p>Gold and gems.</p>")
    bring_in(blog(secret), tmp_path)

    response = client.get("/2020/vault/", follow=True)

    assert b"Gold and gems" not in response.content
    assert b"password" in response.content
    restriction = PageViewRestriction.objects.get()
    assert (restriction.restriction_type, restriction.password) == ("password", "sesame")
    assert not ListedPost.objects.exists()
    assert b"vault" not in client.get("/search/?q=gems").content


@pytest.mark.parametrize(("state", "password"), [(State.MEMBERS, ""), (State.PASSWORD, "")])
def test_what_only_members_read_needs_a_login(home, client, tmp_path, state, password):
    bring_in(blog(post("club", state=state, password=password, html="<p>Members' words.</p>")), tmp_path)

    assert b"words" not in client.get("/blog/club/", follow=True).content
    assert PageViewRestriction.objects.get().restriction_type == "login"


def test_an_unlisted_post_can_be_read_but_is_in_no_list(home, client, tmp_path):
    bring_in(blog(post("hush", unlisted=True)), tmp_path)

    assert b"noindex" in client.get("/2020/hush/", follow=True).content
    assert not ListedPost.objects.exists()
    assert b"hush" not in client.get("/sitemap.xml").content


def test_an_expired_post_is_not_shown(home, client, tmp_path):
    bring_in(blog(post("over", expires=day(5))), tmp_path)

    page = BlogPage.objects.get()
    assert (page.live, page.expired, page.expire_at) == (False, True, day(5))
    assert client.get("/blog/over/").status_code == 404


def test_a_page_is_protected_before_it_is_live(home, tmp_path, monkeypatch):
    seen = []
    real = writing.ReferenceIndex.create_or_update_for_object

    def look(page):
        live = Page.objects.get(pk=page.pk).live
        if page.slug == "vault":
            seen.append((live, PageViewRestriction.objects.filter(page_id=page.pk).exists()))
        return real(page)

    monkeypatch.setattr(writing.ReferenceIndex, "create_or_update_for_object", look)
    bring_in(blog(post("vault", state=State.PASSWORD, password="sesame")), tmp_path)

    assert (True, False) not in seen
    assert (True, True) in seen


def test_a_restriction_set_here_is_never_lifted_by_an_import(home, tmp_path):
    bring_in(blog(post("one")), tmp_path)
    page = BlogPage.objects.get()
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")

    bring_in(blog(post("one", html="<p>New.</p>")), tmp_path)

    assert PageViewRestriction.objects.get().restriction_type == "login"


def test_a_post_that_became_private_in_its_source_disappears(home, client, tmp_path):
    bring_in(blog(post("one")), tmp_path)

    bring_in(blog(post("one", state=State.PRIVATE)), tmp_path)

    assert client.get("/blog/one/").status_code == 404
    assert not ListedPost.objects.exists()


def test_only_published_posts_are_public():
    now = day(10)
    public = [state for state in State if page_state(post("x", state=state), now).is_public]

    assert public == [State.PUBLISHED]


@pytest.mark.parametrize("state", [State.DRAFT, State.PENDING])
def test_what_was_not_published_yet_needs_no_date(home, tmp_path, state):
    report = bring_in(blog(post("later", state=state, date=None)), tmp_path)

    assert BlogPage.objects.filter(slug="later").exists()
    assert "date" not in kinds(report, "later")


@pytest.mark.parametrize("state", [State.PUBLISHED, State.PRIVATE, State.SCHEDULED])
def test_what_was_published_without_a_date_is_named(home, tmp_path, state):
    assert "date" in kinds(bring_in(blog(post("now", state=state, date=None)), tmp_path), "now")


def test_why_nobody_sees_a_post_is_said_once_and_who_may_see_it_all_the_same(home, tmp_path):
    told = Problem("copy", "state", "It was a copy to work on.")
    hidden = post("copy", state=State.DRAFT, password="sesame", problems=[told])
    report = bring_in(blog(hidden), tmp_path)

    said = [item["detail"] for item in report.items if item["kind"] == "state"]
    assert said == ["It was a copy to work on.", "It asks for the same password as before."]


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_first_day_there_is_means_none_and_the_last_never(home, client, tmp_path, settings, zone):
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    settings.TIME_ZONE = zone
    undated = post("undated", date=first, updated=first, expires=last)
    bring_in(blog(undated, post("hidden", state=State.SCHEDULED, go_live=last)), tmp_path)

    page = BlogPage.objects.get(slug="undated")
    assert (page.live, page.updated, page.date.year) == (True, None, timezone.now().year)
    assert ListedPost.objects.filter(post=page).exists()
    assert [client.get(f"/blog/{slug}/").status_code for slug in ("undated", "hidden")] == [200, 404]
    assert BlogPage.objects.get(slug="hidden").scheduled_revision is not None
