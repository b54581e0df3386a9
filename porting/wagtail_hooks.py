"""Where moving in and out joins the admin."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from porting.admin import urls
from porting.admin.access import may_move_blogs


class MovingMenuItem(MenuItem):
    """Shown to those who may move blogs."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this account may."""
        return may_move_blogs(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    """Everything about imports and exports."""
    return [path("porting/", include(urls, namespace="porting"))]


@hooks.register("register_settings_menu_item")
def import_item() -> MenuItem:
    """The way in."""
    return MovingMenuItem(
        _("Import a blog"), reverse("porting:imports"), name="import-blog", icon_name="download", order=900
    )


@hooks.register("register_settings_menu_item")
def export_item() -> MenuItem:
    """The way out."""
    return MovingMenuItem(
        _("Export a blog"), reverse("porting:export"), name="export-blog", icon_name="upload", order=910
    )


@hooks.register("register_permissions")
def permissions() -> QuerySet:
    """Let other groups be given the permission too."""
    return Permission.objects.filter(content_type__app_label="porting", codename="add_importrun")


@hooks.register("insert_global_admin_css")
def style_the_pages() -> SafeString:
    """The look of analysis, progress and report."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin/porting.css"))
