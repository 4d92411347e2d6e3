"""The few marks that every drawing is made of, as elements without colour, font or style of their own."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from markupsafe import Markup

LARGEST, TALLEST = 1.3, 560.0
"""How far a drawing may grow on a wide screen, and how tall in its own units: a screen of 800 pixels is to hold it."""
EM = 16
"""Drawing units to one em of the page, so that a drawing grows with the reader's text size."""


def drawing(id: str, title: str, description: str, width: float, height: float, css: str) -> ET.Element:
    """An empty drawing that names and describes itself; links inside stay within reach, so it is a group.

    Its class tells by how many tenths it may grow where there is room for it: a lower one by more.
    """
    tenths = int(10 * min(LARGEST, TALLEST / height))
    larger = f" dg-x{tenths}" if tenths > 10 else ""
    svg = ET.Element(
        "svg",
        {
            "class": f"dg-svg {css}{larger}",
            "role": "group",
            "aria-labelledby": f"{id}-title",
            "aria-describedby": f"{id}-desc",
            "viewBox": f"0 0 {_n(width)} {_n(height)}",
            "width": f"{_n(width / EM)}em",
        },
    )
    ET.SubElement(svg, "title", {"id": f"{id}-title"}).text = title
    ET.SubElement(svg, "desc", {"id": f"{id}-desc"}).text = description
    return svg


def sample(width: float, height: float) -> ET.Element:
    """A small mark beside words that say what it means."""
    shape = {"viewBox": f"0 0 {_n(width)} {_n(height)}", "width": _n(width), "height": _n(height)}
    return ET.Element("svg", {"class": "dg-sample", "aria-hidden": "true", **shape})


def group(parent: ET.Element, css: str, **attributes: str) -> ET.Element:
    """A group of marks; an underscore in an attribute's name stands for a hyphen."""
    names = {name.replace("_", "-"): value for name, value in attributes.items()}
    return ET.SubElement(parent, "g", {"class": css, **names})


def link(parent: ET.Element, href: str, name: str, css: str) -> ET.Element:
    """A link whose name is its whole text, however the lines break."""
    return ET.SubElement(parent, "a", {"class": css, "href": href, "aria-label": name})


def place(element: ET.Element, x: float, y: float) -> None:
    """Count what stands in the element from x, y: marks that are alike then read alike, and pack well."""
    element.set("transform", f"translate({_n(x)} {_n(y)})")


def box(parent: ET.Element, x: float, y: float, width: float, height: float, css: str) -> ET.Element:
    """A rounded rectangle."""
    corner = {"x": _n(x), "y": _n(y)} if x or y else {}
    size = {"width": _n(width), "height": _n(height), "rx": "6"}
    return ET.SubElement(parent, "rect", {"class": css, **corner, **size})


def text(
    parent: ET.Element,
    lines: Iterable[str],
    x: float,
    y: float,
    leading: float,
    css: str,
    *,
    middle: bool = False,
    label: str = "",
) -> ET.Element:
    """Lines of text; `y` is the first baseline. A `label` that opens the text stands out, however it breaks."""
    anchor = {"text-anchor": "middle"} if middle else {}
    element = ET.SubElement(parent, "text", {"class": css, **anchor})
    span, before = None, ""
    for n, line in enumerate(lines):
        if span is not None and not before.endswith(("-", "/")):
            span.tail = " "  # Between two lines of one sentence, for whoever hears or copies it.
        before = line
        down = {"dy": _n(leading)} if n else {"y": _n(y)}
        span = ET.SubElement(element, "tspan", {"x": _n(x), **down})
        opening = line[: len(label)]
        if label and label.startswith(opening):
            strong = ET.SubElement(span, "tspan", {"class": "dg-label"})
            strong.text, strong.tail = opening, line.removeprefix(opening)
            label = label.removeprefix(opening).lstrip()
        else:
            span.text = line
    return element


def path(parent: ET.Element, points: str, css: str) -> ET.Element:
    """A stroke."""
    return ET.SubElement(parent, "path", {"class": css, "d": points})


def way(points: Iterable[tuple[float, float]]) -> str:
    """Straight strokes through the points, each told from the one before: strokes alike then pack well."""
    (x, y), *rest = [(round(x, 1), round(y, 1)) for x, y in points]
    parts = [f"M{_n(x)} {_n(y)}"]
    for to_x, to_y in rest:
        across, down = _n(to_x - x), _n(to_y - y)
        parts.append(f"h{across}" if down == "0" else f"v{down}" if across == "0" else f"l{across} {down}")
        x, y = to_x, to_y
    return "".join(parts)


def curve(points: list[tuple[float, float]]) -> str:
    """A curve from the first point on, each three more being two handles and an end."""
    first, *rest = (f"{_n(x)} {_n(y)}" for x, y in points)
    return f"M{first}C{' '.join(rest)}"


def head(parent: ET.Element, form: str, x: float, y: float, dx: float, dy: float) -> ET.Element:
    """An arrow's head with its point at x, y, pointing along the unit vector dx, dy."""
    long, half = 10.0, 5.0

    def at(back: float, side: float) -> tuple[float, float]:
        return x - dx * back - dy * side, y - dy * back + dx * side

    if form == "open":
        return path(parent, way([at(long, half), (x, y), at(long, -half)]), "dg-head dg-head-open")
    return path(parent, way([(x, y), at(long, half), at(long, -half)]) + "Z", "dg-head")


def note(parent: ET.Element, words: str) -> None:
    """What the mark says when pointed at."""
    ET.SubElement(parent, "title").text = words


def html(svg: ET.Element) -> Markup:
    """The drawing as markup for a page: one line, no declaration and no namespace."""
    return Markup(ET.tostring(svg, encoding="unicode"))


def _n(value: float) -> str:
    return f"{round(value, 1) or 0:g}"
