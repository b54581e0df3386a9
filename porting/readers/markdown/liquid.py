"""Liquid in Jekyll's posts: what tags and outputs mean for a reader; the rest is left out and reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from porting.readers.markdown.embeds import PROVIDERS, embed, video_address
from porting.readers.markdown.liquid_tags import figure, gallery, parameters, quote, simple_tag, words
from porting.readers.markdown.masks import Masks, block, dedent
from porting.readers.markdown.notes import Notes, excerpt

TAG = re.compile(r"\{%-?\s*(?P<name>[\w-]+)\s*(?P<rest>.{0,2000}?)\s*-?%\}", re.DOTALL)
OUTPUT = re.compile(r"\{\{-?\s*(?P<inner>.{0,1000}?)\s*-?\}\}", re.DOTALL)
FENCED = r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)"
CODE_TAG = r"\{%-?\s*(?:highlight|codeblock)\b[ \t]*(?P<info>[^%]*?)\s*-?%\}"
CODE_END = r"\{%-?\s*end(?:highlight|codeblock)\s*-?%\}"
HIGHLIGHT = re.compile(
    rf"{FENCED}|^(?P<indent>[ \t]*){CODE_TAG}[ \t]*\n?(?P<code>.*?)\n?[ \t]*{CODE_END}",
    re.DOTALL | re.MULTILINE,
)
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)
CAPTURE = re.compile(
    r"\{%-?\s*capture\s+[\"']?([\w-]+)[\"']?\s*-?%\}(.*?)\{%-?\s*endcapture\s*-?%\}", re.DOTALL
)
COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
PICTURES = "figure image img picture responsive_image lazyload post-image lightbox"
CALLOUTS = "note tip info warning danger callout alert notice important caution success admonition"


@dataclass
class Liquid:
    """What a text may ask for. ``find_post`` gives the id of a post by its name, ``variables`` known values."""

    notes: Notes
    masks: Masks
    find_post: Callable[[str], str]
    variables: dict[str, str] = field(default_factory=dict)
    page: dict[str, Any] = field(default_factory=dict)

    def run(self, text: str) -> str:
        """The text with all Liquid taken care of."""
        text = COMMENT.sub(self._comment, text) if "endcomment" in text else text
        text = TAG.sub(self._assign, text)
        text = CAPTURE.sub(self._capture, text) if "endcapture" in text else text
        text = self._blocks(text)
        return OUTPUT.sub(self._output, TAG.sub(self._tag, text))

    def _comment(self, _found: re.Match[str]) -> str:
        self.notes.count("liquid-comment")
        return ""

    def _assign(self, found: re.Match[str]) -> str:
        """``{% assign name = "text" %}`` is a variable from here on."""
        if found.group("name") != "assign":
            return found.group(0)
        said = re.match(r"(\w+)\s*=\s*[\"'](.*?)[\"']\s*$", found.group("rest"))
        if not said:
            return found.group(0)
        self.variables[said.group(1)] = said.group(2)
        return ""

    def _capture(self, found: re.Match[str]) -> str:
        """``{% capture name %}…{% endcapture %}`` is shown where its name is; never named again, it stays here."""
        name, inner = found.group(1), found.group(2)
        if not re.search(rf"[\s{{=,]{re.escape(name)}\b", found.string[found.end() :]):
            return inner
        self.variables[name] = OUTPUT.sub(self._output, TAG.sub(self._tag, inner)).strip()
        return ""

    def _blocks(self, text: str) -> str:
        """Tags with an end: notes and details keep what is in them."""
        if "end" not in text:
            return text
        for name in (word for word in CALLOUTS.split() if f"end{word}" in text):
            pattern = re.compile(
                rf"([ \t]*)\{{%-?\s*{name}\b(.*?)-?%\}}(.*?)\{{%-?\s*end{name}\s*-?%\}}", re.DOTALL
            )
            text = pattern.sub(lambda found, name=name: self._callout(name, found), text)
        quotes = re.compile(
            r"([ \t]*)\{%-?\s*(?:block|pull)quote\b(.*?)-?%\}(.*?)\{%-?\s*end(?:block|pull)quote\s*-?%\}",
            re.DOTALL,
        )
        text = quotes.sub(lambda found: quote(found.group(2), found.group(3), found.group(1)), text)
        details = re.compile(r"([ \t]*)\{%-?\s*details\b(.*?)-?%\}(.*?)\{%-?\s*enddetails\s*-?%\}", re.DOTALL)
        return details.sub(lambda found: self._details(found), text)

    def _callout(self, name: str, found: re.Match[str]) -> str:
        from porting.readers.markdown.admonitions import KIND_OF, opening_tag

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
        name, rest = found.group("name"), self.masks.restore(found.group("rest"))
        if name in ("raw", "endraw"):
            return ""
        if name in ("post_url", "link"):
            before = found.string[found.start() - 1 : found.start()]
            address = self._post_link(rest)
            alone = address.startswith("source:") and (not before or before.isspace())
            return f"[{words(rest)[0]}](<{address}>)" if alone else address
        if name.startswith("include"):
            return self._include(rest)
        made = simple_tag(name, rest)
        if made is not None:
            self.notes.count("liquid")
            return made
        self.notes.report(
            "liquid", f"The Liquid tag {excerpt(found.group(0))} is not known here and was left out."
        )
        return ""

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
        self.notes.report("links", f"No post is called “{wanted}”.")
        return wanted

    def _include(self, rest: str) -> str:
        """Includes by their name and parameters: videos and pictures are known, of others the texts stay."""
        listed = words(rest)
        path = listed[0] if listed else ""
        name = re.sub(r"\.\w+$", "", path.rsplit("/", 1)[-1]).lower()
        values = {key: self.value(value) for key, value in parameters(rest).items()}
        address = next(
            (
                values[key]
                for key in ("src", "url", "image_path", "file", "image", "path", "img")
                if values.get(key)
            ),
            "",
        )
        made = self._video(name, values, address) or (gallery(self.page, values) if name == "gallery" else "")
        if made:
            return made
        if address and (
            name in PICTURES.split()
            or re.search(r"\.(?:png|jpe?g|gif|webp|svg|avif)$", address, re.IGNORECASE)
        ):
            self.notes.count("liquid")
            return figure(address, values)
        texts = [
            values[key]
            for key in ("title", "caption", "text", "content", "description", "quote")
            if values.get(key)
        ]
        self.notes.report(
            "liquid",
            f"The include {excerpt(path)} is not known here; "
            + ("its texts were kept." if texts else "it was left out."),
        )
        return "\n\n".join(texts) + (f' <a href="{escape(address)}">{escape(address)}</a>' if address else "")

    def _video(self, name: str, values: dict[str, str], address: str) -> str:
        provider = (values.get("provider") or next((one for one in PROVIDERS if one in name), "")).lower()
        given = values.get("id") or values.get("video_id") or values.get("video") or address
        target = video_address(provider, given) if provider and provider != "x" or "tweet" in name else ""
        if not target:
            return ""
        self.notes.count("liquid")
        return f"\n\n{embed(target, values.get('caption', ''))}\n\n"

    def value(self, text: str) -> str:
        """A parameter's value: text with outputs in it, or a variable's name."""
        return OUTPUT.sub(self._output, self.variables.get(text, text))

    def _output(self, found: re.Match[str]) -> str:
        inner = self.masks.restore(found.group("inner"))
        subject, _, filters = inner.partition("|")
        subject = subject.strip()
        quoted = re.fullmatch(r"\"([^\"]*)\"|'([^']*)'", subject)
        if quoted:
            value = quoted.group(1) if quoted.group(1) is not None else quoted.group(2)
            return rooted(value) if re.search(r"(?:relative|absolute)_url|prepend", filters) else value
        if subject in ("site.baseurl", "site.url", "site.github.url", "site.base_url", "site.root"):
            return ""
        if subject in self.variables:
            value = self.variables[subject]
            if "markdownify" in filters:
                return f"\n\n{value}\n\n"
            return rooted(value) if "_url" in filters else value
        self.notes.report(
            "liquid", f"The Liquid output {excerpt(found.group(0))} has no value here and was left out."
        )
        return ""


def rooted(address: str) -> str:
    """An address from the site's root."""
    return address if ":" in address[:8] else "/" + address.lstrip("/")


