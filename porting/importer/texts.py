"""Texts no database stores, made harmless before anything else looks at them."""

from __future__ import annotations

import hashlib
import html
import re
from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Any

from porting.document import SourceBlog

_KEY, _SOURCE_ID = 200, 500
_TAG = re.compile(r"<[^<>]*>")


def tidy(blog: SourceBlog) -> None:
    """Take out zero bytes and halves of characters everywhere, and shorten keys that are too long to be stored."""
    _tidy_object(blog)
    blog.key = _short(blog.key, _KEY)
    for post in blog.posts:
        post.source_id = _short(post.source_id, _SOURCE_ID)


def harmless(text: str) -> str:
    """``text`` without what cannot be written as UTF-8 or stored in a database."""
    if "\0" in text:
        text = text.replace("\0", "")
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def plain(text: str) -> str:
    """A text without markup, on one line."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return " ".join(text.split())


def _tidy_object(value: Any) -> None:
    for field in fields(value):
        try:
            setattr(value, field.name, _tidied(getattr(value, field.name)))
        except AttributeError:
            continue  # a frozen one, whose texts are written by readers


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return type(value)(harmless(value)) if type(value) is not str else harmless(value)
    if isinstance(value, Counter):
        return value
    if isinstance(value, dict):
        return {_tidied(key): _tidied(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return type(value)(_tidied(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        _tidy_object(value)
    return value


def _short(text: str, limit: int) -> str:
    """``text``, or its beginning and a fingerprint of the whole."""
    if len(text) <= limit:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"{text[: limit - len(digest) - 1]}~{digest}"
