"""The groups Authors, Editors and Administrators, in place of Wagtail's Editors and Moderators."""

from django.db import migrations

from core import roles


def seed(apps, schema_editor):
    roles.seed(apps)


def unseed(apps, schema_editor):
    roles.unseed(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        # Those give Wagtail's own groups their permissions, and look them up by name: they come first.
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]
    operations = [migrations.RunPython(seed, unseed)]
