// Results, comparisons and tables of results, as the core has rendered them.

/**
 * The one place where rendered HTML enters the page: it comes from the core's own autoescaping renderer.
 * Moves to its heading, and gives the heading's words.
 */
export function insert(place, html) {
  place.innerHTML = html;
  place.hidden = false;
  const heading = place.querySelector("h2, h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
  return heading.textContent.trim();
}
