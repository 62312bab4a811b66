// Words as the search sees them, the same way as site_builder/foundation/search_words.py: numbers, stems, letters without marks.

/**
 * The words that the content has for what is numbered: a plan's measures and areas, and all that a number may follow;
 * and those that the language has for figures, in a row and for signs between them.
 * @typedef {{
 *   measures: string[], areas: string[], numbered: string[], signs: string[], amounts: string[],
 *   numerals: Record<string, number>, ordinals: Record<string, number>,
 * }} NumberedWords
 *
 * How words are bent, as site_builder/foundation/word_rules.py says.
 * @typedef {{
 *   vowels: string, before_s: string, before_ost: string, not_before_et: string[], endings: string[], pairs: string[],
 *   suffixes: Record<string, string>, last_ending: string, doubled: string[], family: string[], longest_abbreviation: number,
 * }} WordRules
 */

const searchWords = (() => {
  const APART = /(?<=^\s*|\p{L}\s+)([0-9]{1,2})\s([0-9]{1,2})(?![^\s])/gu;
  const WORD =
    /(?<![\p{L}\p{N}_:])[0-9]{1,2}:[0-9]{1,2}(?![\p{L}\p{N}_:])|(?<![\p{L}\p{N}_:/])(?:[0-9]{3,4}\/[0-9]{2}|[0-9]{4}:[0-9]{1,4})(?![\p{L}\p{N}_:/])|[\p{L}\p{Nl}\p{No}]+|[0-9]+/gu;

  /** @type {WordRules} */
  let rules;

  /**
   * Where a word's endings may begin: after its first vowel and consonant, but never before the fourth letter.
   * @param {string} word
   */
  function startOfEndings(word) {
    if (word.length < 3) return word.length;
    const letters = [...word];
    const vowel = letters.findIndex((letter) => rules.vowels.includes(letter));
    const after = letters.findIndex((letter, place) => place > vowel && vowel >= 0 && !rules.vowels.includes(letter));
    return after < 0 ? word.length : Math.max(3, letters.slice(0, after + 1).join("").length);
  }

  /** @param {string} word */
  function mayLoseEt(word) {
    const [last, end] = word.slice(-2);
    return (
      word.length > 2 &&
      !rules.vowels.includes(end) &&
      rules.vowels.includes(last) &&
      !rules.not_before_et.some((ending) => word.endsWith(ending))
    );
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutEnding(word, start) {
    const end = rules.endings.find((ending) => word.endsWith(ending) && word.length - ending.length >= start);
    if (!end) return word;
    const left = word.slice(0, -end.length);
    if (end === "et") return mayLoseEt(left) ? left : word;
    if (end !== "s") return left;
    if (left.endsWith("et") && mayLoseEt(left.slice(0, -2))) return left.slice(0, -2);
    return left && rules.before_s.includes(left.at(-1)) ? left : word;
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutSuffix(word, start) {
    const end = Object.keys(rules.suffixes).find(
      (suffix) => word.endsWith(suffix) && word.length - suffix.length >= start,
    );
    if (!end) return word;
    const left = word.slice(0, -end.length);
    if (end === "öst" && !(left && rules.before_ost.includes(left.at(-1)))) return word;
    return left + rules.suffixes[end];
  }

  /** @param {string} word */
  function stemOf(word) {
    if (/^[0-9]/.test(word)) return word;
    const doubled = rules.doubled.find((end) => word.endsWith(end));
    if (doubled && word.length > doubled.length + 1) return word.slice(0, 1 - doubled.length);
    const start = startOfEndings(word);
    let left = withoutEnding(word, start);
    if (left.length - 2 >= start && rules.pairs.includes(left.slice(-2))) left = left.slice(0, -1);
    left = withoutSuffix(left, start);
    const last = rules.last_ending;
    return last && left.endsWith(last) && left.length > last.length + 2 ? left.slice(0, -last.length) : left;
  }

  /** @type {Map<string, string>} */
  const known = new Map();

  /**
   * The stem of a word, by the rules that made the index.
   * @param {string} word
   */
  function stem(word) {
    if (!known.has(word)) known.set(word, stemOf(word));
    return known.get(word);
  }

  /**
   * The stems of words of the same family, if there are such words.
   * @param {string} own
   */
  function family(own) {
    if (own.length < 4 || /^[0-9]/.test(own)) return [];
    const end = rules.family.find((ending) => own.endsWith(ending) && own.length - ending.length > 3);
    const others = end ? [own.slice(0, -end.length), own.slice(0, -3)] : rules.family.map((ending) => own + ending);
    return [...new Set([stem(own), ...others])].filter((other) => other !== own && other.length > 3);
  }

  /**
   * A word without marks on its letters.
   * @param {string} word
   */
  const fold = (word) => word.normalize("NFD").replace(/\p{Mn}/gu, "");

  /**
   * The words of a text; an official number is one word.
   * @param {string} text
   * @returns {string[]}
   */
  const tokens = (text) => text.normalize("NFC").toLowerCase().match(WORD) ?? [];

  /**
   * A pattern for any of some words, also written without marks; of no words one that nothing matches.
   * @param {string[]} words
   */
  function anyOf(words) {
    const literal = words.map((word) => word.replace(/[^\p{L}\p{N} ]/gu, "\\$&"));
    return literal.length ? [...new Set(literal.flatMap((word) => [word, fold(word)]))].join("|") : "(?!)";
  }

  /**
   * @param {string} words
   * @param {Record<string, number>} figures
   */
  const inFigures = (words, figures) =>
    words
      .toLowerCase()
      .split(/\s+/u)
      .map((word) => figures[word])
      .filter(Boolean)
      .join(":");

  /**
   * The reader of questions: from what somebody writes to its words, given what the content calls what is numbered.
   * @param {NumberedWords} words
   * @returns {(question: string) => string[]}
   */
  function reader({ measures, areas, numbered, numerals, ordinals, signs, amounts }) {
    // However an official number is written (1:4, 1.4, 1-4, 1/4, 1 4, 14 or one four after a word), it is one word: 1:4. An
    // amount (1,2 miljoner) is not one.
    const number = new RegExp(
      `(?<![\\p{N}:;.,/–-])([0-9]{1,2})(?:\\s?[:;.,/–-]\\s?|\\s(?:${anyOf(signs)})\\s)([0-9]{1,2})(?![\\p{L}\\p{N}]|[:;.,/–-][0-9]|\\s(?:${anyOf(amounts)}))`,
      "giu",
    );
    const one = `(?:${Object.keys(numerals).join("|")})`;
    const together = new RegExp(`(?<=(?:${anyOf(measures)})\\p{L}*\\s+)([1-9])([1-9])(?![^\\s])`, "giu");
    const spoken = new RegExp(
      `(?<=(?:${anyOf(numbered)})\\p{L}*\\s+)${one}(?:\\s(?:(?:${anyOf(signs)})\\s)?${one})?(?!\\p{L})`,
      "giu",
    );
    const ordinal = new RegExp(`(${Object.keys(ordinals).join("|")})\\s+((?:${anyOf(areas)})s?)(?!\\p{L})`, "giu");
    return (question) =>
      tokens(
        question
          .normalize("NFC")
          .replace(spoken, (words) => inFigures(words, numerals))
          .replace(ordinal, (_, place, name) => `${name} ${inFigures(place, ordinals)}`)
          .replace(together, "$1:$2")
          .replace(APART, " $1:$2 ")
          .replace(number, " $1:$2 "),
      );
  }

  return {
    /** @param {WordRules} given the rules that come with the index; no word has a stem before */
    take(given) {
      rules = given;
    },
    longestAbbreviation: () => rules.longest_abbreviation,
    stem,
    family,
    fold,
    tokens,
    reader,
  };
})();
