"""The groups of a deployment that loads no demonstration."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupApprovalTask

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

WORK = {
    "Editors": "/admin/snippets/provenance/place/",
    "Translators": "/admin/pages/",
    "Operators": "/admin/studio/listing/",
    "Programme managers": "/admin/incubator/call/",
}


def rights():
    """What every group may do: on records, on pages, in the library."""
    return {
        group.name: (
            set(group.permissions.values_list("codename", flat=True)),
            set(group.page_permissions.values_list("permission__codename", flat=True)),
            set(group.collection_permissions.values_list("permission__codename", flat=True)),
        )
        for group in Group.objects.all()
    }


@pytest.mark.parametrize(("group", "page"), WORK.items())
def test_after_the_command_each_group_reaches_its_work(client, group, page):
    call_command("make_groups")
    member = UserFactory.create()
    member.groups.add(Group.objects.get(name=group))
    client.force_login(member)
    assert client.get(page).status_code == 200


def test_what_translators_hand_in_goes_to_the_editors():
    call_command("make_groups")
    assert GroupApprovalTask.objects.get().groups.get().name == "Editors"


def test_what_an_administrator_changed_stays_until_it_is_asked_to_go():
    call_command("make_groups")
    made = rights()
    Group.objects.get(name="Translators").delete()
    editors, managers = (Group.objects.get(name=name) for name in ("Editors", "Programme managers"))
    editors.page_permissions.filter(permission__codename="publish_page").delete()
    managers.permissions.add(Permission.objects.get(codename="view_order"))
    changed = rights()

    call_command("make_groups")
    assert rights() == changed
    call_command("make_groups", restore=True)
    assert rights() == made
