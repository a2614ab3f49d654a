"""Pictures beside links: the size that Open Graph wants, small files, and the right place on each."""

from io import BytesIO
from urllib.parse import parse_qs

import pytest
from PIL import Image, ImageColor

from lib.exports.findings import finding
from lib.exports.previews import preview_image
from lib.exports.view import read_view
from lib.palette import STATUS_LOOKS
from lib.register.status import Status

PAGES = [
    ("kart", ""),
    ("kart", "niva=fylker"),
    ("fylke", "fylke=34"),
    ("utvikling", "aar=2019"),
    ("fornyelse", ""),
    ("sammenlign", "kommuner=4601,0301"),
    ("sammenlign", "fylker=34,42"),
    ("kommune", ""),
    ("kommune", "kommune=1144"),
    ("kommune", "kommune=4219"),
    ("kommune", "kommune=5612"),
]


@pytest.fixture(scope="module")
def preview(register, today):
    def draw(page, address):
        view, _ignored = read_view(page, parse_qs(address), register, today)
        return preview_image(register, view), finding(view, register)

    return draw


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_size_and_title(preview, page, address):
    file, title = preview(page, address)
    picture = Image.open(BytesIO(file))
    assert picture.size == (1200, 628)
    assert picture.info["Title"] == title
    assert len(file) < 300_000
    assert len(picture.convert("RGB").getcolors(1200 * 628)) > 200


@pytest.mark.parametrize("status", [Status.ADOPTED, Status.IN_PROGRESS, Status.NONE])
def test_a_municipality_has_the_swatch_of_its_status(register, today, preview, status):
    table = read_view("kart", {}, register, today)[0].municipalities(register)
    number = table.index[table["status"] == status][0]
    file, _title = preview("kommune", f"kommune={number}")
    swatch = Image.open(BytesIO(file)).convert("RGB").crop((50, 130, 110, 330))
    counted = {colour: n for n, colour in swatch.getcolors(60 * 200)}
    assert counted.get(ImageColor.getrgb(STATUS_LOOKS["light"][status].fill), 0) > 1500


def test_a_hatched_swatch_has_both_colours(register, today, preview):
    table = read_view("kart", {}, register, today)[0].municipalities(register)
    number = table.index[table["status"] == Status.EXPIRED][0]
    file, _title = preview("kommune", f"kommune={number}")
    swatch = Image.open(BytesIO(file)).convert("RGB").crop((50, 130, 110, 330))
    seen = {colour for _n, colour in swatch.getcolors(60 * 200)}
    look = STATUS_LOOKS["light"][Status.EXPIRED]
    assert {ImageColor.getrgb(look.fill), ImageColor.getrgb(look.ink)} <= seen
