"""The groups are seeded on an empty and on a filled database, and can be taken back."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Task, Workflow, WorkflowPage

from core import roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def names() -> set[str]:
    return set(Group.objects.values_list("name", flat=True))


def snapshot() -> dict[str, set]:
    """Everything the groups may do."""
    return {
        group.name: {
            *group.permissions.values_list("content_type__app_label", "codename"),
            *group.page_permissions.values_list("page__path", "permission__codename"),
            *group.collection_permissions.values_list("collection__path", "permission__codename"),
        }
        for group in Group.objects.all()
    }


def test_a_new_site_has_the_three_groups():
    assert names() == {"Authors", "Editors", "Administrators"}


def test_seeding_twice_changes_nothing():
    before = snapshot()
    roles.seed(apps)
    assert snapshot() == before


def test_unseeding_gives_wagtails_groups_back_and_seeding_again_ours():
    for group in Group.objects.all():
        # Rooms above the ground floor grant their own permissions, and take them back themselves.
        group.permissions.remove(*group.permissions.filter(content_type__app_label="porting"))
    before = snapshot()
    roles.unseed(apps)
    assert names() == {"Editors", "Moderators"}
    assert Workflow.objects.get().name == Task.objects.get().name == "Moderators approval"
    roles.seed(apps)
    assert snapshot() == before


def test_members_keep_their_powers_when_the_groups_are_renamed():
    roles.unseed(apps)
    writer = UserFactory(groups=[Group.objects.get(name="Editors")])
    moderator = UserFactory(groups=[Group.objects.get(name="Moderators")])
    roles.seed(apps)
    assert [group.name for group in writer.groups.all()] == ["Authors"]
    assert [group.name for group in moderator.groups.all()] == ["Editors"]


def test_permissions_missing_in_the_database_are_made():
    roles.unseed(apps)
    Permission.objects.filter(
        codename__in=["add_tag", "change_sitesettings", "publish_sharedcallout"]
    ).delete()
    roles.seed(apps)
    editors = Group.objects.get(name="Editors").permissions
    assert editors.filter(codename="add_tag", content_type__app_label="blog").exists()
    assert editors.filter(codename="publish_sharedcallout").exists()
    call_command("migrate", verbosity=0)
    assert Permission.objects.filter(codename="add_tag", content_type__app_label="blog").count() == 1


def test_a_site_without_a_review_gets_one_and_one_with_its_own_keeps_it():
    WorkflowPage.objects.all().delete()
    roles.seed(apps)
    assert WorkflowPage.objects.get().workflow.name == "Editors approval"
    own = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowPage.objects.update(workflow=own)
    roles.seed(apps)
    assert WorkflowPage.objects.get().workflow == own


def test_what_a_group_may_do_in_one_section_is_left_alone(blog):
    authors = Group.objects.get(name="Authors")
    GroupPagePermission.objects.create(group=authors, page=blog, permission_type="publish")
    roles.seed(apps)
    assert authors.page_permissions.filter(page=blog, permission__codename="publish_page").exists()


def test_every_permission_granted_belongs_to_a_model_that_exists():
    for permission in Permission.objects.filter(group__isnull=False).distinct():
        if permission.codename != "access_admin":
            assert permission.content_type.model_class() is not None, permission
