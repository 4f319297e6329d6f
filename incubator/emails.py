"""One function per letter, each written in the language of whoever reads it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import override

from ground.accounts.models import User
from ground.letters import outbox

from .models import Application, Decision, Member
from .models.member import Access


def write(name: str, *, application: Application, **letter: Any) -> None:
    outbox.write(
        f"incubator/{name}", about=application.reference, application=application, **letter
    )


def writers(application: Application) -> QuerySet[Member]:
    """Who writes in it; whoever is invited and has not come reads nothing of it yet."""
    return application.members.filter(access__in=(Access.OWN, Access.EDIT)).exclude(user=None)


def tell(members: QuerySet[Member], name: str, application: Application, **context: object) -> None:
    for member in members.select_related("user"):
        language = member.user.language if member.user else application.language
        write(
            name,
            to=member.email,
            language=language,
            application=application,
            member=member,
            **context,
        )


def programme_managers() -> Iterable[User]:
    """Those who run the programme, technicians aside."""
    may_run = Permission.objects.filter(
        content_type__app_label="incubator", codename="run_programme"
    )
    return (
        User.objects.filter(is_active=True)
        .filter(Q(groups__permissions__in=may_run) | Q(user_permissions__in=may_run))
        .distinct()
        .order_by("pk")
    )


def submitted(application: Application, *, number: int) -> None:
    """To the team: we have it. To the managers: it has come."""
    tell(writers(application), "application_received", application, number=number)
    for manager in programme_managers():
        write(
            "application_to_read",
            to=manager.email,
            language=manager.language,
            application=application,
            number=number,
            path=reverse("incubator_application_modeladmin_inspect", args=[application.pk]),
        )


def changes_requested(application: Application, *, reason: str, fields: list[str]) -> None:
    path = reverse("incubator:write", args=[application.reference])
    tell(
        writers(application),
        "changes_requested",
        application,
        reason=reason,
        fields=fields,
        path=path,
    )


def found_ineligible(application: Application, *, reason: str) -> None:
    path = reverse("incubator:index")
    tell(writers(application), "found_ineligible", application, reason=reason, path=path)


def decided(application: Application, decision: Decision) -> None:
    tell(writers(application), "decided", application, decision=decision)


def withdrawn(application: Application, *, reason: str) -> None:
    """To the whole team, the invited too; and to the managers, if they had been sent it."""
    tell(application.members.all(), "application_withdrawn", application)
    if application.submitted_at is None:
        return
    for manager in programme_managers():
        write(
            "application_taken_back",
            application=application,
            to=manager.email,
            language=manager.language,
            reason=reason,
            path=reverse("incubator_application_modeladmin_inspect", args=[application.pk]),
        )


def invited(member: Member, *, by: User, token: str) -> None:
    """To somebody whom the team would like to have; in the language of their account, if any."""
    account = User.objects.filter(email__iexact=member.email).first()
    language = account.language if account else member.application.language
    with override(language):
        path = reverse("incubator:join", args=[token])
    write(
        "team_invited",
        to=member.email,
        language=language,
        application=member.application,
        is_secret=True,
        member=member,
        inviter=by.get_full_name() or by.email,
        path=path,
    )
