"""Shortcodes that only arrange what stands in them, and those that show what a plugin makes on the fly."""

from __future__ import annotations

from html import escape

from porting.readers.wordpress.shortcodes.grammar import Shortcode

#: Families of page builders: names that begin like this.
UNWRAPPED_FAMILIES = (
    "vc_",
    "et_pb_",
    "fusion_",
    "su_",
    "mk_",
    "av_",
    "fl_",
    "tatsu_",
    "cs_",
    "ux_",
    "bt_bb_",
    "column_",
)
_COLUMNS = (
    "one_half", "one_third", "two_third", "one_fourth", "three_fourth", "one_fifth", "two_fifth",
    "three_fifth", "four_fifth", "one_sixth", "five_sixth", "half", "third", "col", "column", "columns",
    "row", "col_inner", "row_inner",
)  # fmt: skip
UNWRAPPED = frozenset((
    *_COLUMNS, *(f"{name}_last" for name in _COLUMNS), *(f"{name}_first" for name in _COLUMNS),
    "section", "container", "wrapper", "block", "box", "panel", "group", "grid", "content", "text", "center",
    "left", "right", "list", "checklist", "icon_list", "raw", "noformat", "accordion", "accordions", "toggles", "tab",
    "fullwidth", "callout_box", "div", "frame", "framed_box", "styled_box", "item", "aside",
    "jetpack_top_posts_widget", "do_widget", "visibility", "protected", "member", "restrict", "caption_box",
))  # fmt: skip
#: Names of plug-ins, which need no attribute to be known for shortcodes.
PLUGINS = (
    "powerpress",
    "instagram-feed",
    "custom-facebook-feed",
    "custom-twitter-feeds",
    "youtube-feed",
    "wpforo",
    "ultimatemember",
    "facetwp",
    "searchandfilter",
    "ajax_load_more",
    "edd_downloads",
    "download_checkout",
    "woocommerce_order_tracking",
    "wpmem_form",
    "give_form",
    "convertkit",
    "mailerlite_form",
    "sibwp_form",
    "newsletter_form",
    "newsletter_signup_form",
    "cookie_audit",
    "wpdm_all_packages",
    "wpbdp",
    "bp-activity",
    "foogallery",
    "envira-gallery",
    "print_gllr",
    "smartslider3",
)
#: They show forms, lists and maps a plugin makes when the page is asked for.
DYNAMIC = frozenset((
    "contact-form", "contact-form-7", "contact-field", "gravityform", "gravityforms", "wpforms",
    "ninja_form", "ninja_forms_display_form", "formidable", "mc4wp_form", "mailpoet_form", "archives",
    "archive", "sitemap", "recent-posts", "display-posts", "portfolio", "testimonials", "products",
    "product", "product_category", "woocommerce_cart", "woocommerce_checkout", "woocommerce_my_account",
    "blog_subscription_form", "subscribe2", "jetpack_subscription_form", "jetpack-related-posts", "recipe",
    "geo_mashup_map", "kml", "nggallery", "singlepic", "rev_slider", "layerslider", "metaslider",
    "smartslider3", "table", "tablepress", "wpdatatable", "poll", "bbp-forum-index", "members_only",
    "login", "register", "search", "tag-cloud", "tagcloud", "elementor-template", "wp_sitemap_page",
    "ess_grid", "the_grid", "events_list", "tribe_events", "eventlist", "calendar", "google_map_easy",
    "latest_posts", "series", "rss", "popup", "donate", "paypal", "ad", "adsense", "adrotate",
    "sc_events_calendar", *PLUGINS,
))  # fmt: skip


def is_unwrapped(name: str) -> bool:
    """Whether a shortcode only arranges what stands in it."""
    return name in UNWRAPPED or name.startswith(UNWRAPPED_FAMILIES)


def before(code: Shortcode) -> str:
    """What a box said above its content."""
    title = code.get("title", "heading") if not code.name.startswith(("vc_row", "vc_column", "fl_")) else ""
    return f"<p><strong>{escape(title, quote=False)}</strong></p>\n\n" if title else ""
