// Points: what the reasons for a page are worth together, and which pages come first.

/**
 * Points of pages, by the number of the page.
 * @typedef {Map<number, number>} Points
 *
 * Why a page may answer: points, and what they count.
 * @typedef {{ weight: number, pages: Points }} Reason
 *
 * A word of the question: its stem, the stems it was found by, the concepts it stands for, what it leads to, and of how
 * many telling words the name of a page is that it stands in. An aside is a phrase of words that say little beside others,
 * like "how many"; an unsure one has been guessed at.
 * @typedef {{ word: string, stem: string, stems: string[], concepts: string[], reasons: Reason[], names: Points, points?: Points,
 *   about: Map<number, string>, isAside?: boolean, isUnsure?: boolean,
 * }} Term
 *
 * @typedef {{ page: number, points: number, coverage: number, isNumber?: boolean, about?: string }} Hit
 */

const searchScores = (() => {
  const SECOND = 0.35; // what the second best reason for a page counts beside the best
  const TITLE = 1.35; // a title that holds every word of the question
  const WHOLE_TITLE = 1.6; // … and nothing else
  const LONG_TITLE = 3; // … and is of several words, which nobody writes by chance
  const TITLE_INSIDE = 2; // a title of several words that stands in a question of more
  const COVERAGE = 0.4; // how much of the question a page must answer
  const COVERED = 1.5; // the power of what it answers, by which its points shrink
  const LEAST_COVERAGE = 0.3; // … when no page answers that much
  const BESIDE_CONCEPTS = 1; // the most that another word says beside one that stands for a concept
  const NAME_PLACES = 10; // as in site_builder/search/weights.py
  const ASIDE = 0.6; // what an aside says beside the rest of a question
  const LEAST_SHARE = 0.08; // of the best page's points

  /**
   * A row of the index: each page as the step from the one before, then its points, whose last figure says of how many
   * telling words the name of the page is that the word stands in; 0 if it stands in none.
   * @param {number[]} row
   * @returns {{ pages: Points, names: Points }}
   */
  function unpack(row) {
    const pages = new Map();
    const names = new Map();
    let page = 0;
    for (let place = 0; place < row.length; place += 2) {
      page += row[place];
      pages.set(page, Math.floor(row[place + 1] / NAME_PLACES));
      if (row[place + 1] % NAME_PLACES) names.set(page, row[place + 1] % NAME_PLACES);
    }
    return { pages, names };
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
   * @returns {Points}
   */
  function together(reasons) {
    const best = new Map();
    const next = new Map();
    for (const { weight, pages } of reasons) {
      for (const [page, points] of pages) {
        const worth = points * weight;
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
   * Adds what the words are worth on each page: of a question of several words the rare ones count more. A page that has few
   * of them is left out.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   * @returns {Hit[]}
   */
  function scored(index, terms) {
    for (const term of terms) term.points = together(term.reasons);
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
    const most = Math.max(0, ...[...hits.values()].map((hit) => hit.coverage));
    const least = most >= COVERAGE ? COVERAGE : Math.max(LEAST_COVERAGE, most * 0.8);
    /** @param {number} page */
    const isNamed = (page) => terms.some((term) => !term.isAside && term.names.has(page));
    const left = [...hits.values()].filter((hit) => hit.coverage >= least - 1e-9 || isNamed(hit.page));
    for (const hit of left) hit.points *= hit.coverage ** COVERED;
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
   */
  function ranked(index, terms) {
    const hits = scored(index, terms);
    const numbers = terms.filter((term) => term.word.includes(":"));
    const least = Math.max(0, ...hits.map((hit) => hit.points)) * LEAST_SHARE;
    const left = hits.filter((hit) => hit.points >= least);
    for (const hit of left) {
      hit.points *= worthOfName(hit.page, terms);
      hit.about = terms.map((term) => term.about.get(hit.page)).find(Boolean);
      hit.isNumber = numbers.some((term) => term.names.has(hit.page));
    }
    return left.sort((a, b) => Number(b.isNumber) - Number(a.isNumber) || b.points - a.points || a.page - b.page);
  }

  return { unpack, strongest, shared, ranked };
})();
