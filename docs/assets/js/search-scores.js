// Points: what the reasons for a page are worth together, and which pages come first.

/**
 * Points of pages, by the number of the page.
 * @typedef {Map<number, number>} Points
 *
 * The places of a word on pages, as the bits of a number, by the number of the page: words of one paragraph share a place.
 * @typedef {Map<number, number>} Places
 *
 * Why a page may answer: points, and what they count; `alone` where the question is of nothing else, if that is another;
 * and whether it is the word's concept that leads there.
 * @typedef {{ weight: number, alone?: number, ofConcept?: boolean, pages: Points }} Reason
 *
 * A word of the question: its stem, the stems it was found by, the concepts it stands for, what it leads to, and of how
 * many telling words the name of a page is that it stands in; its places in texts, and in questions that readers ask with the word itself or with
 * another for the same concept. An aside is a phrase of words that say little beside others, like "how many"; an unsure one
 * has been guessed at.
 * @typedef {{ word: string, stem: string, stems: string[], concepts: string[], reasons: Reason[], names: Points, points?: Points,
 *   places: Places, asked: InQuestions, about: Map<number, string>, isAside?: boolean, isUnsure?: boolean,
 * }} Term
 *
 * What a hit is asked for is how much of this question one has that readers ask of the page.
 * @typedef {{ page: number, points: number, coverage: number, isNumber?: boolean, asked?: number, about?: string }} Hit
 */

