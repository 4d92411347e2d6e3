// On the page about reading without a network: which page was wanted in vain, and which pages are here.
import { kept, needed, root } from "./store.js";

const place = document.querySelector("[data-kept-pages]");
const within = (href) => (href.startsWith(root.href) ? href.slice(root.href.length) : null);

function missing() {
  const address = new URLSearchParams(location.search).get("page");
  const wanted = address === null ? null : within(new URL(address, root).href);
  if (wanted === null) return;
  const link = Object.assign(document.createElement("a"), { href: new URL(wanted, root).href, textContent: named(wanted) });
  const words = document.createElement("p");
  words.append("There is no network, and this page is not kept on this device: ", link, ". Follow the link to try again.");
  const box = Object.assign(document.createElement("div"), { className: "not-here" });
  box.append(words);
  document.querySelector("article h1").after(box);
}

const menu = () => [...document.querySelectorAll(".menu__panel a")].map((link) => [within(link.href), link.textContent.trim()]);

/** What the menu calls a page, else its address. */
const named = (address) => menu().find(([other]) => other === address)?.[1] ?? (address || "the first page");

async function list() {
  const found = await kept().catch(() => null);
  const addresses = new Set(found?.list ? needed(found.list, found.groups) : []);
  const pages = menu().filter(([address]) => addresses.has(address) && !address.startsWith("about/offline/"));
  const whole = found && ["reading", "everything"].some((group) => found.groups.includes(group));
  const told = document.createElement("p");
  told.textContent = whole
    ? "Every page of the site is kept on this device, and so is the search."
    : pages.length
      ? "These pages are kept on this device, because you used their calculators:"
      : "No page is kept on this device yet.";
  place.replaceChildren(told);
  if (whole || !pages.length) return;
  const items = document.createElement("ul");
  for (const [address, textContent] of pages) {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: new URL(address, root).href, textContent }));
    items.append(item);
  }
  place.append(items);
}

missing();
if (self.caches) list();
document.addEventListener("kept-changed", list);
