"""What people type is shown as they typed it, and is code on no page: not even the staff's."""

from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from ground.history.models import Kept
from incubator import emails
from incubator.models import Application, Revision
from marketplace.fulfilment import emails as parcels
from marketplace.fulfilment.models import Consignment
from marketplace.shop.emails import consignment_ordered, order_placed
from marketplace.studio import emails as listings
from marketplace.studio.models import Listing
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import make_product
from tests.letters import posted
from tests.walk import world
from tests.walk.test_walk import ELSEWHERE, WITHOUT_A_FILE, addresses, ask

pytestmark = pytest.mark.django_db(transaction=True)
BasketLineAttribute = apps.get_model("basket", "LineAttribute")
OrderLineAttribute = apps.get_model("order", "LineAttribute")

CODE = "\"'>--></script></title></textarea><x-planted onclick=alert(1)>"
# Whose columns hold what people of all kinds have typed.
TYPED = [
    "accounts.User",
    "catalogue.Option",
    "catalogue.Product",
    "fulfilment.Consignment",
    "fulfilment.ConsignmentEvent",
    "incubator.Application",
    "incubator.ApplicationEvent",
    "incubator.ApplicationFile",
    "incubator.Member",
    "incubator.Organisation",
    "incubator.Review",
    "order.Line",
    "order.ShippingAddress",
    "partner.Partner",
    "provenance.Picture",
    "provenance.Provenance",
    "studio.ListingEvent",
]
IN_JSON: list[tuple[Any, str]] = [
    (Application, "answers"),
    (Revision, "answers"),
    (Revision, "project"),
    (Consignment, "seller"),
    (OrderLineAttribute, "value"),
    (BasketLineAttribute, "value"),
]
# What only looks like words: names of files, keys and codes.
CODES = {"code", "slug", "upc", "reference", "number", "file", "password", "content_type"}
OURS = ("studio:", "incubator:", "catalogue:", "artisans:", "account_")


def plant() -> None:
    """Put the code where words are kept, past every form."""
    for label in TYPED:
        model = apps.get_model(label)
        names = [field.name for field in model._meta.get_fields() if is_typed(field)]
        code = dict.fromkeys(names, CODE)
        if issubclass(model, Kept):  # the database lets nobody change it: a row of its own
            model._base_manager.bulk_create(copies(model, code))
        else:
            model._base_manager.update(**code)
    for model, name in IN_JSON:
        for thing in model._base_manager.all():
            rows = model._base_manager.filter(pk=thing.pk)
            rows.update(**{name: planted(getattr(thing, name))})


def copies(model: type[models.Model], changed: dict[str, Any]) -> list[Any]:
    """Each row once more, with some of its words changed."""
    return [
        model(**{**{name: row[name] for name in row if name != "id"}, **changed})
        for row in model._base_manager.values()
    ]


def is_typed(field: Any) -> bool:
    return (
        isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.URLField | models.EmailField | models.FileField)
        and not field.choices
        and not field.unique
        and (field.max_length or 1000) > len(CODE)
        and not CODES & {field.name, field.name.partition("_")[0]}
        and not field.name.startswith("description")  # the one that is HTML: sanitised when saved
    )


def planted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: planted(each) for name, each in value.items()}
    if isinstance(value, list):
        return [planted(each) for each in value]
    return CODE if isinstance(value, str) and not value.replace(".", "").isdecimal() else value


def test_no_page_runs_what_people_have_typed():
    everything = world.build()
    everybodys = world.public_things()
    plant()
    shown, run = 0, []
    for user, path in pages(everything, everybodys):
        response = ask(user, path)
        assert response.status_code in {200, 302, 405}, path
        page = response.content.decode(errors="replace")
        if "html" in response.headers["Content-Type"] and "x-planted" in page:
            shown += 1
            run += [path] if holds_code(page) else []
    assert run == []
    assert shown > 40  # it was there to be run


def holds_code(page: str) -> bool:
    found = html5lib.parse(page, namespaceHTMLElements=False).iter()
    return any(each.tag == "x-planted" or each.get("onclick") == "alert(1)" for each in found)


def pages(everything: world.World, everybodys: Any) -> Iterator[tuple[Any, str]]:
    """Who looks at which page: one's own, everybody's, and the back office as a superuser."""
    for name, arguments in addresses():
        if name in everything.arguments and name not in WITHOUT_A_FILE:
            path = reverse(name, kwargs=everything.arguments[name])
            yield from ((everything.people[role], path) for role in everything.owners[name])
        elif name in everybodys:
            yield None, reverse(name, kwargs=everybodys[name])
        elif name.startswith(OURS) and not (arguments or name in ELSEWHERE):
            yield everything.people["artisan"], reverse(name)
            yield everything.people["founder"], reverse(name)
    superuser = UserFactory.create(operator=True, first_name=CODE, last_name=CODE)
    for name, arguments, _ in everything.offices:
        yield superuser, reverse(name, args=arguments)
    yield superuser, "/admin/"
    yield superuser, "/admin/images/"


def test_no_letter_runs_what_people_have_typed():
    world.build()
    plant()
    posted().clear()
    consignment, listing = Consignment.objects.get(), Listing.objects.first()
    application = Application.objects.filter(submitted_at__isnull=False).get()
    order_placed(consignment.order)
    consignment_ordered(consignment)
    parcels.consignment_sent(consignment)
    parcels.consignment_ready(consignment)
    listings.listing_submitted(listing)
    listings.listing_sent_back(listing, CODE)
    emails.submitted(application, number=1)
    emails.changes_requested(application, reason=CODE, fields=["title"])
    emails.withdrawn(application, reason=CODE)
    letters = [page.content for letter in posted() for page in letter.alternatives]
    assert len(letters) >= 9
    assert any("x-planted" in letter for letter in letters)
    assert not any(holds_code(letter) for letter in letters)


def test_a_description_keeps_its_words_and_loses_its_code():
    product = make_product()
    product.description_fr = (
        "<p onclick=alert(1)>Un bol</p><script>alert(1)</script><img src=x onerror=alert(1)>"
        '<a href="javascript:alert(1)" style="x">ici</a><svg><a xlink:href="javascript:1">là</a>'
        "<iframe srcdoc=x></iframe><math><mi xlink:href=x></mi></math>"
    )
    product.save()
    product.refresh_from_db()
    assert product.description_fr == '<p>Un bol</p><a rel="nofollow noopener">ici</a>'
