"""Calls, applications and pilots."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import factory
from django.contrib.auth.models import Permission
from django.utils import timezone
from factory.django import DjangoModelFactory

from ground.provenance.models import Place
from incubator import models
from incubator.models.member import Access
from tests.factories.accounts import UserFactory

NOW = timezone.now()  # as the views ask it: what is open at NOW is open to them, whatever the day


class PlaceFactory(DjangoModelFactory[Place]):
    class Meta:
        model = Place

    slug = factory.Sequence(lambda n: f"fosse-{n}")
    name_fr = name_en = factory.Sequence(lambda n: f"Fosse {n}")
    kind = "mine"
    commune = "Lens"
    latitude = Decimal("50.43")
    longitude = Decimal("2.83")


class ManagerFactory(UserFactory):
    """Somebody who runs the programme and has no other right."""

    @factory.post_generation
    def right(user: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        user.user_permissions.add(Permission.objects.get(codename="run_programme"))


class CallFactory(DjangoModelFactory[models.Call]):
    """Open at NOW for ten more days. With `questions`: one of each kind, the first required."""

    class Meta:
        model = models.Call
        skip_postgeneration_save = True

    class Params:
        closed = factory.Trait(closes_at=NOW - timedelta(days=1))
        coming = factory.Trait(opens_at=NOW + timedelta(days=5))
        hidden = factory.Trait(is_public=False)

    slug = factory.Sequence(lambda n: f"appel-{n}")
    title_fr = title_en = "Lumières de fosse"
    summary_fr = summary_en = "Éclairer sans éblouir."
    is_public = True
    opens_at = NOW - timedelta(days=30)
    closes_at = NOW + timedelta(days=10)
    seats = 1

    @factory.post_generation
    def questions(call: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        if not extracted:
            return
        section = models.Section.objects.create(
            call=call, code="idea", label_fr="L’idée", label_en="The idea"
        )
        for number, kind in enumerate(extracted):
            QuestionFactory(section=section, kind=kind, code=kind, sort_order=number)


class QuestionFactory(DjangoModelFactory[models.Question]):
    class Meta:
        model = models.Question

    code = factory.Sequence(lambda n: f"question-{n}")
    kind = "text"
    label_fr = factory.LazyAttribute(lambda question: f"Question {question.kind}")
    label_en = factory.LazyAttribute(lambda question: f"Question {question.kind}")
    options_en = factory.LazyAttribute(
        lambda question: {
            "choice": "lab = In a laboratory\nsite = On a site",
            "table": "who = Who\nwhat = What",
            "file": "pdf\npng",
        }.get(question.kind, "")
    )
    options_fr = factory.SelfAttribute("options_en")


class OrganisationFactory(DjangoModelFactory[models.Organisation]):
    class Meta:
        model = models.Organisation

    name = "Lampisterie"
    city = "Lens"
    country = "FR"


class ApplicationFactory(DjangoModelFactory[models.Application]):
    """A complete draft of somebody (`owner`), in answer to an open call without questions."""

    class Meta:
        model = models.Application
        skip_postgeneration_save = True

    class Params:
        sent = factory.Trait(state="submitted", submitted_at=NOW)

    call = factory.SubFactory(CallFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title = "Une lampe par pas"
    summary = "Des lampes qui suivent les pas."
    created_at = NOW - timedelta(days=2)
    saved_at = NOW - timedelta(days=1)

    @factory.post_generation
    def places(application: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        place = extracted or PlaceFactory()
        application.call.places.add(place)
        application.places.add(place)

    @factory.post_generation
    def owner(application: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        join(application, extracted or UserFactory(), Access.OWN)


def join(application: models.Application, user: Any, access: str) -> models.Member:
    """Make somebody a member."""
    return application.members.create(user=user, email=user.email, access=access)


def owner_of(application: models.Application) -> Any:
    return application.members.get(access=Access.OWN).user


class RevisionFactory(DjangoModelFactory[models.Revision]):
    class Meta:
        model = models.Revision

    number = 1
    form = factory.LazyFunction(list)
    answers = factory.LazyFunction(dict)
    submitted_at = NOW
    project = factory.LazyFunction(
        lambda: {
            "title": "Une lampe par pas",
            "summary": "Des lampes qui suivent les pas.",
            "amount": "9000.00",
            "places": ["Fosse 1"],
            "organisation": {"name": "Lampisterie", "city": "Lens", "country": "FR"},
            "team": [{"name": "Léa Carlier", "email": "lea@terril.example", "role": ""}],
        }
    )


class PilotFactory(DjangoModelFactory[models.Pilot]):
    class Meta:
        model = models.Pilot

    class Params:
        published = factory.Trait(state="published", verdict="iterate")

    slug = factory.Sequence(lambda n: f"pilote-{n}")
    title_fr = title_en = "Une lampe par pas"
    summary_fr = summary_en = "Des lampes qui suivent les pas."
    challenge_fr = challenge_en = "La nuit, on ne voit pas où l’on marche."
    hypothesis_fr = hypothesis_en = "Nous croyons que…"
    state = "running"
    starts_on = date(2026, 3, 1)
    organisation = factory.SubFactory(OrganisationFactory)
    place = factory.SubFactory(PlaceFactory)


class IndicatorFactory(DjangoModelFactory[models.Indicator]):
    """From 10 to 20, higher is better."""

    class Meta:
        model = models.Indicator

    code = factory.Sequence(lambda n: f"indicator-{n}")
    label_fr = label_en = "Pas éclairés"
    unit_fr = unit_en = "pas"
    domain = "social"
    baseline = 10
    baseline_on = date(2026, 1, 5)
    target = 20
    pilot = factory.SubFactory(PilotFactory)
