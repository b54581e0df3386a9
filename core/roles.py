"""The three groups people work in, and what each may do.

Data migrations call :func:`seed`. It works on the app registry it is given, so historical models will do, and
it makes the permission rows it needs, because Django makes them only after all migrations have run. A package
that adds a model later grants its permissions with :func:`grant` in a migration of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps as current_apps

ADMIN_ACCESS = "wagtailadmin.access_admin"
MEDIA = (("wagtailimages", "image"), ("wagtaildocs", "document"))
CRUD = ("add", "change", "delete", "view")


def _all(app_label: str, model: str, actions: Iterable[str] = CRUD) -> frozenset[str]:
    return frozenset(f"{app_label}.{action}_{model}" for action in actions)


@dataclass(frozen=True)
class Role:
    """What a group may do: with every page, with every image and document, and with everything else.

    ``pages`` and ``media`` hold actions such as ``"publish"``; ``permissions`` full names such as
    ``"blog.add_tag"``.
    """

    name: str
    pages: frozenset[str]
    media: frozenset[str]
    collections: frozenset[str]
    permissions: frozenset[str]


PUBLISHING = (
    _all("blog", "author")
    | _all("blog", "tag")
    | _all("blog", "category")
    | _all("blog", "series")
    | _all("blog", "comment", ("change", "delete", "view"))
    | _all("core", "sharedcallout", (*CRUD, "publish", "lock", "unlock"))
)
MENUS = frozenset({"core.change_navigationsettings"}) | _all("wagtailredirects", "redirect")
SEARCH = _all("search", "synonyms") | _all("search", "promotion") | frozenset({"search.view_loggedsearch"})
RUNNING_THE_SITE = (
    frozenset({"core.change_sitesettings", "search.change_searchsettings"})
    | _all("core", "user")
    | _all("auth", "group")
    | _all("wagtailcore", "site")
    | _all("wagtailcore", "workflow")
    | _all("wagtailcore", "task")
    | _all("wagtailcore", "groupapprovaltask")
)

AUTHORS = Role(
    name="Authors",
    pages=frozenset({"add"}),
    media=frozenset({"add", "choose"}),
    collections=frozenset(),
    permissions=frozenset({ADMIN_ACCESS}),
)
EDITORS = Role(
    name="Editors",
    pages=frozenset({"add", "bulk_delete", "change", "lock", "publish", "unlock"}),
    media=frozenset({"add", "change", "choose"}),
    collections=frozenset({"add", "change"}),
    permissions=frozenset({ADMIN_ACCESS}) | PUBLISHING | MENUS | SEARCH,
)
ADMINISTRATORS = Role(
    name="Administrators",
    pages=EDITORS.pages,
    media=EDITORS.media,
    collections=frozenset({"add", "change", "delete"}),
    permissions=EDITORS.permissions | RUNNING_THE_SITE,
)
ROLES = (AUTHORS, EDITORS, ADMINISTRATORS)

#: Wagtail's own groups and ours with the same powers over pages, so that nobody who is in one loses them.
RENAMED = (("Editors", "Authors"), ("Moderators", "Editors"))
REVIEW, WAGTAILS_REVIEW = "Editors approval", "Moderators approval"


def seed(apps: Any) -> None:
    """Make or bring up to date the three groups, and the review Authors' posts go through."""
    groups = apps.get_model("auth", "Group").objects
    if not groups.filter(name=AUTHORS.name).exists():
        for old, new in RENAMED:
            groups.filter(name=old).update(name=new)
    for role in ROLES:
        groups.get_or_create(name=role.name)
        _set_pages(apps, role.name, role.pages)
        _set_collections(apps, role.name, role.media, role.collections)
        grant(apps, role.name, role.permissions)
    _rename_review(apps, WAGTAILS_REVIEW, REVIEW)
    _ensure_review(apps)


