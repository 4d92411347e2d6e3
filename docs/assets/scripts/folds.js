// Folds open where an address leads into one, which new browsers see to where the place is inside it; and for paper,
// where those that were closed are put back after it, for browsers that cannot do so in CSS.
let closed = [];

// The name of the place that the address leads to; what cannot be decoded names none.
export function named() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function openFor() {
  const found = document.getElementById(named());
  let fold = found?.closest("details:not([open])");
  if (!fold) return;
  for (; fold; fold = fold.closest("details:not([open])")) fold.open = true;
  found.scrollIntoView();
}

addEventListener("hashchange", openFor);
openFor();

addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  for (const item of closed) item.open = true;
});
addEventListener("afterprint", () => {
  for (const item of closed) item.open = false;
  closed = [];
});
