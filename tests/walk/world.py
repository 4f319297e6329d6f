"""One of each thing that belongs to somebody, and one person of each kind."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.contrib.auth.models import Group
from django.utils import timezone

from cms import roles
from cms.roles import make_groups
from ground.letters.models import Letter
from incubator.models import ApplicationFile
from incubator.models.question import QuestionKind
from incubator.roles import MANAGERS
from incubator.roles import make_groups as make_managers
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    ApplicationFactory,
    CallFactory,
    PilotFactory,
    PlaceFactory,
    RevisionFactory,
    owner_of,
)
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket
from tests.factories.studio import a_listing, product_of


class Office(NamedTuple):
    name: str
    arguments: tuple[Any, ...]
    roles: frozenset[str]


@dataclass(frozen=True)
class World:
    """`people`: by role, None for a stranger. `arguments`: of each private address, by its name.

    `owners`: the roles that may open it. `offices`: addresses of the Wagtail admin, each with the
    roles whose work it is.
    """

    people: dict[str, Any]
    arguments: dict[str, dict[str, Any]]
    owners: dict[str, frozenset[str]]
    offices: list[Office]


def build() -> World:
    people = _people()
    artisan = ArtisanFactory.create()
    artisan.users.add(people["artisan"])
    ArtisanFactory.create().users.add(people["rival"])
    listing = a_listing(artisan, people["artisan"], state=State.ON_SALE, asked_fr="Prénom")
    order = _order(product_of(listing), people["shopper"])
    consignment = order.consignments.get()
    waiting = a_listing(artisan, people["artisan"], state=State.SUBMITTED)
    application = an_application(people["founder"], juror=people["juror"])
    draft = a_draft(people["founder"])
    file = application.files.get()
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
        "account_order_take_back": {"number": order.number},
        "incubator:application": of_application,
        "incubator:write": of_draft,
        "incubator:autosave": of_draft,
        "incubator:add_file": of_draft,
        "incubator:withdraw": of_application,
        "incubator:team": of_application,
        "incubator:file": {"key": file.key},
    }
    offices = [
        *_offices("operator", "studio_listing", waiting, "inspect"),
        *_offices("operator", "order_order", order, "inspect"),
        *_offices("operator", "fulfilment_consignment", consignment, "inspect"),
        *_offices("operator", "payments_payment", order.payment, "inspect"),
        *_offices("operator", "partner_partner", artisan, "inspect"),
        *_offices("operator", "letters_letter", Letter.objects.first(), "inspect"),
        *_offices("manager", "incubator_application", application, "inspect"),
        *_offices("manager", "incubator_call", application.call, "create", "edit"),
        *_offices("manager", "incubator_pilot", PilotFactory.create(), "create", "edit", "inspect"),
        Office("incubator_move", ("application", application.pk, "shortlist"), MANAGER),
        Office("wagtailsnippets_provenance_place:edit", (PlaceFactory.create().pk,), EDITOR),
        Office("wagtailredirects:index", (), EDITOR),
        Office("wagtaildocs:index", (), EDITOR),
        Office("wagtailimages:index", (), EDITOR),
        Office("wagtailadmin_explore_root", (), EDITOR | {"translator"}),
        Office("wagtailusers_users:edit", (people["shopper"].pk,), frozenset()),
        Office("wagtailusers_users:index", (), frozenset()),
        Office("wagtailusers_groups:index", (), frozenset()),
        Office("wagtailsites:index", (), frozenset()),
        Office("wagtaillocales:index", (), frozenset()),
    ]
    return World(people, arguments, {name: _owners(name) for name in arguments}, offices)


EDITOR, MANAGER = frozenset({"editor"}), frozenset({"manager"})


def _offices(role: str, model: str, thing: Any, *views: str) -> list[Office]:
    """The list of a model, and other views of it: `create`, or of one `thing`."""
    return [
        Office(
            f"{model}_modeladmin_{view}", () if view in LISTS else (thing.pk,), frozenset({role})
        )
        for view in ("index", *views)
    ]


LISTS = {"index", "create"}


def an_application(owner: Any, *, juror: Any) -> Any:
    """With the jury, and a file that jurors see."""
    application = ApplicationFactory.create(sent=True, state="in_review", owner=owner)
    key = str(_attach(application, "plan", visible_to_jurors=True).key)
    question = {"code": "plan", "kind": "file", "label": {"fr": "Plan", "en": "Plan"}}
    rest = {"required": False, "max_length": None, "personal_data": False}
    seen = {"visible_to_jurors": True, "frozen_after_submit": False}
    ask = {**question, **rest, **seen, "help": {}, "options": {}}
    section = {"code": "site", "label": {"fr": "Le site", "en": "The site"}, "asks": [ask]}
    revision = RevisionFactory.create(
        application=application, form=[section], answers={"plan": key}
    )
    application.reviews.create(juror=juror, revision=revision)
    return application


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


def _attach(application: Any, question: str, **more: Any) -> ApplicationFile:
    """A file on paper: the disk has none."""
    return ApplicationFile.objects.create(
        application=application,
        question_code=question,
        name="plan.pdf",
        file="plan.pdf",
        size=1,
        added_at=timezone.now(),
        **more,
    )


def _people() -> dict[str, Any]:
    make_groups()
    make_managers()
    return {
        "stranger": None,
        "shopper": UserFactory.create(),
        "another shopper": UserFactory.create(),
        "artisan": UserFactory.create(),
        "rival": UserFactory.create(),
        "founder": UserFactory.create(),
        "another founder": owner_of(ApplicationFactory.create()),
        "juror": UserFactory.create(),
        "another juror": UserFactory.create(),
        "manager": _member(MANAGERS),
        "editor": _member(roles.EDITORS),
        "translator": _member(roles.TRANSLATORS),
        "operator": _member(roles.OPERATORS, staff=True),
    }


def _member(group: str, **traits: Any) -> Any:
    user = UserFactory.create(**traits)
    user.groups.add(Group.objects.get(name=group))
    return user


def _owners(name: str) -> frozenset[str]:
    """Managers read what was sent in, jurors what they are to judge; the rest is one's own."""
    if name.startswith("studio:"):
        return frozenset({"artisan"})
    if name in {"incubator:application", "incubator:file"}:
        return frozenset({"founder", "manager", "juror"})
    return frozenset({"founder"} if name.startswith("incubator:") else {"shopper"})


def _order(product: Any, shopper: Any) -> Any:
    payment = begin_payment(make_basket(product, owner=shopper, words="Zoé"))
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return payment.order


def public_things() -> dict[str, dict[str, Any]]:
    """Arguments of the addresses that everybody may open."""
    artisan = ArtisanFactory.create()
    product = product_of(
        a_listing(artisan, UserFactory.create(), state=State.ON_SALE, asked_fr="Prénom")
    )
    category = product.categories.get()
    return {
        "artisans:shop": {"code": artisan.code},
        "catalogue:detail": {"product_slug": product.slug, "pk": product.pk},
        "catalogue:category": {"category_slug": category.slug, "pk": category.pk},
        "incubator:call": {"slug": CallFactory.create().slug},
        "incubator:pilot": {"slug": PilotFactory.create(published=True, place=PlaceFactory()).slug},
    }
