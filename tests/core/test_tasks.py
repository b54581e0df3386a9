"""Tasks that are done at once, where there is no worker."""

import threading

import pytest
from django.db import connection, transaction
from django_tasks import TaskResultStatus, task
from wagtail.models import Page, Site

from tests.factories import HomePageFactory

SAVERS, TIMES = 3, 4


@task()
def rename_and_fail(page_id: int) -> None:
    page = Page.objects.filter(pk=page_id)
    page.update(title="Half done")
    page.update(title=None)


@task()
def rename(page_id: int) -> None:
    Page.objects.filter(pk=page_id).update(title="Done")


@pytest.mark.django_db
def test_a_task_that_fails_takes_nothing_along_of_what_is_saved_around_it(home):
    with transaction.atomic():
        Page.objects.filter(pk=home.pk).update(slug="saved")
        assert rename_and_fail.enqueue(home.pk).status == TaskResultStatus.FAILED
        Page.objects.filter(pk=home.pk).update(seo_title="Saved after it")

    row = Page.objects.filter(pk=home.pk).values_list("slug", "seo_title", "title").get()
    assert row == ("saved", "Saved after it", home.title)


@pytest.mark.django_db
def test_what_a_task_did_is_taken_back_with_what_is_saved_around_it(home):
    with transaction.atomic():
        assert rename.enqueue(home.pk).status == TaskResultStatus.SUCCESSFUL
        assert Page.objects.get(pk=home.pk).title == "Done"
        transaction.set_rollback(True)

    assert Page.objects.get(pk=home.pk).title == home.title


@pytest.mark.django_db(transaction=True)
def test_what_a_task_did_outside_a_transaction_stays_though_it_fails_later():
    home = HomePageFactory(parent=Page.get_first_root_node())
    assert rename_and_fail.enqueue(home.pk).status == TaskResultStatus.FAILED

    assert Page.objects.get(pk=home.pk).title == "Half done"


@pytest.mark.django_db(transaction=True)
def test_editors_who_save_titles_of_one_length_at_once_all_save_them():
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    root = Page.get_first_root_node()
    pages = [HomePageFactory(parent=root, title=f"Otter{number}") for number in range(SAVERS)]
    failures: list[Exception] = []

    def save(page_id: int) -> None:
        try:
            for number in range(TIMES):
                with transaction.atomic():
                    page = Page.objects.get(pk=page_id).specific
                    page.title = f"Stork{number}"
                    page.save()
                    assert Page.objects.get(pk=page_id).title == page.title
        except Exception as error:  # noqa: BLE001 - the test wants every kind of failure
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(page.pk,)) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert failures == []
    ids = [page.pk for page in pages]
    assert set(Page.objects.filter(pk__in=ids).values_list("title", flat=True)) == {f"Stork{TIMES - 1}"}
