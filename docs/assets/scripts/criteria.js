// The levels table filters itself in CSS; this says how much of it is left, and shows all of it for a linked criterion.
// On a phone its objectives begin folded, and a choice of the filter opens them.
const PHONE = matchMedia("(max-width: 47.99em)");
for (const table of document.querySelectorAll("[data-filter]")) {
  const count = table.querySelector("[role=status]");
  const objectives = [...table.querySelectorAll("details")];
  const all = [...table.querySelectorAll("input[value=all]")];
  const visible = (item) => item.getClientRects().length > 0;
  const fold = (open) => objectives.forEach((objective) => (objective.open = open));
  const say = () => {
    const shown = [...table.querySelectorAll(".criterion")].filter((one) => {
      return getComputedStyle(one.closest("[data-level]")).display !== "none" && visible(one.closest("details"));
    });
    count.textContent = `${shown.length} of ${count.dataset.total} criteria shown`;
  };
  const reveal = () => {
    const wanted = table.querySelector(":target");
    if (!wanted || visible(wanted)) return;
    for (const input of all) input.checked = true;
    say();
    wanted.scrollIntoView();
  };
  table.addEventListener("change", () => {
    if (PHONE.matches) fold(all.some((input) => !input.checked));
    say();
  });
  addEventListener("hashchange", reveal);
  if (PHONE.matches) fold(false);
  say();
}
