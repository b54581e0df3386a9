"""Keeping drawn cards: one file in the media folder for each page, named after what is drawn on it."""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

from django.conf import settings

from core.social_cards.card import Card
from core.social_cards.paint import paint

logger = logging.getLogger(__name__)

#: Below MEDIA_ROOT, and not among the folders anybody may read: whoever asks for a card is asked about first.
FOLDER = "social_cards"


def ensure_card(owner: int, card: Card) -> bytes:
    """The picture of a card, from the folder or drawn now. ``owner`` is the id of the page it belongs to."""
    path = _path(owner, card.key)
    try:
        return path.read_bytes()
    except OSError:
        picture = paint(card)
    try:
        _write(path, picture)
        forget_cards(owner, keep=path)
    except OSError as error:
        # Worth a warning, not a broken picture: it is drawn again next time.
        logger.warning("The social card of page %s could not be kept: %s", owner, error)
    return picture


def forget_cards(owner: int, keep: Path | None = None) -> None:
    """Remove a page's cards, such as those of an earlier title."""
    for path in _folder().glob(f"{owner}-*.png"):
        if path != keep:
            path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write under another name first: whoever reads meanwhile finds the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _path(owner: int, key: str) -> Path:
    return _folder() / f"{owner}-{key}.png"


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER
