"""What kramdown adds to Markdown: attribute lists, abbreviations, tables of contents, Markdown inside HTML."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.liquid.rendering import within
from porting.readers.markdown.text.admonitions import opening_tag
from porting.readers.markdown.text.masks import CLOSE, OPEN, Masks, block, dedent
from porting.readers.markdown.text.notes import Notes

ATTRIBUTES = r"\{:(?!:)[ \t]*((?:[^{}\n\"']|\"[^\"\n]*\"|'[^'\n]*')*)\}"
LINE = re.compile(rf"^(?P<indent>[ \t]*(?:>[ \t]?)*){ATTRIBUTES}[ \t]*$")
BEHIND = re.compile(ATTRIBUTES)
IS_LIST = re.compile(r"\s*(?:[.#][\w-]|[\w-]+\s*=|toc\b|\w+:\s|\w+\s*$|$)")
ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)$", re.MULTILINE)
INNER = re.compile(
    r"(?P<before>^[ \t]*|(?=<(?:d[dt]|div|figcaption|h[1-6]|li|p|section|summary|t[dh])\b))"
    r"<(?P<name>\w+)(?P<rest>\s[^<>]{0,1000}?)(?<=\s)markdown=[\"']?(?P<how>1|block|span)[\"']?(?P<more>[^<>]{0,1000})>",
    re.MULTILINE,
)
SPANS = r"a|abbr|b|br|cite|del|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u"
MARKED_SPAN = re.compile(
    rf"(<(?:{SPANS})\b[^<>]{{0,1000}}?)\s+markdown=[\"']?(?:1|span)[\"']?(?=[\s/>])", re.IGNORECASE
)
ONLY_SPANS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "summary"}  # of what ``1`` means in them
DEEPEST = 100  # elements of one name in each other
BEGINS_BLOCK = re.compile(
    r"^([ \t]*)(?:(>|#(?=#{0,5}\s)|[+*-](?=\s)|[=-](?=[=-]*[ \t]*$))|(\d{1,9})([.)])(?=\s))", re.MULTILINE
)
TITLE = re.compile(r"(?:^|\s)(?:file|title)=(?:\"([^\"\n]+)\"|'([^'\n]+)')")
HEADING = re.compile(r"^(?:[ \t>]*)#{1,6}[ \t]|^[ \t]*(?:=+|-+)[ \t]*$")
# CommonMark takes a tag alone on its line for the begin of HTML; kramdown only those of blocks.
LONELY_SPAN = re.compile(
    rf"^([ ]{{0,3}}<(?:{SPANS})\b[^>\n]*>)"
    r"[ \t]*\n(?=[ \t]*\S)",
    re.MULTILINE | re.IGNORECASE,
)
# Each with its end: what would end another would let each begin search the whole text in vain.
RAW_BLOCKS = [
    (
        re.compile(rf"<{name}\b[^<>]*+>.*?</{name}>", re.DOTALL | re.IGNORECASE),
        re.compile(f"</{name}>", re.IGNORECASE),
    )
    for name in ("table", "dl", "ul", "ol", "figure")
]
INDENTED_TAG = re.compile(r"^[ \t]+(?=<)", re.MULTILINE)
BLANK_LINES = re.compile(r"\n(?:[ \t]*+\n)++((?: {4}|\t)[ \t]*+<)?")
PRE = re.compile(f"(?<=>\n)[ ]{{0,3}}{OPEN}(?P<number>\\d+){CLOSE}")
KINDS = {
    "note",
    "tip",
    "info",
    "warning",
    "danger",
    "important",
    "caution",
    "success",
    "notice",
    "callout",
    "alert",
    "error",
    "hint",
}


def kramdown(text: str, masks: Masks, notes: Notes) -> str:
    """Rewrite kramdown's additions; ``text`` has its code hidden."""
    for raw, end in RAW_BLOCKS:
        text = within(text, raw, end, lambda found: _without_blank_lines(found.group(0), masks))
    text = MARKED_SPAN.sub(r"\1", _options(_pre_alone(text, masks)))
    text = LONELY_SPAN.sub(r"\1 ", text)
    text = inner_markdown(text)
    text = _attribute_lines(text, masks, notes)
    text = BEHIND.sub(lambda found: _behind(found), text)
    return abbreviations(text, notes)


