"""Liquid in Jekyll's posts: what tags and outputs mean for a reader; the rest is left out and reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.readers.markdown.liquid import octopress
from porting.readers.markdown.liquid.code import IncludeCode
from porting.readers.markdown.liquid.figures import figure_block
from porting.readers.markdown.liquid.filters import rooted
from porting.readers.markdown.liquid.flow import Flow
from porting.readers.markdown.liquid.includes import Includes, ReadInclude
from porting.readers.markdown.liquid.scholar import unknown
from porting.readers.markdown.liquid.tags import parameters, quote, simple_tag, words
from porting.readers.markdown.liquid.values import Known, Unknown, look_up, to_text
from porting.readers.markdown.text.masks import Masks, block, dedent
from porting.readers.markdown.text.notes import Notes, excerpt

TAG = re.compile(r"\{%-?\s*+(?P<name>\w++(?:-++\w++)*+)(?P<rest>(?:(?!\{%|-?%\}).){0,2000}+)-?%\}", re.DOTALL)
OUTPUT = re.compile(r"\{\{-?\s*+(?P<inner>(?:(?!\{\{|-?\}\}).){0,1000}+)-?\}\}", re.DOTALL)
FENCED = r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
CODE_TAG = r"\{%-?\s*+(?P<tag>highlight|codeblock|mermaid)\b(?P<info>(?:(?!\{%|-?%\}).)*+)-?%\}"
CODE_END = r"\{%-?\s*end(?:highlight|codeblock|mermaid)\s*-?%\}"
HIGHLIGHT = re.compile(
    rf"{FENCED}|^(?P<indent>[ \t]*){CODE_TAG}[ \t]*\n?(?P<code>.*?)\n?[ \t]*{CODE_END}",
    re.DOTALL | re.MULTILINE,
)
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
IN_RAW, IN_RAW_END = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL), re.compile(r"[}%]\}")
LONGEST = 1000  # letters of a value that is shown without its filters
RAW_BEGINS = re.compile(r"\{%-?\s*raw\s*-?%\}")
COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
CALLOUTS = "note tip info warning danger callout alert notice important caution success admonition"


@dataclass
class Liquid:
    """What a text may ask for: a post's id by its name, known values, the site's includes, the post's own fields."""

    notes: Notes
    masks: Masks
    find_post: Callable[[str], str]
    scope: Known
    read_include: ReadInclude = lambda path, beside: None
    page: dict[str, Any] = field(default_factory=dict)
    include_code: IncludeCode = lambda rest, indent: None
    shown: dict[str, str] = field(default_factory=dict)  # what names stand for, once all is built

    def run(self, text: str) -> str:
        """The text with all Liquid taken care of."""
        text = within(text, COMMENT, end_of("comment"), self._comment)
        includes = Includes(self.notes, self.masks, self.page, self.read_include, highlights)
        flow = Flow(self.scope, self.masks.restore, includes.tag, lambda value: f"\n\n{value}\n\n")
        text = self._blocks(flow.build(text))
        return OUTPUT.sub(self._output, TAG.sub(self._tag, text))

    def _comment(self, _found: re.Match[str]) -> str:
        self.notes.count("liquid-comment")
        return ""

    def _blocks(self, text: str) -> str:
        """Tags with an end: notes and details keep what is in them."""
        if "end" not in text:
            return text
        for name in (word for word in CALLOUTS.split() if f"end{word}" in text):
            text = with_inside(text, name, lambda found, name=name: self._callout(name, found))
        text = with_inside(text, "(?:block|pull)quote", _quote)
        text = with_inside(text, "figure", self._figure)
        return with_inside(text, "details", self._details)

    def _figure(self, found: re.Match[str]) -> str:
        self.notes.count("liquid")
        return figure_block(found[1], self.masks.restore(found[2]), found[3])

    def _callout(self, name: str, found: re.Match[str]) -> str:
        from porting.readers.markdown.text.admonitions import KIND_OF, opening_tag

        values = parameters(found.group(2))
        kind = values.get("type") or next(
            (word for word in words(found.group(2)) if word.lower() in KIND_OF), name
        )
        self.notes.count("admonition")
        kind = kind if kind.lower() in KIND_OF else "note"
        return block(opening_tag(kind, values.get("title", "")), found.group(3), "</aside>", found.group(1))

    def _details(self, found: re.Match[str]) -> str:
        summary = (
            parameters(found.group(2)).get("summary") or found.group(2).strip().strip("\"'") or "Details"
        )
        return block(
            f"<details><summary>{escape(summary)}</summary>", found.group(3), "</details>", found.group(1)
        )

    def _tag(self, found: re.Match[str]) -> str:
        name, rest = found.group("name"), self.masks.restore(found.group("rest").strip())
        if name in ("raw", "endraw"):
            return ""
        if name in ("post_url", "link"):
            before = found.string[found.start() - 1 : found.start()]
            address = self._post_link(rest)
            alone = address.startswith("source:") and (not before or before.isspace())
            return f"[{words(rest)[0]}](<{address}>)" if alone else address
        made = simple_tag(name, rest)
        if made is not None:
            self.notes.count("liquid")
            return made
        if name == "include_code":
            before = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
            code = self.include_code(rest, before if before.isspace() else "")
            if code is not None:
                self.notes.count("liquid")
                return code
        kept, detail = unknown(name, excerpt(found.group(0)), words(rest))
        self.notes.report("liquid", detail)
        return kept

    def _post_link(self, rest: str) -> str:
        wanted = words(rest)[0] if words(rest) else ""
        source = self.find_post(wanted)
        self.notes.count("liquid")
        if source:
            return f"source:{source}"
        if (
            wanted
            and not wanted.startswith("_posts/")
            and "." in wanted
            and not wanted.endswith((".md", ".html", ".markdown"))
        ):
            return "/" + wanted.lstrip("/")  # {% link assets/file.pdf %}
        self.notes.report("links", _("No post is called “%(name)s”.") % {"name": wanted})
        return wanted

    def _output(self, found: re.Match[str]) -> str:
        inner = self.masks.restore(found.group("inner").strip())
        subject, _sign, filters = inner.partition("|")
        subject = subject.strip()
        quoted = re.fullmatch(r"\"([^\"]*)\"|'([^']*)'", subject)
        if quoted:
            value = quoted.group(1) if quoted.group(1) is not None else quoted.group(2)
            return rooted(value) if re.search(r"(?:relative|absolute)_url|prepend", filters) else value
        value = self._named(subject)
        if value:
            return value
        self.notes.report(
            "liquid",
            _("The Liquid output %(output)s has no value here and was left out.")
            % {"output": excerpt(found.group(0))},
        )
        return ""

    def _named(self, subject: str) -> str:
        """A value whose filters nobody knows here is shown without them."""
        if subject not in self.shown:
            try:
                value = to_text(look_up(subject, self.scope))
            except Unknown:
                value = ""
            self.shown[subject] = value if len(value) <= LONGEST else ""
        return self.shown[subject]


