"""The page of a product."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ground.pagecache import public_page
from ground.pagecache.contents import kept_contents
from marketplace.forks.catalogue.managers import ProductQuerySet
from marketplace.forks.catalogue.models import Product

from ..forms import WordsForm
from ..product import ProductPage

RELATIONS = (
    "parent",
    "provenance__craft",
    "provenance__made_at",
    "provenance__inspired_by_place",
)


@require_safe
@public_page
def detail(request: HttpRequest, pk: int, product_slug: str) -> HttpResponseBase:
    """One product. Old addresses and those of variants lead to the one it has now."""
    context = kept_contents(request, lambda: _here(request, _product(pk)), by_query=False)
    if "moved_to" in context:
        return redirect(context["moved_to"], permanent=True)
    return render(request, "marketplace/shop/product.html", context)


def _here(request: HttpRequest, product: Product) -> dict[str, Any]:
    """The page of the product, or `moved_to`: the address that it has now."""
    shown = product.parent if product.is_child else product
    address = shown.get_absolute_url()
    return contents_of(request, product) if request.path == address else {"moved_to": address}


def with_what_a_page_needs(products: ProductQuerySet) -> ProductQuerySet:
    """Adds the relations that a page follows, and `category_path` of its deepest category."""
    through = Product.categories.through.objects.filter(product=OuterRef("pk"))
    deepest = through.order_by("-category__depth").values("category__path")[:1]
    return products.select_related(*RELATIONS).annotate(category_path=Subquery(deepest))


def _product(pk: int) -> Product:
    product: Product = get_object_or_404(with_what_a_page_needs(Product.objects.public()), pk=pk)
    if product.is_child and not product.parent.is_public:
        raise Http404
    return product


def ask_again(request: HttpRequest, pk: int, words: WordsForm) -> HttpResponse:
    """The page with what was typed, and what is wrong with it."""
    context = contents_of(request, _product(pk), words=words)
    return render(request, "marketplace/shop/product.html", context)


def contents_of(
    request: HttpRequest,
    product: Product,
    *,
    is_preview: bool = False,
    words: WordsForm | None = None,
) -> dict[str, Any]:
    """What the page shows of the product, drawn: the same for everybody until something changes.

    Nothing can be bought from a preview. `words`: what somebody has typed, to be put right.
    Raises Http404 where nobody sells it.
    """
    today = timezone.localdate()
    page = ProductPage.of(product, today=today, is_preview=is_preview, words=words)
    if page is None:
        raise Http404
    base_url = settings.BASE_URL
    shown = {"page": page, "is_preview": is_preview, "base_url": base_url}
    contents = render_to_string("marketplace/shop/product_contents.html", shown)
    return {
        "title": product.get_title(),
        "description": page.description,
        "share_url": page.share_url(),
        "data": page.json_ld(base_url),
        "contents": mark_safe(contents),  # our own template, escaped when it was drawn
    }
