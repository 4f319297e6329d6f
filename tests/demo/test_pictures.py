"""The demonstration's pictures are drawn, and always the same."""

import pytest
from PIL import Image, ImageStat

from demo.pictures import MOTIFS, UnknownMotif, draw, save_jpeg
from demo.words import rows

SMALL = (150, 100)


def test_same_seed_gives_the_same_pixels():
    first, second = (draw("twin_heaps", seed="loos", size=SMALL) for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_another_seed_gives_another_picture():
    pictures = {draw("twin_heaps", seed=f"seed {i}", size=SMALL).tobytes() for i in range(4)}
    assert len(pictures) == 4


def test_inks_can_be_chosen():
    chosen = draw("heap", seed="a", size=SMALL, inks=("moss", "arras", "#f4b400"))
    assert chosen.tobytes() != draw("heap", seed="a", size=SMALL).tobytes()


@pytest.mark.parametrize("size", [(150, 100), (100, 100), (80, 100)])
@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_fills_any_proportion(motif: str, size: tuple[int, int]):
    picture = draw(motif, seed="proportions", size=size)
    assert (picture.size, picture.mode) == (size, "RGB")
    greys = picture.convert("L").tobytes()
    assert max(greys) - min(greys) > 100


def test_an_unknown_motif_is_refused_with_the_names_there_are():
    with pytest.raises(UnknownMotif, match=r"no motif 'unicorn'.*twin_heaps"):
        draw("unicorn", seed="a", size=SMALL)


@pytest.mark.parametrize("motif", ["tote", "workwear", "apron", "pouch_roll", "tablecloth"])
def test_what_is_sold_as_blue_is_printed_blue(motif: str):
    picture = draw(motif, seed="blue", size=(120, 150))
    middle = picture.crop((48, 70, 72, 90))
    red, _, blue = ImageStat.Stat(middle).mean
    assert blue > red + 25


@pytest.mark.parametrize("motif", [motif for motif in MOTIFS if motif.startswith("glass")])
def test_glass_is_never_amber(motif: str):
    picture = draw(motif, seed="glass", size=(120, 150))
    red, _, blue = ImageStat.Stat(picture).mean
    assert blue > red


def test_no_two_products_open_with_the_same_picture():
    firsts = [row["motifs"][0] for row in rows("products", "product")]
    assert len(set(firsts)) == len(firsts)


def test_saved_as_progressive_jpeg(tmp_path):
    save_jpeg(draw("lamp", seed="a", size=SMALL), tmp_path / "lamp.jpg")
    with Image.open(tmp_path / "lamp.jpg") as saved:
        assert (saved.format, saved.info["progressive"]) == ("JPEG", 1)