def highlights(text: str) -> str:
    """``{% highlight ruby linenos %}`` as a fence that nothing in its code can close; fences are left alone."""

    def fence(found: re.Match[str]) -> str:
        if found.group("code") is None:
            return found.group(0)
        indent, info = found.group("indent"), found.group("info").strip()
        code = RAW.sub(r"\1", found.group("code")).strip("\n")
        if indent:
            code = "\n".join(indent + line if line else "" for line in dedent(code).split("\n"))
        longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
        marks = "`" * max(3, longest + 1)
        return f"\n{indent}{marks}{info}\n{code}\n{indent}{marks}\n"

    return HIGHLIGHT.sub(fence, text) if "endhighlight" in text or "endcodeblock" in text else text


def protect_raw(text: str, masks: Masks) -> str:
    """What stands between ``{% raw %}`` and ``{% endraw %}`` is no Liquid; in code the two marks themselves go."""
    masks.hidden = [re.sub(r"\{%-?\s*(?:end)?raw\s*-?%\}", "", hidden) for hidden in masks.hidden]

    def keep(found: re.Match[str]) -> str:
        return re.sub(
            r"\{[{%].*?[}%]\}", lambda inner: masks.hide(inner.group(0)), found.group(1), flags=re.DOTALL
        )

    return RAW.sub(keep, text) if "endraw" in text else text
