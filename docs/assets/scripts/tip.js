// What a term means and what a cited paragraph says, in place: on hover, on focus, on the first tap. Escape puts it
// away, the pointer may rest on it, and the second tap follows the link.
import { MARKED } from "./tips.js";

const MEANT = 150; // ms: a pointer that only passes opens nothing
const STAY = 250; // ms: time for it to travel from the link to the words
const root = new URL(".", document.querySelector(".top__name").href);
const papers = new Map();
const tip = Object.assign(document.createElement("div"), { className: "tip", id: "tip", popover: "manual" });
let shownFor = null;
let touched = false;
let timer = 0;

const after = (ms, act) => {
  clearTimeout(timer);
  timer = setTimeout(act, ms);
};
const marked = (event) => event.target.closest?.(MARKED);

function paragraphs(paper) {
  if (!papers.has(paper)) {
    const reply = fetch(new URL(`assets/paragraphs/${paper}.json`, root)).then((found) => (found.ok ? found.json() : {}));
    papers.set(paper, reply.catch(() => papers.delete(paper) && {}));
  }
  return papers.get(paper);
}

function part(tag, words, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: words, ...more });
}

async function told(link) {
  const meaning = document.getElementById(link.getAttribute("aria-describedby"))?.textContent;
  if (link.matches(".term")) return meaning ? [part("p", meaning)] : [];
  const { href } = link;
  // In a calculator that is a file, a citation's address is a fragment.
  const [, paper, id] = href.slice(root.href.length).match(/^(?:[^#/]*#\/)?frameworks\/([^/]+)\/[^#]*#(.+)/) ?? [];
  const [title, words] = (paper && (await paragraphs(paper))[decodeURIComponent(id)]) ?? [];
  if (!title) return [];
  return [part("b", title), part("p", words), part("a", "Go to the paragraph", { href, tabIndex: -1 })];
}

function place(link) {
  const [first] = link.getClientRects();
  const box = tip.getBoundingClientRect();
  const edge = 16;
  const left = Math.max(edge, Math.min(first.left, document.documentElement.clientWidth - box.width - edge));
  const below = first.bottom + 6;
  const fits = below + box.height < innerHeight || first.top - box.height - 6 < 0;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(fits ? below : first.top - box.height - 6) + scrollY}px`;
}

export async function show(link) {
  clearTimeout(timer);
  if (shownFor === link) return true;
  hide();
  shownFor = link;
  const words = await told(link);
  if (shownFor !== link) return true;
  if (!words.length) {
    shownFor = null;
    return false;
  }
  tip.replaceChildren(...words);
  if (!tip.isConnected) document.querySelector("main, .content").append(tip);
  if (link.matches(".cite")) link.setAttribute("aria-describedby", tip.id);
  tip.showPopover();
  place(link);
  return true;
}

function hide() {
  clearTimeout(timer);
  if (shownFor?.matches(".cite")) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  if (tip.matches(":popover-open")) tip.hidePopover();
}

async function tapped(event, link) {
  if (!touched || shownFor === link) return; // The second tap follows the link.
  event.preventDefault();
  if (!(await show(link))) location.assign(link.href);
}

const on = (name, act) => document.addEventListener(name, act);
on("pointerdown", (event) => {
  touched = event.pointerType !== "mouse";
  if (!tip.contains(event.target) && !marked(event)) hide();
});
on("pointerover", (event) => {
  const link = marked(event);
  if (event.pointerType !== "mouse") return;
  if (link) after(MEANT, () => show(link));
  else if (tip.contains(event.target)) clearTimeout(timer);
  else if (shownFor !== document.activeElement) after(STAY, hide);
});
on("focusin", (event) => {
  const link = marked(event);
  if (link && !touched) show(link);
  else if (!link && !tip.contains(event.target)) hide();
});
on("focusout", (event) => event.target === shownFor && !tip.contains(event.relatedTarget) && after(STAY, hide));
on("click", (event) => marked(event) && tapped(event, marked(event)));
on("keydown", (event) => event.key === "Escape" && hide());
