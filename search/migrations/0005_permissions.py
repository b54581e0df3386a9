"""Lets Editors look after synonyms and promoted results and read the log; Administrators decide how long it is kept."""

from django.db import migrations

from core import roles

CRUD = ("add", "change", "delete", "view")
EDITING = [
    *(f"search.{action}_{model}" for model in ("synonyms", "promotion") for action in CRUD),
    "search.view_loggedsearch",
]
PERMISSIONS = {"Editors": EDITING, "Administrators": [*EDITING, "search.change_searchsettings"]}


def grant(apps, schema_editor):
    """Give the permissions to those of the groups the site has kept."""
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PERMISSIONS):
        roles.grant(apps, group.name, PERMISSIONS[group.name])


def withdraw(apps, schema_editor):
    """Take them away again."""
    for name, permissions in PERMISSIONS.items():
        roles.withdraw(apps, name, permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_editing_and_log"),
        ("core", "0003_seed_groups"),
    ]
    operations = [migrations.RunPython(grant, withdraw)]
