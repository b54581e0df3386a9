"""Distill's elements in posts of Jekyll (al-folio): works that are cited, and notes within sentences.

After https://github.com/distillpub/template: ``<d-cite key="a,b">`` and ``<d-footnote>``.
"""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.liquid.includes import BLOCK
from porting.readers.markdown.liquid.rendering import within
from porting.readers.markdown.text.notes import Notes, excerpt

CITE = re.compile(
    r"(?P<before>[^\s(]?)<d-cite\s+(?:bibtex-)?key=(?:\"(?P<keys>[^\"<>]{0,1000})\"|'(?P<more>[^'<>]{0,1000})'|(?P<bare>[^\s\"'<>/]{1,200}))[^<>]{0,200}>"
    r"(?:\s{0,9}</d-cite>)?"
)
FOOTNOTE = re.compile(r"<d-footnote>(.*?)</d-footnote>", re.DOTALL)
FOOTNOTE_END = re.compile(r"</d-footnote>")
LONGEST = 5000  # letters before a note in which the begin of its paragraph is looked for


def distill(text: str, notes: Notes, *, is_html: bool) -> str:
    """The text with names for works and footnotes for notes; ``text`` has its code hidden."""
    if "<d-" not in text:
        return text
    text = _cited(text, notes)
    noted: list[str] = []

    def note(found: re.Match[str]) -> str:
        said = " ".join(found.group(1).split())
        if not said or is_html or _is_in_html(found.string, found.start()):
            return f" ({said})" if said else ""
        noted.append(said)
        return f"[^distill-{len(noted)}]"

    text = within(text, FOOTNOTE, FOOTNOTE_END, note)
    return text + "".join(f"\n\n[^distill-{number}]: {said}" for number, said in enumerate(noted, 1))


def _cited(text: str, notes: Notes) -> str:
    cited: dict[str, None] = {}

    def name(found: re.Match[str]) -> str:
        said = found.group("keys") or found.group("more") or found.group("bare") or ""
        keys = [key.strip() for key in said.split(",") if key.strip()]
        cited.update(dict.fromkeys(keys))
        before = found.group("before")
        return (
            f"{before} &#91;{_plain(', '.join(keys))}&#93;"
            if before
            else f"&#91;{_plain(', '.join(keys))}&#93;"
        )

    text = CITE.sub(name, text)
    if cited:
        detail = _(
            "Works are cited by their short names (%(names)s): the list of literature from a file of references (.bib) "
            "was left out."
        )
        notes.report("text", detail % {"names": excerpt(", ".join(cited), 200)})
    return text


def _plain(words: str) -> str:
    """Words without a sign that Markdown would read."""
    return re.sub(r"[_*~`\[\]]", lambda found: f"&#{ord(found.group(0))};", escape(words))


def _is_in_html(text: str, at: int) -> bool:
    """Whether the paragraph ``at`` is in begins with HTML, in which nobody reads Markdown."""
    before = text[max(0, at - LONGEST) : at]
    return bool(BLOCK.match(before[before.rfind("\n\n") + 1 :]))
