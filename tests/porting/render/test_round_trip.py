"""Contract: every block a post may have comes back from the dialect as it was."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from wagtail import blocks

from blog.blocks import PostBody
from core.article.kept_html import clean_html
from porting.convert import ConvertContext, LinkTarget, to_blocks
from porting.render import to_dialect

PICTURE = {"image": 7, "decorative": False, "alt_text": "A press & a “sheet”"}


def _number(kind: str) -> Any:
    def number(address: str, *_: str) -> int | None:
        return int(address.split(":")[1]) if re.fullmatch(rf"{kind}:\d+", address) else None

    return number


def _link(href: str) -> LinkTarget:
    if found := re.fullmatch(r"page:(\d+)(?:#(.+))?", href):
        return LinkTarget(page=int(found[1]), fragment=found[2] or "")
    return LinkTarget(href=href, document=_number("document")(href))


CONTEXT = ConvertContext(
    link=_link, picture=_number("image"), document=_number("document"), callout=_number("callout")
)


def without_ids(value: Any) -> Any:
    """The value without the ids of its blocks and the keys the editor gives to paragraphs."""
    if isinstance(value, dict):
        return {name: without_ids(inner) for name, inner in value.items() if name != "id"}
    if isinstance(value, list):
        return [without_ids(inner) for inner in value]
    return re.sub(r' data-block-key="[^"]*"', "", value) if isinstance(value, str) else value


def item(value: Any) -> dict[str, Any]:
    return {"type": "item", "value": value}


def text(html: str) -> dict[str, Any]:
    return {"type": "paragraph", "value": html}


def code(source: str, **more: Any) -> dict[str, Any]:
    value = {"language": "text", "title": "", "code": source, "highlight_lines": "", "line_numbers": False}
    return {"type": "code", "value": value | more}


def image(**more: Any) -> dict[str, Any]:
    return {"type": "image", "value": {"image": PICTURE, "caption": "", "width": "text", "link": ""} | more}


def table(columns: list[tuple[str, str]], rows: list[list[Any]], **more: Any) -> dict[str, Any]:
    grid = {
        "columns": [{"type": kind, "heading": heading} for kind, heading in columns],
        "rows": [{"values": values} for values in rows],
        "caption": "",
    }
    return {"type": "table", "value": {"caption": "", "first_column_is_header": False, "table": grid} | more}


INSIDE = [
    text("<p>Words <b>bold</b></p><ul><li>one<ul><li>two</li></ul></li></ul>"),
    {"type": "heading", "value": {"text": "Inside", "level": "5", "anchor": ""}},
    code("x = 1\n\n\ny = 2", language="python"),
    image(caption="Below <i>it</i>"),
    table([("text", "A"), ("rich_text", "B")], [["1", "<b>2</b>"]]),
    {"type": "divider", "value": None},
    {"type": "quote", "value": {"text": "<p>So</p>", "attribution": "", "role": "", "source_url": ""}},
]
LIST = {
    "type": "list",
    "value": {"ordered": True, "start": 4, "items": [item(INSIDE), item([text("<p>Short</p>")])]},
}
NESTED = {"type": "list", "value": {"ordered": False, "start": 1, "items": [item([text("<p>x</p>"), LIST])]}}
NOTE = {"type": "admonition", "value": {"kind": "warning", "title": "Mind", "body": [*INSIDE, NESTED]}}
FLOW = [NOTE, NESTED, *INSIDE]
TABS = {
    "type": "tabs",
    "value": {
        "group": "os",
        "tabs": [item({"label": "macOS", "body": INSIDE}), item({"label": "Windows", "body": INSIDE})],
    },
}

RICH = {
    "text": [
        text(
            "<p>One <b>bold <i>both</i></b>, <code>a &lt; b</code>, <s>old</s>, x<sup>2</sup>, H<sub>2</sub>O, "
            "<mark>seen</mark>, <kbd>Ctrl</kbd>, <u>under</u>, <small>fine print</small>.<br/>Next line</p>"
            "<p>A &amp; B, “quoted”, non\xa0breaking, a literal [^9] and {{ braces }}</p>"
        )
    ],
    "links": [
        text(
            '<p><a linktype="page" id="3">page</a> <a linktype="page" id="3" fragment="part">part</a> '
            '<a linktype="document" id="4">file</a> <a href="https://example.org/?a=1&amp;b=2">web</a> '
            '<a href="#part">here</a></p>'
        )
    ],
    "a list from nought": [{"type": "list", "value": LIST["value"] | {"start": 0}}],
    "headings in text": [text("<h2>Plain</h2><p>x</p><h3>With <code>code</code></h3><p>y</p>")],
    "two texts": [text("<p>One</p>"), text("<p>Two</p>"), text("<p>Three</p>")],
    "headings": [
        {
            "type": "heading",
            "value": {"text": f"Level {level} < 7", "level": str(level), "anchor": f"a{level}"},
        }
        for level in range(2, 7)
    ],
    "codes": [
        code(
            "  indented\n\n\ttab\n<b>&amp;</b>\n\n",
            title='a "b".py',
            highlight_lines="1,3-5",
            line_numbers=True,
        ),
        code("\nfirst line empty", language="c++"),
        code("[^1] ``` --- :::note"),
    ],
    "pictures": [
        image(caption='By <a href="https://example.org/">her</a>', width="wide", link="/big/"),
        image(image={"image": 8, "decorative": True, "alt_text": ""}, width="full"),
        {
            "type": "remote_picture",
            "value": {
                "url": "https://old.example/a.png",
                "alt_text": "A",
                "caption": "<p>c</p>",
                "width": "text",
                "link": "https://e.org/",
            },
        },
    ],
    "gallery": [
        {
            "type": "gallery",
            "value": {
                "images": [
                    item({"image": PICTURE, "caption": "One & two", "link": ""}),
                    item({"image": PICTURE | {"image": 9}, "caption": "", "link": "https://e.org/"}),
                ],
                "caption": "Both",
            },
        }
    ],
    "quote": [
        {
            "type": "quote",
            "value": {
                "text": "<p>One</p><p>Two <b>b</b></p><ul><li>p</li></ul>",
                "attribution": "A & B",
                "role": "printers",
                "source_url": "https://example.org/q",
            },
        }
    ],
    "tables": [
        table([("text", ""), ("text", "")], [["a", "b"], ["", "d"]]),
        table(
            [("text", "N"), ("number", "W"), ("rich_text", "R")],
            [["a", 4.5, "plain"], ["b", None, "<p>p</p>"]],
        ),
        table([("rich_text", ""), ("number", "")], [["a", 45]], first_column_is_header=True, caption="What"),
    ],
    "notes": [
        text("<p>See[^press] and <b>that[^ink-2]</b>, not <code>[^press]</code>.</p>"),
        {
            "type": "footnotes",
            "value": {
                "notes": [
                    item({"key": "press", "text": 'A <a href="https://e.org">b</a>'}),
                    item({"key": "ink-2", "text": "<p>One</p><p>Two, as[^press]</p>"}),
                ]
            },
        },
    ],
    "list": [LIST, NESTED],
    "simple words in a list block": [
        {"type": "list", "value": {"ordered": False, "start": 1, "items": [item([text("<p>a</p>")])]}}
    ],
    "admonition": [NOTE],
    "accordion": [
        {
            "type": "accordion",
            "value": {"items": [item({"title": "A <b>", "body": FLOW, "open": True})]},
        },
        {
            "type": "accordion",
            "value": {"items": [item({"title": "B", "body": [text("<p>b</p>")], "open": False})]},
        },
    ],
    "tabs": [
        {
            "type": "tabs",
            "value": {
                "group": "os",
                "tabs": [item({"label": "macOS", "body": FLOW}), item({"label": "Windows", "body": INSIDE})],
            },
        }
    ],
    "steps": [{"type": "steps", "value": {"steps": [item({"title": "Open", "body": [*FLOW, TABS]})]}}],
    "faq": [
        {
            "type": "faq",
            "value": {"items": [item({"question": "Why?", "answer": "<p>a</p><ul><li>b</li></ul>"})]},
        }
    ],
    "buttons": [
        {"type": "button", "value": {"text": "Go", "page": 3, "url": "", "style": "secondary"}},
        {
            "type": "button",
            "value": {"text": "Go", "page": None, "url": "mailto:a@b.org", "style": "primary"},
        },
    ],
    "download": [
        {"type": "download", "value": {"document": 4, "title": "", "description": "Two\nlines"}},
        {"type": "download", "value": {"document": 4, "title": "T", "description": ""}},
    ],
    "callout": [{"type": "callout", "value": 5}],
    "pull quote": [{"type": "pull_quote", "value": {"text": "One\ntwo & three"}}],
    "embed": [{"type": "embed", "value": {"url": "https://youtu.be/abcdefghijk", "caption": "C & d"}}],
    "posts": [
        {
            "type": "posts",
            "value": {
                "heading": "More",
                "source": "picked",
                "count": 4,
                "tag": "",
                "posts": [item(3), item(6)],
            },
        }
    ],
    "html": [
        {
            "type": "html",
            "value": {
                "html": clean_html(
                    '<table><tbody><tr><td colspan="2">a <a linktype="page" id="3">b</a>'
                    '<embed embedtype="image" format="fullwidth" id="7" alt="x">'
                    '<img src="https://e.org/x.png" alt="y"></td></tr></tbody></table>'
                    '<pre><code class="language-python">\nx\n</code></pre>'
                ),
                "reason": "table with spans",
                "reviewed": True,
            },
        }
    ],
}


#: Their previews show objects of the site; they are among the rich ones.
WITH_OBJECTS = {"image", "gallery", "download", "callout"}


@pytest.mark.parametrize("name", RICH)
def test_comes_back_equal(name: str) -> None:
    there = to_dialect(RICH[name])
    back = to_blocks(there, CONTEXT)
    assert without_ids(back.blocks) == RICH[name]
    assert not [problem for problem in back.problems if problem.kind not in {"images", "html"}]


def test_comes_back_equal_as_one_body() -> None:
    everything = [block for name, blocks in RICH.items() if name != "notes" for block in blocks]
    assert without_ids(to_blocks(to_dialect(everything), CONTEXT).blocks) == everything


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in PostBody().child_blocks if name not in WITH_OBJECTS])
def test_every_block_of_a_post_comes_back_as_its_preview(name: str) -> None:
    block: blocks.Block = PostBody().child_blocks[name]
    raw = json.loads(json.dumps(block.get_prep_value(block.get_preview_value()), cls=DjangoJSONEncoder))
    stream = [{"type": name, "value": raw}]
    assert without_ids(to_blocks(to_dialect(stream), CONTEXT).blocks) == without_ids(stream)


def test_two_conversions_of_one_body_are_identical() -> None:
    html = to_dialect(RICH["accordion"])
    assert to_blocks(html, CONTEXT).blocks == to_blocks(html, CONTEXT).blocks
