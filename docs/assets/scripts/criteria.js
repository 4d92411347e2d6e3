// The levels table filters itself in CSS; this only says how much of it is left, and opens it for a linked criterion.
for (const table of document.querySelectorAll("[data-filter]")) {
  const count = table.querySelector("[role=status]");
  const visible = (item) => item.getClientRects().length > 0;
  const say = () => {
    const shown = [...table.querySelectorAll(".criterion")].filter(visible).length;
    count.textContent = `${shown} of ${count.dataset.total} criteria shown`;
  };
  const reveal = () => {
    const wanted = table.querySelector(":target");
    if (!wanted || visible(wanted)) return;
    for (const all of table.querySelectorAll("input[value=all]")) all.checked = true;
    say();
    wanted.scrollIntoView();
  };
  table.addEventListener("change", say);
  addEventListener("hashchange", reveal);
  say();
}
