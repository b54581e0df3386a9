"""Which pages an article may link to."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction


def public_pages(pages: QuerySet) -> QuerySet:
    """The pages every visitor may open: live, not expired, neither they nor a page above them restricted.

    One query, however many restrictions the site has: Wagtail's own ``public()`` first fetches them all
    and then asks with one condition for each.
    """
    restrictions = PageViewRestriction.objects.annotate(path_below=OuterRef("path")).filter(
        path_below__startswith=F("page__path")
    )
    not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return pages.live().filter(not_expired).filter(~Exists(restrictions))
