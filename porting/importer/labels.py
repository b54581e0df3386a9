"""Words for what is stored under short names: kinds of problems, steps of an import."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: The gravest first.
KINDS: dict[str, str | Promise] = {
    "unreadable": _("Could not be read"),
    "image": _("Pictures that are not here"),
    "feature": _("Covers that are not here"),
    "html": _("Parts kept as they were, to be looked at"),
    "text": _("Texts that were left out"),
    "hidden": _("Parts that not everybody saw"),
    "state": _("Posts that are not simply public"),
    "slug": _("Addresses that had to be changed"),
    "aliases": _("Addresses that two posts share"),
    "redirect": _("Redirects to make by hand"),
    "redirects": _("Redirects to make by hand"),
    "links": _("Links that could not be followed"),
    "embed": _("Embeds that became links"),
    "shortcode": _("Shortcodes nobody knows"),
    "formatting": _("Looks that changed"),
    "field": _("Fields that have no place here"),
    "date": _("Dates that could not be read"),
    "edited": _("Edited here since, and left alone"),
    "duplicate": _("Posts with the same id"),
    "comments": _("Comments"),
    "members": _("Lists of members"),
}
#: By the name a run keeps; the first is before any.
STEPS: dict[str, str | Promise] = {
    "": _("Getting ready"),
    "Looking at posts": _("Looking at posts"),
    "Making room": _("Making room"),
    "Writing posts": _("Writing posts"),
    "Old addresses": _("Old addresses"),
}
