from wagtail_modeladmin.options import modeladmin_register

from .desk import LetterAdmin

modeladmin_register(LetterAdmin)
