"""Where the ground floor joins the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.accent import report
from core.models import SiteSettings
from core.page_messages import inbound_message, new_redirects, redirect_message
from core.review import menu_item, urls
from core.rich_text_features import register_section_links, register_small_headings, register_styles
from core.theme import DARK_GROUND, LIGHT_GROUND


@hooks.register("after_edit_setting")
def say_how_readable_the_accent_is(request: HttpRequest, setting: Any) -> None:
    """Name the contrast measured after saving, and the tones readers see where it is too low."""
    if not isinstance(setting, SiteSettings):
        return
    faint, sentence = report(setting.accent, LIGHT_GROUND, DARK_GROUND)
    show = messages.warning if faint else messages.info
    show(request, sentence)


@hooks.register("insert_global_admin_css")
def style_the_forms() -> SafeString:
    """What Wagtail's forms need to fit our blocks."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin/forms.css"))


@hooks.register("insert_editor_js")
def let_forms_finish_saving() -> SafeString:
    """Publishing waits for a form that is still saving itself."""
    return format_html('<script src="{}"></script>', static("admin/finish_autosave.js"))


@hooks.register("register_rich_text_features", order=100)
def teach_the_text_editor(features: FeatureRegistry) -> None:
    """Highlights, keys, small headings and links to sections, after Wagtail has registered its own."""
    register_styles(features)
    register_small_headings(features)
    register_section_links(features)


@hooks.register("before_edit_page")
def remember_when_editing_began(request: HttpRequest, page: Page) -> None:
    """Note the time, so that what this very edit left behind can be told apart later."""
    request.page_edit_began = timezone.now()


@hooks.register("after_publish_page")
def name_the_redirect(request: HttpRequest, page: Page) -> None:
    """Say which old address leads here now, when publishing changed the address."""
    began = getattr(request, "page_edit_began", None)
    redirects = new_redirects(page, began) if began else []
    if redirects:
        edit_url = reverse("wagtailredirects:edit", args=[redirects[0].pk])
        messages.info(
            request, redirect_message(redirects), buttons=[messages.button(edit_url, _("See the redirect"))]
        )


@hooks.register("before_delete_page")
def name_inbound_links(request: HttpRequest, page: Page) -> None:
    """Before a page is deleted, name the pages whose links to it would break."""
    if request.method == "GET" and (text := inbound_message(page, request.user)):
        messages.warning(request, text)


@hooks.register("register_admin_urls")
def add_the_report_of_pieces() -> list[Any]:
    """The address of the report on what imports left to look at."""
    return urls()


@hooks.register("register_reports_menu_item")
def list_the_report_of_pieces() -> MenuItem:
    """And its line among the reports."""
    return menu_item()
