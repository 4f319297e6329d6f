"""The group of those who run the programme, and the accounts that the files speak of."""

from django.contrib.auth.models import Group, Permission

from marketplace.accounts.models import User

from .words import Table

MANAGERS = "Programme managers"
MANAGED = ("call", "application", "pilot", "review", "organisation")


def make_groups() -> Group:
    """The group of programme managers, with the rights that the Wagtail admin asks for."""
    group, _created = Group.objects.get_or_create(name=MANAGERS)
    codenames = [f"{verb}_{model}" for verb in ("add", "change", "view") for model in MANAGED]
    group.permissions.add(
        *Permission.objects.filter(
            content_type__app_label="incubator",
            codename__in=[*codenames, "run_programme", "delete_call"],
        ),
        *Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"),
    )
    return group


class Accounts:
    """Who can sign in, by the id of the file and by email."""

    def __init__(self, rows: list[Table]) -> None:
        self.rows = rows
        emails = [row["email"] for row in rows]
        self.by_email = {user.email: user for user in User.objects.filter(email__in=emails)}

    def get(self, account_id: str) -> User | None:
        emails = [row["email"] for row in self.rows if row["id"] == account_id]
        return self.by_email.get(emails[0]) if emails else None

    def with_role(self, role: str) -> list[tuple[Table, User]]:
        return [
            (row, self.by_email[row["email"]])
            for row in self.rows
            if row["role"] == role and row["email"] in self.by_email
        ]


def accounts(table: Table) -> Accounts:
    """The accounts of the file that exist; managers among them join their group."""
    found = Accounts(table.get("account", []))
    for _row, user in found.with_role("manager"):
        user.groups.add(make_groups())
    return found
