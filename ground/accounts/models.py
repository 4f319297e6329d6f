"""The one user of the platform: shopper, artisan, applicant, juror, editor…"""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth import models as auth
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer import abstract_models


class UserManager(abstract_models.UserManager):
    with_perm = auth.UserManager.with_perm  # Django's own, which Oscar's manager lacks

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_superuser(self, email: str, password: str, **fields: Any) -> "User":
        """Who may do this on the machine is believed: no letter has to confirm the address."""
        from allauth.account.models import EmailAddress  # needs the user, which is below

        with transaction.atomic():
            user: User = super().create_superuser(email, password, **fields)
            EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
        return user


class User(abstract_models.AbstractUser):
    """Somebody, known by an email address that is theirs whatever its case."""

    language = models.CharField(
        _("language of mails"),
        max_length=8,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            # Oscar's own field lets A@x and a@x both in.
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_is_one_whatever_its_case",
                violation_error_message=_("There is already an account with this address."),
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email
