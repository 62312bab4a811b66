// Words that are not in the index as they are written: compounds taken apart, and misspellings.

/**
 * How the language is spelt: groups of letters that sound alike, letters that join the parts of compounds, and vowels that
 * stand in the place of the end of the first part (kvinnofrid); none where it has no such rules.
 * @typedef {{ sound_alikes: string[], joining_letters: string[], joining_vowels: string[] }} Spelling
 */

/**
 * A word of the site that another is near, or two that it is made of; one that is far is not answer enough.
 * @typedef {{ word: string, parts?: [string, string], isFar: boolean }} Near
 */

const searchNearness = (() => {
  const { stem, fold } = searchWords;
  const WAYS = 4; // to take a word apart that are tried
  const SUGGESTED = 3;
  const OF_PART = 0.25; // of its letters: how far a part of a compound may be
  const TELLING_PART = 7; // letters of a part that is put right though the site makes no compounds with it
  const FAR = 1.35; // from which a word that begins otherwise is another rather than misspelt

  /**
   * A word in two parts, by their stems. Sure ones join parts that compounds are made of, unsure ones know one part.
   * @typedef {{ parts: [string, string], isSure: boolean }} Split
   */

  /**
   * The ways to take a word apart in two.
   * @param {SearchIndex} index
   * @param {string} word
   * @returns {Split[]}
   */
  function split(index, word) {
    if (fold(word).length !== word.length) return [];
    /** @type {Split[]} */
    const ways = [];
    for (let place = word.length - 3; place >= 3; place -= 1) {
      const first = word.slice(0, place);
      const lastStem = stem(word.slice(place));
      const last = index.same[lastStem] ?? lastStem;
      const [firstKnown, lastKnown] = [index.firstParts.has(fold(first)), index.lastParts.has(fold(last))];
      const areConcepts = isConcept(index, stem(first)) && isConcept(index, last);
      const isPossible = areConcepts || (firstKnown ? lastKnown || last.length > 3 : lastKnown && place > 3);
      if (last.length > 2 && isPossible) {
        ways.push({ parts: [withoutJoint(first), last], isSure: firstKnown && lastKnown });
      }
    }
    return ways.sort((a, b) => Number(b.isSure) - Number(a.isSure)).slice(0, WAYS);
  }

  /**
   * @param {SearchIndex} index
   * @param {string} found
   */
  const isConcept = (index, found) => found.length > 3 && index.conceptsByName.has(fold(found));

  /** @type {Spelling} */
  let spelling;
  /** @type {Set<string>} pairs of letters that sound alike */
  let near;

  /** @param {Spelling} given how the language is spelt, which comes with the index */
  function take(given) {
    spelling = given;
    near = new Set(given.sound_alikes.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));
  }

  /** What may stand between the parts of a compound. */
  const joints = () => ["", ...spelling.joining_letters];

  /** @param {string} part */
  function withoutJoint(part) {
    const last = part.at(-1);
    const isJoined = part.length > 3 && spelling.joining_letters.includes(last) && part.at(-2) !== last;
    const found = stem(isJoined ? part.slice(0, -1) : part);
    return found.length > 3 && spelling.joining_vowels.includes(found.at(-1)) ? found.slice(0, -1) : found;
  }

  const CHEAPEST = 0.7; // no letter that a word lacks costs less
  const DOUBLED = 0.5; // what a letter that is doubled costs, or one that should be
  const SHORT_STEM = 5; // letters of a stem that too many others are near

  /**
   * How far a word is from another: letters that sound alike, doubled or change places cost less than others.
   * @param {string} wrong
   * @param {string} right
   * @param {number} most from which it is infinitely far
   */
  function distance(wrong, right, most) {
    /** @type {number[]} */
    let before = [];
    let row = [0];
    for (let j = 0; j < right.length; j += 1) row.push(row[j] + extra(right, j));
    for (let i = 0; i < wrong.length; i += 1) {
      const next = [row[0] + extra(wrong, i)];
      let lowest = next[0];
      for (let j = 0; j < right.length; j += 1) {
        let least = Math.min(
          row[j] + change(wrong[i], right[j]),
          row[j + 1] + extra(wrong, i),
          next[j] + extra(right, j),
        );
        if (i && j && wrong[i] === right[j - 1] && wrong[i - 1] === right[j]) {
          least = Math.min(least, before[j - 1] + 0.8);
        }
        next.push(least);
        if (least < lowest) lowest = least;
      }
      if (lowest > most) return Number.POSITIVE_INFINITY;
      before = row;
      row = next;
    }
    return row.at(-1);
  }

  /**
   * @param {string} from
   * @param {string} to
   */
  function change(from, to) {
    if (from === to) return 0;
    return near.has(from + to) ? 0.7 : 1.2;
  }

  /**
   * @param {string} word
   * @param {number} place
   */
  function extra(word, place) {
    return place && word[place] === word[place - 1] ? DOUBLED : 1;
  }

  /**
   * How far a word may be from the one that a reader meant.
   * @param {string} word
   */
  function mostFor(word) {
    if (word.length < 5) return 0.8;
    return word.length < 9 ? 1.1 : 2;
  }

  /**
   * Whether a word has a part in common with one that it is near, and the other part is another by its own length: an
   * ambulance service is no misspelt care service.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {string} other
   */
  function isAnother(index, word, other) {
    const isMarked = word !== fold(word); // marks count if the reader wrote them
    const [wrong, right] = isMarked ? [word, other] : [word, fold(other)];
    /**
     * @param {string} left
     * @param {string} own
     */
    const differ = (left, own) => {
      const most = Math.max(1, left.length * OF_PART);
      return distance(left, own, most) > most && distance(stem(left), stem(own), most) > most;
    };
    for (let place = 3; place <= wrong.length - 3; place += 1) {
      const [first, last] = [wrong.slice(0, place), wrong.slice(place)];
      const isLast = right.endsWith(last) && isLastPart(index, last);
      if (isLast && differ(first, right.slice(0, -last.length))) return true;
      if (index.firstParts.has(fold(first)) && right.startsWith(first) && differ(last, right.slice(place))) return true;
    }
    return false;
  }

  /**
   * @param {SearchIndex} index
   * @param {string} last
   */
  function isLastPart(index, last) {
    const lastStem = stem(last);
    return index.lastParts.has(fold(index.same[lastStem] ?? lastStem));
  }

  /**
   * The nearest word of the site, if any is near enough for the word's length.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {string[]} known the site's words
   * @returns {Near | null}
   */
  function nearest(index, word, known) {
    const best = byDistance(word, known, mostFor(word)).find((item) => !isAnother(index, word, item.word));
    if (!best) return null;
    return { word: best.word, isFar: best.far > FAR && fold(best.word)[0] !== fold(word)[0] };
  }

  /**
   * A misspelt compound: one part that words of the site end with or begin with, and another that is near one of them.
   * @param {SearchIndex} index
   * @param {string} word
   * @param {string[]} known the site's words
   * @returns {Near | null}
   */
  function nearCompound(index, word, known) {
    /** @type {(Near & { far: number })[]} */
    const found = [];
    for (let place = 4; place <= word.length - 4; place += 1) {
      const [first, last] = [word.slice(0, place), word.slice(place)];
      const [best] = isLastPart(index, last) ? byDistance(first, known, mostFor(first)) : [];
      const isMade = index.firstParts.has(fold(best?.word ?? "")) || first.length >= TELLING_PART;
      if (best?.far && isMade)
        found.push({ word: best.word + last, parts: [best.word, last], far: best.far, isFar: false });
    }
    return found.sort((a, b) => a.far - b.far)[0] ?? null;
  }

  /**
   * Two words of the site that have been written as one, like those that a hyphen joins there.
   * @param {string} word
   * @param {string[]} known the site's words
   * @returns {[string, string] | null}
   */
  function joined(word, known) {
    const all = new Set(known);
    for (let place = word.length - 3; place >= 3; place -= 1) {
      const [first, last] = [word.slice(0, place), word.slice(place)];
      if (all.has(first) && all.has(last)) return [first, last];
    }
    return null;
  }

  /**
   * Words that are so far from the word that a reader has to choose.
   * @param {string} word
   * @param {string[]} known the site's words
   */
  const suggested = (word, known) =>
    byDistance(word, known, word.length < 7 ? 1.8 : 3)
      .slice(0, SUGGESTED)
      .map((item) => item.word);

  /**
   * Few misspell the first letter: words that begin with another are only looked at when none else is near.
   * @param {string} word
   * @param {string[]} known
   * @param {number} most
   */
  function byDistance(word, known, most) {
    const wrong = fold(word);
    const groups = byFirstLetter(known);
    const found = nearer(groups.get(wrong[0]), wrong, most, fold(stem(word)));
    for (const letter of found.length ? [] : groups.keys()) {
      if (letter !== wrong[0]) found.push(...nearer(groups.get(letter), wrong, most));
    }
    return found.sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1));
  }

  /**
   * The words that are near enough, as they stand or by their stems, with how far they are.
   * @param {string[] | undefined} words
   * @param {string} wrong
   * @param {number} most
   * @param {string} [wrongStem]
   */
  function nearer(words, wrong, most, wrongStem) {
    const [letters, stemLetters] = [lettersIn(wrong), lettersIn(wrongStem ?? wrong)];
    const found = [];
    for (const { word, folded, letters: own } of compared(words ?? [])) {
      const longer = Math.abs(folded.length - wrong.length);
      if (count(stemLetters & ~own) * CHEAPEST > most || longer > most + 3) continue;
      const isLike = count(own & ~letters) * CHEAPEST <= most && longer * 0.5 <= most;
      const whole = isLike ? distance(wrong, folded, most) : Number.POSITIVE_INFINITY;
      const mayBend = wrongStem?.length > SHORT_STEM && whole > DOUBLED;
      const bent = mayBend ? distance(wrongStem, fold(stem(word)), most) : Number.POSITIVE_INFINITY;
      const isSame = bent <= DOUBLED || distance(wrong, folded, most + 1) <= most + 1;
      const byStem = isSame ? bent : Number.POSITIVE_INFINITY;
      const far = Math.min(whole, byStem);
      if (far <= most) found.push({ far: far + Math.min(whole, most + 1) / 10, word });
    }
    return found;
  }

  /** @type {WeakMap<string[], Map<string, string[]>>} */
  const grouped = new WeakMap();

  /**
   * The site's words by their first letter.
   * @param {string[]} known
   */
  function byFirstLetter(known) {
    if (!grouped.has(known)) {
      const groups = new Map();
      for (const word of known) {
        const letter = fold(word[0]);
        if (!groups.has(letter)) groups.set(letter, []);
        groups.get(letter).push(word);
      }
      grouped.set(known, groups);
    }
    return grouped.get(known);
  }

  /** @type {WeakMap<string[], { word: string, folded: string, letters: number }[]>} */
  const read = new WeakMap();

  /**
   * Words as they are compared: without marks, and which letters each has.
   * @param {string[]} words
   */
  function compared(words) {
    if (!read.has(words)) {
      const all = words.filter((word) => word.length > 3).map((word) => ({ word, folded: fold(word) }));
      read.set(
        words,
        all.map((item) => ({ ...item, letters: lettersIn(item.folded) })),
      );
    }
    return read.get(words);
  }

  /**
   * A set of letters, as the bits of a number.
   * @param {string} word
   */
  function lettersIn(word) {
    let all = 0;
    for (let place = 0; place < word.length; place += 1) all |= 1 << (word.charCodeAt(place) & 31);
    return all;
  }

  /** @param {number} bits */
  function count(bits) {
    let found = 0;
    for (let left = bits; left; left &= left - 1) found += 1;
    return found;
  }

  return { take, joints, split, nearest, nearCompound, joined, suggested };
})();
