"""People, as they sign in."""

from typing import Any

import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from ground.accounts.models import User

PASSWORD = "lampe-au-fond-1906"


class UserFactory(DjangoModelFactory[User]):
    """Somebody whose address is verified, and whose password is `PASSWORD`."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        staff = factory.Trait(is_staff=True)
        operator = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda n: f"somebody{n}@terril.example")
    first_name = "Léa"
    last_name = "Carlier"
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def address(user: User, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
