"""The accounts that the files speak of."""

from django.contrib.auth.models import Group

from ground.accounts.models import User
from incubator.roles import MANAGERS

from ..words import Table


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
        user.groups.add(Group.objects.get(name=MANAGERS))
    return found
