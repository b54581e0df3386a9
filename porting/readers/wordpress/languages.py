"""Posts in several languages at once, as qTranslate, its followers and WPGlobus keep them: ``[:en]Soup[:de]Suppe[:]``.

Each language becomes a post of its own, at the address it had (``/de/2020/03/soup/``). Names of categories, of files
and of the blog are taken in its main language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from porting.readers.wordpress.addresses import path_of
from porting.readers.wordpress.records import RawExport, RawItem, RawTerm

_CODE = r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?"
_MARK = re.compile(rf"<!--:({_CODE})?-->|\[:({_CODE})?\]|\{{:({_CODE})?\}}")
#: Nobody begins a title like this but for these plug-ins; in a text it may be code, ``params[:id]``.
_BEGINS = re.compile(rf"\s*(?:\[:{_CODE}\]|\{{:{_CODE}\}}|<!--:{_CODE}-->)")
_COMMENT = re.compile(rf"<!--:({_CODE})-->")
_NEVER_PARTED = {"attachment", "nav_menu_item", "wp_block"}


def parted(export: RawExport) -> RawExport:
    """The export with an item for each language of a post; as it is when its texts have no marks of languages."""
    languages = _languages(export)
    if not languages:
        return export
    own = export.language.replace("_", "-").partition("-")[0].lower()
    main = own if own in languages else languages.most_common(1)[0][0]
    known = [main, *(one for one in languages if one != main)]
    items = [one for item in export.items for one in _items(item, known, export.address)]
    there = {item.id for item in items}
    for item in items:
        parent = f"{item['post_parent']}-{item.fields.get('language', '')}"
        item.fields["post_parent"] = parent if parent in there else item["post_parent"]
    terms = [_named(term, known) for term in export.terms]
    title, description = _in(export.title, known), _in(export.description, known)
    export = replace(export, items=items, terms=terms, title=title, description=description)
    said = _(
        "The posts of this blog held several languages each (%(names)s). Every language is a post of its own now."
    )
    export.warnings.append(("language", said % {"names": ", ".join(known)}))
    return export


def _languages(export: RawExport) -> Counter[str]:
    """The languages whose marks stand in the blog's texts."""
    found: Counter[str] = Counter()
    names = [export.title, export.description, *(term.name for term in export.terms)]
    for text in (*names, *(item["title"] for item in export.items)):
        if _BEGINS.match(text):
            found.update(_codes(text))
    for item in export.items:
        found.update(_COMMENT.findall(item.content))
    return found


def _codes(text: str) -> Iterator[str]:
    return (code for match in _MARK.finditer(text) for code in match.groups() if code)


def _items(item: RawItem, known: list[str], base: str) -> Iterator[RawItem]:
    """The item in each language it has words in: the main one first, which keeps number, address and comments."""
    texts = {code: text for code, text in _parts(item.content, known).items() if text.strip()}
    spoken = [code for code in known if code in texts and item.type not in _NEVER_PARTED]
    for at, code in enumerate(spoken or [""]):
        order = [code, *known] if code else known
        fields = {name: _in(text, order) for name, text in item.fields.items()}
        meta = {name: _in(text, order) for name, text in item.meta.items()}
        one = RawItem(fields, [_named(term, order) for term in item.terms], meta, item.comments, item.packed)
        if texts:
            one.content = texts[code] if code else _in(item.content, known)
        if code:
            one.terms.append(RawTerm("language", code, code))
        if at:
            _translated(one, code, base)
        yield one


def _translated(item: RawItem, code: str, base: str) -> None:
    """Tell a translation from the post it belongs to."""
    item.comments = []
    name = item["post_name"]
    rest = path_of(item["link"])[len(path_of(base)) :]
    item.fields |= {
        "post_id": f"{item.id}-{code}",
        "post_name": f"{name}-{code}" if name else "",
        "link": f"{base}/{code}{rest}/" if "?" not in item["link"] and rest else "",
        "guid": "",
        "language": code,
    }


def _named(term: RawTerm, order: list[str]) -> RawTerm:
    return replace(term, name=_in(term.name, order), description=_in(term.description, order))


def _in(text: str, order: list[str]) -> str:
    """A text in the first of these languages that it has words in."""
    parts = _parts(text, order)
    return next((parts[code] for code in order if parts.get(code, "").strip()), "") if parts else text


def _parts(text: str, known: Collection[str]) -> dict[str, str]:
    """What a text says in each language; nothing when it has no marks. What stands outside them is of all."""
    if ":" not in text:
        return {}
    marks = [
        mark for mark in _MARK.finditer(text) if not any(mark.groups()) or set(mark.groups()) & set(known)
    ]
    found: dict[str, list[str]] = {code: [] for mark in marks for code in mark.groups() if code}
    position, current = 0, ""
    for mark in [*marks, None]:
        piece = text[position : mark.start() if mark else len(text)]
        for code in [current] if current else found:
            found[code].append(piece)
        if mark:
            position, current = mark.end(), next(filter(None, mark.groups()), "")
    return {code: "".join(pieces) for code, pieces in found.items()}
