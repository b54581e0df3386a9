"""Finds the tags of JSX in a text: names, attributes with ``{…}`` in them, where they begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

NAME = re.compile(r"</?([A-Za-z][\w.:-]*)?")
ATTRIBUTE = re.compile(r"\s*([A-Za-z_:@][\w:.-]*)\s*(=)?\s*")
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
TEXT_VALUE = re.compile(r"[\"'`]([^\"'`]*)[\"'`]")
VOID = {"img", "br", "hr", "input", "source", "col", "wbr", "embed", "track", "area", "link", "meta"}
LONGEST = 4_000  # letters between two brackets; who opens one and never closes it must not cost minutes
CLOSERS = {"{": "}", "(": ")", "[": "]"}


@dataclass
class Tag:
    """One tag. ``name`` is empty for a fragment (``<>``)."""

    start: int
    end: int
    name: str
    closing: bool = False
    alone: bool = False  # <X />
    attributes: dict[str, str] = field(
        default_factory=dict
    )  # of the value in braces the text, when it is one
    expressions: dict[str, str] = field(default_factory=dict)  # what stood in braces, by attribute
    partner: Tag | None = None


def find_tags(text: str) -> list[Tag]:
    """All tags of a text in order. What looks like one and is none (``a < b``) is passed over."""
    tags: list[Tag] = []
    at = text.find("<")
    while at >= 0:
        tag = _read(text, at) if text[at - 1 : at] != "\\" else None  # an escaped one is text
        if tag:
            tags.append(tag)
        at = text.find("<", tag.end if tag else at + 1)
    return tags


def _read(text: str, start: int) -> Tag | None:
    found = NAME.match(text, start)
    if not found or (not found.group(1) and text[found.end() : found.end() + 1] != ">"):
        return None
    tag = Tag(start, found.end(), found.group(1) or "", closing=found.group(0).startswith("</"))
    at = found.end()
    while at < len(text):
        end = re.compile(r"\s*(/?)>").match(text, at)
        if end:
            tag.end, tag.alone = end.end(), bool(end.group(1))
            return tag
        at = _read_attribute(text, at, tag)
        if at < 0:
            return None
    return None


def _read_attribute(text: str, at: int, tag: Tag) -> int:
    """Where the attribute that begins here ends; -1 when there is none. ``{...rest}`` is passed over."""
    spread = re.compile(r"\s*\{").match(text, at)
    if spread:
        return balanced(text, spread.end() - 1)
    found = ATTRIBUTE.match(text, at)
    if not found or not text[at : at + 1].isspace() and not tag.attributes:
        return -1
    name = found.group(1)
    if not found.group(2):
        tag.attributes[name] = "true"
        return found.end(1)
    quoted = QUOTED.match(text, found.end())
    if quoted:
        tag.attributes[name] = unescape(quoted.group(1) if quoted.group(1) is not None else quoted.group(2))
        return quoted.end()
    if text[found.end() : found.end() + 1] == "{":
        end = balanced(text, found.end())
        if end > 0:
            tag.expressions[name] = text[found.end() + 1 : end - 1].strip()
            tag.attributes[name] = plain_value(tag.expressions[name])
        return end
    bare = re.compile(r"[^\s\"'=<>`{}]+").match(text, found.end())
    if bare:
        value = bare.group(0)
        value = value[:-1] if value.endswith("/") and text[bare.end() : bare.end() + 1] == ">" else value
        tag.attributes[name] = value
        return found.end() + len(value)
    return -1


def balanced(text: str, start: int, longest: int = LONGEST) -> int:
    """Where the bracket at ``start`` is closed (the place behind it), quotes respected; -1 when never."""
    stack: list[str] = []
    at = start
    while at < min(len(text), start + longest):
        character = text[at]
        if character in "\"'`" and stack:
            end = _end_of_quote(text, at)
            if end > 0:
                at = end
                continue
        if character in CLOSERS:
            stack.append(CLOSERS[character])
        elif stack and character == stack[-1]:
            stack.pop()
            if not stack:
                return at + 1
        at += 1
    return -1


def _end_of_quote(text: str, start: int) -> int:
    """Behind the closing quote; -1 for a lone apostrophe. Only back quotes may span lines."""
    quote, at = text[start], start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == quote:
            return at + 1
        if text[at] == "\n" and quote != "`":
            return -1
        at += 1
    return -1


def plain_value(expression: str) -> str:
    """The text an expression holds: a string, ``require('./x.png').default``, ``useBaseUrl('/x')``, a number."""
    expression = expression.strip()
    if re.fullmatch(r"[\w.-]+", expression):
        return expression
    found = TEXT_VALUE.search(expression)
    whole = re.fullmatch(
        r"(?:require|useBaseUrl|withBaseUrl|new URL|url)?\(?\s*[\"'`]([^\"'`]*)[\"'`][^\"'`]*", expression
    )
    return whole.group(1) if whole else found.group(1) if found and expression[0] in "\"'`" else ""


def pair(tags: list[Tag]) -> None:
    """Give every opening tag its closing one. Tags without a partner keep ``partner`` None."""
    open_ones: list[Tag] = []
    for tag in tags:
        if tag.closing:
            at = next((i for i in reversed(range(len(open_ones))) if open_ones[i].name == tag.name), None)
            if at is not None:
                open_ones[at].partner, tag.partner = tag, open_ones[at]
                del open_ones[at:]
        elif not tag.alone and tag.name not in VOID:
            open_ones.append(tag)
