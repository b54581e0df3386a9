"""Tags of Hexo that name a post, or a file in a post's own folder, and those of its themes, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from porting.readers.markdown.liquid.rendering import end_of, with_inside, within
from porting.readers.markdown.liquid.tags import words
from porting.readers.markdown.text.admonitions import KIND_OF, opening_tag
from porting.readers.markdown.text.masks import block, dedent
from porting.readers.markdown.text.texts import plain

NAMED = re.compile(
    r"\{%-?\s*(?P<name>asset_img|asset_path|asset_link|post_link|post_path|link|iframe|full_?image|fi|btn|button)"
    r"\s+(?P<rest>(?:(?!\{%|%\}).){1,1000}?)\s*-?%\}"
)
CODE = re.compile(r"\{%(-?\s*)(end)?code(?=[\s%-])")
TAB = re.compile(
    r"<!--\s*tab\s*(?P<title>(?:(?!-->).){0,200}?)\s*-->(?P<text>.*?)<!--\s*endtab\s*-->", re.DOTALL
)
SIZE = re.compile(r"\d+(?:px|%)?")

Find = Callable[[str], str]


def code_tags(text: str) -> str:
    """``{% code %}`` is another name of ``{% codeblock %}``."""
    return CODE.sub(r"{%\1\2codeblock", text)


def named_tags(text: str, post: Find, file: Find, missing: Callable[[str], None]) -> str:
    """Links and pictures in place of their tags.

    ``post`` gives the id of a post by its file's name, ``file`` the address of a file of the post's own folder;
    ``missing`` is told names that nothing has.
    """

    def made(found: re.Match[str]) -> str:
        name, listed = found.group("name"), words(found.group("rest"))
        if name.startswith("post_"):
            return _post(name, listed, post, missing)
        if name.startswith("asset_"):
            return _file(name, listed, file)
        return OTHERS[name](found.group("rest"), listed)

    return NAMED.sub(made, text)


def _post(name: str, listed: list[str], post: Find, missing: Callable[[str], None]) -> str:
    wanted, _mark, anchor = listed[0].partition("#")
    label = " ".join(one for one in listed[1:] if one not in ("true", "false"))
    source = post(wanted)
    if not source:
        missing(wanted)
        return label or wanted
    address = f"source:{source}" + (f"#{anchor}" if anchor else "")
    return address if name == "post_path" else f"[{label or wanted}](<{address}>)"


def _file(name: str, listed: list[str], file: Find) -> str:
    if name == "asset_img":
        at = next((at for at, word in enumerate(listed) if re.search(r"\.\w{2,5}$", word)), 0)
        rest = [one for one in listed[at + 1 :] if not SIZE.fullmatch(one)]
        title, alt = _said(rest[0]) if rest else ("", "")
        alt = alt or (rest[1] if len(rest) > 1 else "")
        alt = alt.strip("'\"") or title
        shown = f' title="{escape(title)}"' if title and title != alt else ""
        return f'<img src="{escape(file(listed[at]))}" alt="{escape(alt)}"{shown}>'
    address = file(listed[0])
    return address if name == "asset_path" else f"[{' '.join(listed[1:]) or listed[0]}](<{address}>)"


def _said(word: str) -> tuple[str, str]:
    """``title text 'alt text'``, which is written as one word between quotation marks, as its two parts."""
    found = re.fullmatch(r"(?P<title>.*?)\s*['\"](?P<alt>[^'\"]*)['\"]", word)
    return (found.group("title").strip(), found.group("alt")) if found else (word, "")


def _link(_rest: str, listed: list[str]) -> str:
    at = next((at for at, word in enumerate(listed) if re.match(r"https?://|/|#", word)), -1)
    if at < 0:
        return " ".join(listed)
    return f"[{' '.join(listed[:at]) or listed[at]}](<{listed[at]}>)"


def _frame(_rest: str, listed: list[str]) -> str:
    return f'\n\n<iframe src="{escape(listed[0])}"></iframe>\n\n'


def _wide(rest: str, _listed: list[str]) -> str:
    address, *said = (one.strip().strip("\"'") for one in rest.split(","))
    caption = next((one for one in reversed(said) if one and not one.startswith("@")), "")
    return (
        f'\n\n<figure data-width="wide"><img src="{escape(address)}" alt=""><figcaption>{escape(caption)}'
        "</figcaption></figure>\n\n"
    )


def _button(rest: str, _listed: list[str]) -> str:
    address, *said = (one.strip().strip("\"'") for one in rest.split(","))
    label = next((one for one in said if one), address)
    return f'\n\n<p data-block="button"><a href="{escape(address)}">{escape(label)}</a></p>\n\n'


OTHERS: dict[str, Callable[[str, list[str]], str]] = {
    "link": _link,
    "iframe": _frame,
    "fullimage": _wide,
    "full_image": _wide,
    "fi": _wide,
    "btn": _button,
    "button": _button,
}


def theme_blocks(text: str, restore: Callable[[str], str]) -> str:
    """Blocks of the themes NexT, Butterfly and Fluid: notes with a kind, tabs, folded texts, centred quotes.

    ``restore`` gives the comments back that mark where each tab begins.
    """
    if "end" not in text:
        return text
    text = with_inside(text, "(?:note|subnote)", lambda found: _note(found[1], found[2], found[3]))
    text = with_inside(text, "(?:sub)?tabs", lambda found: _tabs(found[1], restore(found[3])))
    for name in ("hideToggle", "hideBlock", "fold"):
        text = with_inside(text, name, lambda found: _folded(found[1], found[2], found[3]))
    for name in ("centerquote", "cq"):
        begin = rf"\{{%-?\s*{name}\s*-?%\}}"
        text = within(
            text, re.compile(begin + r"(.*?)" + end_of(name).pattern, re.DOTALL), end_of(name), _centred
        )
    return text


KINDS = {"default": "note", "primary": "info", "success": "tip"}


def _note(indent: str, rest: str, inner: str) -> str:
    """``{% note warning no-icon Title %}``: the first word is the kind, marks of looks are none of the title."""
    kind, title = "note", ""
    for word in words(rest):
        known = KINDS.get(word.lower(), word.lower())
        if known in KIND_OF and not title:
            kind = known
        elif not LOOKS.fullmatch(word):
            title = f"{title} {word}".strip()
    return block(opening_tag(kind, plain(title)), inner, "</aside>", indent)


LOOKS = re.compile(
    r"no-icon|simple|modern|flat|disabled|blue|pink|red|purple|orange|green|fa[srb]?(?:[ -].*)?"
)


def _tabs(indent: str, inner: str) -> str:
    last = inner.rfind("endtab")  # beyond it each begin would search in vain
    end = inner.find(">", last) + 1 if last >= 0 else 0
    tabs = [(found.group("title"), found.group("text")) for found in TAB.finditer(inner, 0, end)]
    if not tabs:
        return f"\n\n{indent}{inner.strip()}\n\n"
    made = "\n\n".join(
        block(
            f'<section data-item data-title="{escape(_tab_title(title, number))}">',
            dedent(text),
            "</section>",
        )
        for number, (title, text) in enumerate(tabs, start=1)
    )
    return block('<div data-block="tabs">', made, "</div>", indent)


def _tab_title(said: str, number: int) -> str:
    """Behind an ``@`` stands the name of a sign."""
    return said.partition("@")[0].strip() or str(number)


def _folded(indent: str, rest: str, inner: str) -> str:
    title = rest.strip().strip("\"'").split(",")[0].strip() or "Details"
    return block(f"<details><summary>{escape(title)}</summary>", inner, "</details>", indent)


def _centred(found: re.Match[str]) -> str:
    return block("<blockquote>", found[1], "</blockquote>")
