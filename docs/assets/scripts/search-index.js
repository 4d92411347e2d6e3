// Searching: every word of the query must begin a word of the entry; titles and numbers count for more than text.
// A hyphen parts words, so that "freed up" finds "freed-up".
const WEIGHTS = { title: 12, where: 3, text: 1 };
const WHOLE_PAGE = 2; // against a place in a page

export const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’']/g, "").toLowerCase();

const split = (text) => fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}.%/]*/gu) ?? [];

// [address, title, where, text] for each entry, as the build writes it.
export function prepare(rows) {
  return rows.map(([url, title, where, text]) => {
    const words = Object.entries({ title, where, text }).map(([field, value]) => [WEIGHTS[field], split(value)]);
    return { url, title, where, text, words };
  });
}

function score(entry, word) {
  let total = 0;
  for (const [weight, words] of entry.words) {
    const matches = words.filter((candidate) => candidate.startsWith(word));
    if (matches.length) total += weight * (1 + Math.log(matches.length)) * (matches.includes(word) ? 2 : 1);
  }
  return total;
}

export function find(index, query) {
  const words = split(query).map((word) => word.replace(/[.]+$/, ""));
  if (!words.length) return { words, hits: [] };
  const hits = [];
  for (const entry of index) {
    const scores = words.map((word) => score(entry, word));
    const whole = entry.url.includes("#") ? 1 : WHOLE_PAGE;
    if (scores.every(Boolean)) hits.push([whole * scores.reduce((sum, one) => sum + one, 0), entry]);
  }
  hits.sort(([a], [b]) => b - a);
  return { words, hits: hits.map(([, entry]) => entry) };
}
