// Which paper is the reader’s own: asked for by a list of papers, kept in this browser under the calculators’ prefix, so
// that “Forget” takes it too, and needed for nothing. What is marked `data-of` with its id comes before its neighbours, and
// out of the fold around them.
// This runs where the list stands, before what follows is shown; other scripts ask `mine.js`.
(() => {
  const KEY = "calculator-paper/all";
  const select = document.getElementById("my-paper");
  const ids = Array.from(select.options, (option) => option.value);
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return ids.includes(kept) ? kept : "";
    } catch {
      return ""; // Storage is refused, or somebody else wrote there: no paper is anybody’s own.
    }
  };
  const keep = (id) => {
    try {
      if (id) localStorage.setItem(KEY, JSON.stringify(id));
      else localStorage.removeItem(KEY);
    } catch {
      // The choice lasts for this page.
    }
  };

  // Until the page is whole, a rule of style puts it first where it can, so that nothing moves under the reader’s eyes.
  const early = new CSSStyleSheet();
  let groups = [];
  const gather = () => {
    const found = Map.groupBy(document.querySelectorAll("[data-of]"), (item) => item.parentNode);
    groups = Array.from(found, ([parent, items]) => ({
      parent,
      items,
      after: items.at(-1).nextSibling,
      fold: parent.closest(".by-paper"),
      open: document.createElement("ul"),
    }));
  };
  const lead = (id) => {
    const rank = (item) => Number(!item.dataset.of.split(" ").includes(id));
    for (const { parent, items, after, fold, open } of groups) {
      for (const item of items.toSorted((one, other) => rank(one) - rank(other))) parent.insertBefore(item, after);
      if (!fold) continue;
      // What is the reader’s own is read without unfolding what is not.
      open.className = "by-paper__own";
      open.replaceChildren(...items.filter((item) => !rank(item)));
      if (id) fold.before(open);
      else open.remove();
    }
  };

  select.value = read();
  if (select.value) {
    early.replaceSync(`[data-of~="${select.value}"] { order: -1 }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, early];
  }
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    gather();
    if (select.value) lead(select.value);
    early.replaceSync("");
    select.addEventListener("change", () => {
      keep(select.value);
      lead(select.value);
    });
  });
})();
