"""Addresses of the shop. The lists bear the namespaces that Oscar gives the same pages."""

from django.urls import path, re_path

from .views import basket, browse, checkout, orders, payment, product, visitor

catalogue_urls = [
    path("", browse.index, name="index"),
    re_path(
        r"^category/(?P<category_slug>[\w-]+(/[\w-]+)*)_(?P<pk>\d{1,18})/$",
        browse.category,
        name="category",
    ),
    re_path(r"^ranges/(?P<slug>[\w-]+)/$", browse.to_index, name="range"),
    re_path(r"^(?P<product_slug>[\w-]*)_(?P<pk>\d{1,18})/$", product.detail, name="detail"),
]

offer_urls = [
    path("", browse.to_index, name="list"),
    path("<slug:slug>/", browse.to_index, name="detail"),
]

basket_urls = [
    path("", basket.summary, name="summary"),
    path("add/<int:pk>/", basket.add, name="add"),
    path("apart/<int:pk>/", basket.apart, name="apart"),
    path("lines/<int:pk>/", basket.change, name="change"),
    path("lines/<int:pk>/remove/", basket.remove, name="remove"),
]

checkout_urls = [
    path("", checkout.index, name="index"),
    path("payment/<slug:reference>/", payment.page, name="payment"),
    path("payment/<slug:reference>/status/", payment.status, name="payment-status"),
    path("payment/<slug:reference>/go-on/", payment.go_on, name="go-on"),
    path("payment/<slug:reference>/take-back/", payment.take_back, name="take-back"),
]

urlpatterns = [
    path("shop/orders/", orders.ask, name="order_link"),
    path("shop/orders/<str:token>/", orders.by_link, name="order_by_link"),
    path("shop/orders/<str:token>/take-back/", orders.take_back_link, name="order_take_back"),
    path("account/me/", visitor.me, name="account_me"),
    path("account/orders/", orders.mine, name="account_orders"),
    path("account/orders/join/", orders.join, name="account_orders_join"),
    path("account/orders/<str:number>/", orders.detail, name="account_order"),
    path(
        "account/orders/<str:number>/take-back/", orders.take_back, name="account_order_take_back"
    ),
]
