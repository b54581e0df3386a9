"""Who may see what: the site's one rule for pages.

Everybody may see a page that is live, has not expired, and is open: neither it nor a page above it asks
for a password, a login or a group. An alias asks for what the page it mirrors asks for;
no alias mirrors another alias (``core/aliases.py``), so one step is enough.
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction


def public_pages(pages: QuerySet) -> QuerySet:
    """The pages everybody may open, of those given.

    One query, however many restrictions the site has: Wagtail's own ``public()`` first fetches them all
    and then asks with one condition for each.
    """
    below = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path_below=below).filter(
        Q(path_below__startswith=F("page__path")) | Q(path_below__startswith=F("page__aliases__path"))
    )
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return pages.live().filter(unexpired).filter(~Exists(restrictions))