def _pre_alone(text: str, masks: Masks) -> str:
    """``<pre>`` right below other HTML: kramdown reads on to its end, CommonMark only to the first blank line in it."""

    def apart(found: re.Match[str]) -> str:
        hidden = masks.hidden[int(found.group("number"))]
        return f"\n{found.group(0)}\n" if hidden[:4].lower() == "<pre" else found.group(0)

    return PRE.sub(apart, text)


def _without_blank_lines(html: str, masks: Masks) -> str:
    """HTML ends at its tag in kramdown, in CommonMark at a blank line, behind which indented HTML is code."""
    whole = masks.restore(html)
    if "<pre" in whole:
        return html
    if "markdown=" in whole:  # blank lines will stand around its text: no HTML may be indented behind them
        return INDENTED_TAG.sub("", html)
    dense = BLANK_LINES.sub(lambda lines: f"\n{lines[1]}" if lines[1] else lines[0], whole)
    return html if dense == whole else masks.hide(dense)


def _options(text: str) -> str:
    """``{::nomarkdown}``, ``{::comment}`` and ``{::options …/}`` say nothing to a reader."""
    text = re.sub(r"\{::comment\}.*?\{:/(?:comment)?\}", "", text, flags=re.DOTALL)
    return re.sub(r"\{:(?::[a-z]+[^}\n]*|/[a-z]*)\}", "", text)


def inner_markdown(text: str) -> str:
    """``<div markdown="1">``: its text is Markdown, which CommonMark reads when blank lines stand around it."""
    pieces, at = [], 0
    while found := INNER.search(text, at):
        name = found.group("name")
        pieces.append(text[at : found.start()])
        opening = f"<{name}{found.group('rest').rstrip()}{found.group('more')}>"
        end = _closing(text, name, found.end())
        if end:
            inner = _inner(name, found.group("how"), text[found.end() : end[0]])
            pieces.append(block(opening, inner, f"</{name}>", _indentation(text, found.start())))
        else:
            pieces.append(f"\n\n{opening}\n\n")
        at = end[1] if end else found.end()
    return "".join(pieces) + text[at:]


def _indentation(text: str, at: int) -> str:
    """The white space the line begins with that ``at`` is in."""
    line = text[text.rfind("\n", 0, at) + 1 :][:100]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _inner(name: str, how: str, inner: str) -> str:
    """What stands in an element: blocks, or words of which none begins a list or a heading."""
    if how == "block" or (how == "1" and name.lower() not in ONLY_SPANS):
        return inner_markdown(dedent(inner))
    return BEGINS_BLOCK.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", inner)


def _closing(text: str, name: str, at: int) -> tuple[int, int] | None:
    depth = 1
    for found in re.compile(rf"<(/?){name}\b[^>]*>", re.IGNORECASE).finditer(text, at):
        depth += -1 if found.group(1) else 1
        if not depth:
            return found.start(), found.end()
        if depth > DEEPEST:
            break
    return None


def _attribute_lines(text: str, masks: Masks, notes: Notes) -> str:
    """``{: …}`` on a line of its own belongs to the block before it, or after it when a blank line stands before."""
    out: list[str] = []
    waiting = ""
    for line in text.split("\n"):
        found = LINE.match(line)
        if not found or not IS_LIST.match(found.group(2)):
            if waiting and line.strip():
                line = _apply(line, waiting)
                waiting = ""
            out.append(line)
            continue
        attributes = found.group(2)
        if re.match(r"\s*toc\b", attributes):
            _drop_contents(out, notes)
        elif out and out[-1].strip():
            _apply_before(out, attributes, masks, notes)
        else:
            waiting = attributes
    return "\n".join(out)


def _apply(line: str, attributes: str) -> str:
    anchor = _anchor(attributes)
    return f"{line} {{#{anchor}}}" if anchor and HEADING.match(line) else line


def _drop_contents(out: list[str], notes: Notes) -> None:
    """The list item before ``{:toc}`` is only a place holder."""
    while out and out[-1].strip() and not HEADING.match(out[-1]):
        out.pop()
    notes.report(
        "items", _("The list that stood for a table of contents was left out: the site makes its own.")
    )


