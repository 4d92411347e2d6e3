// An address that leads into a fold opens it. New browsers do so by themselves, where the place is inside the fold.
function openFor() {
  let place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place?.closest("details:not([open])")) return;
  for (let fold = place; (fold = fold.closest("details:not([open])")); ) fold.open = true;
  place.scrollIntoView();
}

addEventListener("hashchange", openFor);
openFor();
