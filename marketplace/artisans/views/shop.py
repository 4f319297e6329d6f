"""The artisans, and the public page of each."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ground.design.heads import described
from ground.design.pictures import rendition_specs
from ground.pagecache import public_page
from ground.provenance.models import Craft, hold_cuts, share_url
from ground.provenance.models.picture import SHARED
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.shop import cards

from ..structured import local_business

A_PAGE = 24


def _artisans() -> QuerySet[Partner]:
    """Open shops, with what their cards and pages show."""
    found = Partner.objects.open().select_related("portrait", "place").prefetch_related("crafts")
    return found.order_by("name", "pk")


@require_safe
@public_page
def index(request: HttpRequest) -> HttpResponse:
    """Everybody whose shop is open; `?craft=` keeps those of one craft."""
    crafts = Craft.objects.annotate(
        count=Count("artisans", filter=Q(artisans__state=Partner.State.OPEN))
    ).filter(count__gt=0)
    chosen = request.GET.get("craft", "")
    artisans = _artisans()
    if chosen:
        artisans = artisans.filter(crafts__slug=chosen)
    shown = list(artisans)
    portraits = [artisan.portrait for artisan in shown if artisan.portrait]
    hold_cuts(portraits, [*rendition_specs("card"), SHARED])
    context = {
        "share_url": share_url(portraits[0] if portraits else None),
        "artisans": shown,
        "crafts": sorted(crafts, key=lambda craft: craft.name),
        "chosen": chosen,
    }
    return render(request, "marketplace/artisans/index.html", context)


@require_safe
@public_page
def shop(request: HttpRequest, code: str) -> HttpResponse:
    """One artisan: who, where, which craft, what labels, and all that they sell."""
    artisan = get_object_or_404(_artisans(), code=code)
    today = timezone.localdate()
    sold = Product.objects.sold_by([artisan])
    ids = (
        sold.annotate(is_there=StockRecord.objects.buyable(today).sell_it())
        .order_by("-is_there", "-is_featured", "-date_created", "-id")
        .values_list("pk", flat=True)
    )
    page = Paginator(ids, A_PAGE).get_page(request.GET.get("page"))
    still = Q(expires_on=None) | Q(expires_on__gte=today)
    base_url = settings.BASE_URL
    shared = share_url(artisan.portrait)
    context = {
        "artisan": artisan,
        "description": described(artisan.tagline, artisan.about),
        "share_url": shared,
        "data": local_business(artisan, base_url=base_url, share_url=shared),
        "labels": artisan.labels.filter(still, verified_at__isnull=False),
        "page": page,
        "cards": cards.drawn(list(page)),
    }
    return render(request, "marketplace/artisans/shop.html", context)
