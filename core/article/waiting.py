"""What of an imported body is waiting for somebody to look at it. No query."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.blocks import StreamValue

from core.article.walk import leaves, stored

#: How the two look in the database, for finding the bodies that have them. Quotes inside texts are escaped there.
MARKS = ('"reviewed": false', '"type": "remote_picture"')


@dataclass
class Waiting:
    """How many kept pieces nobody has ticked, what they were, and how many pictures are still elsewhere."""

    pieces: int = 0
    pictures: int = 0
    reasons: list[str] = field(default_factory=list)


def waiting_in(stream: StreamValue) -> Waiting:
    """Count a body, with everything inside its blocks."""
    waiting, reason = Waiting(), ""
    for leaf in leaves(stream.stream_block, stored(stream)):
        name = leaf.path[-2:]
        if name == ("html", "reason"):
            reason = leaf.value
        elif name == ("html", "reviewed"):
            if not leaf.value:
                waiting.pieces += 1
                waiting.reasons += [reason] if reason and reason not in waiting.reasons else []
            reason = ""
        elif name == ("remote_picture", "url"):
            waiting.pictures += 1
    return waiting
