"""What stands within lines of Org as Markdown: emphasis, code, links, pictures, references to footnotes."""

from __future__ import annotations

import re

EMPHASIS = {"*": "strong", "/": "em", "+": "s", "_": "u"}
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif)$", re.IGNORECASE)
# What stands before and behind a mark decides whether it is one: ``a/b/c`` has none.
BEFORE, BEHIND = r"(?<![^\s\-('\"{])", r"(?![^\s\-.,;:!?'\")}\[\]\\])"
PART = re.compile(
    r"\[\[(?P<address>[^\[\]\n]{1,2000})\](?:\[(?P<words>[^\[\]]{1,2000})\])?\]"
    r"|\[fn:(?P<note>[\w-]{1,80})\]"
    r"|\[fn:(?:[\w-]{1,80})?:(?P<inner>[^\[\]]{1,2000})\]"
    r"|(?P<shortcode>\{\{[<%].{0,2000}?[>%]\}\})"
    r"|(?P<formula>\\\(.{1,1000}?\\\)|\\\[.{1,2000}?\\\])"
    r"|@@html:(?P<html>.{0,2000}?)@@"
    r"|(?P<bare>https?://[^\s<>\[\]\"]+[^\s<>\[\]\".,;:!?)'])"
    rf"|{BEFORE}(?P<mark>[=~])(?P<code>[^\s=~](?:[^\n]{{0,400}}?[^\s])?)(?P=mark){BEHIND}"
    rf"|{BEFORE}(?P<sign>[*/_+])(?P<text>[^\s*/_+](?:(?:(?!(?P=sign))[^\n]|\n){{0,400}}?[^\s])?)(?P=sign){BEHIND}",
    re.DOTALL,
)
SPECIAL = re.compile(r"([\\`*_<>&\[\]~])")
BREAK = re.compile(r"\\\\\\\\[ \t]*$", re.MULTILINE)  # two strokes, each written twice by now
DEEPEST = 5  # emphasis in emphasis


class Inline:
    """Rewrites one text's lines; what its footnotes without a name say is collected in ``notes``."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str]] = []

    def markdown(self, text: str, depth: int = 0) -> str:
        """The text as Markdown, with all signs that mean something only there escaped."""
        out, at = [], 0
        for found in PART.finditer(text):
            out += [_escaped(text[at : found.start()]), self._part(found, depth)]
            at = found.end()
        return "".join(out) + _escaped(text[at:])

    def _part(self, found: re.Match[str], depth: int) -> str:
        if found["address"]:
            return self._link(found["address"], found["words"] or "", depth)
        if found["note"]:
            return f"[^{found['note']}]"
        if found["inner"]:
            name = f"inline-{len(self.notes) + 1}"
            self.notes.append((name, self.markdown(found["inner"], depth + 1) if depth < DEEPEST else ""))
            return f"[^{name}]"
        if found["code"]:
            fence = "``" if "`" in found["code"] else "`"
            return f"{fence}{found['code']}{fence}"
        if found["sign"]:
            name = EMPHASIS[found["sign"]]
            inner = self.markdown(found["text"], depth + 1) if depth < DEEPEST else _escaped(found["text"])
            return f"<{name}>{inner}</{name}>"
        if found["bare"]:
            return f"<{found['bare']}>"
        return found["shortcode"] or found["formula"] or found["html"] or ""

    def _link(self, address: str, words: str, depth: int) -> str:
        address = re.sub(r"^(?:file|relref|./file):", "", address.strip())
        target = address.replace(" ", "%20")
        if PICTURE.search(address) and (not words or PICTURE.search(words)):
            image = f"![]({re.sub(r'^file:', '', words) or target})"
            return f"[{image}]({target})" if words else image
        anchor = re.match(r"[#*](.+)", address)
        if anchor:
            target = "#" + re.sub(r"[^\w-]+", "-", anchor[1].lower()).strip("-")
        shown = self.markdown(words, depth + 1) if words and depth < DEEPEST else _escaped(words or address)
        return f"[{shown}]({target})"


def _escaped(text: str) -> str:
    return BREAK.sub("\\\\", SPECIAL.sub(r"\\\1", text))
