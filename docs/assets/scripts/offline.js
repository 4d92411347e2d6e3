// Reading without a network. All that does it is fetched when a reader asks for it, when a calculator has started, or
// where something is kept already; nobody else pays for it. A site under development has no versions, and keeps nothing.
const boxes = document.querySelectorAll("[data-keep]");
if (navigator.serviceWorker && /\/scripts\/[\da-f]{12}\//.test(import.meta.url)) {
  const need = (what, box) =>
    import("./keep.js").then(
      (keep) => keep[what](box),
      () => box?.append("This could not be fetched. Reload the page to try again."),
    );
  for (const box of boxes) {
    box.hidden = box.dataset.keep === "remove";
    box.firstElementChild.addEventListener("click", () => need("pressed", box));
  }
  // The first answer comes first.
  document.addEventListener("calculator-ready", () => setTimeout(need, 1000, "visited"));
  if (navigator.serviceWorker.controller) need("look");
}
