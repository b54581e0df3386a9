"""Shortcodes inside a line: footnotes, formulas, words in colour."""

from __future__ import annotations

from collections.abc import Callable
from html import escape, unescape

from django.utils.translation import gettext as _

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.shortcodes.grammar import Shortcode


def footnote(code: Shortcode, body: Body) -> str | None:
    """A note typed where it belongs; it goes to the foot of the post."""
    if not code.text.strip():
        return ""
    key = f"note-{len(body.footnotes) + 1}"
    body.footnotes[key] = body.render(code.text.strip())
    return f'<sup data-fn="{key}"></sup>'


def formula(code: Shortcode, body: Body) -> str | None:
    """A formula in TeX: shown as it was typed."""
    body.problem("formula", _("Formulas were kept as the TeX text they were typed in."))
    return f"<code>{escape(unescape(code.text), quote=False)}</code>" if code.text else ""


def marked(code: Shortcode, body: Body) -> str | None:
    """A word in colour."""
    return f"<mark>{code.text}</mark>" if code.text and "\n\n" not in code.text else None


def plain(_code: Shortcode, _body: Body) -> str | None:
    """Words that only looked different."""
    return None


def spaced(_code: Shortcode, _body: Body) -> str | None:
    """Space, and marks that only arranged what stands around them."""
    return " "


SHORTCODES: dict[str, Callable[[Shortcode, Body], str | None]] = {
    **dict.fromkeys(("efn_note", "footnote", "ref", "fn", "mfn", "note_ref", "modern_footnote"), footnote),
    **dict.fromkeys(("latex", "tex", "math", "katex", "latexpage"), formula),
    **dict.fromkeys(("highlight", "su_highlight"), marked),
    **dict.fromkeys(
        ("dropcap", "color", "span", "lead", "abbr", "big", "small", "size", "font", "su_dropcap"), plain
    ),
    **dict.fromkeys(
        ("br", "clear", "spacer", "su_spacer", "space", "spacing", "nbsp", "toc", "vc_empty_space"), spaced
    ),
}
