// The levels table filters itself in CSS; this says how much of it is left, and opens it for a linked criterion. On a
// phone its objectives begin folded, and what is asked for opens them.
const PHONE = matchMedia("(max-width: 47.99em)");
for (const table of document.querySelectorAll("[data-filter]")) {
  const count = table.querySelector("[role=status]");
  const objectives = [...table.querySelectorAll("details")];
  const all = [...table.querySelectorAll("input[value=all]")];
  const visible = (item) => item.getClientRects().length > 0;
  const fold = (open) => objectives.forEach((objective) => (objective.open = open));
  const say = () => {
    const levels = [...table.querySelectorAll("[data-level]")].filter((level) => {
      return getComputedStyle(level).display !== "none" && visible(level.closest("details"));
    });
    const shown = levels.reduce((sum, level) => sum + level.querySelectorAll(".criterion").length, 0);
    count.textContent = `${shown} of ${count.dataset.total} criteria shown`;
  };
  const reveal = () => {
    const wanted = table.querySelector(":target");
    if (!wanted || visible(wanted)) return;
    for (const input of all) input.checked = true;
    (wanted.closest("details") ?? wanted).open = true;
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
  reveal();
}
