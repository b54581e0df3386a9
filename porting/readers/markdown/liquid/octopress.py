"""Octopress, and Hexo after it: how their tags name pictures, quotes, and the title and source of code."""

from __future__ import annotations

import posixpath
import re

OPTION = re.compile(
    r"(?:^|\s)(lang|start|first_line|mark|linenos|line_number|highlight|range|wrap):(\S+)", re.IGNORECASE
)
SOURCE = re.compile(r"(?:^|\s)(?P<address>https?://\S+|/\S+)(?:\s+(?P<label>\S.*))?$")
FILE = re.compile(r"[\w-]+\.(\w{1,10})\)?$")
IMAGE = re.compile(
    r"(?:\S++\s++)*?(?P<address>https?://\S++|/\S++|[^\s/]++/\S++)(?:\s+\d+%?)?(?:\s+\d+%?)?(?:\s+(?P<rest>\S.*))?$",
    re.DOTALL,
)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
PULLED = re.compile(r"\{\"((?:(?!\{\").)*?)\"\}", re.DOTALL)
BACKTICKS = re.compile(
    r"^(?P<fence>[ \t]*`{3,})[ \t]*+(?P<language>[\w+#.-]++)[ \t]++(?P<rest>[^\n`{=]{1,1000})\n"
    r"(?P<code>.*?)^(?P<end>[ \t]*`{3,}[ \t]*)$",
    re.DOTALL | re.MULTILINE,
)
BACKTICKS_END = re.compile(r"^[ \t]*`{3,}[ \t]*$", re.MULTILINE)
LONGEST = 1000  # letters behind the name of a tag


def code_info(rest: str) -> tuple[str, str]:
    """``Title (file.rb) lang:ruby https://… Label`` as a fence's info, and a link to where the code is from."""
    rest = rest[:LONGEST]
    options = {name.lower(): value for name, value in OPTION.findall(rest)}
    title, link = _titled(" ".join(OPTION.sub(" ", rest).split()))
    language = options.get("lang", "")
    if not language and re.fullmatch(r"[\w+#-]+", title):
        language, title = title, ""
    found = FILE.search(title)
    language = language or (found.group(1) if found else "")
    marked = f' hl_lines="{options["mark"].replace(",", " ")}"' if options.get("mark") else ""
    return f"{language or 'text'}{_title(title)}{marked}", link


def _titled(said: str) -> tuple[str, str]:
    found = SOURCE.search(said)
    if not found:
        return said, ""
    label = (found.group("label") or found.group("address")).strip()
    return said[: found.start()].strip(), f"[{label}]({found.group('address')})"


def _title(title: str) -> str:
    shown = title.replace('"', "'")
    return f' title="{shown}"' if shown else ""


def titled_fence(found: re.Match[str]) -> str:
    """``` ruby Title https://… Label`` behind backticks, which Octopress alone reads as title and source."""
    title, link = _titled(found.group("rest").strip())
    below = f"\n\n{link}\n" if link else ""
    info = found.group("language") + _title(title)
    return f"{found.group('fence')}{info}\n{found.group('code')}{found.group('end')}{below}"


def image(rest: str) -> dict[str, str]:
    """``left half /images/a.png 300 200 "Title" "Description"``: the address and what is seen; empty without one."""
    found = IMAGE.match(rest.strip())
    if not found:
        return {}
    said = [one or other for one, other in QUOTED.findall(found.group("rest") or "")]
    alt = said[-1] if said else (found.group("rest") or "")
    return {"src": found.group("address").strip("\"'"), "alt": alt.strip()}


def pulled(inner: str) -> str | None:
    """A text of which words are shown a second time, as the plain text it is; None without such words."""
    return PULLED.sub(lambda found: found.group(1).strip(), inner) if PULLED.search(inner) else None


def names_picture(word: str) -> bool:
    """Whether a word of a tag is the address of a picture."""
    return posixpath.splitext(word.split("?")[0])[1].lower() in (
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".avif",
    )
