"""Lets Administrators, and nobody else, bring blogs in and take them out."""

from django.db import migrations

from core import roles

GROUP = "Administrators"
PERMISSIONS = ["porting.add_importrun", "porting.view_importrun"]


def grant(apps, schema_editor):
    """Give the permissions to the group, if the site has kept it."""
    if apps.get_model("auth", "Group").objects.filter(name=GROUP).exists():
        roles.grant(apps, GROUP, PERMISSIONS)


def withdraw(apps, schema_editor):
    """Take them away again."""
    roles.withdraw(apps, GROUP, PERMISSIONS)


class Migration(migrations.Migration):
    dependencies = [
        ("porting", "0001_initial"),
        ("core", "0003_seed_groups"),
    ]
    operations = [migrations.RunPython(grant, withdraw)]