def end_of(name: str) -> re.Pattern[str]:
    """The tag that ends a block; ``name`` is a pattern."""
    return re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}")


def with_inside(text: str, name: str, work: Callable[[re.Match[str]], str]) -> str:
    """Blocks of this name replaced; ``work`` gets groups: the indentation, the rest of the tag, what is inside."""
    begin = rf"(?<![ \t])([ \t]*+)\{{%-?\s*+{name}\b((?:(?!\{{%|-?%\}}).)*+)-?%\}}"
    end = end_of(name)
    return within(text, re.compile(rf"{begin}(.*?){end.pattern}", re.DOTALL), end, work)


def within(
    text: str, pattern: re.Pattern[str], end: re.Pattern[str], work: Callable[[re.Match[str]], str]
) -> str:
    """``pattern.sub`` up to the last ``end``: beyond it each begin would search the whole text in vain."""
    last = max((found.end() for found in end.finditer(text)), default=0)
    return pattern.sub(work, text[:last]) + text[last:]


def _quote(found: re.Match[str]) -> str:
    text = octopress.pulled(found.group(3))
    return (
        quote(found.group(2), found.group(3), found.group(1)) if text is None else f"\n\n{text.strip()}\n\n"
    )


def highlights(text: str, shown: Callable[[str, str], str] | None = None) -> str:
    """``{% highlight ruby linenos %}`` as a fence that nothing in its code can close; fences are left alone.

    ``shown`` makes something else of an info string and its code, where a text has no fences.
    """

    def fence(found: re.Match[str]) -> str:
        if found.group("code") is None:
            return found.group(0)
        indent, info, link = found.group("indent"), found.group("info").strip(), ""
        if found.group("tag") == "codeblock":
            info, link = octopress.code_info(info)
        elif found.group("tag") == "mermaid":
            info = "mermaid"
        code = within(found.group("code"), RAW, end_of("raw"), lambda raw: raw[1]).strip("\n")
        if shown:
            return shown(info, code)
        if indent:
            code = "\n".join(indent + line if line else "" for line in dedent(code).split("\n"))
        longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
        marks = "`" * max(3, longest + 1)
        return f"\n{indent}{marks}{info}\n{code}\n{indent}{marks}\n" + (f"\n{indent}{link}\n" if link else "")

    return within(text, HIGHLIGHT, re.compile(CODE_END), fence)


def protect_raw(text: str, masks: Masks) -> str:
    """What stands between ``{% raw %}`` and ``{% endraw %}`` is no Liquid; in code the two marks themselves go."""
    masks.hidden = [re.sub(r"\{%-?\s*(?:end)?raw\s*-?%\}", "", hidden) for hidden in masks.hidden]

    def keep(found: re.Match[str]) -> str:
        inside = RAW_BEGINS.sub("", found.group(1))  # one whose end is somewhere in code
        return within(inside, IN_RAW, IN_RAW_END, lambda inner: masks.hide(inner.group(0)))

    return within(text, RAW, end_of("raw"), keep)
