"""Reads of posts. The one place that decides which posts stand in public lists."""

from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.visibility import public_pages


class BlogPageQuerySet(PageQuerySet):
    """Posts, with the site's rules of who may see what."""

    def listed(self):
        """Posts that stand in public lists: live, unexpired, open to everybody, not unlisted."""
        return public_pages(self).filter(unlisted=False)


BlogPageManager = PageManager.from_queryset(BlogPageQuerySet)
