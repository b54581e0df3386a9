"""What Eleventy adds to a folder of Markdown: data of folders, and addresses written as templates."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from django.utils.translation import gettext as _

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.eleventy.data import COMPUTED, READ, FolderData
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.shortcodes.syntax import Shortcodes, Syntax
from porting.readers.markdown.text.engine import Flavour
from porting.readers.markdown.text.masks import Masks
from porting.readers.markdown.text.notes import excerpt
from porting.readers.markdown.text.typography import Typography

PLACE = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
# ``{{ '/img/mill.png' | url }}`` is what is written there.
WRITTEN = re.compile(r"\{\{-?\s*(?:'([^'{}\n]*)'|\"([^\"{}\n]*)\")\s*(?:\|\s*url\s*)?-?\}\}")
EXCLUDED = "eleventyexcludefromcollections"

PROGRAM = re.compile(r"\.[cm]?[jt]s$")
NOT_CONFIGURED = re.compile(
    r"(?:^|/)(?:node_modules|public|dist|_site|assets|static|vendor)/|\.(?:min|11tydata)\."
)
ENOUGH, MOST_PROGRAMS = 50_000, 200  # bytes of one, and how many are looked into
# Words of Liquid and Nunjucks themselves, which are left as they are.
OWN = (
    "for if elif else elsif unless case when set assign capture block extends include macro call import from filter"
    " render comment liquid cycle break continue increment decrement"
)
TAG = re.compile(
    rf"\{{%(?P<mark>)-?\s*(?P<close>end)?(?!(?:end)?(?:{'|'.join(OWN.split())})\b)(?P<name>[A-Za-z_]\w*)"
    r"(?P<rest>(?:\"[^\"\n]*\"|'[^'\n]*'|[^\"'%\n]){0,1000})-?%\}"
)
ARGUMENT = re.compile(r"(?:(\w+)\s*[=:]\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\s,\"']+))")
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}((?:(?!\{%-?\s*raw\b).)*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
ANY = re.compile(r"\{[{%](?:(?!\{[{%]).){0,1000}?[%}]\}", re.DOTALL)
NEVER = re.compile(r"(?!)")
# A page made of others: a loop over them, or one page of many.
LISTING = re.compile(r"\{%-?\s*for\s+\w+(?:\s*,\s*\w+)?\s+in\s+(?:collections\b|pagination\b|paginated\b)")


def flavour_of(package: Package) -> Flavour:
    """How markdown-it was told to read the texts, by the configuration or by a program it may use; it is never run."""
    names = [name for name in package.names() if PROGRAM.search(name) and not NOT_CONFIGURED.search(name)]
    texts = (decode(package.start(name, ENOUGH))[0] for name in names[:MOST_PROGRAMS])
    said = "\n".join(text for text in texts if "markdown-it" in text or "markdownIt" in text)
    return Flavour(
        autolinks=bool(re.search(r"\blinkify\s*:\s*true\b", said)),
        breaks=bool(re.search(r"\bbreaks\s*:\s*true\b", said)),
        emoji="markdown-it-emoji" in said,
        typography=Typography(paired=True) if re.search(r"\btypographer\s*:\s*true\b", said) else None,
    )


def settle(entry: Entry, folders: FolderData) -> None:
    """Give a file the data of its folders, its name, and the state of what has no page of its own."""
    stem = posixpath.splitext(posixpath.basename(entry.path))[0]
    values, computed = folders.of(entry.folder, stem)
    own = fields.mapping(entry.data.pop(COMPUTED, None))
    tags = [*fields.as_list(entry.data.get("tags"), r"\s*,\s*"), *fields.as_list(values.get("tags"))]
    entry.data = values | entry.data | computed | {name: own[name] for name in READ if name in own}
    entry.data = folders.layouts.of(fields.text(entry.data.get("layout"))) | entry.data
    if tags:
        entry.data["tags"] = fields.unique(tags)
    if entry.name in ("index", "_index") and entry.day and entry.folder:
        entry.name, entry.bundle = posixpath.basename(entry.folder), True
    if entry.data.get("permalink") is False:
        entry.draft = True
    if LISTING.search(entry.body) or isinstance(entry.data.get("pagination"), dict):
        entry.draft = True
        sentence = _(
            "A program lists other pages in it, which was not run; it is a draft with the program as typed."
        )
        entry.notes.report("text", sentence)


def is_excluded(data: dict[str, Any]) -> bool:
    """Whether a page stood in none of the site's lists."""
    return any(fields.truth(value) for name, value in data.items() if str(name).lower() == EXCLUDED)


def filled_in(template: str, entry: Entry) -> str:
    """An address with its places filled in; empty where something is not known."""
    values = {"page.fileSlug": entry.name or entry.day, "title": entry.title, "slug": entry.data.get("slug")}
    missing = False

    def put(found: re.Match[str]) -> str:
        nonlocal missing
        name, *filters = re.split(r"\s*\|\s*", found.group(1))
        shaped = re.match(r"date\w*\s*[:(]\s*[\"']([%\w./-]+)[\"']", filters[0] if filters else "")
        if name in ("page.date", "date") and shaped and entry.date and "%" in shaped.group(1):
            return entry.date.strftime(shaped.group(1))
        value = fields.text(values.get(name))
        missing = missing or not value or any(one not in ("slug", "slugify", "url") for one in filters)
        return slugify(value) if filters else value

    made = PLACE.sub(put, template)
    return "" if missing or "{%" in made else re.sub(r"(?:^|/)index\.html$", "/", made)


def arguments(rest: str) -> tuple[dict[str, str], list[str]]:
    """Named and listed ones of ``"tip", open=true``."""
    named: dict[str, str] = {}
    listed: list[str] = []
    for name, *values in ARGUMENT.findall(rest):
        value = next((one for one in values if one), "")
        if name:
            named[name] = value
        else:
            listed.append(value)
    return named, listed


SYNTAX = Syntax(TAG, NEVER, arguments)


def shortcodes(text: str, masks: Masks, entry: Entry, of_site: dict[str, str]) -> str:
    """The text with its own tags as blocks, its fields' values and the site's; ``raw`` is shown as it is written."""
    masks.hidden = [RAW.sub(r"\1", hidden) for hidden in masks.hidden]
    named = of_site | {name: fields.text(value) for name, value in entry.data.items()}

    def shown(found: re.Match[str]) -> str:
        return ANY.sub(lambda mark: masks.hide(mark.group(0)), found.group(1))

    text = WRITTEN.sub(lambda found: found.group(1) or found.group(2) or "", RAW.sub(shown, text))
    text = PLACE.sub(lambda found: named.get(found.group(1)) or found.group(0), text)
    return Shortcodes(SYNTAX, masks, entry.notes, lambda _name: "", {}).run(text)


def tell_templates(text: str, masks: Masks, entry: Entry) -> None:
    """Say which parts of a template stay in the text as they were typed: loops, conditions, includes and values."""
    for left in dict.fromkeys(ANY.findall(text)):
        entry.notes.report(
            "liquid",
            _("Only the old site's programs know what this stands for; it is shown as it was typed: %(text)s")
            % {"text": excerpt(masks.restore(left))},
        )
