// The known word that one mistyped is nearest to: letters left out, doubled, put in, changed or exchanged.

// The number of such slips between two words; `most` and one more stands for any larger.
export function slips(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: two.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= two.length; j++) {
      const same = one[i - 1] === two[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const exchanged = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      if (exchanged) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[two.length];
}

// A slip in the first letter leaves it among the first two, or leaves the second in its place.
const alike = (one, two) => one[0] === two[0] || one[0] === two[1] || one[1] === two[0];

// A short word is soon another one, and so is a longer one with two slips; the first letter is seldom the wrong one.
export function nearest(word, known) {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  if (!most || /\d/.test(word)) return "";
  let [best, least] = ["", Infinity];
  for (const [other, times] of known) {
    if (!alike(word, other)) continue;
    const far = slips(word, other, most);
    const cost = far + (word[0] === other[0] ? 0 : 0.6) - Math.log1p(times) / 20;
    if (far <= most && cost < least) [best, least] = [other, cost];
  }
  return best;
}
