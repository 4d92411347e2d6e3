"""What tests of reading without a network do again and again: keep, wait for what is kept, change a version."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from site_build.publish.offline import LIST, write_offline

SOON = 60_000
KEEP = "Keep for reading without a network"
REMOVE = "Remove what is kept"
STORES = """async () => {
    const sign = new URL("offline.json?kept", document.querySelector(".top__name").href).href;
    const found = {};
    for (const name of await caches.keys()) {
        const whole = await caches.match(sign, { cacheName: name });
        if (whole) found[name] = await whole.json();
    }
    return found;
}"""


def box(page: Page) -> Locator:
    """The button at the foot of the page, with its progress and its words."""
    return page.locator(".foot .keep")


def press(page: Page, name: str = KEEP) -> None:
    """Press the button at the foot of the page, which says what it does."""
    box(page).get_by_role("button", name=name).click()


def says(page: Page, words: str) -> None:
    """Wait for words beside the button."""
    expect(box(page).get_by_role("status")).to_contain_text(words, timeout=SOON)


def keep(page: Page) -> None:
    """Keep the reading part, and wait until it is here."""
    press(page)
    says(page, "Kept on this device")


def stores(page: Page) -> dict[str, list[str]]:
    """What the browser holds whole: each version's store, the oldest first, with what it was filled for."""
    found: dict[str, list[str]] = page.evaluate(STORES)
    return found


def until(page: Page, promised: str, *values: object) -> None:
    """Wait until a script's promise comes true, asking again and again: `wait_for_function` takes it for true."""
    script = f"""async values => {{
        while (!await ({promised})(...values)) await new Promise(resolve => setTimeout(resolve, 50));
    }}"""
    page.evaluate(script, values)


def until_kept(page: Page, *groups: str) -> None:
    """Wait until one store holds all of these."""
    held = "held => groups.every(one => held.includes(one))"
    until(page, f"async groups => Object.values(await ({STORES})()).some({held})", list(groups))


def held(page: Page) -> list[str]:
    """The addresses below the site's root of all that any store of files holds, whole or not."""
    script = """async () => {
        const { href } = new URL(document.querySelector(".top__name").href);
        const found = [];
        for (const name of (await caches.keys()).filter((each) => each.startsWith("kept ")))
            for (const { url } of await (await caches.open(name)).keys()) found.push(url.slice(href.length));
        return found;
    }"""
    found: list[str] = page.evaluate(script)
    return [address for address in found if not address.startswith("offline.json")]


def listed(site: Path) -> dict[str, list[Any]]:
    """The files of the site that may be kept: by address, hash, weight and part."""
    files: dict[str, list[Any]] = json.loads((site / LIST).read_text(encoding="utf-8"))["files"]
    return files


def version(site: Path, target: Path, **changes: Callable[[str], str]) -> Path:
    """Another version of the site, some files changed; the rest is shared with it.

    A file's path has `__` for a slash and `_dot_` for a full stop.
    """
    shutil.copytree(site, target, copy_function=os.link)
    for name, change in changes.items():
        file = target / name.replace("__", "/").replace("_dot_", ".")
        before = file.read_text(encoding="utf-8")
        after = change(before)
        assert after != before
        # What is written in place would be written in the site, too.
        file.unlink()
        file.write_text(after, encoding="utf-8")
    write_offline(target)
    return target
