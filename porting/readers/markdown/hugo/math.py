r"""Mathematics in Hugo's texts, which Goldmark reads like all words unless its extension ``passthrough`` is on.

Without it a stroke before a sign is taken away, so that authors write ``\\(x\_1\\)`` and ``\\\\`` for what the
page's script was to see as ``\(x_1\)`` and ``\\``. With it mathematics comes out as it is written.
"""

from __future__ import annotations

from typing import Any

from porting.readers.markdown import fields
from porting.readers.markdown.hugo.config import HugoConfig, lowered


def settings(config: HugoConfig) -> tuple[bool, bool]:
    """Whether the whole site showed mathematics, and whether it passed through Goldmark as it is written."""
    found: Any = config.get("markup")
    for name in ("goldmark", "extensions", "passthrough"):
        found = lowered(found).get(name)
    passes = fields.truth(lowered(found).get("enable"))
    page = lowered(config.parameters.get("page"))
    return passes or fields.has_math(config.parameters) or fields.has_math(page), passes
