"""The public site as files: pages, lists, feeds, pictures. It works from any folder of any server."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import gettext as _

from porting.document import Problem
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import Destination, ExportError, fits
from porting.exporters.formats import Outcome
from porting.exporters.manifest import write_manifest
from porting.exporters.static_site import links
from porting.exporters.static_site.assets import static_file
from porting.exporters.static_site.moved import moved_pages, netlify
from porting.exporters.static_site.page import PageWriter, stub
from porting.exporters.static_site.renderer import MISSING, Answer, Renderer
from porting.exporters.visibility import Visible

PAGE, SHEET = "text/html", "text/css"


def export(blog: OwnBlog, place: Destination) -> Outcome:
    """Write every public address of the blog's site. ExportError when the front page cannot be shown."""
    return _Export(blog, place).run()


class _Export:
    """A walk over the site: what a page links to is asked for next."""

    def __init__(self, blog: OwnBlog, place: Destination) -> None:
        self.blog, self.place = blog, place
        self.site = Renderer(blog.site)
        self.writer = PageWriter(self.site.roots, blog.root)
        self.visible = Visible(blog.site)
        self.counts: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._queue: deque[tuple[str, str]] = deque()
        self._seen: set[str] = set()
        self._moved: dict[str, str] = {}
        # Whoever looks into a file that lists others finds no unlisted post there.
        self._untold = {links.file_of(path) for path in self.visible.unlisted}

    def run(self) -> Outcome:
        """Everything, starting from the front page and every page that is open."""
        for path in (
            "/",
            *sorted(self.visible.open),
            reverse("sitemap"),
            reverse("robots"),
            reverse("favicon"),
        ):
            self._ask_for(path, "/")
        while self._queue:
            self._take(*self._queue.popleft())
        self._not_found()
        self._redirects()
        if self.writer.lost_forms:
            detail = _("The search and other forms need a server; they were left out.")
            self.problems.append(Problem("/", "form", detail))
        for title, path in self.site.unmade.items():
            detail = _("The picture “%(title)s” is not in the export: its file is damaged or gone.")
            self.problems.append(Problem(path, "image", detail % {"title": title}))
        about = {"title": self.blog.title, "base_url": self.blog.root, "kind": "html"}
        write_manifest(self.place, self.counts, about, self._untold)
        return Outcome(self.counts, self.problems)

    def _ask_for(self, address: str, page: str) -> None:
        """Put an address of this site on the list, once."""
        path = links.normal(urlsplit(address).path)
        if address.startswith("/") and not address.startswith("//") and path not in self._seen:
            self._seen.add(path)
            self._queue.append((path, page))

    def _take(self, path: str, page: str) -> None:
        asset = static_file(path)
        if asset is not None:
            self._write_asset(path, asset)
            return
        if not self.visible(path):
            return
        answer = self.site.get(path)
        if answer.location:
            self._note_move(path, answer)
        elif answer.status == 200:
            self._write(path, answer)
        elif path == "/":
            message = _("The front page cannot be shown: the site answers %(status)d.")
            raise ExportError(message % {"status": answer.status})
        else:
            detail = _("%(page)s leads to %(path)s, where there is nothing.") % {"page": page, "path": path}
            self.problems.append(Problem(page, "links", detail))

    def _note_move(self, path: str, answer: Answer) -> None:
        target = self.writer.inward(answer.location)
        if target.startswith("/") and not self.visible(target):
            return
        content = static_file(target)
        if content is not None:
            self._write_asset(path, content)
            return
        self._moved[path] = target
        self._ask_for(target, path)

    def _write(self, path: str, answer: Answer) -> None:
        kind, body = answer.kind, answer.body
        if kind == PAGE or kind.endswith(("xml", "json")):
            for address in links.locations(body.decode(), self.site.roots):
                self._ask_for(address, path)
        if kind == PAGE:
            body = self._page(body.decode(), path).encode()
            self.counts["pages"] += 1
        elif kind == SHEET:
            body = self._sheet(body.decode(), path).encode()
        elif kind.endswith("xml"):
            body = self._xml(body.decode(), path).encode()
            self.counts["feeds and maps"] += 1
        elif kind.endswith("json") or kind == "text/plain":
            body = self._plain(body.decode(), path).encode()
        else:
            self.counts["files"] += 1
        self._put(links.file_of(path), body, path)

    def _put(self, file: str, content: bytes | str, path: str) -> bool:
        """Write a file, unless no folder can hold one of this name."""
        if fits(file):
            self.place.write(file, content)
            return True
        detail = _("Its address is too long for a file: %(path)s") % {"path": path}
        self.problems.append(Problem(path, "links", detail))
        return False

    def _page(self, text: str, path: str, change: Callable[[str], str] | None = None) -> str:
        return self.writer.html(text, change or self._relative_to(path), self._is_kept)

    def _is_kept(self, address: str) -> bool:
        return not address.startswith("/") or address.startswith("//") or self.visible(address)

    def _relative_to(self, page: str) -> Callable[[str], str]:
        def change(address: str) -> str:
            if not address.startswith("/") or address.startswith("//"):
                return address
            self._ask_for(address, page)
            return links.relative(address, page)

        return change

    def _xml(self, text: str, path: str) -> str:
        return self.writer.outward(links.with_links(text, self._relative_to(path)))

    def _plain(self, text: str, path: str) -> str:
        if path == reverse("robots"):
            hidden = (reverse("wagtailadmin_home"), "/search/")
            lines = [line for line in text.split("\n") if not line.partition(" ")[2].startswith(hidden)]
            if lines[:1] == ["User-agent: *"] and not lines[1].startswith(("Allow", "Disallow")):
                lines.insert(1, "Allow: /")
            text = "\n".join(lines)
        return self.writer.outward(text)

    def _write_asset(self, path: str, content: bytes) -> None:
        if path.endswith(".css"):
            content = self._sheet(content.decode(), path).encode()
        elif path.endswith((".js", ".mjs")):
            for address in links.script_links(content.decode(), path):
                self._ask_for(address, path)
        self.counts["design files"] += 1
        self.place.write(links.file_of(path), content)

    def _sheet(self, text: str, path: str) -> str:
        for address in links.sheet_links(text, path):
            self._ask_for(address, path)
        return links.with_sheet_links(text, lambda address: links.relative(address, path))

    def _not_found(self) -> None:
        """The page for missing addresses: it may stand in for any of them, so its own are from the root."""
        folder = urlsplit(self.blog.root).path
        answer = self.site.get(MISSING)

        def from_root(address: str) -> str:
            if not address.startswith("/") or address.startswith("//"):
                return address
            self._ask_for(address, "/404.html")
            return folder + address

        self.place.write("404.html", self._page(answer.body.decode(), MISSING, from_root))
        while self._queue:
            self._take(*self._queue.popleft())

    def _redirects(self) -> None:
        moved = moved_pages(self.blog, self.visible) | self._moved
        written = {}
        for path, target in moved.items():
            file = links.file_of(path if path.rpartition("/")[2].count(".") else path.rstrip("/") + "/")
            if "?" in path or file in self.place.files:
                continue
            inside = target.startswith("/")
            canonical = self.blog.root + target if inside else target
            shown = links.relative(target, "/" + file) if inside else target
            if not self._put(file, stub(_attribute(shown), _attribute(canonical)), path):
                continue
            self.counts["redirects"] += 1
            if target in self.visible.unlisted:
                self._untold.add(file)
            else:
                written[path] = target
        self.place.write("_redirects", netlify(written, urlsplit(self.blog.root).path))


def _attribute(text: Any) -> str:
    return str(text).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
