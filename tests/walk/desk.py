"""Every address of the back office, with a record of each kind to ask for.

`arguments` are those of the address; a new one that nothing here fits fails with a word.
"""

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
)
from wagtail_localize.models import Translation, TranslationSource

from cms.models import Theme
from ground.provenance.models import Craft, Picture
from incubator.models import Application, Call
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.cms import Tree, make_tree
from tests.factories.incubator import CallFactory, PilotFactory
from tests.factories.marketplace import ArtisanFactory, PlaceFactory
from tests.factories.studio import a_listing
from tests.walk import test_walk, world

# Titles of what is not public, each like nothing else on a page.
DRAFT_PAGE, DRAFT_LISTING = "Histoire inachevée Zq7", "Fiche inachevée Zq7"
DRAFT_APPLICATION, DRAFT_CALL = "Projet inachevé Zq7", "Appel inachevé Zq7"
HIDDEN_PLACE, HIDDEN_PILOT = "Lieu caché Zq7", "Expérimentation cachée Zq7"


@dataclass
class Desk:
    world: world.World
    tree: Tree
    keys: dict[str, Any] = field(default_factory=dict)

    def paths(self) -> list[tuple[str, str]]:
        """Name and path of every address of the desk; one that stands for several, once each."""
        return [
            (name, reverse(name, kwargs=kwargs))
            for name, wanted in addresses()
            for kwargs in self.arguments(name, wanted)
        ]

    def arguments(self, name: str, wanted: tuple[str, ...]) -> list[dict[str, Any]]:
        if not wanted:
            return [{}]
        found = next((kwargs for pattern, kwargs in self.known() if fnmatchcase(name, pattern)), {})
        missing = set(wanted) - set(found) - set(self.keys)
        assert not missing, f"tests/walk/desk.py does not know {missing} of {name}"
        whole = {key: found.get(key, self.keys.get(key)) for key in wanted}
        if draft := {"page_id": "draft", "parent_page_id": "draft"}.keys() & set(wanted):
            return [whole, whole | dict.fromkeys(draft, self.keys["draft"])]
        if name.endswith("_chooser:chosen") and "hidden" in found:
            return [whole, whole | {"pk": found["hidden"]}]
        return [whole]

    def known(self) -> list[tuple[str, dict[str, Any]]]:
        keys = self.keys
        return [
            *(
                (f"{office.name.rpartition('_')[0]}_*", {"instance_pk": office.arguments[0]})
                for office in self.world.offices
                if "_modeladmin_" in office.name and office.arguments
            ),
            ("incubator_prepare", keys["application"]),
            ("incubator_move", {"kind": "application", "name": "shortlist"} | keys["application"]),
            ("wagtailsnippets_*_place:*", {"pk": keys["place"]}),
            ("wagtailsnippets_*_craft:*", {"pk": keys["craft"]}),
            ("wagtailsnippets_*_theme:*", {"pk": keys["theme"]}),
            ("product_chooser:*", {"pk": keys["product"], "hidden": keys["draft_product"]}),
            ("artisan_chooser:*", {"pk": keys["artisan"], "hidden": keys["closed_artisan"]}),
            ("place_chooser:*", {"pk": keys["place"], "hidden": keys["hidden_place"]}),
            ("craft_chooser:*", {"pk": keys["craft"]}),
            ("pilot_chooser:*", {"pk": keys["pilot"], "hidden": keys["hidden_pilot"]}),
            ("call_chooser:*", {"pk": keys["call"], "hidden": keys["draft_call"]}),
            ("wagtailimages_chooser:*", {"pk": keys["image_id"]}),
            ("wagtaildocs_chooser:*", {"pk": keys["document_id"]}),
            ("wagtailsnippetchoosers_*", {"pk": keys["place"]}),
            ("wagtailadmin_api:images:*", {"pk": keys["image_id"]}),
            ("wagtailadmin_api:documents:*", {"pk": keys["document_id"]}),
            ("wagtailadmin_collections:*", {"pk": keys["collection_id"]}),
            ("wagtailadmin_workflows:*task*", {"pk": keys["task_id"], **APPROVAL}),
            ("wagtailadmin_workflows:*", {"pk": keys["workflow_pk"]}),
            ("wagtailadmin_pages:workflow_action", {"action_name": "approve"}),
            ("wagtailadmin_pages:collect_workflow_action_data", {"action_name": "approve"}),
            ("wagtailadmin_pages:choose_parent", {"app_label": "cms", "model_name": "storypage"}),
            ("wagtailadmin_editing_sessions:*", {"app_label": "wagtailcore", "model_name": "page"}),
            ("wagtail_bulk_action", {"app_label": "wagtailcore", "model_name": "page"}),
            ("wagtail_localize:snippets*", {"app_label": "cms", "model_name": "theme"}),
            ("wagtail_localize:*snippet*", {"app_label": "cms", "model_name": "theme"}),
            ("wagtailadmin_tag*", {"app_name": "provenance", "model_name": "picture"}),
            ("wagtailsettings:*", {"app_name": "cms", "model_name": "sitesettings"}),
            ("wagtailusers_users:*", {"pk": self.world.people["shopper"].pk}),
            ("wagtailusers_groups:*", {"pk": keys["group"]}),
            ("wagtaillocales:*", {"pk": keys["locale"]}),
            ("wagtailsites:*", {"pk": keys["site"]}),
        ]


