// The search dialog. The index is fetched when the dialog first opens, and never leaves this site.
import { find, prepare } from "./search-index.js";

const opener = document.getElementById("search-open");
// Where this script stands is no matter of its own: a published site has it in a folder of its version.
const root = new URL(document.querySelector(".top__name").href);
const LIMIT = 20;
let dialog = null;
let index = null;

function build() {
  const template = document.getElementById("search-dialog");
  dialog = template.content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  const input = dialog.querySelector("input");
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("keydown", move);
  input.addEventListener("input", () => index && show(input.value));
  return dialog;
}

async function open(event) {
  event.preventDefault(); // Another script says of a press that nobody takes that there is no search.
  (dialog ?? build()).showModal();
  const input = dialog.querySelector("input");
  input.select();
  if (index) return;
  say("Fetching the index");
  try {
    const reply = await fetch(new URL("assets/search.json", root));
    if (!reply.ok) throw new Error(String(reply.status));
    index = prepare(await reply.json());
    show(input.value);
  } catch {
    say("The index did not arrive. Close this box and open it again to try once more.");
  }
}

const say = (words) => {
  dialog.querySelector("[role=status]").textContent = words;
};

function show(query) {
  const list = dialog.querySelector("ol");
  const { hits, words } = find(index, query);
  list.replaceChildren(...hits.slice(0, LIMIT).map((hit) => line(hit, words)));
  if (!words.length) say("");
  else if (!hits.length) say("Nothing found. Try another word, or a paragraph number.");
  else if (hits.length > LIMIT) say(`${hits.length} places found; the best ${LIMIT} are shown`);
  else say(`${hits.length} ${hits.length === 1 ? "place" : "places"} found`);
}

function line(entry, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const title = document.createElement("b");
  const where = document.createElement("span");
  const text = document.createElement("p");
  link.href = new URL(entry.url, root);
  title.textContent = entry.title;
  where.className = "search__where";
  where.textContent = entry.where;
  text.append(...marked(extract(entry.text, words), words));
  link.append(title, where, text);
  link.addEventListener("click", () => dialog.close());
  item.append(link);
  return item;
}

function extract(text, words) {
  const lower = text.toLowerCase();
  const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((place) => place >= 0));
  const start = Number.isFinite(at) && at > 70 ? text.indexOf(" ", at - 60) + 1 : 0;
  const end = text.length > start + 170 ? text.lastIndexOf(" ", start + 170) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

function marked(text, words) {
  const safe = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(\\b(?:${safe.join("|")}))`, "i")).map((part, n) => {
    if (n % 2 === 0) return part;
    return Object.assign(document.createElement("mark"), { textContent: part });
  });
}

function move(event) {
  if (event.key === "Enter" && event.target.matches("input")) dialog.querySelector("li a")?.focus();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll("li a")];
  const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

for (const link of document.querySelectorAll("[data-opens-search]")) link.addEventListener("click", open);
opener?.addEventListener("click", open);
