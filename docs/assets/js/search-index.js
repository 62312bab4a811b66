// The index, of which only the pieces that the words of a question need are fetched.

/**
 * What a result shows: address, title, kind, the area that the page is in (or ""), and 1 if its plan is over.
 * @typedef {[string, string, string, string, number]} Row
 *
 * What a page counts for under each choice (kind, area, organization): places in the lists of names.
 * @typedef {[number[], number[], number[]]} Traits
 *
 * index.json, as site_builder/search/files.py writes it. `pieces` has the first key of each piece, `same` leads from a stem
 * to the one that stands for it, `concepts` has the words and phrases for each concept, `concept_names` what the results call it.
 * @typedef {{
 *   page_count: number, rows_in_file: number, traits_in_file: number, pieces: string[], stop_words: string[],
 *   same: Record<string, string>, first_parts: string[], last_parts: string[], concepts: Record<string, string[]>,
 *   concept_names: Record<string, string>, numbered_words: NumberedWords, word_rules: WordRules, spelling: Spelling,
 * }} IndexFile
 *
 * The same, ready to be asked.
 * @typedef {Omit<IndexFile, "stop_words" | "first_parts" | "last_parts" | "numbered_words" | "word_rules" | "spelling"> & {
 *   stopWords: Set<string>, firstParts: Set<string>, lastParts: Set<string>, conceptsByName: Map<string, string[]>,
 *   wordsOf: (question: string) => string[],
 * }} SearchIndex
 *
 * What stands under a key of a piece: a row of pages and points, or one for each spelling.
 * @typedef {number[] | Record<string, number[]>} Entry
 *
 * @typedef {{ stem: string, pages: Points, names: Points, places: Places }} Posting
 *
 * A part of a page, as the results quote from it, and what readers ask that the page answers.
 * @typedef {{ anchor: string, heading: string, texts: string[] }} Passage
 * @typedef {{ asked: string[] }} Asked
 */

/**
 * The index that begins at an address.
 * @param {URL} address
 */
