// The words of a text as the search compares them: without case, endings and marks, with figures written one way, and
// with a token of its own for each matter that a word or phrase stands for.
import { stemmer } from "./libraries/stemmer.js";

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
// A paragraph's number (D.24, 2.2.4), a figure (70%, 2009/10), a word.
const WORD = /[a-z]\.\d+(?:\.\d+)*|\d+(?:[./]\d+)*%?|\p{L}+/gu;
const FIGURE = /\d/;
const TIMES = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

export const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’']/g, "").toLowerCase();

// "£10,000", "10k" and "10 thousand" are one figure; so are "70 per cent" and "70%", "d24" and "D.24".
const oneWay = (text) =>
  fold(text)
    .replace(/£ ?/g, "")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/(\d) ?per ?cent\b/g, "$1%")
    .replace(/(\d+(?:\.\d+)?) ?(k|m|thousand|million)\b/g, (_, figure, unit) => String(figure * TIMES[unit]))
    .replace(/\b([a-z])\.?(?=\d)/g, "$1.");

// Forms that no rule makes, each before the word that it is one of: a stemmer goes by rules.
const FORMS = new Map(
  `began begin, begun begin, bought buy, brought bring, built build, children child, chose choose, chosen choose,
  drawn draw, drew draw, fallen fall, fell fall, felt feel, fought fight, found find, gone go, grew grow, grown grow,
  heard hear, held hold, kept keep, knew know, known know, laid lay, led lead, left leave, lent lend, lost lose,
  meant mean, men man, met meet, paid pay, risen rise, rose rise, sat sit, seen see, sent send, sold sell, spent spend,
  spoke speak, spoken speak, stood stand, taught teach, thought think, told tell, understood understand, women woman,
  won win, written write, wrote write, overspent overspend, underspent underspend, withdrew withdraw,
  withdrawn withdraw, withheld withhold`
    .split(/,\s+/)
    .map((pair) => pair.split(" ")),
);
// Words that the rules take for forms of another: each group is a matter of its own.
const APART = new Map(
  `author authors, authority authorities, consultant consultants, director directors, elective, government governments,
  indicator indicators, meeting meetings, objective objectives, practical practicable, publication publications,
  referral referrals, requirement requirements, responsible responsibility responsibilities, several`
    .split(/,\s+/)
    .map((group) => group.split(" "))
    .flatMap((group) => group.map((word) => [word, group[0]])),
);
const stems = new Map();

// The stemmer knows one spelling of what is written in two: organise, organize; practice, practise.
function stem(word) {
  if (APART.has(word)) return APART.get(word);
  if (!stems.has(word)) {
    const same = (FORMS.get(word) ?? word).replace(/iz(?=e|ing|ation)/, "is").replace(/(practi|licen)s(?=[ei])/, "$1c");
    stems.set(word, FIGURE.test(word) ? word : stemmer(same));
  }
  return stems.get(word);
}

export function split(text) {
  return (oneWay(text).match(WORD) ?? []).map((word) => {
    const number = NUMBERS.indexOf(word);
    return number < 0 ? { word, stem: stem(word) } : { word, stem: String(number) };
  });
}

export const isFigure = (token) => FIGURE.test(token.stem);

// What a figure stands with tells more than the figure: 8 weeks, level 2.
export function pairs(tokens) {
  const found = [];
  for (let at = 1; at < tokens.length; at++) {
    const [one, two] = [tokens[at - 1], tokens[at]];
    if (isFigure(one) !== isFigure(two)) found.push({ at: at - 1, length: 2, term: `${one.stem}_${two.stem}` });
  }
  return found;
}

// Groups of words and phrases that mean the same; `find` tells where in a text which of them stand.
export class Meanings {
  constructor(groups) {
    this.byFirst = new Map();
    this.words = new Set();
    groups.forEach((phrases, group) => {
      for (const tokens of phrases.map(split)) {
        const first = tokens[0].stem;
        if (!this.byFirst.has(first)) this.byFirst.set(first, []);
        this.byFirst.get(first).push({ stems: tokens.map((token) => token.stem), term: `~${group}` });
        for (const { word } of tokens) this.words.add(word);
      }
    });
  }

  find(tokens) {
    return tokens.flatMap((token, at) =>
      (this.byFirst.get(token.stem) ?? [])
        .filter((phrase) => phrase.stems.every((part, n) => part === tokens[at + n]?.stem))
        .map((phrase) => ({ at, length: phrase.stems.length, term: phrase.term })),
    );
  }
}

// The sentences of a text, line by line.
export const sentences = (text) =>
  text.split("\n").flatMap((line) => line.split(/(?<=[.?!][”)]?) (?=[“(]?[\p{Lu}\p{N}£])/u));
