// For whoever puts a reader’s own paper first, as lists of hits do: the id of the paper that `my-paper.js` was told is
// theirs, or "" where they have not said, have forgotten it, or storage is refused. It is never anything but lower case
// letters, digits and hyphens, and it may be no paper of this site: compare it, and do nothing where it matches none.
const KEY = "calculator-paper/all";

export function myPaper() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return typeof kept === "string" && /^[a-z0-9-]+$/.test(kept) ? kept : "";
  } catch {
    return "";
  }
}
