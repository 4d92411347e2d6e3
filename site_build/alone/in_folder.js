// Before the other scripts of a page that may have been opened from a folder: what they would fetch stands beside it as
// scripts, and a link to a folder leads to the page in it.
const root = new URL("../../", document.currentScript.src);
const code = globalThis.trustedTypes?.createPolicy("held", { createScriptURL: (address) => address });

self.held = {};
self.fetch = (address) =>
  new Promise((resolve, reject) => {
    const path = String(address).slice(root.href.length);
    const script = document.createElement("script");
    const place = new URL(`${path}.js`, root).href;
    script.onload = () => resolve(new Response(JSON.stringify(self.held[path])));
    script.onerror = reject;
    script.src = code?.createScriptURL(place) ?? place;
    document.head.append(script);
  });

/** What stands on a page leads to files already; this is for what scripts put there. */
function leadOn(link) {
  if (!(link instanceof HTMLAnchorElement)) return;
  const address = new URL(link.href);
  if (!address.href.startsWith(root.href) || !address.pathname.endsWith("/")) return;
  address.pathname += "index.html";
  link.href = address.href;
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.matches?.("a[href]")) leadOn(node);
      node.querySelectorAll?.("a[href]").forEach(leadOn);
    }
  }
}).observe(document, { childList: true, subtree: true });
