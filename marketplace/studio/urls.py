"""Addresses of the studio, below /studio/."""

from django.urls import include, path

from .views import desk, listings, orders

app_name = "studio"

of_an_artisan = [
    path("", desk.desk, name="desk"),
    path("shop/", desk.shop, name="shop"),
    path("listings/", listings.index, name="listings"),
    path("listings/new/", listings.new, name="listing_new"),
    path("listings/<int:pk>/", listings.edit, name="listing"),
    path("listings/<int:pk>/preview/", listings.preview, name="listing_preview"),
    path("listings/<int:pk>/take-down/", listings.take_down, name="listing_take_down"),
    path("listings/<int:pk>/delete/", listings.delete, name="listing_delete"),
    path("orders/", orders.index, name="orders"),
    path("orders/<str:number>/", orders.detail, name="order"),
    path("orders/<str:number>/accept/", orders.accept, name="order_accept"),
    path("orders/<str:number>/hand-over/", orders.hand_over, name="order_hand_over"),
    path("orders/<str:number>/slip/", orders.slip, name="order_slip"),
]

urlpatterns = [
    path("", desk.home, name="home"),
    path("<slug:code>/", include(of_an_artisan)),
]
