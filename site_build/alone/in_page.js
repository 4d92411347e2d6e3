// Before the page's own scripts: what they ask a host for is in this file, and what leads out of it leads nowhere.
const held = (name) => document.querySelector(`script[data-held="${name}"]`).textContent;

function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const found = atob(text);
  const made = new Uint8Array(found.length);
  for (let at = 0; at < found.length; at += 1) made[at] = found.charCodeAt(at);
  return made;
}

self.fetch = async (address) => {
  const [, paper] = String(address).match(/assets\/paragraphs\/([^/]+)\.json$/) ?? [];
  return new Response(paper && held(`paragraphs/${paper}`), { status: paper ? 200 : 404 });
};

const trusted = globalThis.trustedTypes?.createPolicy("file", { createScriptURL: (address) => address });
const Whole = self.Worker;
self.Worker = class extends Whole {
  constructor(address, { name }) {
    const own = URL.createObjectURL(new Blob([held("worker")], { type: "text/javascript" }));
    // A file has no store to keep a start in.
    super(trusted?.createScriptURL(own) ?? own, { name: JSON.stringify({ ...JSON.parse(name), mayKeep: false }) });
    const parts = [...document.querySelectorAll("script[data-part]")].map(({ dataset, textContent }) => [
      dataset.part,
      [dataset.type, "packed" in dataset, bytes(textContent)],
    ]);
    const buffers = parts.map(([, [, , { buffer }]]) => buffer);
    this.postMessage({ parts }, buffers);
  }
};

/** A link to another page: a citation shows its paragraph's words here; of any other the words stay. */
function keepIn(link) {
  if (link.matches(".cite")) link.href = `#${link.getAttribute("href")}`;
  else link.replaceWith(...link.childNodes);
}

const OUT = 'a[href^="/"]';
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (node.matches?.(OUT)) keepIn(node);
      else node.querySelectorAll?.(OUT).forEach(keepIn);
    }
  }
}).observe(document, { childList: true, subtree: true });
