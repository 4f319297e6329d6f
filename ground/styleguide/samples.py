"""What the gallery's examples are filled with: plausible, fixed, and said to be samples."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from ground.design.pictures import rendition_specs
from ground.provenance.models import Picture, hold_cuts

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class SampleForm(forms.Form):
    """One field of each kind that our forms use."""

    name = forms.CharField(label="Nom de l’atelier", max_length=80)
    email = forms.EmailField(
        label="Adresse électronique", help_text="Pour vous répondre, rien d’autre."
    )
    craft = forms.ChoiceField(
        label="Savoir-faire",
        choices=[("", "Choisissez"), ("lace", "Dentelle"), ("brick", "Brique"), ("glass", "Verre")],
    )
    delivery = forms.ChoiceField(
        label="Livraison",
        widget=forms.RadioSelect,
        choices=[
            ("parcel", "Colis suivi, jeudi ou vendredi · 6,90 €"),
            ("pickup", "Retrait à l’atelier · gratuit"),
        ],
    )
    subjects = forms.MultipleChoiceField(
        label="Thèmes",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("coal", "Charbon"), ("textile", "Textile"), ("memory", "Mémoire")],
    )
    about = forms.CharField(
        label="Votre histoire",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    founded = forms.DateField(
        label="Ouvert depuis",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    picture = forms.FileField(
        label="Photo", required=False, help_text="JPEG, PNG ou HEIC, jusqu’à 20 Mo."
    )
    agree = forms.BooleanField(label="J’ai lu les conditions de vente et je les accepte.")


def samples(request: HttpRequest) -> dict[str, Any]:
    """The context of every example."""
    return {
        "pictures": pictures(),
        "form": SampleForm(initial={"name": "Atelier des Jumeaux"}),
        "wrong_form": SampleForm(
            {"email": "jeanne@", "name": "Atelier des Jumeaux"}, auto_id="wrong_%s"
        ),
        "page": Paginator(range(400), 24).get_page(4),
        "query": request.GET,
        "money": {"plain": Decimal("48.00"), "was": Decimal("62.00"), "large": Decimal("1234.50")},
        "now": NOW,
        "deadline": NOW + timedelta(days=12, hours=4),
        "past": NOW - timedelta(days=1),
        "crumbs": [("Accueil", "/fr/"), ("Boutique", "/fr/shop/"), ("Presse-papier terril", "")],
        "facts": [("mètres au-dessus de la plaine", "140"), ("fosses", "17"), ("communes", "87")],
        "terms": [
            ("Matière", "Grès noir, émail lampe"),
            ("Dimensions", "9 × 9 × 7 cm"),
            ("Poids", "410 g"),
        ],
        "tabs": [
            {"label": "À préparer", "href": "#tabs", "current": True, "count": 3},
            {"label": "Envoyés", "href": "#tabs", "current": False},
            {"label": "Messages", "href": "#tabs", "current": False, "count": 1},
        ],
        "crafts": [
            {"value": "lace", "label": "Dentelle", "count": 14, "checked": True},
            {"value": "brick", "label": "Brique", "count": 9, "checked": False},
            {"value": "glass", "label": "Verre", "count": 21, "checked": False},
        ],
        "steps": [
            {"label": "Panier", "state": "done", "href": "#stepper"},
            {"label": "Livraison", "state": "current"},
            {"label": "Paiement", "state": "todo"},
        ],
        "moments": [
            {"title": "Accepté par l’atelier", "at": NOW - timedelta(days=2), "state": "done"},
            {
                "title": "Confié au transporteur",
                "at": NOW - timedelta(hours=3),
                "line": "Suivi 6A 1234 5678",
                "state": "current",
            },
            {"title": "Livré", "line": "Attendu jeudi 26 novembre", "state": "todo"},
        ],
        "provenance": [
            {"kind": "place", "title": "Terrils jumeaux", "href": "#", "line": "Loos-en-Gohelle"},
            {
                "kind": "craft",
                "title": "Grès noir",
                "href": "#",
                "line": "Schiste broyé, cuit à 1 240 °C",
            },
            {
                "kind": "hands",
                "title": "Atelier des Jumeaux",
                "href": "#",
                "line": "Deux personnes, depuis 2019",
                "evidence": "Atelier visité le 3 mars 2026",
            },
            {
                "kind": "product",
                "title": "Presse-papier terril",
                "line": "Édition de 200, numérotée",
            },
        ],
        "indicators": [
            {"label": "Temps de visite", "unit": "min", "baseline": 34, "target": 45, "actual": 52},
            {
                "label": "Trajets en voiture",
                "unit": "%",
                "baseline": 81,
                "target": 65,
                "actual": 72,
            },
            {
                "label": "Visiteurs qui recommandent",
                "unit": "%",
                "baseline": None,
                "target": 60,
                "actual": 64,
            },
            {
                "label": "Ventes aux ateliers",
                "unit": "€",
                "baseline": 0,
                "target": 4000,
                "actual": None,
            },
        ],
        "cities": [
            {"lat": 50.43, "lon": 2.83, "title": "Lens", "line": "France"},
            {"lat": 51.49, "lon": 7.04, "title": "Essen", "line": "Allemagne"},
            {"lat": 50.25, "lon": 19.02, "title": "Katowice", "line": "Pologne"},
            {"lat": 33.03, "lon": 130.44, "title": "Omuta", "line": "Japon"},
        ],
        "points": [
            {"lat": 50.4306, "lon": 2.8033, "title": "Louvre-Lens", "href": "#", "line": "Lens"},
            {
                "lat": 50.4432,
                "lon": 2.7885,
                "title": "Base 11/19",
                "href": "#",
                "line": "Loos-en-Gohelle",
            },
            {
                "lat": 50.3308,
                "lon": 3.3934,
                "title": "Arenberg",
                "line": "Wallers",
                "approximate": True,
            },
        ],
    }


def pictures() -> list[Any]:
    """Eight pictures of the site, as far as it has any, each with what all examples ask of it."""
    shown = list(Picture.objects.order_by("pk")[:8])
    hold_cuts(shown, rendition_specs("hero", "full", "half", "third", "card", "thumb"))
    return shown + [None] * (8 - len(shown))
