"""The four jobs that the platform is for, each from its first page to what it was done for.

They are played in French. What the pages say besides is looked at in Chromium, by tests/e2e.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import sleep

from tests.e2e import phone
from tests.e2e.shopper import PERSON
from tests.e2e.site import Site
from tests.engines.tab import Tab, named
from tests.incubator.test_files import PDF

PASSWORD = "terril-demo"
PHONE, DESK = 390, 1280
CALL = "nuit-des-terrils"
OPEN_CALL = f"""
from datetime import timedelta
from django.utils import timezone
from incubator.models import Call
now = timezone.now()
Call.objects.filter(slug="{CALL}").update(
    opens_at=now - timedelta(days=9), closes_at=now + timedelta(days=30)
)
"""
ANSWERS = {
    "summary": "Des lampes que les pas réveillent.",
    "amount": "9 000",
    "organisation-city": "Lens",
    "q-phrase": "Des lampes et des pas.",
    "q-soiree": "On monte dans le noir, on redescend dans la lumière.",
    "q-jauge": "80",
    "q-vivant": "Moins d’un lux au sol.",
    "q-acces": "Une terrasse de plain-pied.",
    "q-indicateurs.quoi": "Visiteurs qui reviennent",
    "q-indicateurs.depart": "12",
    "q-indicateurs.cible": "40",
    "q-indicateurs.comment": "Une question à la sortie.",
    "q-echec": "Le vent.",
    "q-budget.poste": "Lampes",
    "q-budget.montant": "1 200",
    "q-budget.payeur": "Nous",
    "q-contact-urgence": "06 12 34 56 78",
}
SENTENCE = "La pluie est tombée tout l’hiver sur les deux tas."


@dataclass(frozen=True)
class Errand:
    """What somebody comes for, and how wide the screen is that they do it on."""

    play: Callable[[Tab, Site, str, Path], None]
    width: int


def sign_in(tab: Tab, account: str, *, from_: str = "/fr/account/login/") -> None:
    tab.go(from_)
    tab.fill("[name=login]", f"{account}@terril.example")
    tab.fill("[name=password]", PASSWORD)
    tab.press("main form:has([name=password]) button[type=submit]")


def shopper(tab: Tab, site: Site, name: str, _folder: Path) -> None:
    """From the front page along a filter to a product, and to a paid order without an account."""
    tab.go("/fr/")
    tab.press("main a[href='/fr/shop/']")
    tab.touch("main summary")
    tab.tick("[name=craft][value=savon]")
    tab.press(named("Afficher"))
    tab.press(named("Savon Gaillette"))
    tab.touch(named("Mettre au panier"))
    tab.press(named("Voir le panier"))
    tab.press(named("Passer commande"))
    email = f"{name}@example.org"
    for field, value in {"email": email, **PERSON}.items():
        tab.fill(f"[name={field}]", value)
    tab.tick("[name=terms]")
    tab.sees("[data-checkout]:not([aria-busy])")
    tab.press("form[data-checkout] button.button-lamp")
    tab.arrives("/sandbox/")
    tab.press("button[value=accept]")
    tab.sees("h1", "Merci")
    assert len(site.mails_to(email)) == 1


def artisan(tab: Tab, site: Site, name: str, folder: Path) -> None:
    """From signing in to a listing with a photo that waits for approval."""
    photo = folder / "IMG_2041.JPG"
    photo.write_bytes(phone.photo_held_upright()["buffer"])
    sign_in(tab, "artisan1")
    tab.go("/fr/account/")
    tab.press(".doors a[href$='/studio/']")
    tab.press(named("Rédiger une fiche"))
    tab.fill("[name=title]", f"Bol vu par {name}")
    tab.press("main form button[type=submit]")
    for field, text in {
        "teaser_fr": "Un bol né d’un terril.",
        "description_fr": "Tourné à la main.",
        "materials_fr": "Schiste rouge",
        "safety_warnings_fr": "Aucune.",
        "price": "24,50",
        "num_in_stock": "7",
        "safety_identifier": f"BOL-{name}",
    }.items():
        tab.fill(f"[name={field}]", text)
    tab.choose("[name=category]")
    tab.choose("[name=craft]")
    tab.choose("[name=made_at]", "Base 11/19")
    tab.attach("[name=photos]", photo)
    tab.sees(".file-thumb")
    tab.press(named("Enregistrer"))
    tab.fill(".photo-row textarea", "Un bol rouge")
    tab.press(named("Envoyer pour validation"))
    tab.sees("main", "En attente de validation")


def startup(tab: Tab, site: Site, name: str, folder: Path) -> None:
    """From the call to an application with a plan attached, submitted."""
    plan = folder / "Plan de nuit.pdf"
    plan.write_bytes(PDF)
    site.manage("shell", "--no-imports", "--command", OPEN_CALL)
    sign_in(tab, "startup")
    tab.go(f"/fr/incubator/calls/{CALL}/")
    unanswered = ".quiz-question:not(:has(:checked))"
    while tab.shown(unanswered):
        tab.touch(f"{unanswered} label:has(input:not([data-no]))")
    tab.press(named("Commencer une candidature"))
    tab.fill("[name=title]", f"Lampes et pas, {name}")
    tab.fill("[name=organisation]", "Chaleur Lente")
    tab.press("main form:has([name=title]) button[type=submit]")
    tab.arrives("/write/")
    for field, text in ANSWERS.items():
        tab.fill(f"[name='{field}']", text)
    tab.tick("[name=places]")
    tab.choose("[name=q-forme]")
    tab.date("[name=q-premiere-date]", "2027-09-10")
    tab.attach(".desk-file input[type=file]", plan)
    tab.sees(".desk-file-there", plan.name)
    tab.sees(".desk-ready", "Il ne manque rien")
    tab.press(".desk-end [name=action][value=submit]")
    tab.sees(".page-head .badge", "Envoyée")


def editor(tab: Tab, site: Site, name: str, _folder: Path) -> None:
    """From the back office's door to a story at its address."""
    query = """SELECT page.id FROM wagtailcore_page AS page
               JOIN cms_storyindexpage ON page_ptr_id = page.id
               JOIN wagtailcore_locale AS locale ON locale.id = locale_id
               WHERE language_code = 'fr'"""
    [(stories,)] = site.ask(query)
    sign_in(tab, "editor", from_="/admin/")
    tab.go(f"/admin/pages/add/cms/storypage/{stories}/")
    # What stands in Wagtail 8's editor two seconds after it opens is no change to it, and is not
    # kept by itself before the next one: a script can be faster than that, a person hardly.
    sleep(2.5)
    title = f"Ce que la pluie a laissé, vu par {name}"
    tab.fill("[name=title]", title)
    tab.fill("[name=teaser]", "Deux ravines, un étang, et ce qui y pousse.")
    tab.touch("[data-contentpath=body] button.c-sf-add-button")
    tab.touch("//*[@role='option'][normalize-space()='Texte' or normalize-space()='Text']")
    tab.write("[data-contentpath=body] [contenteditable=true]", SENTENCE)
    tab.arrives("/edit/")  # kept by itself; what is sent meanwhile would be a second story
    tab.touch("footer .w-dropdown__toggle")
    tab.press("footer [name=action-publish]")
    tab.sees(".messages .success")
    tab.go("/fr/stories/")
    tab.press(f'//main//a[contains(., "{title}")]')
    tab.sees("h1", title)
    tab.sees("main", SENTENCE)


JOBS = {
    "shopper": Errand(shopper, PHONE),
    "artisan": Errand(artisan, PHONE),
    "start-up": Errand(startup, PHONE),
    "editor": Errand(editor, DESK),
}
