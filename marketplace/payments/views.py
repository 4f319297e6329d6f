"""Where providers tell us what became of a payment."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from . import actions
from .models import Payment
from .provider import Untrusted


@csrf_exempt  # the provider's signature stands for the token
@require_POST
def webhook(request: HttpRequest, code: str) -> HttpResponse:
    """Where a provider tells us what became of a payment. 200 once it is stored, new or not."""
    if code not in settings.PAYMENT_PROVIDERS:
        raise Http404
    try:
        actions.receive(code, request.body, request.headers, at=timezone.now())
    except (Untrusted, ValueError, KeyError):
        return HttpResponse("not understood\n", status=400, content_type="text/plain")
    except Payment.DoesNotExist as unknown:
        raise Http404 from unknown
    return HttpResponse("ok\n", content_type="text/plain")
