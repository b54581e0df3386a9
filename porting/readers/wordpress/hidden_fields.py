"""Fields that plug-ins keep behind an underscore and show with the post all the same: days, places, prices."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Of shops, events, jobs and second titles. Addresses and mail of customers are in others, which are never read.
SHOWN = (
    "_format_video_embed", "_format_audio_embed", "_format_quote_source_name", "_format_link_url",
    "_wm_post_format_media", "_post_format_media", "_regular_price", "_sale_price", "_sku", "_product_url",
    "_product_attributes", "_weight", "_EventStartDate", "_EventEndDate", "_EventTimezone", "_EventURL", "_EventCost",
    "_VenueAddress", "_VenueCity", "_event_start_date", "_event_start_time", "_event_end_date", "_event_end_time",
    "_event_timezone", "_location_address", "_location_town", "_job_location", "_company_name", "_company_website",
    "_company_tagline", "_job_salary", "_subtitle", "_wp_subtitle", "_secondary_title", "_edd_price",
)  # fmt: skip
#: Where page builders keep a page, in ways of their own.
BUILDERS = {
    "_elementor_data": "Elementor", "tve_updated_post": "Thrive", "_bricks_page_content_2": "Bricks",
    "_breakdance_data": "Breakdance", "_oxygen_data": "Oxygen", "ct_builder_shortcodes": "Oxygen",
    "_ct_builder_shortcodes": "Oxygen", "ct_builder_json": "Oxygen", "_ct_builder_json": "Oxygen",
    "_fl_builder_data": "Beaver Builder", "panels_data": "SiteOrigin",
}  # fmt: skip
_WORDS = re.compile(r"([a-z])([A-Z])")
#: What Advanced Custom Fields keeps below the name of each of its fields with an underscore before it.
_REFERENCE = re.compile(r"field_\w+")
_ATTRIBUTE = re.compile(r's:4:"name";s:\d+:"([^"]*)";s:5:"value";s:\d+:"([^"]+)"')


def shown_with_post(meta: Mapping[str, str]) -> dict[str, str]:
    """The fields among these a reader saw, by the names they have in the report."""
    found = {}
    for name in SHOWN:
        value = meta.get(name, "").strip()
        if name == "_product_attributes":
            value = "; ".join(f"{what}: {said}" for what, said in _ATTRIBUTE.findall(value))
        if value and not _REFERENCE.fullmatch(value):
            found[name] = value
    return found


def plain_name(name: str) -> str:
    """``_EventStartDate`` as ``event start date``."""
    return _WORDS.sub(r"\1 \2", name.strip("_").replace("_", " ")).lower()
