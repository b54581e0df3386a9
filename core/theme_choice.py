"""Light, dark or as the system has it: what a reader chose, remembered by a cookie of that one word.

The page arrives with the choice in it. A script that looked it up first would hold up the first paint of every page
for every reader, chosen or not.
"""

from __future__ import annotations

from django.http import HttpRequest

COOKIE = "theme"
CHOICES = ("light", "dark")


def theme_choice(request: HttpRequest) -> str:
    """``light``, ``dark`` or, where nothing was chosen, an empty string."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in CHOICES else ""
