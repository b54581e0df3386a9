"""Which pages a search may find."""

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page

from blog.models import BlogPage
from core.visibility import public_pages
from search.viewer import Viewer


def searchable_pages(viewer: Viewer) -> QuerySet[Page]:
    """Pages of every type that anybody may open and find: the public ones of the site, but unlisted posts."""
    unlisted = BlogPage.objects.filter(unlisted=True, pk=OuterRef("pk"))
    below_root = Page.objects.descendant_of(viewer.root, inclusive=True)
    return public_pages(below_root).filter(~Exists(unlisted))
