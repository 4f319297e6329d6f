"""Who runs the programme in the Wagtail admin."""

from django.contrib.auth.models import Group, Permission

MANAGERS = "Programme managers"
MANAGED = ("call", "application", "pilot", "review", "organisation")
VERBS = ("add", "change", "view")


def make_groups(*, restore: bool = False) -> bool:
    """Make the group where there is none yet; say whether anything was done.

    As in `cms.roles`: one that is there stays as it is, unless asked to `restore` it.
    """
    group, new = Group.objects.get_or_create(name=MANAGERS)
    if not new and not restore:
        return False
    ours = [f"{verb}_{model}" for model in MANAGED for verb in VERBS]
    group.permissions.set(
        Permission.objects.filter(
            content_type__app_label="incubator",
            codename__in=[*ours, "run_programme", "delete_call"],
        )
        | Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    return True
