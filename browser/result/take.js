// What can be taken away from a result: paper with a QR code of the link, and files. Loaded when first used.

import { address, isFile, offer } from "../page/dom.js";
import { notesOf } from "../form/beside.js";
import { sharedRuntime } from "../page/python.js";

const MARK = "\ufeff"; // tells a spreadsheet that the pound signs are in UTF-8

export const json = (host) => save(host, "json", ({ data }) => data);
export const csv = (host) => save(host, "csv", ({ table }) => MARK + table);
export const list = (host) => save(host, "csv", ({ list }) => MARK + list);
export const calendar = (host) => save(host, "ics", ({ calendar }) => calendar, noDate);
export const word = (host) => save(host, "docx", async ({ outline }) => (await import("./word.js")).written(outline, address()));

/** Print the result with a QR code of its link, or with words where there can be none. */
export async function print(host) {
  const told = await begin(host, "Getting the page ready…");
  if (!told) return;
  const [image, words] = host.querySelectorAll("[data-qr], [data-qr-told]");
  // A link to a file leads nowhere but on this machine.
  if (isFile) {
    told.textContent = "";
    return window.print();
  }
  const reply = await sharedRuntime(host).ask(host.calculator, "qr", { text: `${address()}#${host.outcome.fragment}` });
  image.hidden = !reply.image;
  if (reply.image) image.src = reply.image;
  words.textContent = reply.image ? `The code holds a link to these answers. ${host.outcome.leftOut}`.trim() : said(reply);
  host.addEventListener("calculator-reply", () => (image.hidden = !(words.textContent = "")), { once: true });
  await image.decode().catch(() => {});
  told.textContent = reply.image ? "" : said(reply);
  window.print();
}

async function save(host, suffix, content, otherwise = () => "") {
  const told = await begin(host, "Making the file…");
  if (!told) return;
  const stamp = new Date().toISOString().replace(/\.\d+|[-:]/g, "");
  const payload = { case: host.answers, notes: JSON.stringify(notesOf(host.calculator)), stamp };
  const reply = await sharedRuntime(host).ask(host.calculator, "saved", payload);
  if (!reply.data) return (told.textContent = said(reply));
  const words = `${reply.left_out} ${otherwise(reply)}`.trim();
  try {
    const made = await content(reply);
    if (!made) return (told.textContent = words);
    offer(`${host.calculator}.${suffix}`, [made]);
    told.textContent = `Downloaded as ${host.calculator}.${suffix}. ${words}`.trim();
  } catch {
    told.textContent = "The file could not be made. Check your connection, then try again.";
  }
}

/** Where to tell how it goes, once the result is that of the answers in the form. */
async function begin(host, words) {
  if (!host.outcome.current) await host.submit();
  const told = host.querySelector("[data-take-told]");
  if (host.outcome.current) told.textContent = words;
  return host.outcome.current && told;
}

/** What a calendar could not hold: a date that is none, or any. */
function noDate({ calendar, unread }) {
  if (unread.length) return `These are no dates that a calendar could hold: ${unread.join(", ")}. Write them like 1 October 2009.`;
  return calendar ? "" : "There is no date in this result. Write one beside a gap first.";
}

const said = ({ failure, errors }) => failure ?? Object.values(errors).join(" ");
