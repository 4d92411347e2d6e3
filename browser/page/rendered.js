// Results, comparisons and tables of results, as the core has rendered them.

// The page's policy lets no other HTML in, where the browser knows such policies.
const rendered = globalThis.trustedTypes?.createPolicy("rendered", { createHTML: (html) => html });

/** The one place where rendered HTML enters the page: it comes from the core's own autoescaping renderer. */
export function put(place, html) {
  place.innerHTML = rendered?.createHTML(html) ?? html;
}

/** Put rendered HTML into the page and move to its heading; the heading's words. */
export function insert(place, html) {
  put(place, html);
  place.hidden = false;
  const heading = place.querySelector("h2, h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
  return heading.textContent.trim();
}
