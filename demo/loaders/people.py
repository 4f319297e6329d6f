"""Who can sign in to try it: see `accounts.toml`."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from cms.roles import EDITORS, OPERATORS, make_groups
from ground.accounts.models import User
from marketplace.forks.partner.models import Partner

from ..words import Table, read, rows

GROUPS = {"editor": EDITORS, "operator": OPERATORS}


def load() -> None:
    make_groups(restore=True)
    # Hashed once: slow on purpose, and the same for all.
    password = make_password(read("accounts").get("password"))
    for row in rows("accounts", "account"):
        _account(row, password)


def _account(row: Table, password: str) -> User:
    first, _space, last = row["name"].partition(" ")
    user = User.objects.filter(email__iexact=row["email"]).first() or User(email=row["email"])
    user.first_name, user.last_name, user.language = first, last, row["language"]
    user.is_staff = row["role"] in {"operator"}
    if not user.pk:
        user.password = password
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    if group := GROUPS.get(row["role"]):
        user.groups.add(Group.objects.get(name=group))
    if row.get("artisan"):
        Partner.objects.get(code=row["artisan"]).users.add(user)
    return user
