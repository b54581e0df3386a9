"""What ``config.rb`` of a Middleman site says about its blog's addresses. It is a program, which is not run."""

from __future__ import annotations

import re

from porting.packages import Package
from porting.readers.markdown.addresses import join
from porting.readers.markdown.site_config import find, source

USUAL = "{year}/{month}/{day}/{title}.html"


def permalink_of(package: Package) -> str:
    """The pattern of posts' addresses; empty when the package is no Middleman blog."""
    path = find(package, "config.rb")
    text = re.sub(r"(?m)^[ \t]*#[^\n]*$", "", source(package, path)) if path else ""
    if not re.search(r"\bactivate[\s(]*:blog\b", text):
        return ""
    said = _set(text, "permalink") or USUAL
    if re.search(r"\bactivate[\s(]*:directory_indexes\b", text):
        said = said.removesuffix(".html") + "/"
    # Middleman calls the name of the file a title.
    return join(_set(text, "prefix"), said.replace("{title}", "{slug}"))


def page_address(path: str, permalink: str) -> str:
    """Where a page that is no post was; ``permalink`` is the pattern of the posts, which ends as all addresses do."""
    place = re.sub(r"^(?:.*/)?source/", "", path).partition(".")[0]
    if permalink.endswith("/"):
        return join(re.sub(r"(?:^|/)index$", "", place), "/")
    return join(f"{place}.html")


def _set(text: str, name: str) -> str:
    found = re.search(rf"\.{name}\s*=\s*[\"']([^\"'\n]*)[\"']", text)
    return found.group(1) if found else ""
