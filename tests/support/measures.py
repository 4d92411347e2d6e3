"""Scripts that look at a page as it is drawn: what is cut off, too wide, or focused and not seen."""

# WCAG 2.2, 1.4.12: nothing may be lost when a reader sets these.
TEXT_SPACING = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""
ADOPT = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
# How long a page is in pixels, and of how many elements.
LENGTH = "[document.documentElement.scrollHeight, document.querySelectorAll('*').length]"
# Back to how a page opens, but for its size and colours.
RESET = """() => {
    document.adoptedStyleSheets = [];
    history.replaceState(null, "", location.pathname);
    // Only a focused body makes the next Tab start at the top.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    getSelection().removeAllRanges();
    scrollTo(0, 0);
}"""
# WCAG 2.2, 2.5.8: the controls of a calculator that are too small to touch.
SMALL = """() => [...document.querySelectorAll("calculator-form :is(input, button, textarea, select, summary)")]
    .filter(control => control.checkVisibility())
    .map(control => [control.outerHTML.slice(0, 90), control.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
# Text that its own box cuts off. A box that scrolls cuts nothing off; hidden text is left out.
CLIPPED = """() => [...document.querySelectorAll("main *, header *, nav *, footer *")].filter(box => {
    const style = getComputedStyle(box);
    const shown = box.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && box.clientWidth > 1;
    const cuts = [style.overflowX, style.overflowY].some(o => o === "hidden" || o === "clip");
    const text = [...box.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    return shown && cuts && text
        && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
}).map(box => box.outerHTML.slice(0, 160))"""
# Whether the focused element has a mark, and whether it can be seen. A mark is an outline or shadow of its own,
# or any change of colour or line, in it or in what it holds, that goes away when focus leaves.
FOCUSED = """() => {
    const box = document.activeElement;
    if (!box || box === document.body) return null;
    const look = () => JSON.stringify([box, ...box.querySelectorAll("*")].slice(0, 12).map(e => {
        const s = getComputedStyle(e);
        return [s.outline, s.boxShadow, s.backgroundColor, s.stroke, s.strokeWidth, s.borderColor];
    }));
    const style = getComputedStyle(box);
    let marked = (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    // Of a box taller than the window, the part in the window.
    const seen = [...box.getClientRects()].some(whole =>
        [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]].some(([x, y]) => {
            const begins = Math.max(whole.top, 0);
            const height = Math.min(whole.bottom, innerHeight) - begins;
            const top = height > 0
                && document.elementFromPoint(whole.left + whole.width * x, begins + height * y);
            const labels = [...(box.labels || [])];
            // What is there for listeners alone is one pixel large: nobody sees the focus in it.
            const own = whole.width > 1 && whole.height > 1 && top && (box.contains(top) || top.contains(box));
            return own || (top && labels.some(label => label.contains(top)));
        }));
    if (!marked) {
        const focused = look();
        box.blur();
        marked = look() !== focused;
        box.focus();
    }
    return {what: box.outerHTML.slice(0, 140), marked, seen};
}"""
# The same for all that can be focused, one after another, without a key for each.
FOCUS = f"""() => {{
    const focused = {FOCUSED};
    const controls = "a[href], button, input, select, textarea, summary, [tabindex]";
    const shown = e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({{visibilityProperty: true}});
    const found = {{stops: 0, unseen: []}};
    for (const control of document.querySelectorAll(controls)) {{
        if (!shown(control)) continue;
        control.focus();
        if (document.activeElement !== control) continue;
        const state = focused();
        found.stops += 1;
        if (!(state.marked && state.seen)) found.unseen.push(JSON.stringify(state));
    }}
    return found;
}}"""

# Every drawing of the page: which words leave their box or the drawing, the smallest letters, and how wide the page
# is. What is folded is opened meanwhile.
DRAWINGS = """() => {
    const folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
    const faults = [], sizes = [], seen = e => e.getClientRects().length > 0;
    const figures = [...document.querySelectorAll("figure.dg")];
    for (const figure of figures) {
        const shown = [...figure.querySelectorAll(".dg-svg")].filter(seen);
        if (shown.length === 0) faults.push(`no drawing of ${figure.querySelector("figcaption")?.textContent}`);
        for (const svg of shown) {
            const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
            const cards = [...svg.querySelectorAll(":is(.dg-card, .dg-elsewhere) rect")];
            const boxes = cards.map(box => box.getBoundingClientRect());
            for (const text of svg.querySelectorAll("text")) {
                const at = text.getBoundingClientRect();
                sizes.push(Math.round(parseFloat(getComputedStyle(text).fontSize) * scale * 10) / 10);
                if (at.left < frame.left - 1 || at.right > frame.right + 1)
                    faults.push(`outside: ${text.textContent}`);
                if (text.matches(".dg-words-free")) continue;
                if (!boxes.some(b =>
                    b.left < at.left && b.right > at.right && b.top <= at.top && b.bottom >= at.bottom))
                    faults.push(`not in a box: ${text.textContent}`);
            }
        }
    }
    const wide = document.documentElement.scrollWidth;
    for (const fold of folded) fold.open = false;
    return {faults, drawings: figures.length, smallest: Math.min(...sizes), wide};
}"""


def overflow(page_width: int) -> str:
    """A script for what reaches beyond the right edge where the page itself is too wide; [] where it is not.

    What a box scrolls or cuts off makes no page wider, so it is left out.
    """
    return f"""() => {{
        const wide = document.documentElement.scrollWidth;
        if (wide <= {page_width}) return [];
        const boxed = e => e.parentElement && e.parentElement !== document.body
            && (getComputedStyle(e.parentElement).overflowX !== "visible" || boxed(e.parentElement));
        return [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > {page_width} + 1 && !e.closest("svg *") && !boxed(e))
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 8).concat(wide + " px");
    }}"""


def show(found: list[str]) -> str:
    """The findings, one on a line."""
    return "\n".join(found)
