// Before the first paint: say that scripts run, and bring back the colours the reader chose. Then the button that changes
// them, and what the search's button says where the search is not there.
(() => {
  const root = document.documentElement;
  const names = { auto: "as on this device", light: "light", dark: "dark" };
  const key = "colours";
  const read = () => {
    try {
      const kept = localStorage.getItem(key);
      return kept in names ? kept : "auto";
    } catch {
      return "auto"; // Storage is refused: the device decides.
    }
  };
  const show = (scheme) => {
    if (scheme === "auto") root.removeAttribute("data-scheme");
    else root.dataset.scheme = scheme;
    const name = document.getElementById("scheme-name");
    if (name) name.textContent = names[scheme];
    document.getElementById("scheme")?.setAttribute("title", `Colours: ${names[scheme]}`);
  };
  const keep = (scheme) => {
    try {
      if (scheme === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, scheme);
    } catch {
      // The choice lasts for this page.
    }
  };
  root.className = "js";
  let scheme = read();
  show(scheme);
  addEventListener("DOMContentLoaded", () => {
    show(scheme);
    document.getElementById("scheme")?.addEventListener("click", () => {
      // The first press always changes what is seen.
      const dark = matchMedia("(prefers-color-scheme: dark)").matches;
      const order = dark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
      scheme = order[(order.indexOf(scheme) + 1) % order.length];
      keep(scheme);
      show(scheme);
    });
  });

  // The search comes in a module of its own. Where that has not come, or cannot, its button says so.
  const NOT_HERE = "The search could not be fetched. Reload the page to try again. Every page is in the menu, too.";
  const IN_A_FOLDER =
    "Opened from a folder, a page may read no other file, so there is no search and no calculator. " +
    "Put the site on a web server. Every page is in the menu, too.";
  addEventListener("click", (event) => {
    if (event.defaultPrevented || !event.target.closest("#search-open")) return;
    const dialog = document.getElementById("search-dialog").content.firstElementChild.cloneNode(true);
    dialog.querySelector("input").remove();
    dialog.querySelector("[role=status]").textContent = location.protocol === "file:" ? IN_A_FOLDER : NOT_HERE;
    dialog.setAttribute("aria-describedby", "search-status");
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  });
})();
