"""Posts in every state of the site's rule of who may see what."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage

from .pages import BlogPageFactory

PUBLIC = "live"
#: Every state but live: nothing of such a post may show anywhere.
STATES = ["draft", "scheduled", "expired", "overdue", "unlisted", "login", "password", "group"]
RESTRICTIONS = {
    "login": PageViewRestriction.LOGIN,
    "password": PageViewRestriction.PASSWORD,
    "group": PageViewRestriction.GROUPS,
}


def make_post(parent: Page, state: str = PUBLIC, **fields) -> BlogPage:
    """A post below a blog in one state: live, or one of ``STATES``.

    "expired" has been swept by Wagtail's command; "overdue" has passed its expiry, but nobody swept it yet.
    """
    now = timezone.now()
    post = BlogPageFactory(parent=parent, **{**_fields_of(state, now), **fields})
    if state == "scheduled":
        post.go_live_at = now + timedelta(days=1)
        post.save_revision().publish()
    elif state == "draft":
        post.save_revision()
    elif state in RESTRICTIONS:
        restrict(post, state)
    return BlogPage.objects.get(pk=post.pk)


def _fields_of(state: str, now) -> dict:
    if state in ("draft", "scheduled"):
        return {"live": False}
    if state == "expired":
        return {"live": False, "expired": True, "expire_at": now - timedelta(hours=1)}
    if state == "overdue":
        return {"expire_at": now - timedelta(minutes=1)}
    return {"unlisted": True} if state == "unlisted" else {}


def restrict(page: Page, kind: str = "login") -> PageViewRestriction:
    """Ask whoever opens a page or one below it for a login, a password ("secret") or a group ("Readers")."""
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk),
        restriction_type=RESTRICTIONS[kind],
        password="secret" if kind == "password" else "",
    )
    if kind == "group":
        restriction.groups.add(Group.objects.get_or_create(name="Readers")[0])
    return restriction
