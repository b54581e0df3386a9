"""What the admin tells people about a page's address: where an old one leads, and who links to a page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex

NAMED = 5


def new_redirects(page: Page, since: datetime) -> list[Redirect]:
    """The redirects Wagtail left for this page at ``since`` or later, because its address changed."""
    found = Redirect.objects.filter(
        automatically_created=True,
        redirect_page_id=page.pk,
        redirect_page_route_path="",
        created_at__gte=since,
    )
    return list(found.order_by("pk"))


def redirect_message(redirects: list[Redirect]) -> str:
    """Where readers with an old address are led."""
    paths = ", ".join(redirect.old_path for redirect in redirects)
    return ngettext(
        "The address changed. Whoever opens the old one, %(paths)s, is led to the new one.",
        "The address changed. Whoever opens one of the old ones, %(paths)s, is led to the new one.",
        len(redirects),
    ) % {"paths": paths}


def inbound_message(page: Page, user: Any) -> str:
    """Which other pages link to this one; an empty text when none does.

    Pages the account may not edit are counted, not named.
    """
    references = ReferenceIndex.get_grouped_references_to(page)
    sources = [source for source, _rows in references if isinstance(source, Page) and source.pk != page.pk]
    if not sources:
        return ""
    named = [source for source in sources if source.permissions_for_user(user).can_edit()][:NAMED]
    parts = [f"“{source.get_admin_display_title()}”" for source in named]
    if more := len(sources) - len(named):
        parts.append(ngettext("%(count)d more page", "%(count)d more pages", more) % {"count": more})
    message = _("Links to this page would break in: %(pages)s. Change them first, or unpublish it instead.")
    return message % {"pages": ", ".join(parts)}
