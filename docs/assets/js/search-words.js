// Words as the search sees them, the same way as site_builder/foundation/search_words.py: numbers, stems, letters without marks.

/**
 * The words that the content has for what is numbered: a plan's measures and areas, and all that a number may follow.
 * @typedef {{ measures: string[], areas: string[], numbered: string[] }} NumberedWords
 */

const searchWords = (() => {
  // However an official number is written (1:4, 1.4, 1-4, 1/4, 1 4, 14 or ett fyra after a word), it is one word: 1:4.
  const NUMBER =
    /(?<![\p{N}:;.,/–-])([0-9]{1,2})(?:\s?[:;.,/–-]\s?|\s(?:punkt|kolon|komma)\s)([0-9]{1,2})(?![\p{L}\p{N}]|[:;.,/–-][0-9])/gu;
  const APART = /(?<=^\s*|\p{L}\s+)([0-9]{1,2})\s([0-9]{1,2})(?![^\s])/gu;
  /** @type {Record<string, number>} */
  const NUMERALS = { ett: 1, två: 2, tva: 2, tre: 3, fyra: 4, fem: 5, sex: 6 };
  /** @type {Record<string, number>} */
  const ORDINALS = { första: 1, andra: 2, tredje: 3, fjärde: 4, femte: 5 };
  const WORD = /(?<![\p{L}\p{N}_:])[0-9]{1,2}:[0-9]{1,2}(?![\p{L}\p{N}_:])|[\p{L}\p{Nl}\p{No}]+|[0-9]+/gu;

  const VOWELS = "aeiouyäåö";
  const BEFORE_S = "bcdfghjklmnoprtvy";
  const BEFORE_OST = "iklnprtuv";
  const NOT_BEFORE_ET = "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit".split(
    " ",
  );
  const ENDINGS = longestFirst(
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or " +
      "s as arnas ernas ornas es ades andes ens arens hetens erns at et andet het ast",
  );
  const PAIRS = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  const SUFFIXES = longestFirst("ig lig els fullt öst");

  /** @param {string} words */
  function longestFirst(words) {
    return words.split(" ").sort((a, b) => b.length - a.length);
  }

  /**
   * Where a word's endings may begin: after its first vowel and consonant, but never before the fourth letter.
   * @param {string} word
   */
  function startOfEndings(word) {
    if (word.length < 3) return word.length;
    const found = /^[^aeiouyäåö]*[aeiouyäåö]+[^aeiouyäåö]/.exec(word);
    return found ? Math.max(3, found[0].length) : word.length;
  }

  /** @param {string} word */
  function mayLoseEt(word) {
    const [last, end] = word.slice(-2);
    return (
      word.length > 2 &&
      !VOWELS.includes(end) &&
      VOWELS.includes(last) &&
      !NOT_BEFORE_ET.some((ending) => word.endsWith(ending))
    );
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutEnding(word, start) {
    const end = ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= start);
    if (!end) return word;
    const left = word.slice(0, -end.length);
    if (end === "et") return mayLoseEt(left) ? left : word;
    if (end !== "s") return left;
    if (left.endsWith("et") && mayLoseEt(left.slice(0, -2))) return left.slice(0, -2);
    return left && BEFORE_S.includes(left.at(-1)) ? left : word;
  }

  /**
   * @param {string} word
   * @param {number} start
   */
  function withoutSuffix(word, start) {
    const end = SUFFIXES.find((suffix) => word.endsWith(suffix) && word.length - suffix.length >= start);
    if (!end) return word;
    const left = word.slice(0, -end.length);
    if (end === "fullt") return `${left}full`;
    if (end === "öst") return left && BEFORE_OST.includes(left.at(-1)) ? `${left}ös` : word;
    return left;
  }

  /** @param {string} word */
  function stemOf(word) {
    if (/^[0-9]/.test(word)) return word;
    const start = startOfEndings(word);
    let left = withoutEnding(word, start);
    if (left.length - 2 >= start && PAIRS.includes(left.slice(-2))) left = left.slice(0, -1);
    left = withoutSuffix(left, start);
    return left.endsWith("an") && left.length > 4 ? left.slice(0, -2) : left;
  }

  /** @type {Map<string, string>} */
  const known = new Map();

  /**
   * Snowball's algorithm for Swedish (snowballstem.org), as the library that made the index has it, and one ending more.
   * @param {string} word
   */
  function stem(word) {
    if (!known.has(word)) known.set(word, stemOf(word));
    return known.get(word);
  }

  const FAMILY = ["ning", "ing"]; // what makes a noun of a verb

  /**
   * The stems of words of the same family, if there are such words.
   * @param {string} own
   */
  function family(own) {
    if (own.length < 4 || /^[0-9]/.test(own)) return [];
    const end = FAMILY.find((ending) => own.endsWith(ending) && own.length - ending.length > 3);
    const others = end ? [own.slice(0, -end.length), own.slice(0, -3)] : FAMILY.map((ending) => own + ending);
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

  /** @param {string} words */
  const inFigures = (words) =>
    words
      .toLowerCase()
      .split(/\s+/u)
      .map((word) => NUMERALS[word] ?? ORDINALS[word])
      .filter(Boolean)
      .join(":");

  /**
   * The reader of questions: from what somebody writes to its words, given what the content calls what is numbered.
   * @param {NumberedWords} words
   * @returns {(question: string) => string[]}
   */
  function reader({ measures, areas, numbered }) {
    const one = `(?:${Object.keys(NUMERALS).join("|")})`;
    const together = new RegExp(`(?<=(?:${anyOf(measures)})\\p{L}*\\s+)([1-9])([1-9])(?![^\\s])`, "giu");
    const spoken = new RegExp(
      `(?<=(?:${anyOf(numbered)})\\p{L}*\\s+)${one}(?:\\s(?:kolon\\s)?${one})?(?!\\p{L})`,
      "giu",
    );
    const ordinal = new RegExp(`(${Object.keys(ORDINALS).join("|")})\\s+((?:${anyOf(areas)})s?)(?!\\p{L})`, "giu");
    return (question) =>
      tokens(
        question
          .normalize("NFC")
          .replace(spoken, inFigures)
          .replace(ordinal, (_, place, name) => `${name} ${inFigures(place)}`)
          .replace(together, "$1:$2")
          .replace(APART, " $1:$2 ")
          .replace(NUMBER, " $1:$2 "),
      );
  }

  return { stem, family, fold, tokens, reader };
})();
