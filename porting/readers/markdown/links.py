"""Links between the files of a blog, and where its pictures are."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote

from porting.packages import Package
from porting.readers.markdown.addresses import inside

ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|\?|$)", re.IGNORECASE)
TEXT_FILE = re.compile(r"\.(?:mdx?|markdown|mkdn?|mdown|mkd|org|rst|html?)$", re.IGNORECASE)


class Links:
    """Knows every file of a blog that became a post, and resolves what posts say about each other."""

    def __init__(self, package: Package, media_roots: list[str], content: str = "") -> None:
        self.package = package
        self.names = set(package.names())
        self.media_roots = media_roots
        self.content = content  # addresses of files may start here
        self.by_path: dict[str, str] = {}
        self.by_stem: dict[str, list[str]] = {}

    def add(self, path: str, source_id: str) -> None:
        """A file that became a post."""
        self.by_path[path] = source_id
        stem = posixpath.splitext(posixpath.basename(path))[0].lower()
        if stem in ("index", "_index"):
            stem = posixpath.basename(posixpath.dirname(path)).lower()
        self.by_stem.setdefault(stem, []).append(source_id)

    def rewrite(self, folder: str, address: str, kind: str) -> str:
        """A link or picture of a post in ``folder``: ``source:<id>`` for posts, else an address media are found by."""
        address = re.sub(r"^pathname:///?", "/", address.strip())
        if address.startswith("@site/"):
            return self._of_site(folder, address.removeprefix("@site/"))
        if ELSEWHERE.match(address):
            return address
        path, mark, rest = _divide(address)
        if kind == "href":
            found = self.post(folder, unquote(path))
            if found:
                return f"source:{found}" + (rest if mark == "#" else "")
        return self.media(folder, address)

    def post(self, folder: str, path: str) -> str:
        """The id of the post a link to a file means, from the file's folder, the content folder or the top."""
        places = [inside(folder, path)] if not path.startswith("/") else []
        bare = path.lstrip("/")
        places += [inside(self.content, bare), bare]
        for place in places:
            for candidate in (
                place,
                *(f"{place.rstrip('/')}{end}" for end in ("/index.md", "/index.mdx", "/_index.md")),
            ):
                if candidate in self.by_path and (
                    TEXT_FILE.search(path) or candidate != place or "." not in path
                ):
                    return self.by_path[candidate]
        return ""

    def by_name(self, name: str) -> str:
        """The id of the only post whose file has this name; empty when there is none or several."""
        bare = TEXT_FILE.sub("", name.strip().strip("/")).lower()
        found = self.by_stem.get(posixpath.basename(bare), [])
        if len(found) > 1:
            found = [one for one in found if TEXT_FILE.sub("", one).lower().endswith(bare)]
        return found[0] if len(found) == 1 else ""

    def media(self, folder: str, address: str) -> str:
        """A relative address that exists under a media root but not in the folder starts at the old site's root."""
        path = unquote(_divide(address)[0])
        if not path or path.startswith("/") or inside(folder, path) in self.names:
            return address
        root = self._root_of(folder, path)
        if root:
            return "/" + quote((inside(folder, path) or "").removeprefix(f"{root}/"))
        bare = re.sub(r"^(?:\.\.?/)+", "", path)
        if any(inside(root, bare) in self.names for root in self.media_roots):
            return "/" + re.sub(r"^(?:\.\.?/)+", "", address)
        return address

    def _root_of(self, folder: str, path: str) -> str:
        """The media root that ``../static/x.png`` leads to from another folder, even if the file is not here."""
        whole = inside(folder, path) or ""
        roots = (root for root in self.media_roots if root and not f"{folder}/".startswith(f"{root}/"))
        return next((root for root in roots if whole.startswith(f"{root}/")), "")

    def _of_site(self, folder: str, path: str) -> str:
        """Docusaurus: ``@site/static/img/x.png`` is ``/img/x.png``; other files are seen from the post's folder."""
        for root in self.media_roots:
            top = posixpath.basename(root)
            if top and path.startswith(f"{top}/"):
                return "/" + path.removeprefix(f"{top}/")
        place, mark, rest = _divide(path)
        sites = {posixpath.dirname(root) for root in self.media_roots} | {""}
        for site in sorted(sites, reverse=True):
            whole = inside(site, place)
            if whole in self.by_path:
                return f"source:{self.by_path[whole]}" + (rest if mark == "#" else "")
            if whole in self.names:
                return posixpath.relpath(whole, folder or ".")
        return "/" + path


def _divide(address: str) -> tuple[str, str, str]:
    """Path, ``#`` or ``?`` or nothing, and the rest with its mark."""
    found = re.search(r"[#?]", address)
    if not found:
        return address, "", ""
    return address[: found.start()], found.group(0), address[found.start() :]
