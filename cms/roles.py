"""Who may do what in the Wagtail admin: the least that the work needs."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)

EDITORS = "Editors"
TRANSLATORS = "Translators"
OPERATORS = "Operators"

# On the whole tree. A translator changes words; it takes an editor to publish them.
ON_PAGES = {
    EDITORS: ("add_page", "change_page", "publish_page"),
    TRANSLATORS: ("change_page",),
}
# On records: app, then codenames.
ON_RECORDS: dict[str, dict[str, tuple[str, ...]]] = {
    EDITORS: {
        "wagtailadmin": ("access_admin",),
        "provenance": ("add_place", "change_place", "add_craft", "change_craft"),
        "cms": ("add_theme", "change_theme"),
        "wagtailredirects": ("add_redirect", "change_redirect", "delete_redirect"),
        "wagtail_localize": ("submit_translation",),
    },
    TRANSLATORS: {"wagtailadmin": ("access_admin",), "wagtail_localize": ("submit_translation",)},
    # They decide on listings, and read what was sold. Nothing of that is changed by hand: who may
    # change a payment may cancel its order, by the one action that refunds and tells everybody.
    OPERATORS: {
        "wagtailadmin": ("access_admin",),
        "studio": ("view_listing", "change_listing"),
        "order": ("view_order",),
        "partner": ("view_partner",),
        "fulfilment": ("view_consignment",),
        "payments": ("view_payment", "change_payment"),
        "letters": ("view_letter", "change_letter"),
    },
}
# Wagtail asks for the rights in its own image model, whichever model stands in its place.
IN_LIBRARY: dict[str, dict[str, tuple[str, ...]]] = {
    EDITORS: {
        "wagtailimages": ("add_image", "change_image", "choose_image"),
        "wagtaildocs": ("add_document", "change_document", "choose_document"),
    },
    TRANSLATORS: {"wagtailimages": ("choose_image",)},
}


def make_groups(*, restore: bool = False) -> bool:
    """Make the groups where there are none yet; say whether anything was done.

    What is there may have been changed by an administrator, and stays as it is; to `restore` is
    to give each group back exactly what it should have.
    """
    # Wagtail's migrations bring Editors of their own: the other two tell whether ours were made.
    if not restore and Group.objects.filter(name__in=(TRANSLATORS, OPERATORS)).exists():
        return False
    for name in (EDITORS, TRANSLATORS, OPERATORS):
        group, _new = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(ON_RECORDS[name]))
        _on_pages(group)
        _in_library(group)
    _approval()
    return True


def _approval() -> None:
    """What a translator hands in, an editor approves: Wagtail's own workflow, in our words."""
    theirs, ours = "Moderators approval", gettext("the editors")  # "Submit to …" on the button
    Workflow.objects.filter(name=theirs).update(name=ours)
    for task in GroupApprovalTask.objects.filter(name=theirs):
        task.name = ours
        task.save()
        task.groups.set(Group.objects.filter(name=EDITORS))


def _permissions(wanted: dict[str, tuple[str, ...]]) -> list[Permission]:
    return [
        permission
        for app, codenames in wanted.items()
        for permission in Permission.objects.filter(
            content_type__app_label=app, codename__in=codenames
        )
    ]


def _on_pages(group: Group) -> None:
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    for permission in _permissions({"wagtailcore": ON_PAGES.get(group.name, ())}):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _in_library(group: Group) -> None:
    shelf = Collection.get_first_root_node()
    GroupCollectionPermission.objects.filter(group=group).delete()
    for permission in _permissions(IN_LIBRARY.get(group.name, {})):
        GroupCollectionPermission.objects.create(
            group=group, collection=shelf, permission=permission
        )
