"""What the Wagtail admin shows besides pages."""

from wagtail import hooks

from cms.choosers import CHOOSERS

hooks.register("register_admin_viewset", lambda: CHOOSERS)
