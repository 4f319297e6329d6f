from wagtail_modeladmin.options import modeladmin_register

from .review import ListingAdmin

modeladmin_register(ListingAdmin)
