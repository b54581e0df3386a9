"""Which items are posts, which pages, and which are none of a reader's business."""

from __future__ import annotations

from collections.abc import Collection

from porting.readers.wordpress.records import RawItem

#: Machinery of WordPress and its plugins, or people's private data (forms, orders): never content.
NO_CONTENT = frozenset((
    "acf-field", "acf-field-group", "amp_validated_url", "attachment", "bp-email", "calendar",
    "custom-css-js", "custom_css", "customize_changeset", "edd_payment", "elementor_library",
    "et_pb_layout", "feedback", "flamingo_inbound", "flamingo_contact", "guest-author",
    "jetpack_migration", "jp_img_sitemap", "jp_mem_plan", "jp_pay_order", "jp_pay_product", "jp_sitemap",
    "jp_sitemap_master", "mc4wp-form", "ml-slider", "nav_menu_item", "oembed_cache", "polylang_mo",
    "popup", "postman_sent_mail", "product_variation", "revision", "safecss", "scheduled-action",
    "shop_coupon", "shop_order", "shop_order_refund", "shop_subscription", "shop_webhook", "sidebar",
    "spucpt", "tablepress_table", "user_request", "vc_grid_item", "vc4_templates", "wp_block",
    "wp_font_face", "wp_font_family", "wp_global_styles", "wp_navigation", "wp_template",
    "wp_template_part", "wpcf7_contact_form", "wpforms", "wprm_recipe", "yoast_notification",
    "acf-post-type", "acf-taxonomy", "acf-ui-options-page", "fl-builder-template", "oxy_user_library",
    "tribe-ea-record", "wp-types-group", "wp-types-user-group", "snippet", "ap_outbox", "ap_inbox", "ap_actor",
    "ap_extrafield",
))  # fmt: skip


def kind_of(item: RawItem) -> str:
    """``post``, ``page``, ``custom`` for another type with something to read in it, or nothing."""
    if item.type in {"post", "page"}:
        return "" if _never_begun(item) else item.type
    if item.type in NO_CONTENT or not item.packed:
        return ""
    return "custom"


def is_picture_page(item: RawItem, read: Collection[str], pretty_addresses: bool) -> bool:
    """Whether an entry without words had a page that showed its picture; ``read`` are types with words in others."""
    return (
        item.type in read
        and item["status"] == "publish"
        and item.meta.get("_thumbnail_id", "0").strip() not in {"", "0"}
        and is_shown_publicly(item, pretty_addresses)
    )


def _never_begun(item: RawItem) -> bool:
    """WordPress saves an empty post whenever somebody opens the editor."""
    return item["status"] == "auto-draft" and not item.packed


def is_shown_publicly(item: RawItem, pretty_addresses: bool) -> bool:
    """Whether a custom type had a page of its own: others only have an address with a query."""
    return not (pretty_addresses and "?" in item["link"])
