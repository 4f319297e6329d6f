"""One of each thing that belongs to somebody, and one person of each kind."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from incubator.models import ApplicationFile
from incubator.models.question import QuestionKind
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    PilotFactory,
    PlaceFactory,
    owner_of,
)
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket
from tests.factories.studio import a_listing, product_of


@dataclass(frozen=True)
class World:
    """`people`: by role, None for a stranger. `arguments`: of each private address, by its name.

    `owners`: the roles that may open it.
    """

    people: dict[str, Any]
    arguments: dict[str, dict[str, Any]]
    owners: dict[str, frozenset[str]]


def build() -> World:
    people = _people()
    artisan = ArtisanFactory.create()
    artisan.users.add(people["artisan"])
    ArtisanFactory.create().users.add(people["rival"])
    listing = a_listing(artisan, people["artisan"], state=State.ON_SALE)
    order = _order(product_of(listing), people["shopper"])
    consignment = order.consignments.get()
    application = ApplicationFactory.create(sent=True, owner=people["founder"])
    draft = a_draft(people["founder"])
    file = _attach(application, "plan")
    studio = {"code": artisan.code}
    of_listing = {**studio, "pk": listing.pk}
    of_order = {**studio, "number": consignment.number}
    of_application = {"reference": application.reference}
    of_draft = {"reference": draft.reference}
    arguments = {
        "studio:desk": studio,
        "studio:shop": studio,
        "studio:listings": studio,
        "studio:listing_new": studio,
        "studio:orders": studio,
        "studio:listing": of_listing,
        "studio:listing_preview": of_listing,
        "studio:listing_take_down": of_listing,
        "studio:order": of_order,
        "studio:order_accept": of_order,
        "studio:order_hand_over": of_order,
        "studio:order_slip": of_order,
        "account_order": {"number": order.number},
        "incubator:application": of_application,
        "incubator:write": of_draft,
        "incubator:autosave": of_draft,
        "incubator:add_file": of_draft,
        "incubator:withdraw": of_application,
        "incubator:team": of_application,
        "incubator:file": {"key": file.key},
    }
    return World(people, arguments, {name: _owners(name) for name in arguments})


def a_draft(owner: Any) -> Any:
    """Complete, of a call with questions of every kind, and of somebody who waits for another."""
    call = CallFactory.create(questions=QuestionKind.values, amount_max=10_000)
    answers = {"text": "Oui", "long_text": "Oui.", "number": "3", "date": "2027-01-02"}
    draft = ApplicationFactory.create(
        call=call, owner=owner, amount=900, answers={**answers, "choice": "lab", "table": []}
    )
    draft.members.create(email="tobias@terril.example", access="edit")
    _attach(draft, "file")
    return draft


def _attach(application: Any, question: str) -> ApplicationFile:
    """A file on paper: the disk has none."""
    return ApplicationFile.objects.create(
        application=application,
        question_code=question,
        name="plan.pdf",
        file="plan.pdf",
        size=1,
        added_at=timezone.now(),
    )


def _people() -> dict[str, Any]:
    editor = UserFactory.create()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return {
        "stranger": None,
        "shopper": UserFactory.create(),
        "another shopper": UserFactory.create(),
        "artisan": UserFactory.create(),
        "rival": UserFactory.create(),
        "founder": UserFactory.create(),
        "another founder": owner_of(ApplicationFactory.create()),
        "manager": ManagerFactory.create(),
        "editor": editor,
    }


def _owners(name: str) -> frozenset[str]:
    """Who may open it besides nobody. The programme's manager reads applications and files."""
    if name.startswith("studio:"):
        return frozenset({"artisan"})
    if name in {"incubator:application", "incubator:file"}:
        return frozenset({"founder", "manager"})
    return frozenset({"founder"} if name.startswith("incubator:") else {"shopper"})


def _order(product: Any, shopper: Any) -> Any:
    payment = begin_payment(make_basket(product, owner=shopper))
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return payment.order


def public_things() -> dict[str, dict[str, Any]]:
    """Arguments of the addresses that everybody may open."""
    artisan = ArtisanFactory.create()
    product = product_of(a_listing(artisan, UserFactory.create(), state=State.ON_SALE))
    category = product.categories.get()
    return {
        "artisans:shop": {"code": artisan.code},
        "catalogue:detail": {"product_slug": product.slug, "pk": product.pk},
        "catalogue:category": {"category_slug": category.slug, "pk": category.pk},
        "incubator:call": {"slug": CallFactory.create().slug},
        "incubator:pilot": {"slug": PilotFactory.create(published=True, place=PlaceFactory()).slug},
    }
