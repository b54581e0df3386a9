"""A corrected query as it is shown: with the words marked that were not typed so."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.query import Query, Term


def reworded_html(corrected: Query) -> SafeString:
    """A query as HTML. Only words are ever corrected, so what is excluded and the conditions stay plain."""
    rest = str(corrected.with_terms(()))
    parts = [*map(_marked, corrected.terms), *([rest] if rest else [])]
    return format_html_join(" ", "{}", ((part,) for part in parts))


def _marked(term: Term) -> SafeString:
    quote = '"' if term.phrase else ""
    pieces, end = [quote], 0
    for start, stop in term.put_right:
        pieces += [term.text[end:start], format_html("<strong>{}</strong>", term.text[start:stop])]
        end = stop
    pieces += [term.text[end:], quote]
    return format_html_join("", "{}", ((piece,) for piece in pieces))
