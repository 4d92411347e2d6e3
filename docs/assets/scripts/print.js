// A handout is printed by its button; where that names a part of the page, the part alone.
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.print)?.setAttribute("data-printing", "");
    print();
  });
}
addEventListener("afterprint", () => document.querySelector("[data-printing]")?.removeAttribute("data-printing"));
