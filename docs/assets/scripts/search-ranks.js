// How well each text of a collection answers a question: BM25F over its fields, and how much of the question it meets.
const [SATURATION, LENGTH] = [4, 0.6];
const FIELDS = 8; // at most, so that a text and its field are one number

export class Ranks {
  // `weights` tells what a term counts in each field.
  constructor(weights) {
    this.weights = weights;
    this.stands = new Map();
    this.lengths = [];
    this.sums = weights.map(() => 0);
    this.filled = weights.map(() => 0);
    this.counted = new Map();
  }

  add(fields) {
    const text = this.lengths.push(fields.map((terms) => terms.length)) - 1;
    fields.forEach((terms, field) => {
      this.sums[field] += terms.length;
      this.filled[field] += terms.length ? 1 : 0;
      for (const term of terms) {
        const stands = this.stands.get(term);
        if (stands) stands.push(text * FIELDS + field);
        else this.stands.set(term, [text * FIELDS + field]);
      }
    });
  }

  has(term) {
    return this.stands.has(term);
  }

  // Each text that holds the term, and what that counts there: less in a field that is longer than most that say
  // anything.
  #counts(term) {
    if (!this.counted.has(term)) {
      const counts = new Map();
      for (const stand of this.stands.get(term) ?? []) {
        const [text, field] = [Math.floor(stand / FIELDS), stand % FIELDS];
        const long = (this.lengths[text][field] * this.filled[field]) / this.sums[field];
        const count = this.weights[field] / (1 - LENGTH + LENGTH * long);
        counts.set(text, (counts.get(text) ?? 0) + count);
      }
      this.counted.set(term, [...counts]);
    }
    return this.counted.get(term);
  }

  // The rarer a term, the more it tells.
  rarity(term) {
    const [all, holding] = [this.lengths.length, this.#counts(term).length];
    return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
  }

  // For each text its score for the question, and the share of the question that it meets at all.
  find(parts) {
    const rarities = parts.map(({ terms }) => terms.map(([term]) => this.rarity(term)));
    const worth = parts.map(({ weight }, n) => weight * Math.max(...rarities[n]));
    const whole = worth.reduce((sum, one) => sum + one, 0);
    const scores = new Float64Array(this.lengths.length);
    const met = new Float64Array(this.lengths.length);
    parts.forEach(({ weight, terms }, n) => {
      const best = new Float64Array(this.lengths.length);
      terms.forEach(([term, share], at) => {
        for (const [text, count] of this.#counts(term)) {
          best[text] = Math.max(best[text], (share * rarities[n][at] * count) / (SATURATION + count));
        }
      });
      best.forEach((score, text) => {
        if (!score) return;
        scores[text] += weight * score;
        met[text] += worth[n] / whole;
      });
    });
    return { scores: scores.map((score, text) => score * met[text]), met };
  }
}
