"""Aliases of aliases become aliases of the page at the end of the chain, as saving makes them from now on.

Posts that turn out to be private by that leave the lists and the search at once, which then looks at them again.
"""

from collections import defaultdict

from django.db import migrations
from django.db.models import Q


def flatten(apps, schema_editor):
    page_model = apps.get_model("wagtailcore", "Page")
    chains = dict(page_model.objects.filter(alias_of__isnull=False).values_list("pk", "alias_of"))
    found = defaultdict(list)
    for pk, mirrored in chains.items():
        original = _end(pk, chains)
        if original not in (None, mirrored):
            found[original].append(pk)
    for original, pks in found.items():
        page_model.objects.filter(pk__in=pks).update(alias_of=original)
    _hide(apps, found)


def _end(pk, chains):
    """The page a chain ends with; none where it is a ring."""
    seen = set()
    while pk in chains and pk not in seen:
        seen.add(pk)
        pk = chains[pk]
    return None if pk in chains else pk


def _hide(apps, found):
    restrictions = apps.get_model("wagtailcore", "PageViewRestriction").objects
    private = set(restrictions.filter(page__in=list(found)).values_list("page", flat=True))
    pks = [pk for original in private for pk in found[original]]
    paths = apps.get_model("wagtailcore", "Page").objects.filter(pk__in=pks).values_list("path", flat=True)
    for path in paths:
        documents = apps.get_model("search", "Document").objects.filter(page__path__startswith=path)
        # Nobody finds them ("0" is no restriction's id) until the index is put right, which the start of the site does.
        documents.update(fingerprint="", access="0")
        _unlist(apps, path)


def _unlist(apps, path):
    rows = apps.get_model("blog", "ListedPost").objects
    counts = apps.get_model("blog", "ListedCount").objects
    below = rows.filter(post__path__startswith=path)
    lists = set(below.values_list("blog", "kind", "key"))
    below.delete()
    for blog, kind, key in lists:
        one = Q(blog=blog, kind=kind, key=key)
        counts.filter(one).update(count=rows.filter(one).count())
    counts.filter(count=0).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_rich_quotes_and_notes"),
        ("blog", "0007_cover_elsewhere"),
        ("search", "0006_expiring_documents"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(flatten, migrations.RunPython.noop)]
