// One runtime for all forms of a page, and a quiet line in each that tells how far its start has come.

import { Runtime } from "../runtime/runtime.js";

let runtime = null;
const hosts = new Set();

/** The page's runtime; the form that asks for it is told of its stages. */
export function sharedRuntime(host) {
  hosts.add(host);
  if (runtime) return runtime;
  runtime = new Runtime(host.calculator);
  runtime.addEventListener("stage", ({ detail }) => tell(detail.text, detail.loaded, detail.total));
  runtime.addEventListener("ready", () => {
    tell("The calculator is ready.");
    document.dispatchEvent(new Event("calculator-ready"));
  });
  runtime.addEventListener("failure", ({ detail }) => tell(detail.words));
  return runtime;
}

function tell(words, loaded = 0, total = 0) {
  for (const host of hosts) {
    const line = host.querySelector("[data-stage]");
    line.hidden = false;
    line.querySelector("[data-stage-words]").textContent = words;
    const bar = line.querySelector("progress");
    bar.hidden = !total;
    if (total) Object.assign(bar, { max: total, value: loaded });
  }
}
