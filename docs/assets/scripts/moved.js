// A place that once stood on this page has a page of its own: whoever comes by its old address is led there.
const moved = JSON.parse(document.getElementById("moved").textContent);

function leadOn() {
  try {
    const place = moved[decodeURIComponent(location.hash.slice(1))];
    if (place) location.replace(place);
  } catch {
    // What cannot be decoded names no place.
  }
}

addEventListener("hashchange", leadOn);
leadOn();
