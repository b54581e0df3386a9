"""Turns the short notation of the data files into stored StreamField content.

A block is written as ``- name: content``; the functions below say what content each block takes.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .markdown import block_html, inline_html

Stored = dict[str, Any]


@dataclass(frozen=True)
class Library:
    """Primary keys of everything content can point at, by the names used in the data files."""

    pages: Mapping[str, int]
    images: Mapping[str, int]
    documents: Mapping[str, int]
    callouts: Mapping[str, int]

    def page(self, name: str) -> int:
        """The page that ``post:slug`` or ``page:slug`` names; KeyError when there is none."""
        return self.pages[name]


def stream(written: list[Any], library: Library, name: str) -> list[Stored]:
    """The stored form of a body; ``name`` seeds the blocks' ids, so that loading is repeatable."""
    stored = []
    for number, entry in enumerate(written):
        kind, content = (entry, None) if isinstance(entry, str) else next(iter(entry.items()))
        path = f"{name}/{number}"
        stored.append({"type": kind, "value": BUILDERS[kind](content, library, path), "id": _id(path)})
    return stored


def _id(path: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://example.com/demo/{path}"))


def _items(values: list[Any], path: str) -> list[Stored]:
    return [{"type": "item", "value": value, "id": _id(f"{path}/item{n}")} for n, value in enumerate(values)]


def _paragraph(text: str, library: Library, path: str) -> str:
    return block_html(text, library.page)


def _heading(content: str | dict, library: Library, path: str) -> Stored:
    parts = {"text": content} if isinstance(content, str) else content
    return {"level": "2", "anchor": "", **parts}


def _picture(content: dict, library: Library) -> Stored:
    return {
        "image": library.images[content["picture"]],
        "decorative": content.get("decorative", False),
        "alt_text": content.get("alt", ""),
    }


def _image(content: dict, library: Library, path: str) -> Stored:
    return {
        "image": _picture(content, library),
        "caption": inline_html(content.get("caption", ""), library.page),
        "width": content.get("width", "text"),
        "link": "",
    }


def _gallery(content: dict, library: Library, path: str) -> Stored:
    images = [
        {"image": _picture(picture, library), "caption": picture.get("caption", ""), "link": ""}
        for picture in content["images"]
    ]
    return {"images": _items(images, path), "caption": content.get("caption", "")}


def _quote(content: dict, library: Library, path: str) -> Stored:
    return {"role": "", "source_url": "", **content, "text": block_html(content["text"], library.page)}


def _pull_quote(text: str, library: Library, path: str) -> Stored:
    return {"text": text}


def _code(content: dict, library: Library, path: str) -> Stored:
    return {
        "title": "",
        "highlight_lines": "",
        "line_numbers": False,
        **content,
        "code": content["code"].rstrip("\n"),
    }


def _admonition(content: dict, library: Library, path: str) -> Stored:
    return {"title": "", **content, "body": stream([{"paragraph": content["body"]}], library, path)}


def _table(content: dict, library: Library, path: str) -> Stored:
    kinds = [column["type"] for column in content["columns"]]
    rows = [
        {"values": [_cell(kind, cell, library) for kind, cell in zip(kinds, row, strict=True)]}
        for row in content["rows"]
    ]
    return {
        "caption": content["caption"],
        "first_column_is_header": content.get("first_column_is_header", False),
        "table": {"columns": content["columns"], "rows": rows, "caption": ""},
    }


def _cell(kind: str, cell: Any, library: Library) -> Any:
    if kind == "rich_text":
        return inline_html(str(cell), library.page)
    return cell if kind == "number" else str(cell)


def _faq(content: list[dict], library: Library, path: str) -> Stored:
    items = [
        {"question": item["question"], "answer": block_html(item["answer"], library.page)} for item in content
    ]
    return {"items": _items(items, path)}


def _accordion(content: list[dict], library: Library, path: str) -> Stored:
    items = [
        {"open": False, **item, "body": stream([{"paragraph": item["body"]}], library, f"{path}/part{n}")}
        for n, item in enumerate(content)
    ]
    return {"items": _items(items, path)}


def _tabs(content: dict, library: Library, path: str) -> Stored:
    tabs = [
        {"label": tab["label"], "body": stream(tab["body"], library, f"{path}/tab{n}")}
        for n, tab in enumerate(content["tabs"])
    ]
    return {"group": content.get("group", ""), "tabs": _items(tabs, path)}


def _steps(content: list[dict], library: Library, path: str) -> Stored:
    steps = [
        {"title": step["title"], "body": stream(step["body"], library, f"{path}/step{n}")}
        for n, step in enumerate(content)
    ]
    return {"steps": _items(steps, path)}


def _list(content: dict, library: Library, path: str) -> Stored:
    points = [stream(point, library, f"{path}/point{n}") for n, point in enumerate(content["items"])]
    return {
        "ordered": content.get("ordered", False),
        "start": content.get("start", 1),
        "items": _items(points, path),
    }


def _remote_picture(content: dict, library: Library, path: str) -> Stored:
    return {
        "url": content["url"],
        "alt_text": content["alt"],
        "caption": inline_html(content.get("caption", ""), library.page),
        "width": content.get("width", "text"),
        "link": "",
    }


def _html(content: dict, library: Library, path: str) -> Stored:
    return {"reason": "", "reviewed": False, **content}


def _embed(content: dict, library: Library, path: str) -> Stored:
    return {"caption": "", **content}


def _button(content: dict, library: Library, path: str) -> Stored:
    page = library.page(content["page"]) if "page" in content else None
    return {"text": content["text"], "page": page, "url": content.get("url", ""), "style": content["style"]}


def _download(content: dict, library: Library, path: str) -> Stored:
    return {**content, "document": library.documents[content["document"]]}


def _footnotes(content: dict[str, str], library: Library, path: str) -> Stored:
    notes = [{"key": key, "text": inline_html(text, library.page)} for key, text in content.items()]
    return {"notes": _items(notes, path)}


def _divider(content: None, library: Library, path: str) -> None:
    return None


def _callout(key: str, library: Library, path: str) -> int:
    return library.callouts[key]


def _posts(content: dict, library: Library, path: str) -> Stored:
    chosen = [library.page(f"post:{slug}") for slug in content.get("posts", [])]
    return {"heading": "", "count": max(len(chosen), 3), "tag": "", **content, "posts": _items(chosen, path)}


BUILDERS: dict[str, Callable[..., Any]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "image": _image,
    "gallery": _gallery,
    "quote": _quote,
    "pull_quote": _pull_quote,
    "code": _code,
    "admonition": _admonition,
    "table": _table,
    "faq": _faq,
    "accordion": _accordion,
    "tabs": _tabs,
    "steps": _steps,
    "list": _list,
    "remote_picture": _remote_picture,
    "html": _html,
    "embed": _embed,
    "button": _button,
    "download": _download,
    "footnotes": _footnotes,
    "divider": _divider,
    "callout": _callout,
    "posts": _posts,
}
