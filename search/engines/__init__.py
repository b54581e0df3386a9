"""Ways to find pages. The rest of the site asks for one here and knows only ``base.Engine``."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def engine() -> Any:
    """The engine of this site."""
    from search.engines.wagtail import WagtailEngine

    return WagtailEngine()
