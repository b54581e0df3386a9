"""Colouring code on the server, with Pygments' classes and no style in the markup."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

#: Longer listings than this are shown without colours: a download serves better, and pages stay quick.
MAX_COLOURED_CHARACTERS = 50_000
MAX_LINES = 10_000

LANGUAGES = [
    ("text", _("Plain text")),
    ("bash", _("Bash")),
    ("console", _("Console session")),
    ("c", "C"),
    ("csharp", "C#"),
    ("cpp", "C++"),
    ("css", "CSS"),
    ("diff", _("Diff")),
    ("django", _("Django template")),
    ("docker", "Dockerfile"),
    ("elixir", "Elixir"),
    ("go", "Go"),
    ("graphql", "GraphQL"),
    ("groovy", "Groovy, Gradle"),
    ("haskell", "Haskell"),
    ("html", "HTML"),
    ("http", "HTTP"),
    ("ini", "INI"),
    ("java", "Java"),
    ("js", "JavaScript"),
    ("json", "JSON"),
    ("jsx", "JSX"),
    ("kotlin", "Kotlin"),
    ("lua", "Lua"),
    ("make", "Makefile"),
    ("markdown", "Markdown"),
    ("nginx", _("Nginx configuration")),
    ("objective-c", "Objective-C"),
    ("perl", "Perl"),
    ("php", "PHP"),
    ("powershell", "PowerShell"),
    ("python", "Python"),
    ("pycon", _("Python console")),
    ("r", "R"),
    ("rst", "reStructuredText"),
    ("ruby", "Ruby"),
    ("rust", "Rust"),
    ("scala", "Scala"),
    ("scss", "SCSS"),
    ("sql", "SQL"),
    ("swift", "Swift"),
    ("toml", "TOML"),
    ("ts", "TypeScript"),
    ("tsx", "TSX"),
    ("vim", "Vim script"),
    ("xml", "XML"),
    ("yaml", "YAML"),
]

#: A listing with prompts is a session, whatever it was filed under; the session's lexer tells typed from printed.
_SESSIONS = {
    # "# " opens a comment as often as a root prompt, so only "$ " counts.
    "bash": (re.compile(r"^\$ \S", re.MULTILINE), "console"),
    "powershell": (re.compile(r"^PS [^\n>]*> ?\S", re.MULTILINE), "ps1con"),
    "python": (re.compile(r"^>>> ", re.MULTILINE), "pycon"),
}
_LEXERS = {"text": "text", "docker": "dockerfile", "django": "html+django"}
_RANGE = re.compile(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?")


def coloured_lines(code: str, language: str) -> list[SafeString]:
    """The lines of ``code`` as HTML. Unknown languages and very long code come back escaped, uncoloured."""
    code = code.replace("\r\n", "\n").strip("\n")
    if len(code) <= MAX_COLOURED_CHARACTERS and language != "text":
        try:
            lexer = get_lexer_by_name(lexer_name(code, language), stripnl=False)
        except ClassNotFound:
            return _plain_lines(code)
        html = highlight(code, lexer, HtmlFormatter(nowrap=True))
        lines = html.removesuffix("\n").split("\n")
        if len(lines) == code.count("\n") + 1:
            return [mark_safe(line) for line in lines]  # noqa: S308 - escaped by Pygments
    return _plain_lines(code)


def lexer_name(code: str, language: str) -> str:
    """The lexer for a listing: its language's, or that of a terminal session when it shows prompts."""
    if language in _SESSIONS:
        prompt, session = _SESSIONS[language]
        if prompt.search(code):
            return session
    return _LEXERS.get(language, language)


def parse_lines(text: str) -> frozenset[int]:
    """The numbers in "1,3-5". Raises ValidationError, in an editor's words, for anything else."""
    numbers: set[int] = set()
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        match = _RANGE.fullmatch(part)
        if not match:
            raise ValidationError(
                _("“%(part)s” is not a line or a range of lines. Write them like 1,3-5."),
                params={"part": part},
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if first < 1 or last < first or last > MAX_LINES:
            raise ValidationError(
                _(
                    "“%(part)s” is not a range of lines: the first number must be 1 or more and not above the last."
                ),
                params={"part": part},
            )
        numbers.update(range(first, last + 1))
    return frozenset(numbers)


def _plain_lines(code: str) -> list[SafeString]:
    return [escape(line) for line in code.split("\n")]
