// The engine: finds the pages that answer a question.

/**
 * The pages that answer a question, and how it was understood: what was put right, and what nothing was found for.
 * @typedef {{
 *   hits: Hit[], corrected: { wrong: string, right: string }[], unknown: string[], stems: string[], concepts: string[],
 *   index: SearchIndex,
 * }} Answer
 *
 * What a word or a part of one leads to.
 * @typedef {{ pages: Points, places: Places }} Meaning
 */

/**
 * An engine for the index that begins at an address.
 * @param {URL} address
 */
const searchEngine = (address) => {
  const SHORT = "^"; // after an abbreviation in the index
  const ASKED = "?"; // after a word: the pages of which readers ask with it
  const MARK = "~"; // before the id of a concept in the index
  /** @param {string} id */
  const about = (id) => `${MARK}${id}`; // the pages about it
  /** @param {string} id */
  const naming = (id) => `${MARK}${id}~`; // … and those that name it
  const WEIGHT = {
    word: 1,
    about: 0.7,
    aboutAlone: 1,
    naming: 0.5,
    compound: 1,
    parts: 0.75,
    weakParts: 0.45,
    start: 0.7,
    family: 0.7,
    asked: 0.65,
    alike: 0.5,
  };
  const RARE = 0.1; // of all pages
  // What the pages about a concept count beside those on which a rare word stands itself: the less, the rarer it is.
  const BESIDE_RAREST = 0.05;
  const BESIDE_RARE = 0.85;
  const CONFIRMED = 1.1; // … and the least that those count that have the word too
  const PASSING = 15; // points of a page on which words stand in passing
  const WEAK = 25; // points of a page that none of the words names, below which it has them in passing
  const HALF = 0.5; // of what a question says: where less is known, a page that has words in passing is no answer
  const LONGEST_PHRASE = 7;
  const MOST_WORDS = 20; // of a question
  const MOST_LETTERS = 200; // of a question: a pasted page would hold the browser for seconds

  const { fold } = searchWords;
  const { open, stemOf, look, lookAsked, lookAhead, questions, knownWords, missing, ...files } = searchIndex(address);

  /**
   * @param {SearchIndex} index
   * @param {string} name
   */
  const conceptsOf = (index, name) => index.conceptsByName.get(name) ?? [];

  // --- What a word of the question may mean: reasons, each a map from page to points.

  /**
   * The parts of a word, and the pages that have both.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {boolean} unsure whether unsure parts will do
   */
  async function partsOf(index, word, unsure) {
    const ways = searchNearness.split(index, word).filter((way) => unsure || way.isSure);
    const all = await Promise.all(ways.map(({ parts }) => Promise.all(parts.map((part) => meaning(index, part)))));
    const place = all.findIndex((found) => found.every(({ pages }) => pages.size));
    return place < 0 ? null : { words: ways[place].parts, ...both(all[place]) };
  }

  /**
   * The pages that two parts share, and the places of either.
   * @param {Meaning[]} parts
   * @returns {Meaning}
   */
  const both = (parts) => ({
    pages: searchScores.shared(parts.map(({ pages }) => pages)),
    places: searchScores.anywhere(parts.map(({ places }) => places)),
  });

  /**
   * Every page that a word leads to by itself or as a concept.
   * @param {SearchIndex} index
   * @param {string} stem
   * @returns {Promise<Meaning>}
   */
  async function meaning(index, stem) {
    const keys = conceptsOf(index, fold(stem)).flatMap((id) => [about(id), naming(id)]);
    return either((await Promise.all([stem, ...keys].map((key) => look(index, key)))).flat());
  }

  /**
   * @param {Meaning[]} postings
   * @returns {Meaning}
   */
  const either = (postings) => ({
    pages: searchScores.strongest(postings.map(({ pages }) => pages)),
    places: searchScores.anywhere(postings.map(({ places }) => places)),
  });

  /**
   * What the index has under words of the same family that the stemmer keeps apart: smuggla and smuggling.
   * @param {SearchIndex} index
   * @param {string} stem
   */
  async function relatives(index, stem) {
    const found = await Promise.all(searchWords.family(stem).map((other) => look(index, other)));
    return found.flat().filter((posting) => posting.stem !== stem);
  }

  /**
   * What the index has under an abbreviation, also of its genitive: SSPFs.
   * @param {SearchIndex} index
   * @param {string} word
   */
  async function shortened(index, word) {
    const most = searchWords.longestAbbreviation();
    for (const name of word.endsWith("s") ? [word, word.slice(0, -1)] : [word]) {
      const short = name.length > 1 && name.length <= most ? await look(index, fold(name) + SHORT) : [];
      if (short.length) return { short, name };
    }
    return { short: [], name: word };
  }

  /**
   * @param {SearchIndex} index
   * @param {string} word
   * @param {string[]} phrases concepts of the phrases that the word stands in
   * @param {Posting[]} compounds what the index has under the wholes that it is a part of
   * @returns {Promise<Term>}
   */
  async function term(index, word, phrases, compounds) {
    const stem = stemOf(index, word);
    const { short, name } = await shortened(index, word);
    const ofShort = short.length ? conceptsOf(index, fold(name) + SHORT) : [];
    const ofWord = ofShort.length ? ofShort : conceptsOf(index, fold(stem));
    const own = compounds.length ? [] : ofWord;
    const concepts = phrases.length ? phrases : own;
    /** @param {(id: string) => string} key */
    const lookAll = async (key) => (await Promise.all(concepts.map((id) => look(index, key(id))))).flat();
    const [all, whole, asked, alike, related, aboutIt, namingIt, parts] = await Promise.all([
      questions(),
      look(index, stem),
      lookAsked(index, (short.length ? fold(name) + SHORT : stem) + ASKED),
      Promise.all(concepts.map((id) => lookAsked(index, about(id) + ASKED))),
      relatives(index, stem),
      lookAll(about),
      lookAll(naming),
      partsOf(index, word, false),
    ]);
    /** @type {(weight: number) => (posting: Posting) => Reason} */
    const weighing =
      (weight) =>
      ({ pages }) => ({ weight, pages });
    const postings = [...short, ...whole];
    const pointsOf = (/** @type {number[]} */ numbers, /** @type {Posting[]} */ found) =>
      searchQuestions.points(
        numbers,
        all,
        found.map(({ pages }) => pages),
        index.page_count,
      );
    const standing = new Set(postings.flatMap(({ pages }) => [...pages.keys()]));
    const beside = phrases.length ? 1 : besideStanding(standing.size / index.page_count);
    const reasons = [
      ...whole.map(weighing(compounds.length || short.length ? WEIGHT.weakParts : WEIGHT.word)),
      ...short.map(weighing(WEIGHT.word)),
      ...related.map(weighing(WEIGHT.family)),
      ...aboutIt.flatMap(({ pages }) => confirmed(pages, standing, beside)),
      ...namingIt.map(({ pages }) => ({ weight: beside * WEIGHT.naming, ofConcept: true, pages })),
      ...compounds.map(weighing(WEIGHT.compound)),
      ...(asked.length ? [{ weight: WEIGHT.asked, pages: pointsOf(asked, postings) }] : []),
      ...alike
        .filter((numbers) => numbers.length)
        .map((numbers) => ({ weight: WEIGHT.alike, alone: 0, ofConcept: true, pages: pointsOf(numbers, aboutIt) })),
    ];
    const found = [...postings, ...related, ...compounds];
    const stems = found.map((posting) => posting.stem.replace(SHORT, "")).filter((name) => !name.startsWith(MARK));
    const inNames = new Map([...postings, ...compounds].flatMap((posting) => [...posting.names]));
    const named = aboutIt.map(({ stem: key, pages }) => ({ name: index.concept_names[key.slice(MARK.length)], pages }));
    const isAbout = new Map(named.flatMap(({ name, pages }) => [...pages.keys()].map((page) => [page, name])));
    // What several words of the question mean together stands in one place, wherever that is, on the pages about it.
    const meant = [...(phrases.length ? aboutIt : []), ...compounds.filter(({ stem: key }) => key.startsWith(MARK))];
    const places = searchScores.anywhere([
      ...[...found, ...namingIt].map((posting) => posting.places),
      ...meant.map(({ pages }) => new Map([...pages.keys()].map((page) => [page, -1]))),
    ]);
    const made = {
      word,
      stem,
      stems,
      concepts,
      reasons,
      names: inNames,
      places,
      asked: { own: new Set(asked), alike: new Set(alike.flat()) },
      about: isAbout,
    };
    addParts(made, parts);
    if (!reasons.length && word.length > 3) add(made, await lookAhead(index, word));
    return made;
  }

  /**
   * What the pages about a concept count beside those on which the word stands itself.
   * @param {number} share of all pages that the word stands on
   */
  function besideStanding(share) {
    if (!share || share > RARE) return 1;
    return BESIDE_RAREST + ((BESIDE_RARE - BESIDE_RAREST) * share) / RARE;
  }

  /**
   * @param {number} share
   * @param {Points} pages
   */
  const reasonAbout = (share, pages) => ({
    weight: WEIGHT.about * share,
    alone: WEIGHT.aboutAlone * share,
    ofConcept: true,
    pages,
  });

  /**
   * The pages about a concept as reasons: those that have the word themselves are sure to be about it.
   * @param {Points} pages
   * @param {Set<number>} standing the pages that the word stands on
   * @param {number} beside what the others count
   * @returns {Reason[]}
   */
  function confirmed(pages, standing, beside) {
    /** @param {boolean} has */
    const those = (has) => new Map([...pages].filter(([page]) => standing.has(page) === has));
    return [reasonAbout(Math.max(beside, CONFIRMED), those(true)), reasonAbout(beside, those(false))];
  }

  /**
   * @param {Term} to
   * @param {Posting[]} postings
   */
  function add(to, postings) {
    to.places = searchScores.anywhere([to.places, ...postings.map(({ places }) => places)]);
    to.reasons.push(...postings.map(({ pages }) => ({ weight: WEIGHT.start, pages })));
    to.stems.push(...postings.map((posting) => posting.stem));
  }

  /**
   * @param {Term} to
   * @param {Meaning & { words: string[] } | null} parts
   */
  function addParts(to, parts) {
    if (!parts) return;
    to.places = searchScores.anywhere([to.places, parts.places]);
    const isWhole = to.reasons.length > 0;
    to.reasons.push({ weight: isWhole ? WEIGHT.weakParts : WEIGHT.parts, pages: parts.pages });
    if (!isWhole) to.stems.push(...parts.words);
  }

  /**
   * All runs of several places, the longest first.
   * @param {number[]} places
   */
  function runs(places) {
    const found = [];
    for (let count = Math.min(places.length, LONGEST_PHRASE); count > 1; count -= 1) {
      for (let from = 0; from + count <= places.length; from += 1) found.push(places.slice(from, from + count));
    }
    return found;
  }

  /**
   * Phrases that stand for a concept: the place of each word -> the concepts. A longer phrase goes before a shorter, and a
   * phrase before its words. Words that say nothing may be others than in the phrase, or be left out.
   * @param {SearchIndex} index
   * @param {string[]} words
   * @param {string[]} stems
   */
  function phrases(index, words, stems) {
    /** @type {Map<number, { concepts: string[], places: number[] }>} */
    const found = new Map();
    const all = [...words.keys()];
    const telling = all.filter((place) => !index.stopWords.has(words[place]));
    const sparse = all
      .slice(2)
      .filter((place) => index.stopWords.has(words[place - 1]))
      .map((place) => [place - 2, place]);
    for (const places of [...runs(all), ...runs(telling), ...sparse]) {
      const concepts = conceptsOf(index, places.map((place) => stems[place]).join(" "));
      if (!concepts.length) continue;
      for (const place of places) if (!found.has(place)) found.set(place, { concepts, places });
    }
    return found;
  }

  /**
   * Compounds that have been written as two words: the place of each -> what the index has under the whole.
   * @param {SearchIndex} index
   * @param {string[]} words
   */
  async function compounds(index, words) {
    const found = words.map(() => /** @type {Posting[]} */ ([]));
    const pairs = words
      .slice(1)
      .flatMap((after, place) =>
        searchNearness.joints().map((joint) => ({ place, first: words[place] + joint, after })),
      );
    const join = async (/** @type {{ place: number, first: string, after: string }} */ { place, first, after }) => {
      if (!index.firstParts.has(fold(first)) || !/^\p{L}{3,}/u.test(after) || index.stopWords.has(after)) return;
      const stem = stemOf(index, first + after);
      const keys = conceptsOf(index, fold(stem)).flatMap((id) => [about(id), naming(id)]);
      const postings = (await Promise.all([stem, ...keys].map((key) => look(index, key)))).flat();
      found[place].push(...postings);
      found[place + 1].push(...postings);
    };
    await Promise.all(pairs.map(join));
    return found;
  }

  /**
   * @param {SearchIndex} index
   * @param {string[]} words
   */
  async function understand(index, words) {
    const inPhrases = phrases(
      index,
      words,
      words.map((word) => fold(stemOf(index, word))),
    );
    const inCompounds = await compounds(index, words);
    /** @param {number} place */
    const tells = (place) => !index.stopWords.has(words[place]);
    // Of a phrase in which no word says anything the first stands for all.
    /** @param {number} place */
    const beginsPhrase = (place) => {
      const places = inPhrases.get(place)?.places ?? [];
      return places[0] === place && !places.some(tells);
    };
    const telling = [...words.keys()].filter((place) => tells(place) || beginsPhrase(place));
    const chosen = telling.length ? telling : [...words.keys()];
    const isOnlyAsides = !chosen.some(tells);
    return Promise.all(
      chosen.map(async (place) => {
        const made = await term(index, words[place], inPhrases.get(place)?.concepts ?? [], inCompounds[place]);
        return { ...made, isAside: !tells(place) && !isOnlyAsides };
      }),
    );
  }

  /**
   * Words that nothing is found for: put right by the nearest word of the site, alone or with the word before it, or taken
   * apart, or cut short.
   * @param {SearchIndex} index
   * @param {Term[]} terms
   */
  async function correct(index, terms) {
    const unknown = terms.filter((item) => !item.reasons.length && /^\p{L}{4,}$/u.test(item.word));
    if (!unknown.length) return [];
    const known = await knownWords();
    const corrected = [];
    for (const item of unknown) {
      const first = terms[terms.indexOf(item) - 1]?.word ?? "";
      const joined = index.firstParts.has(fold(first)) && searchNearness.nearest(index, first + item.word, known);
      const near =
        joined ||
        (searchNearness.nearest(index, item.word, known) ?? searchNearness.nearCompound(index, item.word, known));
      if (near) {
        terms[terms.indexOf(item)] = { ...(await corrections(index, near)), isUnsure: near.isFar };
        corrected.push({ wrong: item.word, right: near.word });
      } else if (!(await isJoined(index, item, known))) {
        await takeApart(index, item);
      }
    }
    return corrected;
  }

  /**
   * Whether a word is two of the site's that stand on the same page; then the page is a reason.
   * @param {SearchIndex} index
   * @param {Term} item
   * @param {string[]} known
   */
  async function isJoined(index, item, known) {
    const words = searchNearness.joined(item.word, known)?.map((word) => stemOf(index, word));
    if (!words) return false;
    const all = await Promise.all(words.map((stem) => look(index, stem)));
    const found = both(all.map(either));
    if (found.pages.size) addParts(item, { words, ...found });
    return found.pages.size > 0;
  }

  /**
   * What a word that has been put right leads to: as a word, or as the two that it is made of.
   * @param {SearchIndex} index
   * @param {Near} near
   */
  async function corrections(index, near) {
    const made = await term(index, near.word, [], []);
    if (made.reasons.length || !near.parts) return made;
    const all = await Promise.all(near.parts.map((part) => meaning(index, stemOf(index, part))));
    addParts(made, { words: near.parts.map((part) => stemOf(index, part)), ...both(all) });
    return made;
  }

  /**
   * A word that no other is near to, by one of its parts or by how it begins: too little to answer with if it is common.
   * @param {SearchIndex} index
   * @param {Term} item
   */
  async function takeApart(index, item) {
    addParts(item, await partsOf(index, item.word, true));
    if (!item.reasons.length) add(item, await lookAhead(index, item.stem));
    item.isUnsure = true;
  }

  /**
   * Whether a word leads to anything: parts of it that stand somewhere on a page in passing are not enough.
   * @param {Term} item
   */
  const isFound = ({ reasons }) =>
    reasons.some(
      ({ weight, alone, pages }) =>
        pages.size && alone !== 0 && (weight !== WEIGHT.parts || Math.max(...pages.values()) >= PASSING),
    );

  /**
   * Words of the site that are like those of a question for which nothing is found.
   * @param {string} question
   */
  async function suggest(question) {
    const [index, known] = await Promise.all([open(), knownWords()]);
    const words = index
      .wordsOf(question.slice(0, MOST_LETTERS))
      .filter((word) => word.length > 3 && !index.stopWords.has(word));
    return [...new Set(words.slice(0, 4).flatMap((word) => searchNearness.suggested(word, known)))].slice(0, 3);
  }

  /**
   * Whether words that nothing is found for may be misspelt ones of the site.
   * @param {Term[]} unknown
   */
  async function areMisspelt(unknown) {
    const known = await knownWords();
    return unknown.some(({ word }) => searchNearness.suggested(word, known).length);
  }

  /**
   * The questions of readers that have each word of this one which says nothing of the matter: how something is asked.
   * @param {SearchIndex} index
   * @param {string[]} words
   */
  async function hints(index, words) {
    const little = words.filter((word) => index.stopWords.has(word));
    const all = await Promise.all(little.map((word) => lookAsked(index, ASKED + word)));
    return all.filter((numbers) => numbers.length).map((numbers) => new Set(numbers));
  }

  /**
   * @param {string} question
   * @returns {Promise<Answer>}
   */
  async function answer(question) {
    const index = await open();
    const words = [...new Set(index.wordsOf(question.slice(0, MOST_LETTERS)))].slice(0, MOST_WORDS);
    /** @type {Answer} */
    const none = { hits: [], corrected: [], unknown: [], stems: [], concepts: [], index };
    if (!words.length) return none;
    const before = missing();
    const terms = await understand(index, words);
    const corrected = missing() > before ? [] : await correct(index, terms); // a word may stand in what is missing
    const isSure = terms.some((item) => !item.isUnsure && !item.isAside && isFound(item));
    if (!isSure) return none;
    const hits = searchScores.ranked(index, terms, await questions(), await hints(index, words));
    const unknown = terms.filter((item) => !item.isAside && !item.reasons.some(({ pages }) => pages.size));
    const isTold = hits[0]?.points >= WEAK || terms.some((item) => !item.isAside && item.names.has(hits[0]?.page));
    const isAnswered = isTold || searchScores.known(index, terms) >= HALF || (await areMisspelt(unknown));
    return {
      hits: isAnswered ? hits : [],
      corrected,
      unknown: missing() > before ? [] : unknown.map((item) => item.word),
      stems: terms.flatMap((item) => [item.stem, ...item.stems]),
      concepts: terms.flatMap((item) => item.concepts),
      index,
    };
  }

  return { answer, suggest, missing, ...files };
};
