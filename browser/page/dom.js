// Small helpers for building page parts. Text is always set as text, never as markup.

/** An element with properties and children: `element("p", { textContent: typed })`. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(words, act, className = "nhsuk-button nhsuk-button--secondary nhsuk-button--small") {
  const made = element("button", { type: "button", className, textContent: words });
  made.addEventListener("click", act);
  return made;
}

/** Where this page is: the address that a link leads to, or of a page that is a file its name. */
export const isFile = location.protocol === "file:";
export const address = () => (isFile ? decodeURIComponent(location.pathname.split("/").pop()) : location.origin + location.pathname);

/** Offer a file for download: the browser asks where to put it, or has a place for it. */
export function offer(download, content) {
  const href = URL.createObjectURL(new Blob(content));
  element("a", { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Open every folded section around a node, if there is one. */
export function reveal(node) {
  for (let fold = node?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
