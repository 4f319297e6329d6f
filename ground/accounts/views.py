"""The page of one's own account."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from .requests import SignedInRequest


@never_cache
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Everything one person does here, from one page: each app's template tags add their door."""
    is_trusted = request.user.is_staff or request.user.partners.exists()
    context = {
        # Whoever can change what others see or earn is asked for a second step at sign-in.
        "should_secure": is_trusted and not is_mfa_enabled(request.user),
    }
    return render(request, "accounts/home.html", context)
