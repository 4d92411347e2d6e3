// A term's meaning beside the term: on hover, on focus, on the first tap. Escape puts it away; the pointer may rest on it.
const tip = Object.assign(document.createElement("div"), { className: "term-tip", popover: "manual" });
tip.setAttribute("aria-hidden", "true"); // Assistive technology has the same words through aria-describedby.
let shownFor = null;
let timer = 0;

function place(link) {
  const [first] = link.getClientRects();
  const box = tip.getBoundingClientRect();
  const edge = 16;
  const left = Math.max(edge, Math.min(first.left, document.documentElement.clientWidth - box.width - edge));
  const below = first.bottom + 6;
  const fits = below + box.height < innerHeight || first.top - box.height - 6 < 0;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(fits ? below : first.top - box.height - 6) + scrollY}px`;
}

function show(link) {
  clearTimeout(timer);
  if (shownFor === link) return;
  shownFor = link;
  tip.textContent = document.getElementById(link.getAttribute("aria-describedby"))?.textContent ?? "";
  if (!tip.textContent) return;
  tip.showPopover();
  place(link);
}

function hide() {
  clearTimeout(timer);
  shownFor = null;
  if (tip.matches(":popover-open")) tip.hidePopover();
}

// Time for the pointer to travel from the term to its meaning.
const hideSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(hide, 250);
};

if (document.querySelector(".term") && HTMLElement.prototype.showPopover) {
  document.body.append(tip);
  for (const link of document.querySelectorAll(".term")) {
    let touched = false;
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideSoon());
    link.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
    link.addEventListener("focus", () => touched || show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      if (!touched || shownFor === link) return; // The second tap follows the link.
      event.preventDefault();
      show(link);
    });
  }
  tip.addEventListener("pointerenter", () => clearTimeout(timer));
  tip.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (!tip.contains(event.target) && !event.target.closest?.(".term")) hide();
  });
}
