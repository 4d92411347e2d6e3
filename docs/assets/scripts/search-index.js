// Searching: a question is taken apart into what it asks, pages are ranked by that, and each shows its best place.
import { nearest, slips } from "./search-near.js";
import { Ranks } from "./search-ranks.js";
import { isFigure, Meanings, pairs, sentences, split } from "./search-words.js";

// What a term counts in a page's title, the questions it says it answers, its paper or part, the titles of its places,
// its first words and the rest; in a place's title and words.
const PAGE = [6, 6, 2.5, 2, 2.5, 1];
const PLACE = [3, 1];
const PLACES_SHARE = 0.25;
// A page that answers stands before one on a body, a list or some lines of a drawing, unless those say it much better;
// and a little before a part with a page of its own: its words are few, so each of them counts for more.
const KINDS = { body: 0.62, list: 0.6, site: 0.75, guide: 0.8, part: 0.7, own: 0.9 };
const [CALLED, CALLED_BY_A_WORD] = [10, 3]; // for a page that is called what was typed, in full or by its short name;
const PART_CALLED = 0.6; // so much of it for a part with a page of its own: a whole page of that name says more
const [NAMED_PAPER, OWN] = [3, 2]; // for what stands in a paper that the question names; else in the reader’s own
const FIRST = 1.01; // of the best score, to come before it
const TITLE = 1.5; // for a page whose title holds what was typed as it was typed, or stands in it
const ENTITLED = 1.3; // for one whose title, or the questions it says it answers, have all that is asked
const [VERBATIM, IDIOM] = [1.25, 1.6]; // for one that says the words as they were typed; with little ones among them
// What a part of a question counts beside a word of it.
const [MEANING, IN_PHRASE, PHRASE, BEGUN, PAIR, IN_PAIR, NAMED, GUESSED] = [0.6, 0.4, 1, 0.8, 1.2, 0.4, 1, 0.7];
// Said before a paragraph's number, or left out.
const NUMBERED = new Set(split("para paragraph section sect point clause").map(({ stem }) => stem));
const ENOUGH = 3; // letters, to be taken for the beginning of a word
const MOST_BEGUN = 12; // words that begin so
const MOST_NUMBERED = 5; // paragraphs, where a number begins those of many
const MORE = 12; // places, after the pages
const WORTH_SHOWING = 0.2; // of the first page's score
const SHORT = 50; // letters: the next sentence is shown too
const STOPPED = /[.?!:][”)]?$/;
const BETWEEN = " › "; // a paper or part of the site, and the page that a page is a part of

const sequence = (tokens) => ` ${tokens.map(({ stem }) => stem).join(" ")} `;

export class Index {
  // As the build writes it: words that tell nothing, groups that mean the same, what each paper is called under its
  // address, and for each page its address, title, paper or part, kind, questions and places: each with its anchor,
  // title and text.
  constructor({ little, same, named, pages }) {
    this.little = new Set(little.map((word) => split(word)[0].stem));
    this.meanings = new Meanings(same);
    this.named = named.map(([address, names]) => ({ address, names: names.map((name) => split(name)) }));
    this.known = new Map([...this.meanings.words].map((word) => [word, 0]));
    this.pages = [];
    this.places = [];
    this.pageRanks = new Ranks(PAGE);
    this.placeRanks = new Ranks(PLACE);
    this.waiting = pages;
  }

  // Takes pages in until `tired` says to let the browser do something else; true when all are in.
  read(tired = () => false) {
    let at = this.pages.length;
    while (at < this.waiting.length) {
      this.#take(this.waiting[at++]);
      if (tired()) break;
    }
    return at === this.waiting.length;
  }

