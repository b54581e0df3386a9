"""Code in shortcodes. It is taken out before anything else is looked at: what stands in it is final."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from porting.readers.wordpress.closing import closed
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.code import block
from porting.readers.wordpress.shortcodes.grammar import parse_attributes

#: Names of SyntaxHighlighter Evolved's brushes that are shortcodes of their own.
LANGUAGES = (
    "as3", "actionscript3", "applescript", "arduino", "bash", "shell", "clojure", "clj", "coldfusion",
    "cf", "cpp", "csharp", "c-sharp", "css", "delphi", "pascal", "diff", "patch", "erlang", "erl",
    "fsharp", "go", "golang", "groovy", "haskell", "java", "javafx", "jfx", "javascript", "js", "jscript",
    "matlab", "matlabkey", "objc", "obj-c", "perl", "pl", "php", "plain", "powershell", "ps", "python",
    "py", "r", "rails", "ror", "ruby", "rb", "scala", "sql", "swift", "vb", "vbnet", "xml", "xhtml",
    "xslt", "html", "yaml", "yml", "c", "typescript",
)  # fmt: skip
NAMES = (
    "code",
    "sourcecode",
    "source",
    "crayon",
    "highlight",
    "codeblock",
    "syntax",
    "cc",
    "cpp_code",
    "pastacode",
)
_ALSO_WORDS = {"highlight", "source", "cc"}
#: CodeColorer's names say how it looks and the language: ``[ccnLe_php]``; with an i it is code in a line.
_MORE = (
    "html4strict", "html5", "java5", "jquery", "ini", "apache", "asp", "dos", "text", "lua", "vim", "mysql",
)  # fmt: skip
_COLOURER = (
    rf"cc(?P<looks>[abdehilnstw]{{0,6}})(?:_(?P<language>{'|'.join(map(re.escape, (*LANGUAGES, *_MORE)))}))?"
)
_NAME = "|".join((*map(re.escape, (*NAMES, *LANGUAGES)), _COLOURER))
_CODE = re.compile(
    r"(?P<skip><(?P<raw>pre|code)\b[^>]*>.*?</(?P=raw)\s*>)"
    rf"|(?<!\[)\[(?P<name>{_NAME})(?P<attributes>(?:[\s=][^\]]{{0,3000}}+)?)\]",
    re.DOTALL | re.IGNORECASE,
)
#: A shortcode in an element for code that holds nothing else: the plug-in showed its code all the same.
_WRAPPED = re.compile(
    rf"<pre\b[^<>]*>\s*(?P<code>\[(?P<name>{_NAME})(?:[\s=][^\]]{{0,3000}}+)?\](?:(?!</?pre\b).)*?\[/(?P=name)\])\s*</pre\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TAGS = re.compile(r"</?(?:p|br|div|span)\b[^>]*>", re.IGNORECASE)
_OTHER_TAGS = re.compile(r"</?(?!(?:p|br|div|span)\b)[a-z][\w-]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKUP = {"html", "xhtml", "xml", "xslt", "htm", "markup"}
_ENTITIES = ("&lt;", "&gt;", "&amp;", "&quot;", "&#")
#: The editors of WordPress.com escaped code once more; code that shows entities has unescaped signs as well.
_TWICE = re.compile(r"&amp;(?:lt|gt|quot|amp);")
_ONCE = re.compile(r"[<>]|&(?:lt|gt|quot);")
_WRAPPER = re.compile(r"^\s*<pre[^>]*>(.*?)</pre>\s*$", re.DOTALL | re.IGNORECASE)
#: WP-Syntax and Crayon: code is typed into it as it is.
_TYPED = re.compile(
    r"(?P<begin><pre\b(?=[^<>]{0,300}\s(?:lang=[\"'](?P<lang>[\w+#.-]+)[\"']|class=[\"'][^\"'<>]{0,99}\blang:))[^<>]*>)"
    r"(?P<code>.*?)(?=</pre\s*>)",
    re.DOTALL | re.IGNORECASE,
)
#: The same in an element that is meant for a few words.
_TYPED_LINES = re.compile(
    r"<code\s[^<>]{0,99}?\blang=[\"'](?P<lang>[\w+#.-]+)[\"'][^<>]*>(?P<code>.*?)</code\s*>",
    re.DOTALL | re.IGNORECASE,
)
#: Languages people speak, which a text that is laid out in lines may name.
_SPOKEN = {
    "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "no", "fi", "hu", "ru", "uk", "el", "tr", "ja", "zh", "ko",
    "he", "ar", "la",
}  # fmt: skip
#: What is no markup of an editor, and so code.
_NOT_EDITED = re.compile(r"<(?:[?%!]|(?!/?(?:p|br|span|a|b|i|em|strong|u|code|div)\b)/?[a-z])", re.IGNORECASE)


def _as_typed(text: str) -> str:
    """Escape code that was typed as it is, before anything takes what stands in it for markup."""

    def escaped(match: re.Match[str]) -> str:
        if (match["lang"] or "").lower() in _SPOKEN or not _NOT_EDITED.search(match["code"]):
            return match[0]
        decoded = "decode:true" in match["begin"] or 'escaped="true"' in match["begin"]
        code = unescape(match["code"]) if decoded else match["code"]
        return match["begin"] + escape(code, quote=False)

    def block_of(match: re.Match[str]) -> str:
        code = match["code"]
        if match["lang"].lower() in _SPOKEN or "\n" not in code.strip() or not _NOT_EDITED.search(code):
            return match[0]
        return f'\n\n<pre lang="{match["lang"]}">{escape(code, quote=False)}</pre>\n\n'

    text = _up_to_last("</pre>", text, lambda part: _TYPED.sub(escaped, part))
    return _up_to_last("</code>", text, lambda part: _TYPED_LINES.sub(block_of, part))


def _up_to_last(end: str, text: str, written: Callable[[str], str]) -> str:
    """Nothing is looked for behind the last end: beginnings without one would be followed again and again."""
    last = text.lower().rfind(end) + len(end)
    return written(text[:last]) + text[last:] if last >= len(end) else text


def unwrapped(text: str) -> str:
    """Take code shortcodes out of the elements for code that hold nothing else."""
    return _up_to_last("</pre>", text, lambda part: _WRAPPED.sub(r"\n\n\g<code>\n\n", part))


def take_code(text: str, body: Body) -> str:
    """Put code blocks in slots."""
    text = _as_typed(unwrapped(text) if "[/" in text else text)
    if "[/" not in text:
        return text
    text = closed(text)
    # One capital letter becomes two signs in lower case, behind which all places would be wrong.
    lower, done, position = text.replace("\u0130", "i").lower(), [], 0
    for match in _CODE.finditer(text):
        if match.start() < position or match["skip"] is not None:
            continue
        ending = f"[/{match['name'].lower()}]"
        end = lower.find(ending, match.end()) if lower.rfind(ending) >= match.end() else -1
        written = _block(match, text[match.end() : end], body) if end >= 0 else None
        if written is not None:
            done += [text[position : match.start()], written]
            position = end + len(ending)
    return "".join(done) + text[position:]


def _block(match: re.Match[str], inside: str, body: Body) -> str | None:
    name = match["name"].lower()
    if match["looks"] and "i" in match["looks"]:
        body.constructs["code"] += 1
        return f"<code>{escape(_characters(inside, ''), quote=False)}</code>"
    if "\n" not in inside.strip() and name in _ALSO_WORDS and not match["attributes"]:
        return None  # a theme's word in colour, or a footnote's source
    named, positional = parse_attributes(match["attributes"])
    language = named.get("lang") or named.get("language") or named.get("brush") or match["language"] or ""
    if not language and name in LANGUAGES:
        language = name
    if not language and positional and re.fullmatch(r"[\w+#.-]{1,20}", positional[0]):
        language = positional[0]
    text = _characters(inside, language.lower())
    body.constructs["code"] += 1
    lines = named.get("highlight") or named.get("mark") or named.get("hl_lines") or ""
    return f"\n\n{body.slots.put(block(text, language, named.get('title', ''), lines))}\n\n"


def _characters(text: str, language: str) -> str:
    """The code itself: saved from the visual editor it is escaped HTML, from the other one it is plain."""
    wrapped = _WRAPPER.match(text)
    text = wrapped[1] if wrapped else text
    if _has_editors_lines(text, language):
        text = re.sub(r"<br\s*/?>\n?|</p>\s*<p[^>]*>", "\n", text)
        text = _TAGS.sub("", text)
    if _TWICE.search(text) and not _ONCE.search(text):
        text = unescape(text)
    if any(entity in text for entity in _ENTITIES):
        text = unescape(text)
    return text.replace("\r\n", "\n").strip("\n")


def _has_editors_lines(text: str, language: str) -> bool:
    """Whether paragraphs and breaks are the visual editor's. It escapes all markup, so beside any it is code too."""
    if _OTHER_TAGS.search(text) or (language in _MARKUP and "&lt;" not in text):
        return False
    return bool(re.search(r"<p\b[^>]*>|<br\s*/>", text)) and ("&lt;" in text or "</p>" in text)
