"""What plug-ins and the theme kept with posts for themselves: told in one sentence, and value by value in the report.

A report is passed around, so nothing goes into it that may open a door or tells who somebody is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

_MOST_NAMES = 60  # in the sentence
LONGEST = 500  # characters of a value
MOST_VALUES = 200  # different ones of a field
MOST = 200_000  # characters of all values together
#: Names of what is nobody's business, in a field's own name or in the data packed into it.
_SECRET_NAME = re.compile(
    r"pass(?!age)|pwd|secret|token|key(?!word)|auth(?!or)|licen[cs]e|credential|hash(?!tag)|salt|nonce|cookie|session"
    r"|signature|mail|phone|(?:^|[_-])(?:ip|sid|pin|iban)(?:$|[_-])|[_-]ip(?=addr)",
    re.IGNORECASE,
)
_NAMES_INSIDE = re.compile(r"[\"'&?]([\w-]{2,60})[\"']?\s*[:;=]")
_SECRET_VALUE = re.compile(
    r"[^\s@]+@[\w-]+\.\w"  # a mail address, or a password in an address
    r"|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])"  # an IPv4 address
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}(?::[0-9a-f]{0,4})*(?!\w)"  # an IPv6 address
    r"|(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{24,}"  # a key or the fingerprint of something
    r"|-----BEGIN",
    re.IGNORECASE,
)


class Settings:
    """Fields by name, with every value and the posts that have it."""

    def __init__(self) -> None:
        self._posts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def __bool__(self) -> bool:
        return bool(self._posts)

    def add(self, source_id: str, fields: Mapping[str, str]) -> None:
        """Note what one post has: values by name."""
        for name, value in fields.items():
            shown = value if len(value) <= LONGEST else f"{value[:LONGEST]} …"
            self._posts[name]["" if is_secret(name, value) else shown].append(source_id)

    def sentence(self) -> str:
        """One sentence for all of them, by name, those that most posts have first."""
        counted = {name: sum(map(len, values.values())) for name, values in self._posts.items()}
        shown = [
            f"{name} ({times})" for name, times in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        ]
        more = f", … (+{len(shown) - _MOST_NAMES})" if len(shown) > _MOST_NAMES else ""
        text = _(
            "Settings that plug-ins and the theme kept with posts have no meaning here and were left out; in brackets, "
            "how many posts had them: %(names)s"
        )
        return text % {"names": ", ".join(shown[:_MOST_NAMES]) + more}

    def as_json(self) -> dict[str, Any]:
        """For the report, by name: ``values``, each with its posts' ids, and how many had what is ``secret`` or is
        ``not shown`` because it would be too much.
        """
        left = MOST
        found: dict[str, dict[str, Any]] = {}
        for name, values in sorted(self._posts.items()):
            about = found[name] = {"values": []}
            for value, posts in values.items():
                size = len(value) + sum(map(len, posts))
                if not value:
                    about["secret"] = len(posts)
                elif size <= left and len(about["values"]) < MOST_VALUES:
                    about["values"].append({"value": value, "posts": posts})
                    left -= size
                else:
                    about["not shown"] = about.get("not shown", 0) + len(posts)
        return found


def is_secret(name: str, value: str) -> bool:
    """Whether a field may open a door or tells who somebody is, by its name, its value or the names packed into it."""
    if _SECRET_NAME.search(name) or _SECRET_VALUE.search(value):
        return True
    return any(_SECRET_NAME.search(inside) for inside in _NAMES_INSIDE.findall(value))
