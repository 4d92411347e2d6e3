// The table of cases, for whoever opens it. Where it does not come, the page's own notice says so.

function fetchTable() {
  import("./case-table.js").catch((error) => console.error(error));
}

for (const fold of document.querySelectorAll(".calc-cases")) {
  if (fold.open) fetchTable();
  else fold.addEventListener("toggle", fetchTable, { once: true });
}
