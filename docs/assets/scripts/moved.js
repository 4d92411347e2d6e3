// A place that once stood on this page has a page of its own: whoever comes by its old address is led there.
import { named } from "./folds.js";

const moved = new Map(Object.entries(JSON.parse(document.getElementById("moved").textContent)));

function leadOn() {
  const place = moved.get(named());
  if (place) location.replace(place);
}

addEventListener("hashchange", leadOn);
leadOn();
