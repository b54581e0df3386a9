"""Puts our home page where a new Wagtail database has its welcome page."""

from django.db import migrations

WELCOME_SLUG = "home"


def create_home_page(apps, schema_editor):
    """Replace the welcome page, unless the site has pages of its own already."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")
    welcome = Page.objects.filter(depth=2, slug=WELCOME_SLUG, content_type__model="page").first()
    if welcome is None or Page.objects.filter(path__startswith=welcome.path, depth__gt=2).exists():
        return
    content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
    path, locale_id = welcome.path, welcome.locale_id
    Site.objects.filter(root_page=welcome).delete()
    welcome.delete()
    home = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug=WELCOME_SLUG,
        content_type=content_type,
        path=path,
        depth=2,
        numchild=0,
        url_path=f"/{WELCOME_SLUG}/",
        locale_id=locale_id,
    )
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)


def remove_home_page(apps, schema_editor):
    """Take the home page away again when nothing was put below it."""
    HomePage = apps.get_model("home", "HomePage")
    HomePage.objects.filter(slug=WELCOME_SLUG, depth=2, numchild=0).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(create_home_page, remove_home_page)]
