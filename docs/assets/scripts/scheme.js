// Before the first paint: say that scripts run, and bring back the colours the reader chose. Then the button that changes them.
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
})();
