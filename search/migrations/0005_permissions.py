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
    for group in apps.get_model("auth", "Group").objects.filter(name__in=PERMISSIONS):
        granted = apps.get_model("auth", "Permission").objects.filter(
            content_type__app_label="search",
            codename__in=[name.removeprefix("search.") for name in PERMISSIONS[group.name]],
        )
        # By their ids: unapplied together with the tables, the models are not of one making any more.
        group.permissions.remove(*granted.values_list("pk", flat=True))


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_editing_and_log"),
        ("core", "0003_seed_groups"),
    ]
    operations = [migrations.RunPython(grant, withdraw)]
