"""Which plug-ins a Jekyll site was built with, as far as its own files tell."""

from __future__ import annotations

import posixpath
import re

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.jekyll.config import Config
from porting.readers.markdown.site_config import find

GROUP = re.compile(r"^\s*group\b(?P<names>[^#\n]*?)\bdo\b")
GEM = re.compile(r"^\s*gem\s*\(?\s*[\"'](?P<name>[\w.-]+)[\"'](?P<rest>[^#\n]*)")
END = re.compile(r"^\s*end\b")
# Programs of the site's own (Octopress keeps them without the stroke), and layouts that load emojify.js.
PLACES = (
    (re.compile(r"(?:^|/)_?plugins/.*\.rb$"), "emoji"),
    (re.compile(r"(?:^|/)_(?:layouts|includes)/.*\.html$"), "emojify"),
)
ENOUGH = 100_000  # bytes of a program or layout in which a plug-in is looked for


def plugins(package: Package, config: Config) -> set[str]:
    """Names of the plug-ins Jekyll loaded: those of its settings, and those of its group in the ``Gemfile``."""
    said = [*fields.as_list(config.values.get("plugins")), *fields.as_list(config.values.get("gems"))]
    return {fields.text(one).lower() for one in said} | _gems(_text(package, find(package, "Gemfile")))


def shows_emoji(package: Package, config: Config) -> bool:
    """Whether the site showed ``:tada:`` as a sign: by a plug-in, by kramdown, or by a script in its layouts."""
    kramdown = fields.mapping(config.values.get("kramdown"))
    if fields.truth(kramdown.get("gfm_emojis")) or any("emoji" in name for name in plugins(package, config)):
        return True
    return any(
        word in posixpath.basename(name).lower() or word in _text(package, name).lower()
        for place, word in PLACES
        for name in package.names()
        if place.search(name)
    )


def _gems(gemfile: str) -> set[str]:
    """Gems that Bundler hands to Jekyll; others of a ``Gemfile`` are only installed."""
    found, group = set(), False
    for line in gemfile.split("\n"):
        opened, gem = GROUP.match(line), GEM.match(line)
        if opened:
            group = "jekyll_plugins" in opened["names"]
        elif gem and (group or "jekyll_plugins" in gem["rest"]):
            found.add(gem["name"].lower())
        elif END.match(line):
            group = False
    return found


def _text(package: Package, name: str) -> str:
    return decode(package.start(name, ENOUGH))[0] if name else ""
