from oscar.apps.partner import apps


class PartnerConfig(apps.PartnerConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.partner"
