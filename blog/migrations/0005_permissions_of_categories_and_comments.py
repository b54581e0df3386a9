"""Lets Editors and Administrators of a site that is there already work with categories and comments."""

from django.db import migrations

from core import roles

GROUPS = ("Editors", "Administrators")
PERMISSIONS = [
    *(f"blog.{action}_category" for action in ("add", "change", "delete", "view")),
    *(f"blog.{action}_comment" for action in ("change", "delete", "view")),
]


def grant(apps, schema_editor):
    """Give the permissions to those of the groups the site has kept."""
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        roles.grant(apps, group.name, PERMISSIONS)


def withdraw(apps, schema_editor):
    """Take them away again."""
    for name in GROUPS:
        roles.withdraw(apps, name, PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0004_categories_and_comments"),
        ("core", "0003_seed_groups"),
    ]
    operations = [migrations.RunPython(grant, withdraw)]
