// The search dialog. What searches, and the index, are fetched when the dialog first opens; no query leaves this site.
const opener = document.getElementById("search-open");
// Where this script stands is no matter of its own: a published site has it in a folder of its version.
const root = new URL(".", document.querySelector(".top__name").href);
const LIMIT = 20;
const AT_ONCE = 12; // milliseconds for which the page may be kept from doing anything else
const SETTLED = 80; // milliseconds after the last key
const NOT_HERE = "The search could not be fetched. Reload the page to try again. Every page is in the menu, too.";
const LED = "Your own paper comes before others that answer as well.";
let dialog = null;
let index = null;
let myPaper = null;
let waiting = 0;

function build() {
  const template = document.getElementById("search-dialog");
  dialog = template.content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("keydown", move);
  dialog.querySelector("input").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, SETTLED);
  });
  return dialog;
}

async function open(event) {
  event.preventDefault(); // Another script says of a press that nobody takes that there is no search.
  (dialog ?? build()).showModal();
  dialog.querySelector("input").select();
  if (index) return;
  say("Fetching the index");
  try {
    const [{ Index }, mine, reply] = await Promise.all([
      import("./search-index.js"),
      import("./mine.js"),
      fetch(new URL("assets/search.json", root)),
    ]);
    if (!reply.ok) throw new Error(String(reply.status));
    ({ myPaper } = mine);
    index = await filled(new Index(await reply.json()));
    show();
  } catch {
    say(NOT_HERE);
  }
}

// The index is put together in short stretches, so that whoever types meanwhile sees the letters come.
async function filled(found) {
  let until = 0;
  const tired = () => performance.now() > until;
  for (;;) {
    until = performance.now() + AT_ONCE;
    if (found.read(tired)) return found;
    await new Promise((done) => setTimeout(done));
  }
}

const say = (words) => {
  dialog.querySelector("[role=status]").textContent = words;
};

function show() {
  clearTimeout(waiting);
  waiting = 0;
  const query = dialog.querySelector("input").value;
  if (!index) return;
  const own = myPaper();
  const found = index.find(query, LIMIT, own && `frameworks/${own}/`);
  dialog.querySelector("ol").replaceChildren(...found.hits.map((hit) => line(hit, found.terms)));
  say(query.trim() ? told(found) : "");
}

function told({ hits, count, taken, unknown, led }) {
  if (!hits.length) return "Nothing found. Try another word, or a paragraph number.";
  const places = `${count} ${count === 1 ? "place" : "places"} found`;
  const first = count > hits.length ? `${places}; the best ${hits.length} are shown` : places;
  const others = taken.map(([word, near]) => `“${word}” was read as “${near}”.`);
  const missing = unknown.map((word) => `No page has “${word}”.`);
  const notes = [...(led ? [LED] : []), ...others, ...missing];
  return [notes.length ? `${first}.` : first, ...notes].join(" ");
}

function line({ url, title, where, sentence }, terms) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(url, root);
  link.append(
    Object.assign(document.createElement("b"), { textContent: title }),
    Object.assign(document.createElement("span"), { className: "search__where", textContent: where }),
    document.createElement("p"),
  );
  link.lastChild.append(...marked(sentence, terms));
  link.addEventListener("click", () => dialog.close());
  item.append(link);
  return item;
}

function marked(sentence, terms) {
  return sentence.split(/([£\p{L}\p{N}][\p{L}\p{N}.,’%]*[\p{L}\p{N}%]|[\p{L}\p{N}])/u).map((part, n) => {
    if (n % 2 === 0 || !index.meets(part, terms)) return part;
    return Object.assign(document.createElement("mark"), { textContent: part });
  });
}

function move(event) {
  if (event.key === "Enter" && event.target.matches("input")) {
    if (waiting) show();
    dialog.querySelector("li a")?.focus();
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll("li a")];
  const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

for (const link of document.querySelectorAll("[data-opens-search]")) link.addEventListener("click", open);
opener?.addEventListener("click", open);
