// What can be done with a result: a link that carries the answers, what would change it, a comparison.
// Loaded when first used. Each asks for the result again where the answers have changed since.

import { address, reveal } from "../page/dom.js";
import { sharedRuntime } from "../page/python.js";
import { insert } from "../page/rendered.js";

// Windows takes 2,083 characters of an address, and so do the mail and office programs that hand it one.
const LONGEST = 2000;

let under = null;

/** A link with the answers in its fragment, to be copied; of a long one the reader is told that first. */
export async function link(host) {
  if (!(await upToDate(host))) return;
  const place = host.querySelector("[data-link]");
  const box = place.querySelector("textarea");
  box.value = `${address()}#${host.outcome.fragment}`;
  place.hidden = false;
  const { length } = box.value;
  const long = length > LONGEST;
  host.querySelector("[data-long]").hidden = !long;
  if (!long) return copy(host);
  const words = `This link has ${length.toLocaleString("en-GB")} characters. Many programs cut a link that has more than ${LONGEST.toLocaleString("en-GB")}. Save the answers as a file instead.`;
  host.querySelector("[data-link-told]").textContent = `${words} ${host.outcome.leftOut}`.trim();
}

/** The link, on the clipboard where the browser allows that. */
export async function copy(host) {
  const box = host.querySelector("[data-link] textarea");
  box.select();
  const copied = await navigator.clipboard?.writeText(box.value).then(() => true, () => false);
  const words = copied ? "The link is copied. Your answers are in it." : "Copy the link from the box. Your answers are in it.";
  host.querySelector("[data-link-told]").textContent = `${words} ${host.outcome.leftOut}`.trim();
}

/** The name of the group and the day for its paper, and places to write beside each gap. */
export async function notes(host) {
  if (!(await upToDate(host))) return;
  (await import("./notes.js")).show(host);
  host.querySelector("[data-notes] input").focus();
}

/** The same, beside the gaps themselves: each is opened, and the first has the focus. */
export async function beside(host) {
  if (!(await upToDate(host))) return;
  (await import("./notes.js")).show(host);
  for (const gap of host.querySelectorAll("[data-gap]")) reveal(gap);
  host.querySelector(".gap-notes > summary").focus();
}

/** The nearest answers that change the result. */
export function nearest(host) {
  return show(host, "nearest", (answers) => ({ case: answers }), "Looking for answers that change the result…");
}

/** This result beside a piece of saved work or an example. */
export function compare(host) {
  const [chosen] = host.querySelector("[data-with]").selectedOptions;
  const name = chosen.textContent;
  const { case: example } = chosen.dataset;
  const second = example ? JSON.parse(example) : host.work.all.get(name);
  const beside = (first) => ({ first, second, names: ["This result", `“${name}”`] });
  return show(host, "compare", beside, "Comparing…", `“${name}” cannot be worked out as it stands. Open it to see why.`);
}

async function upToDate(host) {
  if (!host.outcome.current) await host.submit();
  return host.outcome.current;
}

async function show(host, task, payload, words, otherwise) {
  if (!(await upToDate(host))) return;
  under?.abort();
  const { signal } = (under = new AbortController());
  const bar = host.querySelector("[data-around] progress");
  const onProgress = ({ done, total }) => {
    bar.hidden = signal.aborted;
    Object.assign(bar, { max: total, value: done });
  };
  host.outcome.more.hidden = true;
  tell(host, words);
  const reply = await sharedRuntime(host).ask(host.calculator, task, payload(host.answers), { onProgress, signal });
  if (signal.aborted) return;
  bar.hidden = true;
  // The answers may have been worked out anew while this was under way.
  if (!host.outcome.current) tell(host, "");
  else if (reply.html) tell(host, insert(host.outcome.more, reply.html));
  else tell(host, reply.failure ?? otherwise ?? Object.values(reply.errors).join(" "));
}

function tell(host, words) {
  host.querySelector("[data-around-told]").textContent = words;
}