const searchIndex = (address) => {
  const MOST_WORDS = 12; // that begin alike
  const ASKED = "?"; // after a key: what readers ask with it
  const PATIENCE = 15_000; // ms for a file: one that never comes is a failed search
  const { fold } = searchWords;
  const folder = new URL(".", address);
  /** @type {Map<string, Promise<any>>} */
  const fetched = new Map();
  /** @type {Promise<SearchIndex> | null} */
  let opened = null;
  /** @type {Promise<Questions> | null} */
  let read = null;
  /** @type {Promise<string[]> | null} */
  let words = null;

  /** @param {string} name */
  async function get(name) {
    const answer = await fetch(new URL(name, folder), { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    const data = await answer.json();
    if (typeof data !== "object" || !data) throw new Error(`broken ${name}`);
    return data;
  }

  let missing = 0;

  /**
   * A file that an answer can do without; how many of them were missing is told.
   * @template T
   * @param {string} name
   * @param {T} otherwise
   * @returns {Promise<T>}
   */
  async function fileOr(name, otherwise) {
    try {
      const data = await file(name);
      if (Array.isArray(data) === Array.isArray(otherwise)) return data;
    } catch {
      // told below
    }
    missing += 1;
    return otherwise;
  }

  /**
   * A file of the index, fetched once; again if it failed.
   * @param {string} name
   */
  function file(name) {
    if (!fetched.has(name)) {
      const asked = get(name).catch((fault) => {
        fetched.delete(name);
        throw fault;
      });
      fetched.set(name, asked);
    }
    return fetched.get(name);
  }

  /** @returns {Promise<SearchIndex>} */
  function open() {
    opened ??= file("index.json").then(prepared);
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }

  /**
   * @param {IndexFile} index
   * @returns {SearchIndex}
   */
  function prepared({ stop_words, first_parts, last_parts, numbered_words, word_rules, spelling, ...rest }) {
    searchWords.take(word_rules);
    searchNearness.take(spelling);
    const conceptsByName = byName(rest.concepts);
    // Readers who write no marks write `for` and `ar` too, unless that is another word.
    const bare = stop_words.map(fold).filter((word) => !conceptsByName.has(word));
    return {
      ...rest,
      stopWords: new Set([...stop_words, ...bare]),
      firstParts: new Set(first_parts),
      lastParts: new Set(last_parts),
      conceptsByName,
      wordsOf: searchWords.reader(numbered_words),
    };
  }

  /**
   * The concepts by every word or phrase that stands for them.
   * @param {Record<string, string[]>} concepts
   */
  function byName(concepts) {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const [concept, names] of Object.entries(concepts)) {
      for (const name of names) {
        if (found.has(name)) found.get(name).push(concept);
        else found.set(name, [concept]);
      }
    }
    return found;
  }

  /**
   * The piece in which a key stands, if it stands anywhere.
   * @param {SearchIndex} index
   * @param {string} key
   */
  function pieceOf(index, key) {
    let low = 0;
    let high = index.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (index.pieces[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * @param {number} number
   * @returns {Promise<Record<string, Entry>>}
   */
  const piece = (number) => fileOr(`piece-${number}.json`, {});

  /**
   * What stands at some places of a list that is cut into files; of those that are missing nothing.
   * @template T
   * @param {string} name of the files, before their numbers
   * @param {number} size of a file
   * @param {number[]} pages
   * @returns {Promise<Map<number, T>>}
   */
  async function parts(name, size, pages) {
    const numbers = [...new Set(pages.map((page) => Math.floor(page / size)))];
    const files = await Promise.all(numbers.map((number) => fileOr(`${name}-${number}.json`, /** @type {T[]} */ ([]))));
    const byNumber = new Map(numbers.map((number, place) => [number, files[place]]));
    const found = pages.map(
      (page) => /** @type {[number, T]} */ ([page, byNumber.get(Math.floor(page / size))[page % size]]),
    );
    return new Map(found.filter(([, item]) => item !== undefined));
  }

  /**
   * The stem of a word, or the one that stands for it in the index.
   * @param {SearchIndex} index
   * @param {string} word
   */
  function stemOf(index, word) {
    const stem = searchWords.stem(word);
    return Object.hasOwn(index.same, stem) ? index.same[stem] : stem;
  }

  /**
   * What the index has under a stem, by how it is spelt there. Marks count if the reader wrote any, and a word without
   * marks is itself where the site has it so: two words that differ in marks alone are two.
   * @param {SearchIndex} index
   * @param {string} stem
   * @returns {Promise<Posting[]>}
   */
  async function look(index, stem) {
    const key = fold(stem);
    const entries = await piece(pieceOf(index, key));
    if (!Object.hasOwn(entries, key)) return [];
    const all = spelt(key, entries[key]).map(([found, row]) => ({ stem: found, ...searchScores.unpack(row) }));
    const exact = all.filter((posting) => posting.stem === stem);
    return exact.length ? exact : all;
  }

  /**
   * The questions of readers that a key stands in, as above.
   * @param {SearchIndex} index
   * @param {string} asked a key of questions
   * @returns {Promise<number[]>}
   */
  async function lookAsked(index, asked) {
    const key = fold(asked);
    const entries = await piece(pieceOf(index, key));
    if (!Object.hasOwn(entries, key)) return [];
    const all = spelt(key, entries[key]);
    const exact = all.filter(([found]) => found === asked);
    return (exact.length ? exact : all).flatMap(([, row]) => searchQuestions.unpack(row));
  }

  /**
   * The rows that stand under a key, by how it is spelt.
   * @param {string} key
   * @param {Entry} entry
   * @returns {[string, number[]][]}
   */
  const spelt = (key, entry) => Object.entries(Array.isArray(entry) ? { [key]: entry } : entry);

  /**
   * Words in order, each told as how many letters it begins with as the one before, and the rest.
   * @param {string} packed
   */
  function unpacked(packed) {
    let before = "";
    return packed
      .split(" ")
      .filter(Boolean)
      .map((word) => {
        before = before.slice(0, Number.parseInt(word[0], 36)) + word.slice(1);
        return before;
      });
  }

  /**
   * What the index has under words that begin like another.
   * @param {SearchIndex} index
   * @param {string} start
   */
  async function lookAhead(index, start) {
    const key = fold(start);
    /** @type {Posting[]} */
    const found = [];
    for (let number = pieceOf(index, key); number < index.pieces.length && found.length < MOST_WORDS; number += 1) {
      if (index.pieces[number] > key && !index.pieces[number].startsWith(key)) break;
      for (const [word, entry] of Object.entries(await piece(number))) {
        if (!word.startsWith(key) || word.endsWith(ASKED)) continue;
        found.push(...spelt(word, entry).map(([stem, row]) => ({ stem, ...searchScores.unpack(row) })));
      }
    }
    return found.slice(0, MOST_WORDS);
  }

  return {
    open,
    stemOf,
    look,
    lookAsked,
    lookAhead,
    /** What readers ask. */
    questions: () => (read ??= fileOr("questions.json", { says: [], counts: [] }).then(searchQuestions.read)),
    /** How many files have been missing so far: an answer during which it grew is not whole. */
    missing: () => missing,
    /** @returns {Promise<string[]>} the site's words */
    knownWords: () => (words ??= fileOr("words.json", { words: "" }).then((file) => unpacked(file.words))),
    /**
     * What the results show of pages.
     * @param {number[]} pages
     * @returns {Promise<Map<number, Row>>}
     */
    rows: async (pages) => parts("rows", (await open()).rows_in_file, pages),
    /**
     * What pages count for under each choice.
     * @param {number[]} pages
     * @returns {Promise<Map<number, Traits>>}
     */
    traits: async (pages) => parts("traits", (await open()).traits_in_file, pages),
    /** @returns {Promise<string[][]>} the names of the kinds, areas and organizations */
    choices: () => fileOr("choices.json", [[], [], []]),
    /**
     * @param {number} page
     * @returns {Promise<(Passage | Asked)[]>}
     */
    text: (page) => file(`text-${page}.json`),
  };
};
