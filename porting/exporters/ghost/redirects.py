"""Old addresses as Ghost's ``redirects.yaml``: those before this site, and those this site had itself."""

from __future__ import annotations

import re

import yaml
from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost, SourceRedirect
from porting.exporters.ghost.addresses import BASE, GhostAddresses, path_of

SIGNS = re.compile(r"([.+*()\[\]|{}^$\\])")
ESCAPED = r"\\\1"


def redirects_yaml(
    redirects: list[SourceRedirect],
    posts: list[SourcePost],
    addresses: GhostAddresses,
    problems: list[Problem],
) -> str:
    """The file, or "" when nothing needs one. Ghost takes what is redirected for a pattern, so signs are escaped."""
    found: dict[str, str] = {}
    for post in posts:
        target = f"/{addresses.slugs[post.source_id]}/"
        for address in [*post.addresses, *post.aliases]:
            found.setdefault(path_of(address), target)
    for redirect in redirects:
        found.setdefault(path_of(redirect.address), target_of(redirect.target, addresses))
    rows = {}
    for source, target in found.items():
        if "?" in source:
            detail = _("Ghost cannot redirect an address with a query.")
            problems.append(Problem(source, "redirect", detail))
        elif target and source.rstrip("/") != target.rstrip("/"):
            rows[f"^{SIGNS.sub(ESCAPED, source.rstrip('/'))}/?$"] = target
    return yaml.safe_dump({301: rows, 302: {}}, allow_unicode=True, sort_keys=False) if rows else ""


def target_of(target: str, addresses: GhostAddresses) -> str:
    """Where a redirect leads in Ghost; empty when there is nothing like it."""
    kind, _, key = target.partition(":")
    if kind == "blog":
        return "/"
    if kind == "feed":
        return "/rss/"
    if kind == "post":
        target = f"source:{key}"
    found = addresses.of(target)
    if found.startswith(BASE):
        return found.removeprefix(BASE)
    return found if found.startswith(("/", "https://", "http://")) else ""