APPROVAL = {
    "app_label": GroupApprovalTask._meta.app_label,
    "model_name": GroupApprovalTask._meta.model_name,
}


def addresses() -> list[test_walk.Address]:
    """Names and arguments of all that stands below /admin/."""
    every = test_walk.everything_routed()
    return sorted({each for route, each in every if route.startswith("admin/")})


def build() -> Desk:
    everything = world.build()
    tree = make_tree()
    page = tree.story(title="Histoire publique")
    page.save_revision(user=everything.people["editor"]).publish()
    draft = tree.story(title=DRAFT_PAGE, live=False)
    draft.save_revision(user=everything.people["editor"])
    source, _new = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code="en")
    )
    translation.save_target()
    desk = Desk(everything, tree)
    desk.keys = {
        **_pages(page, draft),
        **_records(everything),
        **_files(),
        "translation_id": translation.pk,
        "translation_source_id": source.pk,
        "string_segment_id": source.stringsegment_set.first().pk,
        "overridable_segment_id": 1,
        "mode": "live",
        "locale": Locale.objects.get(language_code="en").pk,
        "site": Site.objects.get().pk,
        "pk": page.pk,
    }
    return desk


def writer_below(page: Page) -> Any:
    """Somebody who writes below this page, and nowhere else."""
    group = Group.objects.create(name="Agenda")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    writer = UserFactory.create()
    writer.groups.add(group)
    return writer


def _pages(page: Page, draft: Page) -> dict[str, Any]:
    revision = page.latest_revision_id
    state = Workflow.objects.first()
    return {
        "page_id": page.pk,
        "parent_page_id": page.pk,
        "page_to_move_id": page.pk,
        "destination_id": page.get_parent().pk,
        "page_pk": page.pk,
        "draft": draft.pk,
        "revision_id": revision,
        "revision_id_a": "live",
        "revision_id_b": "latest",
        "content_type_app_name": "cms",
        "content_type_model_name": "storypage",
        "action": "publish",
        "action_name": "publish",
        "task_state_id": 1,
        "workflow_state_id": 1,
        "task_id": Task.objects.first().pk,
        "workflow_pk": state.pk,
        "object_id": page.pk,
        "session_id": 1,
        "uidb64": "MQ",
        "token": "a-b",
    }


def first(rows: Any) -> Any:
    row = rows.order_by("pk").first()
    assert row, f"tests/walk/world.py makes no {rows.model.__name__}"
    return row


def _records(everything: world.World) -> dict[str, Any]:
    on_sale = first(Listing.objects.filter(state=State.ON_SALE))
    maker, hand = (
        ArtisanFactory.create(state="preparing", name="Atelier fermé"),
        UserFactory.create(),
    )
    draft = a_listing(maker, hand, title_fr=DRAFT_LISTING)
    application = everything.arguments["incubator:write"]["reference"]
    Application.objects.filter(reference=application).update(title=DRAFT_APPLICATION)
    sent = Application.objects.get(
        reference=everything.arguments["incubator:withdraw"]["reference"]
    )
    call = CallFactory.create(title_fr=DRAFT_CALL, title_en=DRAFT_CALL, is_public=False)
    return {
        "application": {"pk": sent.pk},
        "product": on_sale.product_id,
        "draft_product": draft.product_id,
        "artisan": on_sale.partner_id,
        "closed_artisan": maker.pk,
        "place": PlaceFactory.create().pk,
        "hidden_place": PlaceFactory.create(
            name_fr=HIDDEN_PLACE, name_en=HIDDEN_PLACE, is_public=False
        ).pk,
        "craft": first(Craft.objects.all()).pk,
        "theme": Theme.objects.create(name_fr="Charbon", slug="charbon").pk,
        "call": first(Call.objects.exclude(pk=call.pk)).pk,
        "draft_call": call.pk,
        "pilot": PilotFactory.create(published=True, place=PlaceFactory.create()).pk,
        "hidden_pilot": PilotFactory.create(
            title_fr=HIDDEN_PILOT, title_en=HIDDEN_PILOT, state="preparing"
        ).pk,
        "group": everything.people["editor"].groups.get().pk,
    }


def _files() -> dict[str, Any]:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").save(buffer, "JPEG")
    picture = Picture.objects.create(
        title="Chevalement", alt_fr="Un chevalement", file=ContentFile(buffer.getvalue(), "c.jpg")
    )
    document = get_document_model().objects.create(
        title="Plan", file=ContentFile(b"%PDF-1.4", name="plan.pdf")
    )
    shelf = Collection.get_first_root_node().add_child(name="Photos")
    return {
        "image_id": picture.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "uploaded_file_id": 1,
        "filter_spec": "max-20x20",
        "collection_id": shelf.pk,
        "redirect_id": 1,
    }
