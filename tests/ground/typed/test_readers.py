"""What people type has one meaning, or is asked again in words: it never becomes another."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from ground.typed.amounts import read_amount, read_count
from ground.typed.postcodes import is_of_digits, read_postcode
from ground.typed.registers import read_siret
from ground.typed.spaces import one_line, plain
from ground.typed.telephone import read_telephone, spelled


def refusal(read, *typed):
    with override("en"), pytest.raises(ValidationError) as refused:
        read(*typed)
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("country", "typed", "right"),
    [
        ("FR", "03 21 70 45 12", "+33321704512"),
        ("FR", "03.21.70.45.12", "+33321704512"),
        ("FR", "03-21-70-45-12", "+33321704512"),
        ("FR", "+33 (0)7 68 90 12 34", "+33768901234"),
        ("FR", "0033 (0) 7 68 90 12 34", "+33768901234"),
        ("FR", "Tél. : 07\u00a068\u202f90\u00a012\u00a034", "+33768901234"),
        ("FR", "\u202a0768901234\u202c", "+33768901234"),  # as copied out of an address book
        ("FR", "０７６８９０１２３４", "+33768901234"),
        ("FR", "0690 31 42 53", "+590690314253"),  # Guadeloupe, as it is written on the mainland
        ("FR", "0692 31 42 53", "+262692314253"),
        ("FR", "0596 61 42 53", "+596596614253"),  # not "+33596…", which dials somebody else
        ("FR", "0269 61 42 53", "+262269614253"),
        ("FR", "+594 694 21 42 53", "+594694214253"),
        ("FR", "09 76 31 42 53", "+33976314253"),
        ("BE", "0486 35 71 02", "+32486357102"),
        ("BE", "0486/35.71.02", "+32486357102"),
        ("BE", "02 234 56 78", "+3222345678"),
        ("BE", "+32 (0)486 35 71 02", "+32486357102"),
        ("BE", "+33 3 21 70 45 12", "+33321704512"),
        ("LU", "27 44 55 66", "+35227445566"),
        ("LU", "691 234 567", "+352691234567"),
        ("DE", "0201 / 830 36 36", "+492018303636"),
        ("DE", "+49 (0) 201-8303636", "+492018303636"),
        ("NL", "06-24681357", "+31624681357"),
        ("NL", "+31 (0)45 571 38 81", "+31455713881"),
        ("ES", "985 66 31 33", "+34985663133"),
        ("ES", "+34 655 12 34 56", "+34655123456"),
        ("IT", "0781 274 51", "+39078127451"),  # Italy keeps its nought, from abroad too
        ("IT", "+39 (0)781 27451", "+39078127451"),
        ("IT", "348 765 43 21", "+393487654321"),
        ("FR", "", ""),
        ("FR", " \u00a0", ""),
    ],
)
def test_a_telephone_number_is_read_by_the_country_of_the_address(country, typed, right):
    assert read_telephone(typed, country) == right
    assert read_telephone(spelled(right), country) == right


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        ("BE", "07 68 90 12 34"),  # French, without its country
        ("FR", "0486/35.71.02.99.1"),
        ("FR", "12345"),
        ("BE", "02 234 56 78 ext. 12"),  # more than a number: the rest would be lost
        ("FR", "112"),
        ("FR", "07 68 90 12 34 ou 06 12 34 56 78"),
        ("FR", "07 68 90 12 34 le soir"),
        ("FR", "rappelez-moi"),
        ("NL", "+999 123 456"),
        ("DE", "0" * 5000),
    ],
)
def test_what_is_no_number_there_is_refused_and_never_made_into_another(country, typed):
    words = refusal(read_telephone, typed, country)
    assert words.startswith("This is no telephone number of ")
    assert "begins with +" in words


@pytest.mark.parametrize(
    ("country", "typed", "right"),
    [
        ("FR", "62\u00a0800", "62800"),
        ("FR", "62\u202f800", "62800"),
        ("FR", "\ufeff62800\u200b", "62800"),
        ("FR", "F-62800", "62800"),
        ("FR", "20 090", "20090"),
        ("FR", "98000", "98000"),
        ("BE", "7301", "7301"),
        ("BE", "B-7301", "7301"),
        ("LU", "L-4361", "4361"),
        ("LU", "l 4361", "4361"),
        ("DE", "D-45309", "45309"),
        ("DE", "01067", "01067"),
        ("NL", "6411CR", "6411 CR"),
        ("NL", "6411\u00a0cr", "6411 CR"),
        ("NL", "NL-6411 CR", "6411 CR"),
        ("ES", "E-33199", "33199"),
        ("ES", "08001", "08001"),
        ("IT", "09013", "09013"),
        ("IT", "I-00184", "00184"),
        ("FR", "  ", ""),
    ],
)
def test_a_postcode_is_written_as_in_its_country(country, typed, right):
    assert read_postcode(typed, country) == right


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        *[("FR", typed) for typed in ("00100", "96000", "99123", "6280", "628000", "2A004", "x")],
        *[("BE", typed) for typed in ("62800", "0123", "abc", "73 0")],
        *[("LU", typed) for typed in ("62800", "0999", "L-12")],
        *[("DE", typed) for typed in ("4530", "00999", "43210", "ABCDE")],
        *[("NL", typed) for typed in ("6411", "0411 CR", "6411 SS", "64112 CR")],
        *[("ES", typed) for typed in ("53000", "00123", "3319")],
        *[("IT", typed) for typed in ("00000", "99100", "9013")],
    ],
)
def test_a_postcode_that_cannot_exist_is_refused_with_one_that_can(country, typed):
    words = refusal(read_postcode, typed, country)
    example = words.rstrip(".").split("like ")[1]
    assert read_postcode(example, country) == example


def test_digits_are_enough_for_all_postcodes_but_the_dutch():
    countries = ["FR", "BE", "LU", "DE", "NL", "ES", "IT"]
    assert [country for country in countries if not is_of_digits(country)] == ["NL"]


@pytest.mark.parametrize(
    "typed",
    [
        "443 061 841 00047",
        "443\u00a0061\u00a0841\u00a000047",
        "443\u202f061\u202f841\u202f00047",
        "443.061.841.00047",
        "443-061-841-00047",
        "SIRET : 443 061 841 00047",
        "Siret n° 44306184100047\u200b",
    ],
)
def test_a_siret_is_read_as_it_is_printed(typed):
    assert read_siret(typed) == "44306184100047"


def test_the_post_office_counts_its_own_siret_differently():
    assert read_siret("356 000 000 00048") == "35600000000048"  # its seat, counted as all are
    assert read_siret("356 000 000 09075") == "35600000009075"
    assert "One digit" in refusal(read_siret, "356 000 000 09074")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("443 061 841", "this one has 9"),
        ("443 061 841 000471", "this one has 15"),
        ("443 061 841 00048", "One digit of this SIRET is wrong"),
        ("FR 64 443061841", "14 digits and nothing else"),
    ],
)
def test_a_siret_that_is_none_is_told_why(typed, words):
    assert words in refusal(read_siret, typed)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("8€90", "8.90"),
        ("8 € 90", "8.90"),
        ("1 208€90", "1208.90"),
        ("8,90 €", "8.90"),
        ("8.90€", "8.90"),
        ("€ 8.90", "8.90"),
        ("EUR 8,90", "8.90"),
        ("8,90 euros", "8.90"),
        ("8,9", "8.9"),
        ("8,-", "8"),
        ("8.– €", "8"),
        ("8", "8"),
        (",90", "0.90"),
        ("2 408,90", "2408.90"),
        ("2\u202f408,90\u00a0€", "2408.90"),
        ("2.408,90", "2408.90"),
        ("2,408.90", "2408.90"),
        ("2'408.90", "2408.90"),
        ("2’408.90", "2408.90"),
        ("1.002.408", "1002408"),
        ("2 408", "2408"),
        ("0,125", "0.125"),
        ("-3,50", "-3.50"),
        ("８，90".replace("，", ","), "8.90"),
    ],
)
def test_an_amount_is_read_as_it_is_written_here_and_next_door(typed, right):
    assert read_amount(typed) == Decimal(right)


@pytest.mark.parametrize(
    "typed",
    [
        *("8 90", "8€9", "8€905", "8:90", "8h90", "8²⁰", "1 2408", "2.408.90", "2,40,8", "8..9"),
        *("1e3", "1_000", "NaN", "Infinity", "0x10", "$8", "8 £", "huit", "8 ou 9", "€", ".", "-"),
        "9" * 5000,
    ],
)
def test_an_amount_without_a_meaning_is_refused(typed):
    assert refusal(read_amount, typed) == "Type a number, such as 12.50."


@pytest.mark.parametrize("typed", ["2.408", "2,408", "24,080 €"])
def test_an_amount_with_two_meanings_is_asked_again(typed):
    assert refusal(read_amount, typed).startswith("This can be read in two ways. For 2")


@pytest.mark.parametrize(
    ("typed", "right"),
    [("7", 7), ("1 200", 1200), ("7 pièces", 7), ("7p.", 7), ("1,2 m", 1200), ("", None)],
)
def test_a_count_may_name_what_it_counts(typed, right):
    assert read_count(typed, {"pièces": 1, "p": 1, "m": 1000}) == right


@pytest.mark.parametrize("typed", ["1,5", "7 kg", "sept", "7 8", "1e2", "-", "9" * 50])
def test_a_count_that_is_none_is_refused_without_a_word_of_decimals(typed):
    assert refusal(read_count, typed, {"pièces": 1}) == "Type a whole number, in digits."


def test_a_count_with_two_meanings_is_asked_again():
    assert refusal(read_count, "1.200").startswith("This can be read in two ways. For 1,200")


def test_white_space_and_what_cannot_be_seen_is_put_right_and_words_stay_as_they_are():
    assert one_line(" Jean\u00a0\u2003Baptiste\u200b \n") == "Jean Baptiste"
    assert one_line("می\u200cخواهم") == "می\u200cخواهم"
    assert one_line("Œuf 12²") == "Œuf 12²"
    assert plain("٦٢\u2060３00") == "62300"
