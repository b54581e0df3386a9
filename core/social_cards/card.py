"""What a social card says, as data."""

import hashlib
import json
from dataclasses import asdict, dataclass

from core.social_cards.fonts import extra_fonts

#: Width and height in pixels: what networks show large, at 1.91 to 1.
SIZE = (1200, 630)
#: Raised when the drawing changes, so that every card gets a new address.
DESIGN = 1


@dataclass(frozen=True)
class Card:
    """Everything a card is drawn from.

    ``accent`` is ``#rrggbb``. ``logo`` is the path of the site's logo, "" for the project's own mark; ``logo_hash``
    changes with its content.
    """

    title: str
    authors: tuple[str, ...]
    site_name: str
    accent: str
    logo: str = ""
    logo_hash: str = ""

    @property
    def key(self) -> str:
        """A name that changes with anything drawn: 20 hexadecimal digits."""
        told = asdict(self) | {"design": DESIGN, "fonts": [path.name for path in extra_fonts()]}
        # Where the logo lies may differ between machines that share one media folder.
        del told["logo"]
        text = json.dumps(told, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:20]