def _apply_before(out: list[str], attributes: str, masks: Masks, notes: Notes) -> None:
    anchor, classes = _anchor(attributes), re.findall(r"\.([\w-]+)", attributes)
    start = next((i + 1 for i in reversed(range(len(out))) if not out[i].strip()), 0)
    if anchor and any(HEADING.match(line) for line in out[start:]):
        at = next(i for i in range(start, len(out)) if HEADING.match(out[i]))
        at = at if out[at].lstrip(" \t>").startswith("#") else max(at - 1, start)
        out[at] = f"{out[at]} {{#{anchor}}}"
        return
    language = next((name.removeprefix("language-") for name in classes if name.startswith("language-")), "")
    if language:
        _give_language(out, language, masks)
    title = TITLE.search(attributes)
    if title and _fence_of(out, masks) >= 0:
        _give_title(out, title.group(1) or title.group(2), masks)
    if language or title:
        return
    kind = next((word for word in map(_note_word, classes) if word), "")
    if kind:
        _note(out, start, kind, notes)


def _note_word(name: str) -> str:
    """The word for a note in a class such as ``.notice--info``, ``.alert-warning`` or ``.prompt-tip``."""
    word = re.sub(r"^(?:notice--|alert-|prompt-|callout-|admonition-|bs-callout-)", "", name)
    return {"notice": "note", "alert": "note", "callout": "note"}.get(word, word) if word in KINDS else ""


def _give_language(out: list[str], language: str, masks: Masks) -> None:
    """A language behind a block of code goes into its fence; indented code becomes a fence."""
    at = _fence_of(out, masks)
    if at >= 0:
        if not masks.restore(out[at]).strip().strip("`~"):
            out[at] += language
        return
    start = len(out)
    while start and (not out[start - 1].strip() or out[start - 1].startswith(("    ", "\t"))):
        start -= 1
    code = dedent(masks.restore("\n".join(out[start:]))).strip("\n")
    if code:
        out[start:] = ["", masks.hide(f"````{language}\n{code}\n````")]


def _fence_of(out: list[str], masks: Masks) -> int:
    """Where the fence begins that the last line ends; -1 when that ends none."""
    last = masks.restore(out[-1]).strip()
    if not re.fullmatch(r"`{3,}|~{3,}", last):
        return -1
    found = (i for i in reversed(range(len(out) - 1)) if masks.restore(out[i]).strip().startswith(last))
    return next(found, -1)


def _give_title(out: list[str], title: str, masks: Masks) -> None:
    """``{: file="_config.yml" }`` behind a block of code is its title (Chirpy)."""
    at = _fence_of(out, masks)
    info = masks.restore(out[at]).strip()
    if "title=" not in info:
        out[at] += f' title="{title}"'


def _note(out: list[str], start: int, kind: str, notes: Notes) -> None:
    """A paragraph or quote with a class such as ``.notice--info`` or ``.warning`` is a note."""
    inner = [re.sub(r"^[ \t]*>[ ]?", "", line) for line in out[start:]]
    out[start:] = [opening_tag(kind, ""), "", *inner, "", "</aside>"]
    notes.count("admonition")


def _anchor(attributes: str) -> str:
    found = re.search(r"(?:^|\s)#([\w:.-]+)|id=[\"']?([\w:.-]+)", attributes)
    return (found.group(1) or found.group(2)) if found else ""


def _behind(found: re.Match[str]) -> str:
    """Attributes behind a word or picture change its looks only. Elixir's ``{:ok, x}`` in prose is no list."""
    return "" if IS_LIST.match(found.group(1)) and re.search(r"[.#=]", found.group(1)) else found.group(0)


def abbreviations(text: str, notes: Notes) -> str:
    """``*[HTML]: Hyper Text…`` gives every HTML in the text its long form."""
    known = dict(ABBREVIATION.findall(text))
    if not known:
        return text
    text = ABBREVIATION.sub("", text)
    notes.report(
        "text",
        _("The long forms of abbreviations (%(names)s) are shown when pointing at them, not in the text.")
        % {"names": ", ".join(known)[:80]},
    )
    words = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/#.\[\"'=-])({words})(?![\w\]\"'=])")
    return pattern.sub(
        lambda found: f'<abbr title="{escape(known[found.group(1)])}">{found.group(1)}</abbr>', text
    )
