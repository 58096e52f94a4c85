"""Codes: where they lead, read back from their pictures, and what their files are called."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import segno
import zxingcpp
from PIL import Image, ImageOps

from careers import career, project, skill, talk
from portfolio.export.images import qr_codes
from portfolio.export.images.qr_codes import Code, codes
from portfolio.export.site import Site, escaped
from portfolio.i18n.translation import ENGLISH
from portfolio.model.dates import Period
from portfolio.model.entries import Entry
from portfolio.model.kinds import Delivery, Talk

SVG = "{http://www.w3.org/2000/svg}"


def site(base: str = "https://example.org/me/") -> Site:
    return Site(title="A", author="B", code="en", language=ENGLISH, base=base, path="{}/".format)


def given(*events: str, **fields: str) -> Talk:
    deliveries = (
        Delivery(event=event, place="Oslo", date=Period.parse("2006"), title=fields.get("announced"))
        for event in events
    )
    return talk("seeds", title="Seeds", deliveries=tuple(deliveries))


def found(entry: Entry, *others: Entry) -> list[tuple[str, str, str]]:
    return [(code.name, code.title, code.url) for code in codes(career(entry, *others), entry, site())]


def read(picture: bytes) -> zxingcpp.Barcode:
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    return code


def test_a_project_has_one_code_and_a_talk_one_more_for_each_delivery() -> None:
    assert found(project("atlas")) == [("qr/projects/atlas", "Atlas", "https://example.org/me/projects/atlas/")]
    assert found(given("Flora 2006", "Herbaria")) == [
        ("qr/talks/seeds", "Seeds", "https://example.org/me/talks/seeds/"),
        ("qr/talks/seeds/flora-2006", "Seeds, Flora 2006", "https://example.org/me/talks/seeds/#flora-2006"),
        ("qr/talks/seeds/herbaria", "Seeds, Herbaria", "https://example.org/me/talks/seeds/#herbaria"),
    ]
    assert found(given("Flora", announced="Drawing"))[1][1] == "Drawing, Flora"


@pytest.mark.parametrize(
    ("event", "name", "anchor"),
    [
        ("東京 2006", "ce8b47b1345d7d64", "%E6%9D%B1%E4%BA%AC-2006"),
        ("a" * 100, "a" * 100, "a" * 100),
        ("a" * 101, "9d0793397991b57a", "a" * 101),
        ("Taken", "99341d56cc288053", "taken"),
    ],
)
def test_an_anchor_that_is_no_name_for_a_file_has_another(event: str, name: str, anchor: str) -> None:
    (_, code) = codes(career(given(event), talk("seeds/taken")), given(event), site())
    assert (code.name, code.event) == (f"qr/talks/seeds/{name}", event)
    assert code.url == f"https://example.org/me/talks/seeds/#{anchor}"
    assert read(qr_codes.png(code)).text == code.url


def test_no_code_leads_to_an_address_that_none_can_hold() -> None:
    room = 2331 - len("https://example.org/me/talks/seeds/#")
    assert [len(codes(career(), given("a" * length), site())) for length in (room, room + 1)] == [2, 1]
    assert codes(career(), project("atlas"), site(f"https://example.org/{'a' * 2400}/")) == []


def test_only_works_have_files() -> None:
    names = [file.name for file in qr_codes.files(career(project("atlas"), given("Flora"), skill("drawing")), site())]
    assert names == [f"qr/{name}.{kind}" for name in ("projects/atlas", "talks/seeds", "talks/seeds/flora") for kind in ("svg", "png")]  # fmt: skip


def test_both_files_of_a_code_are_made_of_the_same_in_whatever_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    made, make_qr = list[str](), segno.make_qr

    def make(url: str, error: str) -> segno.QRCode:
        made.append(url)
        time.sleep(0.01)  # in which another thread has its turn
        return make_qr(url, error)

    all_files = list(qr_codes.files(career(given("Flora", "Herbaria", "Fungi")), site()))
    alone = [file.write(file.content) for file in all_files]
    qr_codes._make.cache_clear()
    monkeypatch.setattr("segno.make_qr", make)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda file: file.write(file.content), all_files)) == alone
    assert len(made) == len(set(made)) == 4


@pytest.mark.unmeasured
@pytest.mark.parametrize("address", ["https://example.org/", "https://example.org/en/latest/talks/seeds/#flora-2006", f"https://example.org/{'a' * 2311}"])  # fmt: skip
def test_a_picture_is_read_as_the_address(address: str) -> None:
    picture = qr_codes.png(Code(name="qr/x", title="X", url=address))
    image = Image.open(BytesIO(picture))
    assert 850 < image.width == image.height <= qr_codes.SIDE
    code = read(picture)
    assert (code.text, code.format, code.ec_level in {"M", "Q", "H"}) == (address, zxingcpp.BarcodeFormat.QRCode, True)
    # Four dots of white all around, as the standard has it.
    room = 4 * dot_of(image)
    assert ImageOps.invert(image.convert("L")).getbbox() == (room, room, image.width - room, image.width - room)


def dot_of(image: Image.Image) -> int:
    """How wide a dot is: a seventh of the mark in the upper left corner."""
    left = ImageOps.invert(image.convert("L")).getbbox()
    assert left is not None
    line = image.convert("L").crop((left[0], left[1], image.width, left[1] + 1)).tobytes()
    return line.index(b"\xff") // 7


def test_a_drawing_has_a_title_and_no_size_and_shows_the_same_dots() -> None:
    code = Code(name="qr/x", title='Seeds </title><script> & "x" \'\u202e🦖', url="https://example.org/")
    data = qr_codes.svg(code)
    assert len(data) < 3000
    root = ElementTree.fromstring(data)
    assert set(root.attrib) == {"viewBox", "shape-rendering"}
    title, ground, dots = root
    assert (title.tag, title.text) == (f"{SVG}title", code.title)
    _, _, width, height = map(int, root.attrib["viewBox"].split())
    assert (ground.attrib["fill"], ground.attrib["d"]) == ("#fff", f"M0 0h{width}v{height}h-{width}z")
    image = Image.new("1", (width, height), 1)
    for x, y, length in runs(dots.attrib["d"]):
        image.paste(0, (x, y, x + length, y + 1))
    picture = Image.open(BytesIO(qr_codes.png(code)))
    assert image.tobytes() == picture.resize((width, height), Image.Resampling.NEAREST).convert("1").tobytes()


def runs(path: str) -> list[tuple[int, int, int]]:
    """The strokes of a path that goes from left to right: where each begins, and how long it is."""
    found, x, y = [], 0, 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+) ?(-?[\d.]+)?", path):
        if command == "h":
            found.append((x, int(y), int(first)))
        x = int(first) if command == "M" else x + int(first)
        y = float(second or 0) + (0 if command == "M" else y)
    return found


@pytest.mark.parametrize(
    ("part", "address"),
    [("talks/seeds/", "talks/seeds/"), ("projekte/größe/", "projekte/gr%C3%B6%C3%9Fe/"), ("a%20b.html", "a%20b.html"), ("a b", "a%20b")],
)  # fmt: skip
def test_what_stands_in_an_address(part: str, address: str) -> None:
    assert escaped(part) == address
    assert unquote(address) == unquote(part)
