"""Which way straight quotation marks turn, after kramdown's rules.

https://kramdown.gettalong.org/syntax.html#typographic-symbols and ``kramdown/parser/kramdown/smart_quotes.rb``.
"""

from __future__ import annotations

import re

QUOTE = re.compile(r"[\"']")
ENGLISH = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}") + (
    "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{RIGHT DOUBLE QUOTATION MARK}",
)
Signs = tuple[str, str, str, str]
QUOTE_AND_WORD = re.compile(r"[\"']\w")
DECADE = re.compile(r"\d\ds")
SIGN_BEFORE_NO_WORD = re.compile(r"[!#-/:-@\[-`{-~\"](?!\.\.)(?!\w)")
NOTHING_MORE = re.compile(r"\s|s\b|\Z")
# Scripts that write no spaces: kramdown closed all of theirs, which nobody meant.
NO_SPACES = re.compile(r"[\u0e00-\u0e7f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
OPENERS = "[{(-\\\N{EN DASH}\N{EM DASH}"


class Quotes:
    """The quotation marks of one paragraph, from its first word to its last.

    ``paired``: a double one that nothing has opened is one of inches and stays straight, as Goldmark has it.
    """

    def __init__(self, signs: Signs, *, paired: bool = False) -> None:
        self.signs, self.paired, self.open = signs, paired, 0

    def turned(self, words: str, before: str, after: str) -> str:
        """Words with their quotation marks turned; ``before`` and ``after`` are the letters around them, if any."""

        def sign(found: re.Match[str]) -> str:
            at = found.start()
            last = words[at - 1] if at else before
            return self._sign(found.group(0), last, words[at + 1 : at + 5] or after)

        return QUOTE.sub(sign, words)

    def _sign(self, quote: str, before: str, following: str) -> str:
        left = opens(quote, before, following)
        if quote == '"' and not self.paired and NO_SPACES.match(before):
            left = not self.open
        if quote == "'":
            return self.signs[0 if left else 1]
        if not left and self.paired and not self.open:
            return quote
        self.open += 1 if left else -1 if self.open else 0
        return self.signs[2 if left else 3]


def opens(quote: str, before: str, following: str) -> bool:
    """Whether a quotation mark is one that begins something; ``before`` is empty behind markup."""
    if quote == "'" and (not before or before.isspace()) and DECADE.match(following):
        return False
    if before.isspace():
        return True
    if not before or before in "\"'":
        if QUOTE_AND_WORD.match(following):
            return True
        return not (SIGN_BEFORE_NO_WORD.match(following) or NOTHING_MORE.match(following))
    return before in OPENERS
