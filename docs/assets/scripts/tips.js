// The first reach for a term or a citation fetches what shows its words; from then on that listens by itself.
export const MARKED = ".term, .cite";
const FIRST = ["pointerover", "focusin", "click"];
let touched = false;

const press = (event) => (touched = event.pointerType !== "mouse");

async function reach(event) {
  const link = event.target.closest?.(MARKED);
  if (!link || (event.type === "pointerover" && event.pointerType !== "mouse")) return;
  if (event.type === "focusin" && touched) return;
  const tap = event.type === "click" && touched;
  if (event.type === "click" && !touched) return;
  if (tap) event.preventDefault();
  for (const name of FIRST) document.removeEventListener(name, reach);
  document.removeEventListener("pointerdown", press);
  const tip = await import("./tip.js").catch(() => null);
  if (!(await tip?.show(link)) && tap) location.assign(link.href);
}

if (HTMLElement.prototype.showPopover) {
  for (const name of FIRST) document.addEventListener(name, reach);
  document.addEventListener("pointerdown", press);
}
