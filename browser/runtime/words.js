// What the reader is told where Python cannot go on, by the reason, and what there is to do about it.

export const WORDS = {
  silent: "The calculator has stopped responding. Check your connection, then try again.",
  stuck: "The calculator has stopped responding. Try again.",
  missing: "Part of the calculator could not be fetched. Check your connection, then try again.",
  offline: "There is no network, and the calculator is not kept on this device yet. Try again with a network: your answers stay.",
  gone: "Part of the calculator could not be fetched: it is not on the server any more, as when this page is older than the site. Reload the page: your answers stay.",
  busy: "Part of the calculator could not be fetched: the server has failed. Wait a minute, then try again.",
  foreign: "Part of the calculator could not be fetched: another page came in its place. If this network asks you to log in, do so, then try again. If that does not help, reload the page: your answers stay.",
  damaged: "Part of the calculator could not be fetched whole. Try again.",
  memory: "There is not enough memory for the calculator. Close other pages and programs, then try again.",
  refused: "This browser does not let the calculator run: WebAssembly is turned off.",
  unable: "This browser does not let the calculator run: it allows no background work. Try another browser.",
  broken: "The calculator could not start. Reload the page, then try again. If that does not help, this browser may be too old for it: try another.",
  crashed: "The calculator stopped, perhaps because the device ran out of memory. Try again.",
  large: "There is more here than the calculator takes. Shorten the table, then try again.",
  puzzled: "The calculator could not do this. The fault is its own: with the same answers it would fail again.",
};

// Where trying again would not help there is another way on, or none.
const WAYS = { gone: "reload", broken: "reload", refused: "", unable: "", puzzled: "" };

/** The reply to what has failed: words, and `way` where that is not to try again. */
export function failed(reason) {
  const why = reason === "missing" && !navigator.onLine ? "offline" : reason;
  const known = Object.hasOwn(WORDS, why) ? why : "broken";
  return { failure: WORDS[known], ...(known in WAYS && { way: WAYS[known] }) };
}

/** Why an answer of the network is not the file that was asked for; nothing where it may be. */
export function amiss({ ok, status, headers }) {
  if (ok) return headers.get("Content-Type")?.startsWith("text/html") ? "foreign" : "";
  return [404, 410].includes(status) ? "gone" : "busy";
}

/** Give a promise's failure a reason that there are words for, where it has none. */
export const because = (reason) => (cause) => {
  throw Object.assign(new Error(reason, { cause }), { reason: cause?.reason ?? reason });
};
