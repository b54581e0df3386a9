"""Real exports, when they lie beside the checkout: nothing in them is lost on the way to the dialect."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from porting.packages import Package
from porting.readers.options import ReadOptions
from porting.readers.wordpress import WordPressReader

DATA = Path(__file__).resolve().parents[5] / "shared" / "data" / "imports" / "data"
EXPORTS = sorted(
    path for path in DATA.rglob("*.xml") if b"wordpress.org/export/" in path.read_bytes()[:20_000]
)


if (
    EXPORTS
):  # where there are none there is no test: one that is skipped would look as if something were missing

    @pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
    def test_every_entry_and_every_picture_is_there(path: Path) -> None:
        blog = WordPressReader().read(Package.open(path), ReadOptions())
        items = etree.parse(path, etree.XMLParser(resolve_entities=False)).getroot().findall("channel/item")
        types = [next((c.text for c in item if str(c.tag).endswith("}post_type")), "post") for item in items]
        assert sum(kind in {"post", "page"} for kind in types) <= len(blog.posts)
        for post in blog.posts:
            tree = LexborHTMLParser(f"<body>{post.html}")
            assert "<!-- wp:" not in post.html
            assert "wp-slot" not in post.html
            assert all(img.attributes.get("src") for img in tree.css("img"))
