"""Where everything is found; ARCHITECTURE.md has the table."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls

from cms import views as cms_views
from cms.identities import lead
from cms.sitemaps import sitemap_part, sitemap_xml
from incubator.views.pilots import results
from marketplace.shop import urls as shop

handler400 = "config.errors.bad_request"
handler500 = "config.errors.server_error"
handler429 = "config.errors.too_often"


urlpatterns = [
    path("id/<slug:kind>/<str:key>/", lead, name="identity"),
    path("incubator/results.json", results, name="results"),
    path("robots.txt", cms_views.robots),
    path("favicon.ico", cms_views.favicon),
    path("sitemap.xml", sitemap_xml),
    path("sitemap-<slug:name>-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("admin/login/", cms_views.sign_in, name="sign_in_at_the_desk"),
    path("admin/", include(wagtailadmin_urls)),
    path("payments/", include("marketplace.payments.webhook_urls")),
    path("documents/", include("cms.document_urls")),
    path("pictures/", include("ground.provenance.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]

if getattr(settings, "SERVE_MEDIA", settings.DEBUG):
    a_name = "[ -~]{1,250}"  # what a file can be called here; a disk raises OSError for longer ones
    where = {"document_root": settings.MEDIA_ROOT}
    media = cache_control(public=True, max_age=settings.MEDIA_SECONDS_KEPT)(serve)
    urlpatterns += [re_path(f"^media/(?P<path>{a_name})$", media, where)]

urlpatterns += i18n_patterns(
    path("styleguide/", include("ground.styleguide.urls")),
    path("shop/basket/", include((shop.basket_urls, "basket"))),
    path("shop/checkout/", include((shop.checkout_urls, "checkout"))),
    path("shop/offers/", include((shop.offer_urls, "offer"))),
    path("shop/", include((shop.catalogue_urls, "catalogue"))),
    path("payments/", include("marketplace.payments.urls")),
    path("artisans/", include("marketplace.artisans.urls")),
    path("", include("marketplace.shop.urls")),
    path("account/", include("ground.accounts.urls")),
    path("account/mfa/", include("allauth.mfa.urls")),
    path("account/", include("allauth.account.urls")),
    path("incubator/", include("incubator.urls")),
    path("studio/", include("marketplace.studio.urls")),
    path("", include("cms.urls")),
    path("", include("cms.page_urls")),
)
