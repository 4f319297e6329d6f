"""Who is in the team of an application, and who has been invited."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Access(models.TextChoices):
    OWN = "own", _("owns")
    EDIT = "edit", _("writes")
    READ = "read", _("reads")


class MemberQuerySet(models.QuerySet["Member"]):
    def of(self, user: Any) -> "MemberQuerySet":
        """This person's memberships."""
        return self.filter(user=user) if user.is_authenticated else self.none()


class Member(models.Model):
    """Somebody of the team behind an application. Without `user`: invited, not yet come."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    Access = Access

    application = models.ForeignKey(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="members",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="application_memberships",
    )
    name = models.CharField(_("name"), max_length=160, blank=True)
    email = models.EmailField(_("email"))
    role = models.CharField(_("role in the team"), max_length=160, blank=True)
    access = models.CharField(
        pgettext_lazy("member", "may"), max_length=8, choices=Access.choices, default=Access.READ
    )

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "application", Lower("email"), name="incubator_member_is_invited_once"
            ),
            models.UniqueConstraint(
                fields=("application", "user"), name="incubator_member_joins_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
