"""Several authors, links and companies in one line of text: ``[Ann Ash](https://a.example) (Mills) and Bob Birch``."""

from __future__ import annotations

import re
from html import unescape

LONGEST = 2000  # letters of a line that is divided
LINKED = re.compile(r"\[(?P<name>[^\[\]]+)\]\((?P<address>[^()\s]*)\)")
HTML_LINK = re.compile(
    r"<a\b[^<>]*\bhref=[\"'](?P<address>[^\"'<>]*)[\"'][^<>]*>(?P<name>[^<>]+)</a>", re.IGNORECASE
)
BETWEEN_LINKED = re.compile(r"(?<=\))\s*(?:[,;&]|\band\b)\s*|\s*(?:[,;&]|\band\b)\s*(?=\[)")
# Whole names, first and last, perhaps with a company: ``Ash & Birch`` may be one.
NAME = r"[^\W\d_a-z][\w.'\u2019-]*"
COMPANY = r"(?:\s\([^()]{1,80}\))"
WHOLE = rf"{NAME}(?:\s{NAME}){{1,3}}{COMPANY}?"
JOINED = re.compile(rf"{WHOLE}(?:,\s{WHOLE}){{0,19}},?\s(?:&|and)\s{WHOLE}")
LISTED = re.compile(rf"{WHOLE}(?:,\s{WHOLE}){{1,19}}")
# Of two parts the second may be what somebody does or works for; a first and a last name are not that long.
SHORT = rf"{NAME}(?:\s{NAME}\.)?\s{NAME}{COMPANY}?"
TWO = re.compile(rf"{SHORT},\s{SHORT}")
BETWEEN = re.compile(r"(?:\s*,?\s+(?:&|and)\s+|\s*,\s+)(?![^()]*\))")
# Words that are in no name of a person.
OFFICE = re.compile(
    r"\b(?:engineer|manager|director|developer|lead|head|officer|scientist|architect|editor|team|inc|ltd|llc|gmbh"
    r"|foundation|university|institute|college|professor|doctor|phd|md|jr|sr|ceo|cto|coo|cfo|vp|president|founder"
    r"|author|writer|designer|consultant|student|fellow|chair|staff|group|company|corp|corporation|labs?|research"
    r"|systems|technologies|software|solutions|security|cloud|data|bank|press|hat|new|the)\b",
    re.IGNORECASE,
)
# A handle, pronouns or a name in another script in the brackets are left where they are.
AFFILIATED = re.compile(rf"(?P<name>{NAME}(?:\s[\w.'\u2019-]+){{1,4}})\s\((?P<of>[A-Z0-9][^()]{{0,79}})\)")


def divided(line: str) -> list[str]:
    """The authors one line names; the line itself where it may be a single one."""
    if len(line) > LONGEST:
        return [line]
    line = " ".join(_as_markdown(line).split())
    if LINKED.search(line):
        return _with_companies(BETWEEN_LINKED.split(line))
    if OFFICE.search(re.sub(r"\([^()]*\)", "", line)):
        return [line]
    listed = LISTED.fullmatch(line) and (len(BETWEEN.split(line)) > 2 or TWO.fullmatch(line))
    return BETWEEN.split(line) if listed or JOINED.fullmatch(line) else [line]


def _with_companies(parts: list[str]) -> list[str]:
    """What stands behind a link and is no name belongs to whom it leads to: ``[Ann Ash](https://a.example), Mills``."""
    found: list[str] = []
    for part in parts:
        if found and LINKED.match(found[-1]) and not (LINKED.search(part) or _is_name(part)):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _is_name(part: str) -> bool:
    return bool(re.fullmatch(SHORT, part.strip())) and not OFFICE.search(part)


def _as_markdown(line: str) -> str:
    return HTML_LINK.sub(lambda link: f"[{unescape(link['name'])}]({unescape(link['address'])})", line)


def described(name: str) -> dict[str, str]:
    """A name that is a link or HTML, as its words and where it led; and the company behind it."""
    name = _as_markdown(name).strip()
    found = LINKED.match(name)
    if found:
        of = name[found.end() :].strip(" \t,").removeprefix("(").removesuffix(")")
        return {"name": found["name"].strip(), "url": found["address"], "job_title": of}
    bare = unescape(re.sub(r"<[^<>]*>", "", name)).strip()
    behind = AFFILIATED.fullmatch(bare)
    return {
        "name": behind["name"] if behind else bare,
        "url": "",
        "job_title": behind["of"] if behind else "",
    }
