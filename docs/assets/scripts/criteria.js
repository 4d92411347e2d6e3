// The levels table filters itself in CSS; this only says how much of it is left, and opens it for a linked criterion.
for (const table of document.querySelectorAll("[data-filter]")) {
  const form = table.querySelector("form");
  const count = table.querySelector("[role=status]");
  const say = () => {
    const shown = [...table.querySelectorAll(".criterion")].filter((item) => item.getClientRects().length).length;
    count.textContent = `${shown} of ${count.dataset.total} criteria shown`;
  };
  const showAll = () => {
    if (!table.querySelector(":target") || table.querySelector(":target").getClientRects().length) return;
    form.reset();
    document.querySelector(":target").scrollIntoView();
  };
  form.addEventListener("change", say);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", showAll);
  say();
}
