"""Opening an artisan's shop: what its people cannot fill in themselves, and the door."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ground.accounts.models import User
from ground.provenance.models import Craft, Place
from marketplace.forks.partner.models import Partner, VatRegime
from marketplace.fulfilment.models import ShippingOption

from .. import checklist
from ..forms import ShopForm

OF_THE_FORM = tuple(ShopForm.Meta.fields)
NAMED = ("name", "code", "maker", "since", "vat_number")
KNOWN = {
    *OF_THE_FORM,
    *NAMED,
    "people",
    "crafts",
    "place",
    "vat_regime",
    "commission_rate",
    "delivery",
}


class CannotOpen(Exception):
    """What is wrong or missing, a line each, in `reasons`."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def open_shop(facts: Mapping[str, Any]) -> Partner:
    """Make or complete the artisan with this `code`, and open the shop.

    Raises CannotOpen with everything that stands in the way; nothing is written then.
    """
    reasons = [
        _("“%(name)s” is no word of this file.") % {"name": name} for name in facts.keys() - KNOWN
    ]
    code = str(facts.get("code", ""))
    artisan = Partner.objects.filter(code=code).first() or Partner(code=code)
    before = {name: getattr(artisan, name) for name in OF_THE_FORM}
    form = ShopForm(
        {**before, **{n: facts[n] for n in OF_THE_FORM if n in facts}}, instance=artisan
    )
    form.is_valid()
    reasons += [f"{name}: {' '.join(map(str, said))}" for name, said in form.errors.items()]
    for name in NAMED:
        setattr(artisan, name, facts.get(name, getattr(artisan, name)))
    artisan.vat_regime = facts.get("vat_regime", "")
    artisan.commission_rate = _rate(facts.get("commission_rate"), reasons)
    artisan.place = _one(Place, facts.get("place"), "place", reasons)
    artisan.state = Partner.State.OPEN
    if not facts.get("name"):
        reasons.append(_("name: the artisan needs one."))
    if artisan.vat_regime not in VatRegime.values:
        reasons.append(_("vat_regime: one of %(these)s.") % {"these": ", ".join(VatRegime.values)})
    if artisan.vat_regime == VatRegime.STANDARD and not artisan.vat_number:
        reasons.append(_("vat_number: whoever charges VAT has one."))
    crafts = [_one(Craft, slug, "crafts", reasons) for slug in facts.get("crafts", [])]
    people = [_person(email, reasons) for email in facts.get("people", [])]
    if not crafts:
        reasons.append(_("crafts: name at least one."))
    if not people:
        reasons.append(_("people: name at least one account that works there."))
    if not facts.get("delivery"):
        reasons.append(_("delivery: name at least one way."))
    missing = checklist.missing(checklist.before_opening(artisan))
    reasons += [_("missing: %(step)s") % {"step": step.label} for step in missing]
    ways = [_way(way, reasons) for way in facts.get("delivery", [])]
    if not reasons:
        try:
            artisan.full_clean(exclude=["commission_rate"])
        except ValidationError as wrong:
            reasons += [f"{name}: {' '.join(said)}" for name, said in wrong.message_dict.items()]
    if reasons:
        raise CannotOpen(reasons)
    artisan.save()
    artisan.crafts.set(craft for craft in crafts if craft)
    artisan.users.add(*(person for person in people if person))
    for way in ways:
        ShippingOption.objects.update_or_create(
            partner=artisan, method=way.pop("method"), zone=way.pop("zone"), defaults=way
        )
    return artisan


def _rate(value: Any, reasons: list[str]) -> Decimal | None:
    """A share, as "0.12"; None for the platform's own."""
    if value is None:
        return None
    try:
        rate = Decimal(str(value))
    except InvalidOperation:
        rate = Decimal(-1)
    if not 0 <= rate <= 1:
        reasons.append(_("commission_rate: a share, as 0.12 for 12 %."))
    return rate


def _one(model: Any, slug: Any, name: str, reasons: list[str]) -> Any:
    """The place or craft with this slug; it has to be there."""
    found = model.objects.filter(slug=slug or "").first()
    if not found:
        said = {"name": name, "slug": slug or "–"}
        reasons.append(_("%(name)s: there is no “%(slug)s” in the territory.") % said)
    return found


def _person(email: str, reasons: list[str]) -> User | None:
    person = User.objects.filter(email__iexact=email, is_active=True).first()
    if not person:
        reasons.append(
            _("people: %(email)s has no account yet: it is made by signing up.") % {"email": email}
        )
    return person


def _way(way: Mapping[str, Any], reasons: list[str]) -> dict[str, Any]:
    """One way of delivery; what the model refuses is said in its words."""
    facts = {"zone": "home", **way}
    try:
        option = ShippingOption(**facts)
        option.full_clean(exclude=["partner"], validate_unique=False, validate_constraints=False)
    except (TypeError, ValidationError) as wrong:
        reasons.append(f"delivery {facts.get('method', '–')}: {'; '.join(_said(wrong))}")
    return facts


def _said(wrong: Exception) -> list[str]:
    if isinstance(wrong, ValidationError):
        return [f"{name}: {' '.join(said)}" for name, said in wrong.message_dict.items()]
    return [str(wrong)]