def unseed(apps: Any) -> None:
    """Give Wagtail's own groups back, with what Wagtail lets them do."""
    groups = apps.get_model("auth", "Group").objects
    for role in (AUTHORS, EDITORS):
        withdraw(apps, role.name, role.permissions - {ADMIN_ACCESS})
        _set_collections(apps, role.name, frozenset({"add", "change", "choose"}), frozenset())
    _set_pages(apps, AUTHORS.name, frozenset({"add", "change"}))
    _set_pages(apps, EDITORS.name, frozenset({"add", "change", "lock", "publish", "unlock"}))
    groups.filter(name=ADMINISTRATORS.name).delete()
    for old, new in reversed(RENAMED):
        groups.filter(name=new).update(name=old)
    _rename_review(apps, REVIEW, WAGTAILS_REVIEW)


def grant(apps: Any, group_name: str, permissions: Iterable[str]) -> None:
    """Add permissions such as ``"blog.add_tag"`` to a group, making the rows that do not exist yet."""
    group = apps.get_model("auth", "Group").objects.get(name=group_name)
    group.permissions.add(*(permission(apps, name) for name in sorted(permissions)))


def withdraw(apps: Any, group_name: str, permissions: Iterable[str]) -> None:
    """Take permissions away from a group, if there is one of that name."""
    group = apps.get_model("auth", "Group").objects.filter(name=group_name).first()
    if group is not None:
        group.permissions.remove(*(permission(apps, name) for name in sorted(permissions)))


def permission(apps: Any, name: str) -> Any:
    """The permission row named like ``"blog.add_tag"``; made when Django has not made it yet."""
    app_label, codename = name.split(".")
    action, model = codename.rsplit("_", 1)
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    row, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {action} {_model_name(app_label, model)}"},
    )
    return row


def _model_name(app_label: str, model: str) -> str:
    """What Django calls a model in the names of its permissions."""
    try:
        return str(current_apps.get_model(app_label, model)._meta.verbose_name_raw)
    except LookupError:
        return model


def _set_pages(apps: Any, group_name: str, actions: frozenset[str]) -> None:
    """Let a group do exactly this with every page; what it may do in single sections is left as it is."""
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).order_by("path").first()
    rows = [permission(apps, f"wagtailcore.{action}_page") for action in sorted(actions)]
    _set_on(apps, "GroupPagePermission", group_name, {"page": root}, rows)


def _set_collections(apps: Any, group_name: str, media: frozenset[str], collections: frozenset[str]) -> None:
    """Let a group do exactly this with every image, document and collection."""
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).order_by("path").first()
    names = [f"{app}.{action}_{model}" for app, model in MEDIA for action in sorted(media)]
    names += [f"wagtailcore.{action}_collection" for action in sorted(collections)]
    rows = [permission(apps, name) for name in names]
    _set_on(apps, "GroupCollectionPermission", group_name, {"collection": root}, rows)


def _set_on(apps: Any, model: str, group_name: str, where: dict[str, Any], rows: list[Any]) -> None:
    group = apps.get_model("auth", "Group").objects.filter(name=group_name).first()
    if group is None or None in where.values():
        return
    granted = apps.get_model("wagtailcore", model).objects
    granted.filter(group=group, **where).exclude(permission__in=rows).delete()
    for row in rows:
        granted.get_or_create(group=group, permission=row, **where)


def _rename_review(apps: Any, old: str, new: str) -> None:
    for model in ("Workflow", "Task"):
        rows = apps.get_model("wagtailcore", model).objects
        if not rows.filter(name=new).exists():
            rows.filter(name=old).update(name=new)


def _ensure_review(apps: Any) -> None:
    """See that whatever Authors submit waits for an Editor, unless the site has a review of its own."""
    page_model = apps.get_model("wagtailcore", "Page")
    root = page_model.objects.filter(depth=1).order_by("path").first()
    assigned = apps.get_model("wagtailcore", "WorkflowPage").objects
    if root is None or assigned.filter(page_id=root.pk).exists():
        return
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    task = apps.get_model("wagtailcore", "GroupApprovalTask").objects.create(
        name=REVIEW, content_type=content_type, active=True
    )
    task.groups.add(apps.get_model("auth", "Group").objects.get(name=EDITORS.name))
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=REVIEW, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    assigned.create(workflow=workflow, page_id=root.pk)