  // What is found for a query: the best `limit` as `hits`, and how many there are; the terms to mark; words that were
  // taken for others, and those that nothing has; whether the reader’s own paper `led`. What stands under the address
  // `own` leads, unless the question names a paper, whose pages then lead.
  find(query, limit = 20, own = "") {
    const { tokens, taken, unknown } = this.#corrected(query);
    const asked = sequence(tokens);
    const named = this.named.filter(({ names }) => names.some((name) => asked.includes(sequence(name))));
    const parts = this.#parts(this.#without(tokens, named));
    const terms = new Set(parts.flatMap((part) => part.terms.map(([term]) => term)));
    if (!parts.length) return { hits: [], count: 0, terms, taken, unknown, led: false };
    const pages = this.pageRanks.find(parts);
    const places = this.placeRanks.find(parts);
    const lead = this.#lead(named, own);
    places.scores = places.scores.map((score, number) => score * lead(this.places[number].page));
    const verbatim = this.#verbatim(asked, places.scores);
    const stems = new Set(tokens.map(({ stem }) => stem));
    const told = sequence(tokens.filter(({ stem }) => !this.little.has(stem)));
    const idiom = tokens.some(({ stem }) => this.little.has(stem));
    const found = this.pages
      .map((page, number) => {
        const term = page.terms.get(told);
        const place = term ?? this.#best(page, parts, places.scores);
        const score = pages.scores[number] && pages.scores[number] + PLACES_SHARE * places.scores[place.number];
        const named = this.#named(page, stems);
        const titled = named || page.sequence.includes(asked);
        const whole = page.kind === "own" ? PART_CALLED : 1;
        const called = page.called.has(asked) && whole * (tokens.length > 1 ? CALLED : CALLED_BY_A_WORD);
        const better = called || (titled && TITLE) || (this.#entitled(page, parts) && ENTITLED) || 1;
        const said = verbatim.has(page) ? (idiom ? IDIOM : VERBATIM) : 1;
        const kind = (!named && !term && KINDS[page.kind]) || 1;
        return { page, place, score: score * better * said * kind * lead(page) };
      })
      .filter(({ score }) => score);
    // Who types a whole title that only one page has wants that page, however little its words tell.
    const [entire, ...others] = found.filter(({ page }) => page.sequence === asked && tokens.length > 1);
    if (entire && !others.length) entire.score = FIRST * Math.max(...found.map(({ score }) => score));
    found.sort((one, two) => two.score - one.score);
    const shown = found.filter(({ score }) => score >= WORTH_SHOWING * found[0].score).map(({ place }) => place);
    const more = this.places
      .filter((place) => places.scores[place.number] && (KINDS[place.page.kind] ?? 1) >= KINDS.own)
      .sort((one, two) => places.scores[two.number] - places.scores[one.number]);
    const numbered = this.#numbered(tokens);
    const all = [...new Set([...numbered, ...shown, ...more.slice(0, MORE)])];
    const asPage = (place) => shown.includes(place) && !numbered.includes(place);
    const hits = all.slice(0, limit).map((place) => this.#hit(place, parts, asPage(place)));
    const led = !named.length && all.some(({ page }) => lead(page) > 1);
    return { hits, count: all.length, terms, taken, unknown, led };
  }

  // Whether a word of a text is one of the terms searched for.
  meets(word, terms) {
    const tokens = split(word);
    return tokens.some(({ stem }) => terms.has(stem)) || this.meanings.find(tokens).some(({ term }) => terms.has(term));
  }

  #take([url, title, where, kind, asks, places]) {
    const named = split(title);
    const words = new Set(this.#terms(named));
    const telling = named.map(({ stem }) => stem).filter((stem) => !this.little.has(stem));
    // A title may begin with the page’s name in the navigation.
    const called = new Set([title, ...title.split(/[:,] /, 1)].map((name) => sequence(split(name))));
    const [area, whole = []] = where.split(BETWEEN).map((name) => this.#terms(split(name)));
    const answers = new Set(this.#terms(split(asks)));
    const page = { url, title, where, words, answers, telling, called, sequence: sequence(named), places: [] };
    page.kind = kind || (whole.length ? "own" : "");
    const told = places.map(([anchor, name, text]) => {
      const tokens = split(text);
      const number = this.places.length;
      const place = { page, number, anchor, name, text, label: this.#label(name), sequence: sequence(tokens) };
      this.places.push(place);
      page.places.push(place);
      return [this.#terms(split(name)), this.#terms(tokens)];
    });
    // A word of a glossary is looked up by its name.
    const terms = kind === "list" ? page.places.filter(({ name }) => name) : [];
    page.terms = new Map(terms.map((place) => [sequence(split(place.name)), place]));
    this.pages.push(page);
    told.forEach((fields) => this.placeRanks.add(fields));
    const [names, texts] = [0, 1].map((field) => told.slice(1).flatMap((fields) => fields[field]));
    // Who names a paper, or a part of the site, means what stands there: such a word is a term of its own.
    const stands = area.flatMap((term) => [term, `@${term}`]);
    this.pageRanks.add([[...page.words], [...answers], stands, [...names, ...whole], told[0][1], texts]);
  }

  #terms(tokens) {
    for (const { word } of tokens) this.known.set(word, (this.known.get(word) ?? 0) + 1);
    return this.#read(tokens);
  }

  #read(tokens) {
    const marks = [...this.meanings.find(tokens), ...pairs(tokens)];
    return [...tokens.map((token) => token.stem), ...marks.map((mark) => mark.term)];
  }

  // The number of the paragraph that a place is called by: "D.24: What is allowed".
  #label(name) {
    const label = name.split(": ")[0];
    return /\d/.test(label) ? split(label).map(({ stem }) => stem).filter((stem) => !NUMBERED.has(stem)) : [];
  }

  #knows({ word, stem }) {
    return this.pageRanks.has(stem) || this.known.has(word) || this.little.has(stem);
  }

  #corrected(query) {
    const [taken, unknown] = [[], []];
    const typed = split(query);
    const tokens = typed.flatMap((token, at) => {
      if (this.#knows(token)) return [token];
      const begun = token.word.length < ENOUGH ? [] : this.#begun(token.word);
      // The last word may not be whole yet.
      if (begun.length && (at === typed.length - 1 || token.word.length > ENOUGH)) return [{ ...token, begun }];
      const near = nearest(token.word, this.known);
      // One slip is likelier than a space left out, and that than two slips.
      const two = near && slips(token.word, near, 1) < 2 ? null : this.#parted(token.word);
      if (two) return two;
      if (near) taken.push([token.word, near]);
      else unknown.push(token.word);
      return near ? split(near).map((other) => ({ ...other, guessed: true })) : [];
    });
    return { tokens, taken, unknown };
  }

  #begun(word) {
    const found = [...this.known].filter(([other]) => other.startsWith(word));
    const often = found.sort(([, one], [, two]) => two - one).slice(0, MOST_BEGUN);
    return [...new Set(often.map(([other]) => split(other)[0].stem))];
  }

  // Two words written as one: "riskpool".
  #parted(word) {
    for (let at = ENOUGH; at <= word.length - ENOUGH; at++) {
      const two = split(`${word.slice(0, at)} ${word.slice(at)}`);
      if (two.every((token) => this.known.get(token.word))) return two;
    }
    return null;
  }

