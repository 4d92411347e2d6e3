// What the reader is told where Python cannot go on, by the reason.

export const WORDS = {
  silent: "The calculator has stopped responding. Check your connection, then try again.",
  missing: "Part of the calculator could not be fetched. Check your connection, then try again.",
  stale: "This page is from an earlier version of the site. Reload the page, then try again.",
  refused: "This browser does not let the calculator run: WebAssembly is turned off.",
  unable: "This browser does not let the calculator run: it allows no background work. Try another browser.",
  broken: "The calculator could not start. Reload the page, then try again.",
  crashed: "The calculator stopped, perhaps because the device ran out of memory. Try again.",
  large: "There is more here than the calculator takes. Shorten the table, then try again.",
  puzzled: "The calculator could not work this case out.",
};
