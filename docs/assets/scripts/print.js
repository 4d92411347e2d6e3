// Details are opened for paper and put back after it, for browsers that cannot do so in CSS.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  for (const item of closed) item.open = true;
});
addEventListener("afterprint", () => {
  for (const item of closed) item.open = false;
  closed = [];
});
