"""Which pages are measured: one of each type of the demo, and the most telling ones of an imported blog."""

from __future__ import annotations

import re

from scripts.audit.findability import public_pages, read

DEMO = [
    "/",
    "/blog/",
    "/blog/choosing-a-measure/",
    "/blog/give-your-posts-a-body/",
    "/blog/a-year-of-covers/",
    "/blog/house-style/",
    "/blog/tags/",
    "/blog/tags/design/",
    "/blog/authors/",
    "/blog/authors/linh-tran/",
    "/blog/series/",
    "/blog/series/setting-text/",
    "/blog/archive/",
    "/search/",
    "/search/?q=blog",
    "/search/?q=desgin",
    "/search/?q=design&year=2026",
    "/search/?q=nothinglikethis",
    "/about/",
    "/nothing-here/",
    "/blog/contributor-handbook/",
]
#: Answered with an error on purpose, or kept from search engines on purpose: Lighthouse's marks mean nothing there.
UNMARKED = {
    "/nothing-here/",
    "/blog/contributor-handbook/",
    "/blog/house-style/",
    "/search/?q=blog",
    "/search/?q=desgin",
    "/search/?q=design&year=2026",
    "/search/?q=nothinglikethis",
}
#: What makes a post hard to show well.
HARD = {
    "code": r"<pre",
    "pictures": r"<img",
    "tables": r"<table",
    "headings": r"<h[2-6]",
    "quotations": r"<blockquote",
    "lists": r"<li",
    "other scripts": r"[\u0590-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]",
}


def telling_posts(base: str, prefix: str) -> list[str]:
    """The paths of those posts below ``prefix`` that have most of something, and of the longest."""
    texts = {}
    for url in public_pages(base):
        path = url.removeprefix(base)
        if re.fullmatch(rf"{prefix}(?!\d{{4}}/)[^/]+/", path) and not path.endswith(
            ("/tags/", "/authors/", "/series/", "/archive/", "/categories/")
        ):
            texts[path] = read(url).decode().partition("<article")[2].partition("</article>")[0]
    if not texts:
        return []
    measures = [
        len,
        *((lambda text, wanted=pattern: len(re.findall(wanted, text))) for pattern in HARD.values()),
    ]
    return list(dict.fromkeys(max(texts, key=lambda path: measure(texts[path])) for measure in measures))
