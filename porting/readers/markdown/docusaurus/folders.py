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
    original: str = ""  # the folder it translates
    plugin: str = ""  # the id of the blog plugin, where there are several


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
            title, plugin = said(part, "blogTitle"), _plugin(part)
            found.append(BlogFolder(folder, options.base_path or route, title, plugin=plugin))
    found = found or [BlogFolder(path, options.base_path or "blog") for path in guess_folders(names)]
    return found + _translations(config, site, names, found)


def _plugin(part: str) -> str:
    """The ``id`` among a plugin's own options, and not one of whatever stands behind them."""
    begin, depth = max(part.find("{", 0, 100), 0), 0
    if part[:begin].strip(" \t\n\r'\"`,()"):  # the options of a preset, whose bracket stands before
        begin, depth = 0, 1
    end = len(part)
    for found in re.finditer(r"[{}]", part[begin:]):
        depth += 1 if found.group(0) == "{" else -1
        if depth <= 0:
            end = begin + found.start()
            break
    own = said(part[:end], "id")
    return "" if own == "default" else own


def _translations(config: str, site: str, names: list[str], folders: list[BlogFolder]) -> list[BlogFolder]:
    """Folders with blogs in other languages: ``i18n/fr/docusaurus-plugin-content-blog``, ``…-blog-second``."""
    below = re.escape(f"{site}/" if site else "")
    pattern = re.compile(rf"({below}i18n/([\w-]+)/docusaurus-plugin-content-blog(?:-([\w-]+))?)/")
    named = {found.groups("") for name in names if (found := pattern.match(name)) and is_text(name)}
    first, known = said(config, "defaultLocale"), {one.path for one in folders}
    made = []
    for path, language, plugin in sorted(named):
        original = _original(folders, plugin)
        if language != first and path not in known:
            route = join(language, original.route if original else plugin).lstrip("/")
            above = original.path if original else ""
            made.append(BlogFolder(path, route, language=language, original=above, plugin=plugin))
    return made


def _original(folders: list[BlogFolder], plugin: str) -> BlogFolder | None:
    """The blog of a plugin: by the id it is given, else by the name of its folder."""
    if not plugin:
        return next((one for one in folders if not one.plugin), folders[0] if folders else None)
    by_id = [one for one in folders if one.plugin == plugin]
    return next(iter(by_id or [one for one in folders if posixpath.basename(one.path) == plugin]), None)


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
