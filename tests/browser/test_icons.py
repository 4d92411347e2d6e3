"""The committed icons are those of the mark: a picture drawn anew differs by no more than a browser's own rounding."""

from base64 import b64encode

from playwright.sync_api import Browser

from tools.icons import ICONS, IMAGES, drawn

DIFFERENCE = """async pictures => {
    const [first, second] = await Promise.all(pictures.map(async picture => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
    }));
    if (first.length !== second.length) return Infinity;
    return first.reduce((sum, value, place) => sum + Math.abs(value - second[place]), 0) / first.length;
}"""


def test_every_icon_is_drawn_from_the_mark_as_it_is_now(browser: Browser) -> None:
    found = dict(drawn(browser))
    assert set(found) == set(ICONS)
    page = browser.new_page()
    for name, picture in found.items():
        pair = [b64encode(content).decode() for content in (picture, (IMAGES / name).read_bytes())]
        assert page.evaluate(DIFFERENCE, pair) < 1, f"{name}: python -m tools.icons draws it anew"
    page.close()
