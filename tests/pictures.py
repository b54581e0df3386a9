"""What a reader's browser does with the pictures of a page: it asks for them."""

import html
import re

from django.test import Client

_UNMADE = re.compile(r"/media/new/[^\s\"<>,]+")


def ask_for_pictures(client: Client, text: str) -> int:
    """Ask for every size that the text names and that is not made yet; returns how many."""
    addresses = {html.unescape(address) for address in _UNMADE.findall(text)}
    for address in addresses:
        assert client.get(address, follow=True).status_code == 200, address
    return len(addresses)
