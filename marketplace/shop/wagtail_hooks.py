from wagtail_modeladmin.options import modeladmin_register

from .desk import SalesGroup

modeladmin_register(SalesGroup)
