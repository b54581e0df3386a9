"""Typographic signs that a system made of typed ones: dashes and dots, quotation marks. Only words have them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from porting.readers.markdown.text.dashes import dashed
from porting.readers.markdown.text.quotes import ENGLISH, Quotes, Signs

# Signs behind a stroke, or written as an entity, are meant as they are: kept apart until the others are turned.
TYPED = str.maketrans("\"'-.", "\ufdd0\ufdd1\ufdd2\ufdd3")
TYPED_AGAIN = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3", "\"'-.")
# Addresses, mathematics, and what is left of Liquid or shortcodes.
NO_WORDS = re.compile(
    r"(?:\b\w{1,20}://|www\.)\S*|\$[^$]+\$|\\\((?:[^\\]|\\[^()\[\]])*?\\\)|\\\[(?:[^\\]|\\[^()\[\]])*?\\\]"
    r"|\{[{%][^{}]{0,1000}[%}]\}"
)
CODE = re.compile(r"<(/?)(code|kbd|math|pre|samp|script|style|textarea|tt|var)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Typography:
    """Whether hyphens and dots become signs, and which quotation marks straight ones become; none: they stay.

    ``paired``: see ``Quotes``.
    """

    dashes: bool = True
    quotes: Signs | None = ENGLISH
    paired: bool = False


def keep_typed(state: StateCore) -> None:
    """Before escaped signs are joined with the words around them: keep them apart."""
    for inline in state.tokens:
        for token in inline.children or ():
            for one in (token, *(token.children or ())):
                if one.type == "text_special":
                    one.content = one.content.translate(TYPED)


def give_signs(tokens: Sequence[Token], typography: Typography) -> None:
    """Put the signs into all words of a text; addresses, code, mathematics and descriptions of pictures are none."""
    for token in tokens:
        if token.type == "inline" and token.children:
            _Paragraph(token.children, typography).give()
            _restore(token.children)


def _restore(tokens: Sequence[Token]) -> None:
    for token in tokens:
        token.content = token.content.translate(TYPED_AGAIN)
        _restore(token.children or ())


class _Paragraph:
    """Walks over the pieces of one paragraph and knows what stands before and behind each."""

    def __init__(self, tokens: Sequence[Token], typography: Typography) -> None:
        self.tokens, self.typography = tokens, typography
        self.quotes = Quotes(typography.quotes, paired=typography.paired) if typography.quotes else None
        self.before = ""
        self.in_code = ""
        self.in_formula = False  # one of several lines

    def give(self) -> None:
        for token, after in zip(self.tokens, _letters_behind(self.tokens), strict=True):
            if token.type == "text":
                self._words(token, after)
            elif token.type == "html_inline":
                self._tag(token.content)
            elif token.nesting >= 0:
                self.before = "" if token.nesting else " " if token.type.endswith("break") else "x"

    def _words(self, token: Token, after: str) -> None:
        lines_formula = token.content.count("$$") % 2 == 1
        if not (self.in_code or self.in_formula or lines_formula):
            token.content = self._signed(token.content, after)
        self.in_formula ^= lines_formula
        self.before = token.content[-1:] or self.before

    def _signed(self, words: str, after: str) -> str:
        if not re.search(r"[\"']|--|\.\.\.", words):
            return words
        pieces, at = [], 0
        for other in NO_WORDS.finditer(words):
            pieces += [self._turned(words[at : other.start()], words[other.start()]), other.group(0)]
            self.before = words[other.end() - 1]
            at = other.end()
        return "".join(pieces) + self._turned(words[at:], after)

    def _turned(self, words: str, after: str) -> str:
        turned = self.quotes.turned(words, self.before, after) if self.quotes else words
        return dashed(turned) if self.typography.dashes else turned

    def _tag(self, tag: str) -> None:
        found = CODE.match(tag)
        if found and not self.in_code and not found[1]:
            self.in_code = found[2].lower()
        elif found and found[1] and found[2].lower() == self.in_code:
            self.in_code = ""
        if not tag.startswith("</"):
            self.before = " " if tag[:3].lower() == "<br" else ""


def _letters_behind(tokens: Sequence[Token]) -> list[str]:
    """For each piece the first letters of what follows it; markup between is looked through."""
    found, after = [], ""
    for token in reversed(tokens):
        found.append(after)
        if token.type == "text":
            after = (token.content + after)[:4]
        elif token.type.endswith("break") or token.content[:3].lower() == "<br":
            after = " "
        elif token.type != "html_inline" and not token.nesting:
            after = "x"
    return found[::-1]
