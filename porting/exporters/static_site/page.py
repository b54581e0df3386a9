"""A page of the site, made fit for a server that only hands out files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from porting.exporters.static_site.links import with_links

#: The ways to the search: the link at the top, what it opens, and what browsers are told.
_SEARCH = re.compile(
    r"<a\s[^<>]*data-search-link[^<>]*>.*?</a>"
    r"|<dialog\s[^<>]*data-search-dialog[^<>]*>.*?</dialog>"
    r'|<link\s[^<>]*rel="search"[^<>]*>',
    re.DOTALL,
)
_FORM = re.compile(r"<form\s[^<>]*>.*?</form>", re.DOTALL)
_DATA = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.DOTALL)
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
#: Addresses that are read elsewhere, and so stay whole.
_OUTWARD = re.compile(
    r"(<(?:meta\s[^<>]*\scontent|[a-z]+\s[^<>]*\sdata-url"
    r'|link rel="(?:canonical|prev|next|alternate)"[^<>]*\shref)=")([^"]*)"'
)
_LINK = re.compile(r'(<a(?:\s[^<>]*?)?)\shref="([^"]*)"([^<>]*>)')


class PageWriter:
    """Rewrites pages. ``base_url`` is where they will be read, ``roots`` how they write the site's address now."""

    def __init__(self, roots: list[str], base_url: str) -> None:
        self.base_url = base_url
        ways = "|".join(map(re.escape, roots))
        self._roots = re.compile(rf"(?:{ways})(?=[/\"'<>\s?#&\\]|$)")
        self.lost_forms = 0

    def html(self, text: str, change: Callable[[str], str], is_open: Callable[[str], bool]) -> str:
        """The page with addresses changed. ``is_open`` says whether an address of the site is in the export."""
        text = _SEARCH.sub("", text)
        self.lost_forms += len(_FORM.findall(text))
        text = _FORM.sub("", text)
        text = _DATA.sub(self._data, text)
        text = _OUTWARD.sub(lambda found: f'{found[1]}{self.outward(found[2])}"', text)
        text = _LINK.sub(
            lambda found: found[0] if is_open(self.inward(found[2])) else found[1] + found[3], text
        )
        return with_links(text, lambda address: change(self.inward(address)))

    def inward(self, address: str) -> str:
        """An address of the site as a rooted path; anything else as it is."""
        if address.startswith(self.base_url):
            return address
        found = self._roots.match(address)
        return address[found.end() :] or "/" if found else address

    def outward(self, text: str) -> str:
        """Text with every whole address of the site as it will be."""
        return self._roots.sub(self.base_url, text)

    def _data(self, found: re.Match[str]) -> str:
        """Facts for search engines, without the search that is not there."""
        data: Any = json.loads(found[2])
        if isinstance(data, dict):
            data.pop("potentialAction", None)
        text = self.outward(json.dumps(data, ensure_ascii=False)).translate(_ESCAPES)
        return found[1] + text + found[3]


def stub(target: str, canonical: str) -> str:
    """A page that sends readers on to where something is now."""
    link = f'<a href="{target}">{canonical}</a>'
    said = escape(_("This page is now at %(address)s."), quote=False) % {"address": link}
    return (
        f'<!DOCTYPE html>\n<html lang="{get_language() or settings.LANGUAGE_CODE}"><head><meta charset="utf-8">'
        f"<title>{escape(_('Moved'), quote=False)}</title>"
        f'<meta name="robots" content="noindex"><link rel="canonical" href="{canonical}">'
        f'<meta http-equiv="refresh" content="0; url={target}"></head>'
        f"<body><p>{said}</p></body></html>\n"
    )
