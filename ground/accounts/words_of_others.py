"""Sentences of Django and allauth that are said otherwise here, to be translated by us.

In French an email is "un e-mail" everywhere: their catalogues have three more words for it. Most
of these are never used from here: our own catalogue comes before theirs.
"""

from django.utils.translation import gettext_noop as _

WORDS = [
    # Django
    _("Email"),
    _("Email address"),
    _("Enter a valid email address."),
    _("email address"),
    # allauth
    _("Email or phone"),
    _("Enter Email Verification Code"),
    _("Username, email or phone"),
    _(
        "We have sent an email to you for\nverification. Please click on the link inside that"
        " email. If you do not see the verification email in your main inbox, check your spam"
        " folder. Otherwise\ncontact us if you do not receive it within a few minutes."
    ),
    _("This mail can be safely ignored if you did not initiate this action."),
]
