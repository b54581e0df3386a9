"""Jekyll: ``_posts``, ``_drafts``, collections and pages, ``_config.yml``, kramdown and Liquid."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import quote, unquote

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields, typography_settings
from porting.readers.markdown.addresses import host, join, path_of
from porting.readers.markdown.dates import zone
from porting.readers.markdown.eleventy.layouts import CONFIG as ELEVENTY
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.jekyll.addresses import Permalinks
from porting.readers.markdown.jekyll.config import Config
from porting.readers.markdown.jekyll.distill import distill
from porting.readers.markdown.jekyll.files import wanted, why_left_out
from porting.readers.markdown.jekyll.formulas import in_sentences, with_lines
from porting.readers.markdown.jekyll.kramdown import kramdown
from porting.readers.markdown.jekyll.moments import in_utc
from porting.readers.markdown.jekyll.people import people
from porting.readers.markdown.jekyll.plugins import shows_emoji
from porting.readers.markdown.jekyll.tables import tables
from porting.readers.markdown.jekyll.values import SiteValues
from porting.readers.markdown.jekyll.words import list_folders, names_of
from porting.readers.markdown.liquid.code import code_includer, code_reader
from porting.readers.markdown.liquid.octopress import BACKTICKS, BACKTICKS_END, titled_fence
from porting.readers.markdown.liquid.rendering import Liquid, highlights, protect_raw, within
from porting.readers.markdown.plain import aliases
from porting.readers.markdown.site_config import find
from porting.readers.markdown.system import System
from porting.readers.markdown.text.code import fence_html
from porting.readers.markdown.text.emoji import signs_in, with_signs
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.options import ReadOptions

COVER_PLACES = ("assets/images", "assets/img", "assets", "images", "img")


class Jekyll(System):
    """One Jekyll site."""

    format = "jekyll"
    tag_separators = r"\s*,\s*"
    day_first = True  # as Ruby reads it

    def configure(self) -> None:
        config = self.config = Config.of(self.package)
        self.flavour = replace(
            self.flavour,
            typography=typography_settings.of_jekyll(config.values),
            breaks=fields.truth(fields.mapping(config.values.get("kramdown")).get("hard_wrap")),
            formulas=("$$",) if typography_settings.has_kramdown(config.values) else (),
        )
        self.has_emoji = shows_emoji(self.package, config)
        self.zone = zone(config.values.get("timezone"))
        self.blog.title = config.text("title", "name")
        self.blog.description = config.text("description", "tagline")
        self.blog.language = config.text("lang", "locale")
        self.blog.media_roots = [config.top]
        self.blog.hosts.add(host(config.text("url")))
        self.permalinks = Permalinks(config, self.zone, self.options.permalink)
        self.site_values = SiteValues(self.package, config.values, config.top, frozenset(config.collections))
        self.read_code = code_reader(self.package, config.top, config.text("code_dir"))
        for key, about in people(self.package, config).items():
            self.people.declare(key, about)
        author = config.values.get("author")
        self.default_authors = author if not isinstance(author, dict) or author.get("name") else None

    def wanted(self) -> list[str]:
        return wanted(self.package, self.config, self.options.content, self._report)

    def _report(self, source: str, kind: str, detail: str) -> None:
        self.blog.problems.append(Problem(source, kind, detail))

    def accepts(self, entry: Entry) -> bool:
        inside = self.config.inside(entry.path)
        entry.section = self.config.section(inside)
        self.config.give_defaults(entry)
        in_utc(entry.data)
        target = fields.text(next(iter(fields.as_list(entry.data.get("redirect_to"))), ""))
        if target:
            entry.date = self._date(entry)
            self.place(entry)
            self.redirect(entry.addresses[0], target)
            self._report_hidden(entry, target)
            return False
        reason = why_left_out(entry, inside)
        if reason:
            self._report(entry.path, "text", reason)
        return reason is None

    def _report_hidden(self, entry: Entry, target: str) -> None:
        if entry.body.strip():
            detail = _(
                "The old site led from here to %(address)s and never showed the text; it was left out."
            )
            self._report(entry.path, "text", detail % {"address": target})

    def place(self, entry: Entry) -> None:
        title = unescape(entry.title)  # layouts write it into their HTML as it is
        entry.title = with_signs(title) if self.has_emoji else title
        is_post = entry.section in ("posts", "drafts") or (entry.section and entry.date)
        entry.kind = "post" if is_post else "page"
        entry.draft = entry.section == "drafts" or self._was_never_shown(entry)
        entry.slug = fields.text(entry.data.get("slug")).strip("/") or entry.name or entry.day
        self.permalinks.place(entry, [str(one) for one in self._category_names(entry)])
        entry.aliases = [path_of(alias) for alias in aliases(entry)] + entry.aliases

    def _was_never_shown(self, entry: Entry) -> bool:
        """Jekyll shows no post without a day, and nothing of a collection without output."""
        undated = entry.section == "posts" and not entry.date
        if undated:
            entry.notes.report("hidden", _("The file's name has no day, so Jekyll never showed the post."))
        without = not self.config.makes_pages(entry.section)
        if without:
            entry.notes.report("hidden", _("Its collection made no pages (it has no “output”)."))
        return undated or without

    def _category_names(self, entry: Entry) -> list[Any]:
        inside = self.config.inside(entry.path)
        found = re.match(r"(.*?)/_(?:posts|drafts)/", inside)
        above = found.group(1) if found else ""
        return fields.unique(
            [*(part for part in above.split("/") if part), *names_of(entry.data, "category", "categories")]
        )

    def tags_of(self, entry: Entry) -> Any:
        return names_of(entry.data, "tag", "tags")

    def categories_of(self, entry: Entry) -> Any:
        said = fields.text(entry.data.get("category"))
        if " " in said:
            entry.notes.report(
                "categories",
                _("“%(name)s” was taken as one category; as “categories” its words would be several.")
                % {"name": said},
            )
        return self._category_names(entry)

    def cover(self, entry: Entry) -> Picture | None:
        found = fields.cover(entry.data)
        if found and not found.url.startswith(("http", "/")):
            found.url = self._picture_address(entry, found.url)
        return found

    def _picture_address(self, entry: Entry, address: str) -> str:
        """Themes keep cover pictures below folders of their own; take the one that has the file."""
        beside = self._beside(entry, address)
        if beside:
            return beside
        places = [self.config.path(name) for name in COVER_PLACES]
        for base in ("", entry.folder, self.config.top, *places):
            path = posixpath.join(base, address) if base else address
            if self.package.exists(path):
                return "/" + self.config.inside(path)
        return address

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        if not _has_liquid(entry):
            return super().mask(entry)
        if entry.is_html:
            masks = Masks()
            text = highlights(entry.body, lambda info, code: masks.hide(fence_html(code, info)))
            return protect_raw(text, masks), masks
        text = highlights(entry.body)
        if self.config.text("code_dir"):
            text = within(text, BACKTICKS, BACKTICKS_END, titled_fence)
        separator = fields.text(entry.data.get("excerpt_separator")) or self.config.text("excerpt_separator")
        if separator and not separator.startswith("<!--"):
            text = text.replace(separator, "\n", 1)
        text, masks = mask(text)
        return protect_raw(text, masks), masks

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if _has_liquid(entry) and ("{%" in text or "{{" in text):
            self.site_values.list_collections(self.entries)
            read = self.site_values.reader(entry)
            values = self.site_values.scope(entry)
            code = code_includer(self.read_code, masks, is_html=entry.is_html)
            text = Liquid(
                entry.notes, masks, self.links.by_name, values, read, entry.data, include_code=code
            ).run(text)
        text = distill(text, entry.notes, is_html=entry.is_html)
        text = text if entry.is_html else self._markdown(text, masks, entry)
        return signs_in(text) if self.has_emoji else text

    def html(self, entry: Entry) -> str:
        return with_lines(super().html(entry))

    def _markdown(self, text: str, masks: Masks, entry: Entry) -> str:
        text = kramdown(text, masks, entry.notes)
        return tables(in_sentences(text), masks) if self.flavour.formulas else text

    def address(self, address: str, entry: Entry) -> str:
        """``source:`` from ``post_url`` behind a host that was written out; pictures in the post's own folder."""
        found = re.search(r"source:.*$", address)
        if found:
            return found.group(0)
        return self._beside(entry, address) or address

    def _beside(self, entry: Entry, address: str) -> str:
        """A relative address in the folder a field of the post names (Chirpy), when the file is there."""
        folder = fields.text(fields.first(entry.data, "media_subpath", "img_path")).strip("/")
        if not folder or re.match(r"[/#?]|[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
            return ""
        path = posixpath.normpath(posixpath.join(folder, unquote(address)))
        return f"/{quote(path)}" if self.package.exists(self.config.path(path)) else ""

    def finish(self) -> None:
        base = self.config.base
        feed = fields.text(fields.mapping(self.config.values.get("feed")).get("path"))
        for name in fields.unique(["/feed.xml", "/atom.xml", "/rss.xml", "/feed/", path_of(feed)]):
            self.redirect(join(base, name), "feed:")
        for kind, terms in (("tag", self.tags), ("category", self.categories)):
            for folder in list_folders(self.config.values, kind):
                self.redirect_terms(f"{base}/{folder}", terms, kind)


def _has_liquid(entry: Entry) -> bool:
    return not fields.said_no(entry.data, "render_with_liquid")


class JekyllReader:
    """Reads Jekyll sites."""

    name = "jekyll"
    label = "Jekyll"

    def recognises(self, package: Package) -> float:
        """Sure of ``_posts`` with dated files, surer than of an older system's export that lies beside them."""
        names = package.names()
        posts = any(re.search(r"(?:^|/)_posts/(?:.*/)?\d{4}-\d{1,2}-\d{1,2}[-_]", name) for name in names)
        config = bool(find(package, "_config.yml"))
        if not config and any(ELEVENTY.search(name) for name in names):
            return 0.0  # which may have such a folder, too
        return 0.97 if posts and config else 0.85 if posts else 0.4 if config else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Posts, drafts, collections and pages."""
        blog = Jekyll(package, options).read()
        if not blog.posts:
            unread = next((one.detail for one in blog.problems if one.kind == "unreadable"), "")
            if unread:
                raise ReadError(_("Posts were found, but none that can be read: %(why)s") % {"why": unread})
            raise ReadError(_("No posts were found in it: Jekyll keeps them in a folder called _posts."))
        return blog
