// The sentence in which a question's words stand, with the words marked.

/**
 * Which words of a text are words of a question: the stem that a word has been found by, and what that counts.
 * @typedef {{ found: (word: string) => string | undefined, weight: (stem: string) => number }} Marker
 *
 * A sentence, the heading that it stands below, and whether it has a word that the reader wrote; or a question that the page
 * answers.
 * @typedef {{ anchor: string, heading: string, sentence: string, isOwn: boolean, isAsked?: boolean }} Excerpt
 */

const searchExcerpt = (() => {
  const SENTENCE = /[^.!?]+(?:[.!?]+(?=\s|$)|$|[.!?](?=\S))+/gu;
  const WORD = /[\p{L}\p{N}]+(?::[0-9]+)?/gu;
  const LONGEST = 230;
  const OWN = 3; // what a word that the reader wrote counts beside another for the same thing
  const { stem, fold } = searchWords;

  /**
   * An element with a class (or none) and what is in it.
   * @param {string} name
   * @param {string} css
   * @param {(Node | string)[]} children
   */
  function element(name, css, ...children) {
    const made = document.createElement(name);
    if (css) made.className = css;
    made.append(...children);
    return made;
  }

  /**
   * What counts as a word of the question: its stems, and the words that its concepts go by.
   * @param {Answer} answer
   * @returns {Marker}
   */
  function marker({ index, stems, concepts }) {
    const own = new Set(stems.map(fold));
    const all = new Set(own);
    const parts = [...own].filter((part) => part.length > 3);
    for (const name of new Set([...new Set(concepts)].flatMap((id) => index.concepts[id]))) {
      for (const word of name.split(" ")) if (word.length > 2 && !index.stopWords.has(word)) all.add(word);
    }
    /** @type {Map<string, string | undefined>} */
    const known = new Map();

    /** @param {string} word */
    function foundBy(word) {
      const ownStem = stem(word);
      const found = fold(index.same[ownStem] ?? ownStem);
      if (all.has(found)) return found;
      const folded = fold(word);
      return folded.length > 6 ? parts.find((part) => folded.includes(part)) : undefined;
    }

    return {
      found(word) {
        const lower = word.normalize("NFC").toLowerCase();
        if (!known.has(lower)) known.set(lower, foundBy(lower));
        return known.get(lower);
      },
      weight: (found) => (own.has(found) ? OWN : 1),
    };
  }

  /**
   * The best sentence of a page's text; if no word that the reader wrote stands there, the best of the questions that it answers.
   * @param {(Passage | Asked)[]} passages
   * @param {Marker} marker
   * @returns {Excerpt | null}
   */
  function excerpt(passages, marker) {
    const best = sentence(
      passages.filter((part) => "texts" in part),
      marker,
    );
    if (best?.isOwn) return best;
    const texts = passages.filter((part) => "asked" in part).flatMap((part) => part.asked);
    const question = sentence([{ anchor: "", heading: "", texts }], marker);
    return question?.isOwn ? { ...question, isAsked: true } : best;
  }

  /**
   * @param {Passage[]} passages
   * @param {Marker} marker
   * @returns {Excerpt | null}
   */
  function sentence(passages, marker) {
    let best = null;
    let most = -1;
    for (const { anchor, heading, texts } of passages) {
      const inHeading = worth(heading, marker) ? 0.5 : 0;
      /** @type {string[]} */
      const sentences = texts.flatMap((text) => [...(text.match(SENTENCE) ?? [])]);
      for (const text of sentences) {
        const counted = worth(text, marker);
        const own = counted + inHeading;
        if (own > most) [most, best] = [own, { anchor, heading, sentence: text.trim(), isOwn: counted >= OWN }];
      }
    }
    return best;
  }

  /**
   * @param {string} text
   * @param {Marker} marker
   */
  function worth(text, marker) {
    const found = new Set((text.match(WORD) ?? []).map(marker.found).filter(Boolean));
    return [...found].reduce((sum, stem) => sum + marker.weight(stem), 0);
  }

  /**
   * A sentence as nodes: text, and <mark> round the words. A long sentence is cut round the first of them.
   * @param {string} sentence
   * @param {Marker} marker
   */
  function marked(sentence, marker) {
    /** @type {(Node | string)[]} */
    const pieces = [];
    const text = cut(sentence, marker);
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      if (!marker.found(match[0])) continue;
      pieces.push(text.slice(end, match.index), element("mark", "", match[0]));
      end = match.index + match[0].length;
    }
    return [...pieces, text.slice(end)];
  }

  /**
   * @param {string} sentence
   * @param {Marker} marker
   */
  function cut(sentence, marker) {
    if (sentence.length <= LONGEST) return sentence;
    const first = [...sentence.matchAll(WORD)].find((match) => marker.found(match[0]))?.index ?? 0;
    const from = first < LONGEST * 0.6 ? 0 : sentence.indexOf(" ", first - 80) + 1;
    const isLast = sentence.length - from <= LONGEST;
    const to = isLast ? sentence.length : sentence.lastIndexOf(" ", from + LONGEST);
    return `${from ? "… " : ""}${sentence.slice(from, to)}${to < sentence.length ? " …" : ""}`;
  }

  return { element, marker, excerpt, marked };
})();
