// Paper: details are opened for it and put back after it, for browsers that cannot do so in CSS; and a part of a page may
// be printed alone, where a button asks for that.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  for (const item of closed) item.open = true;
});
addEventListener("afterprint", () => {
  for (const item of closed) item.open = false;
  closed = [];
  document.querySelector("[data-printing]")?.removeAttribute("data-printing");
});
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    document.getElementById(button.dataset.print)?.setAttribute("data-printing", "");
    print();
  });
}
