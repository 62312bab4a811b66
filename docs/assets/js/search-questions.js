// What readers ask, question by question: which pages are asked with a word, and how like a page's questions are to this one.

/**
 * The questions of all pages, numbered page by page: the page of each, and how much its words say together.
 * @typedef {{ pages: number[], says: number[] }} Questions
 *
 * What a word of this question has in those: the numbers of the questions with the word itself, and of those that have
 * another for the same concept.
 * @typedef {{ own: Set<number>, alike: Set<number> }} InQuestions
 *
 * How much of this question a page's questions have at most, and how like one of them it is.
 * @typedef {{ has: number, like: number }} Likeness
 */

const searchQuestions = (() => {
  const STEPS = 4; // as in site_builder/search/asked.py
  const OFTEN = 0.5; // how much a question with the word counts beside all that a page may have
  const SCALE = 40; // as in site_builder/search/weights.py
  const ALIKE = 0.7; // what a word counts of a question that has another word for the same concept
  const HINT = 0.5; // what a word that says nothing of the matter counts of how like a question is
  const PRECISE = 0.4; // how much it counts what a question has beside this one; the rest is what it has of this one
  const NONE = { has: 0, like: 0 };

  /**
   * @param {{ says: number[], counts: number[] }} file questions.json
   * @returns {Questions}
   */
  function read({ says, counts }) {
    const pages = [];
    for (let at = 0; at < counts.length; at += 2) {
      for (let left = counts[at + 1]; left; left -= 1) pages.push(counts[at]);
    }
    return { pages, says: says.map((steps) => steps / STEPS) };
  }

  /**
   * The numbers of questions, of which a row has the steps from one to the next.
   * @param {number[]} row
   */
  function unpack(row) {
    let number = 0;
    return row.map((step) => {
      number += step;
      return number;
    });
  }

  /**
   * What it is worth to a page that readers ask with a word: the more of its questions have it, and the fewer pages.
   * @param {Iterable<number>} numbers of the questions that have it
   * @param {Questions} questions
   * @param {Points[]} found the pages that have it in their text
   * @param {number} pageCount
   * @returns {Points}
   */
  function points(numbers, questions, found, pageCount) {
    /** @type {Points} */
    const times = new Map();
    for (const number of numbers) {
      const page = questions.pages[number];
      if (page !== undefined) times.set(page, (times.get(page) ?? 0) + 1);
    }
    const having = new Set([...times.keys(), ...found.flatMap((pages) => [...pages.keys()])]).size;
    const rarity = SCALE * Math.log(1 + (pageCount - having + 0.5) / (having + 0.5));
    return new Map([...times].map(([page, count]) => [page, (rarity * OFTEN * count) / (OFTEN * count + 1)]));
  }

  /**
   * How the questions of pages are like this one.
   * @param {Questions} questions
   * @param {number} pageCount
   * @param {{ asked: InQuestions, names: Points, says: number }[]} words of this question, with how much each says
   * @param {Set<number>[]} hints the questions with each of its words that say nothing of the matter
   * @returns {(page: number) => Likeness}
   */
  function likeness(questions, pageCount, words, hints) {
    const all = words.reduce((sum, { says }) => sum + says, 0);
    const hinting = hints.map((having) => ({
      having,
      says: HINT * Math.log(1 + pageCount / (pagesOf(questions, having) + 0.5)),
    }));
    const whole = all + hinting.reduce((sum, { says }) => sum + says, 0);
    /** @type {Map<number, Set<number>>} the questions of each page that have any of the words */
    const ofPages = new Map();
    for (const having of [...words.flatMap(({ asked }) => [asked.own, asked.alike]), ...hints]) {
      for (const number of having) {
        const page = questions.pages[number];
        if (!ofPages.has(page)) ofPages.set(page, new Set());
        ofPages.get(page).add(number);
      }
    }

    /**
     * @param {number} page
     * @param {number} number
     * @returns {Likeness}
     */
    function one(page, number) {
      let has = 0;
      let own = 0;
      for (const { asked, names, says } of words) {
        const share = asked.own.has(number) ? 1 : asked.alike.has(number) ? ALIKE : 0;
        own += share * says;
        has += names.has(page) ? says : share * says;
      }
      const hinted = hinting.reduce((sum, { having, says }) => sum + (having.has(number) ? says : 0), 0);
      const precise = Math.min(1, own / (questions.says[number] || 1));
      return { has: has / (all || 1), like: ((has + hinted) / (whole || 1)) ** (1 - PRECISE) * precise ** PRECISE };
    }

    return (page) => {
      let best = NONE;
      for (const number of ofPages.get(page) ?? []) {
        const { has, like } = one(page, number);
        best = { has: Math.max(best.has, has), like: Math.max(best.like, like) };
      }
      return best;
    };
  }

  /**
   * @param {Questions} questions
   * @param {Set<number>} numbers
   */
  const pagesOf = (questions, numbers) => new Set([...numbers].map((number) => questions.pages[number])).size;

  return { read, unpack, points, likeness };
})();
