"""Which folders of a Docusaurus site are blogs: those the configuration names, those that look so, and translations."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from porting.readers.markdown.addresses import join
from porting.readers.markdown.entry import is_text
from porting.readers.markdown.site_config import said
from porting.readers.options import ReadOptions

BLOG_FILES = ("authors.yml", "authors.yaml", "authors.json", "tags.yml", "tags.yaml")


@dataclass
class BlogFolder:
    """One instance of the blog plugin: its folder in the package and its route on the site."""

    path: str
    route: str
    title: str = ""
    language: str = ""  # of a folder of translations


def blog_folders(config: str, site: str, names: list[str], options: ReadOptions) -> list[BlogFolder]:
    """Blogs the configuration (its text) names, else every folder that looks like one; ``site`` is its folder."""
    if options.content:
        return [BlogFolder(options.content.strip("/"), options.base_path or "blog")]
    found: list[BlogFolder] = []
    for part in re.split(r"plugin-content-blog|(?<![\w-])blog\s*:\s*\{", config)[1:]:
        part = part[:2500]
        path = (said(part, "path") or "blog").removeprefix("./")
        route = said(part, "routeBasePath") if re.search(r"\brouteBasePath\b", part) else "blog"
        folder = posixpath.normpath(posixpath.join(site, path)).lstrip("./")
        known = [one.path for one in found]
        if any(name.startswith(f"{folder}/") for name in names) and folder not in known:
            found.append(BlogFolder(folder, options.base_path or route, said(part, "blogTitle")))
    found = found or [BlogFolder(path, options.base_path or "blog") for path in guess_folders(names)]
    return found + _translations(config, site, names, found)


def _translations(config: str, site: str, names: list[str], folders: list[BlogFolder]) -> list[BlogFolder]:
    """Folders with the first blog in other languages: ``i18n/fr/docusaurus-plugin-content-blog``."""
    below = re.escape(f"{site}/" if site else "")
    pattern = re.compile(rf"({below}i18n/([\w-]+)/docusaurus-plugin-content-blog)/")
    named = {found.groups() for name in names if (found := pattern.match(name)) and is_text(name)}
    first = said(config, "defaultLocale")
    return [
        BlogFolder(path, join(language, folders[0].route).lstrip("/"), language=language)
        for path, language in sorted(named)
        if language != first and path not in [one.path for one in folders]
    ]


def locales(config: str) -> list[str]:
    """The languages the site was also built in; each had every post, translated or not."""
    named = re.search(r"\blocales\s*:\s*\[([^\]]*)\]", config)
    found = re.findall(r"[\"']([\w-]+)[\"']", named.group(1)) if named else []
    return [one for one in found if one != said(config, "defaultLocale")]


def guess_folders(names: list[str]) -> list[str]:
    """Folders called ``blog`` with posts, or with a file of authors, the topmost ones."""
    folders = {posixpath.dirname(name) for name in names if posixpath.basename(name) in BLOG_FILES}
    for name in names:
        parts = name.split("/")
        if "blog" in parts[:-1] and is_text(name):
            folders.add("/".join(parts[: parts.index("blog") + 1]))
    if not folders and any(is_text(name) for name in names):
        folders = {""}
    folders = {
        path
        for path in folders
        if any(is_text(name) and name.startswith(f"{path}/" if path else "") for name in names)
    }
    return sorted(
        path
        for path in folders
        if not any(path.startswith(f"{other}/") for other in folders if other != path)
    )