const searchScores = (() => {
  const SECOND = 0.5; // what the second best reason for a page counts beside the best
  const TITLE = 1.35; // a title that holds every word of the question
  const WHOLE_TITLE = 1.6; // … and nothing else
  const LONG_TITLE = 3; // … and is of several words, which nobody writes by chance
  const TITLE_INSIDE = 2; // a title of several words that stands in a question of more
  const COVERAGE = 0.3; // how much of the question a page must answer
  const COVERED = 1.5; // the power of what it answers, by which its points shrink
  const TOGETHER = 0.5; // … of which so much is what it answers in one place
  const BESIDE_CONCEPTS = 1; // the most that another word says beside one that stands for a concept
  const NAME_LENGTHS = 10; // as in site_builder/search/weights.py
  const PLACES = 8; // … and in site_builder/search/weighed_texts.py
  const OWN_QUESTION = 1.2; // what a question that readers ask of a page adds, if it has all that this one asks
  const LIKENESS = 3; // … the power of how like they are
  const ASIDE = 0.6; // what an aside says beside the rest of a question
  const LEAST_SHARE = 0.02; // of the best page's points

  /**
   * A row of the index: each page as the step from the one before, then its points; behind them of how many telling words the
   * name of the page is that the word stands in, 0 if it stands in none, and the places of the word.
   * @param {number[]} row
   * @returns {{ pages: Points, names: Points, places: Places }}
   */
  function unpack(row) {
    const pages = new Map();
    const names = new Map();
    const places = new Map();
    let page = 0;
    for (let at = 0; at < row.length; at += 2) {
      page += row[at];
      const worth = row[at + 1] >> PLACES;
      const name = worth % NAME_LENGTHS;
      pages.set(page, Math.floor(worth / NAME_LENGTHS));
      if (name) names.set(page, name);
      places.set(page, row[at + 1] & ((1 << PLACES) - 1));
    }
    return { pages, names, places };
  }

  /**
   * All places that any has for each page.
   * @param {Places[]} all
   * @returns {Places}
   */
  function anywhere(all) {
    const found = new Map();
    for (const places of all) for (const [page, bits] of places) found.set(page, bits | (found.get(page) ?? 0));
    return found;
  }

  /**
   * How much of a question a page answers in one place, a paragraph or so of its text. A name of the page goes with every
   * place.
   * @param {number} page
   * @param {Term[]} terms
   * @param {number[]} rarity
   */
  function inOnePlace(page, terms, rarity) {
    const texts = new Array(PLACES).fill(0);
    terms.forEach((term, number) => {
      const own = (term.names.has(page) ? -1 : 0) | term.places.get(page);
      for (let place = 0; place < PLACES; place += 1) if ((own >> place) & 1) texts[place] += rarity[number];
    });
    return Math.max(...texts);
  }

  /**
   * The most that any has for each page.
   * @param {Points[]} all
   * @returns {Points}
   */
  function strongest(all) {
    const best = new Map();
    for (const points of all) {
      for (const [page, worth] of points) best.set(page, Math.max(worth, best.get(page) ?? 0));
    }
    return best;
  }

  /**
   * The pages that all have, with the mean of their points.
   * @param {Points[]} all
   * @returns {Points}
   */
  function shared(all) {
    const [first, ...others] = all;
    const pages = new Map();
    for (const [page, worth] of first) {
      if (others.every((points) => points.has(page))) {
        pages.set(page, others.reduce((sum, points) => sum + points.get(page), worth) / all.length);
      }
    }
    return pages;
  }

  /**
   * Of all reasons for a page the best counts in full, the second best in part.
   * @param {Reason[]} reasons
   * @param {boolean} isAlone whether the question is of nothing else
   * @param {number} share what a reason of the word's concepts counts
   * @returns {Points}
   */
  function together(reasons, isAlone, share) {
    const best = new Map();
    const next = new Map();
    for (const { weight, alone = weight, ofConcept, pages } of reasons) {
      const counted = (isAlone ? alone : weight) * (ofConcept ? share : 1);
      for (const [page, points] of counted ? pages : []) {
        const worth = points * counted;
        const before = best.get(page) ?? 0;
        if (before) next.set(page, Math.max(next.get(page) ?? 0, Math.min(before, worth)));
        if (worth > before) best.set(page, worth);
      }
    }
    for (const [page, worth] of next) best.set(page, best.get(page) + SECOND * worth);
    return best;
  }

  /**
   * How much each word says: a rare one more than a common one, and one that is not found as much as the others. Beside
   * words that stand for something the plans are about, a word that happens to be rare says less.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   */
  function rarities(index, terms) {
    const all = index.page_count;
    const found = terms.map(({ points }) => (points.size ? Math.log(1 + all / (points.size + 0.5)) : 0));
    const known = found.filter(Boolean);
    const mean = known.reduce((sum, rarity) => sum + rarity, 0) / Math.max(1, known.length);
    const ofConcepts = found.filter((_, place) => terms[place].concepts.length);
    const most = ofConcepts.length ? BESIDE_CONCEPTS * Math.max(...ofConcepts) : Number.POSITIVE_INFINITY;
    return found.map((rarity, place) => (terms[place].concepts.length ? rarity : Math.min(rarity || mean, most)));
  }

  /**
   * How much of what a question says is said by words that lead anywhere; one that nothing is found for says the most.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   */
  function known(index, terms) {
    const asked = terms.filter((term) => !term.isAside);
    const says = (/** @type {Term} */ { points }) => Math.log(1 + index.page_count / (points.size + 0.5));
    const all = asked.reduce((sum, term) => sum + says(term), 0);
    return asked.reduce((sum, term) => sum + (term.points.size ? says(term) : 0), 0) / all;
  }

  /**
   * Whether a question is of several things. Of one thing alone nothing tells which of all questions about it is meant.
   * @param {Term[]} terms
   */
  function asksOfSeveral(terms) {
    const asked = terms.filter((term) => !term.isAside);
    return new Set(asked.map((term) => term.concepts.join(" ") || term.stem)).size > 1;
  }

  /**
   * How many words of the question stand for the same concept as one of them: what they mean together counts once.
   * @param {Term} term
   * @param {Term[]} terms
   */
  function sharing(term, terms) {
    const asked = terms.filter((other) => !other.isAside);
    return Math.max(1, ...term.concepts.map((id) => asked.filter((other) => other.concepts.includes(id)).length));
  }

  /**
   * Adds what the words are worth on each page: of a question of several words the rare ones count more. A page that has few
   * of them is left out.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   * @param {Questions} questions
   * @param {Set<number>[]} hints
   * @returns {Hit[]}
   */
  function scored(index, terms, questions, hints) {
    const isAlone = !asksOfSeveral(terms);
    for (const term of terms) term.points = together(term.reasons, isAlone, isAlone ? 1 : 1 / sharing(term, terms));
    const rarity = rarities(index, terms).map((own, place) => (terms[place].isAside ? 0 : own));
    const all = rarity.reduce((sum, one) => sum + one, 0);
    const mean = all / Math.max(1, rarity.filter(Boolean).length);
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    terms.forEach((term, place) => {
      for (const [page, points] of term.points) {
        const hit = hits.get(page) ?? { page, points: 0, coverage: 0 };
        hit.points += points * (rarity[place] ? rarity[place] / mean : ASIDE);
        hit.coverage += rarity[place] / (all || 1);
        hits.set(page, hit);
      }
    });
    /** @param {number} page */
    const isNamed = (page) => terms.some((term) => !term.isAside && term.names.has(page));
    const left = [...hits.values()].filter((hit) => hit.coverage >= COVERAGE - 1e-9 || isNamed(hit.page));
    const areMany = rarity.filter(Boolean).length > 1;
    const words = terms.map(({ asked, names }, place) => ({ asked, names, says: rarity[place] }));
    const askedOf = searchQuestions.likeness(questions, index.page_count, words, hints);
    const isTold = areMany || hints.length > 0;
    for (const hit of left) {
      const asked = isTold ? askedOf(hit.page) : { has: 0, like: 0 };
      const together = areMany ? Math.max(inOnePlace(hit.page, terms, rarity) / all, asked.has) : hit.coverage;
      hit.points *= (hit.coverage + TOGETHER * (together - hit.coverage)) ** COVERED;
      hit.asked = asked.like;
    }
    return left;
  }

  /**
   * What a name of a page is worth that holds all the question's words, or whose words the question holds.
   * @param {number} page
   * @param {Term[]} terms
   */
  function worthOfName(page, terms) {
    const lengths = terms.filter((term) => !term.isAside).map((term) => term.names.get(page) ?? 0);
    const shortest = Math.min(...lengths.filter(Boolean));
    const isInside = shortest > 1 && lengths.filter((length) => length === shortest).length >= shortest;
    if (!lengths.every(Boolean)) return isInside ? TITLE_INSIDE : 1;
    if (lengths.some((length) => length > lengths.length)) return TITLE;
    return lengths.length > 1 ? LONG_TITLE : WHOLE_TITLE;
  }

  /**
   * The pages in order, best first: an exact number before all.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   * @param {Questions} questions what readers ask
   * @param {Set<number>[]} hints those that have each word of this question which says nothing of the matter
   */
  function ranked(index, terms, questions, hints) {
    const hits = scored(index, terms, questions, hints);
    const numbers = terms.filter((term) => term.word.includes(":"));
    const least = Math.max(0, ...hits.map((hit) => hit.points)) * LEAST_SHARE;
    const left = hits.filter((hit) => hit.points >= least);
    for (const hit of left) {
      hit.points *= worthOfName(hit.page, terms) * (1 + OWN_QUESTION * hit.asked ** LIKENESS);
      hit.about = terms.map((term) => term.about.get(hit.page)).find(Boolean);
      hit.isNumber = numbers.some((term) => term.names.has(hit.page));
    }
    return left.sort((a, b) => Number(b.isNumber) - Number(a.isNumber) || b.points - a.points || a.page - b.page);
  }

  return { unpack, strongest, anywhere, shared, known, ranked };
})();