  // What a question asks, part by part, each with the terms that meet it and what these count.
  #parts(tokens) {
    const marks = this.meanings.find(tokens);
    const figures = pairs(tokens).filter((pair) => this.placeRanks.has(pair.term));
    const within = (at, found) => found.some((one) => one.length > 1 && at >= one.at && at < one.at + one.length);
    const telling = tokens.some((token) => !this.little.has(token.stem));
    const parts = [];
    tokens.forEach((token, at) => {
      if (telling && this.little.has(token.stem)) return;
      const meant = marks.filter((mark) => mark.at === at && mark.length === 1).map((mark) => [mark.term, MEANING]);
      const begun = (token.begun ?? []).map((stem) => [stem, BEGUN]);
      const alone = isFigure(token) && within(at, figures) ? IN_PAIR : within(at, marks) ? IN_PHRASE : 1;
      const weight = alone * (token.guessed ? GUESSED : 1);
      parts.push({ weight, terms: [[token.stem, 1], ...meant, ...begun] });
      parts.push({ weight: NAMED, names: true, terms: [[`@${token.stem}`, 1]] });
    });
    const phrases = new Map();
    for (const { at, length, term } of marks.filter((mark) => mark.length > 1)) {
      const key = `${at} ${length}`;
      phrases.set(key, [...(phrases.get(key) ?? []), [term, 1]]);
    }
    for (const terms of phrases.values()) parts.push({ weight: PHRASE, terms });
    for (const { term } of figures) parts.push({ weight: PAIR, terms: [[term, 1]] });
    return parts.filter(({ terms }) => terms.some(([term]) => this.pageRanks.has(term)));
  }

  // What a question asks of the papers that it names: their names tell where to look, and not for what.
  #without(tokens, named) {
    const names = new Set(named.flatMap((paper) => paper.names).flat().map(({ stem }) => stem));
    const left = tokens.filter(({ stem }) => !names.has(stem));
    return left.every(({ stem }) => this.little.has(stem)) ? tokens : left;
  }

  #lead(named, own) {
    const addresses = named.length ? named.map(({ address }) => address) : [own].filter(Boolean);
    const counts = named.length ? NAMED_PAPER : OWN;
    return ({ url }) => (addresses.some((address) => url.startsWith(address)) ? counts : 1);
  }

  // The pages that say several words one after another as they were typed; the places that do count double.
  #verbatim(asked, scores) {
    const pages = new Set();
    if (!asked.trim().includes(" ")) return pages;
    for (const { number, page, sequence } of this.places) {
      if (!scores[number] || !sequence.includes(asked)) continue;
      scores[number] *= 2;
      pages.add(page);
    }
    return pages;
  }

  // Whether what is asked holds all the words of a page's title: a body's name, most often.
  #named({ telling, kind }, stems) {
    return kind !== "list" && telling.length > 1 && telling.every((stem) => stems.has(stem));
  }

  #meets(held, parts) {
    return parts.every(({ names, terms }) => names || terms.some(([term]) => held.has(term)));
  }

  #entitled({ words, answers }, parts) {
    return this.#meets(words, parts) || this.#meets(answers, parts);
  }

  // A page whose title has all that is asked is shown by its first words; so is one that says that it answers that,
  // unless it is one for readers, where each question has a place. Any other is shown by what says most of it.
  #best(page, parts, scores) {
    const opening = page.places.find(({ text }) => text) ?? page.places[0];
    if (page.kind === "guide" ? this.#meets(page.words, parts) : this.#entitled(page, parts)) return opening;
    return page.places.reduce((one, two) => (scores[two.number] > scores[one.number] ? two : one), opening);
  }

  // Places whose paragraph's number the query is, or begins; nothing where it asks for anything else.
  #numbered(tokens) {
    const asked = tokens.map(({ stem }) => stem).filter((stem) => !NUMBERED.has(stem));
    if (!asked.length || (asked.length === tokens.length && !isFigure(tokens[0]))) return [];
    return this.places
      .filter(({ label }) => label.length >= asked.length && asked.every((stem, n) => stem === label[n]))
      .sort((one, two) => one.label.length - two.label.length)
      .slice(0, MOST_NUMBERED);
  }

  // A page is called by its title, with the place in it; a place beside its page by its own.
  #hit(place, parts, asPage) {
    const { url, title, where } = place.page;
    const [name, within] = asPage || !place.name ? [title, place.name] : [place.name, title];
    const address = place.anchor ? `${url}#${place.anchor}` : url;
    const path = [where, within].filter(Boolean).join(BETWEEN);
    return { url: address, title: name, where: path, sentence: this.#sentence(place.text, parts) };
  }

  // The sentence that says most of what is asked; the first, where none says any of it.
  #sentence(text, parts) {
    const told = sentences(text);
    let [best, most] = [0, 0];
    told.forEach((sentence, n) => {
      const terms = new Set(this.#read(split(sentence)));
      const says = parts.map((part) => {
        const met = part.terms.filter(([term]) => terms.has(term));
        return part.weight * Math.max(0, ...met.map(([term, share]) => share * this.placeRanks.rarity(term)));
      });
      const sum = says.reduce((all, one) => all + one, 0);
      if (sum > most) [best, most] = [n, sum];
    });
    const [one = "", next] = told.slice(best, best + 2);
    // A line that is no sentence, as of a table, ends without a stop: the next would seem to go on with it.
    return one.length < SHORT && next && STOPPED.test(one) ? `${one} ${next}` : one;
  }
}
