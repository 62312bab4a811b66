// The sentence in which a question's words stand, with the words marked.

/**
 * A word or a phrase of a text that is one of the question, from one letter to another, and the word that it was found by.
 * @typedef {{ from: number, to: number, by: string }} Found
 *
 * Finds the words of a question in a text, in order, and says what the one that a word was found by counts.
 * @typedef {{ found: (text: string) => Found[], weight: (by: string) => number }} Marker
 *
 * A sentence, the heading that it stands below, and whether it has a word that the reader wrote; or a question that the page
 * answers.
 * @typedef {{ anchor: string, heading: string, sentence: string, isOwn: boolean, isAsked?: boolean }} Excerpt
 */

const searchExcerpt = (() => {
  const SENTENCE = /[^.!?]+(?:[.!?]+(?=\s|$)|$|[.!?](?=\S))+/gu;
  const WORD = /[\p{L}\p{N}]+(?:[:/][0-9]+)?/gu;
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
   * What counts as a word of the question: its stems, and the words and whole phrases that its concepts go by. A word of a
   * phrase alone may be about anything.
   * @param {Answer} answer
   * @returns {Marker}
   */
  function marker({ index, stems, concepts }) {
    const own = new Set(stems.map(fold));
    const parts = [...own].filter((part) => part.length > 3);
    const names = [...new Set(concepts)].flatMap((id) => index.concepts[id].map((name) => name.split(" ")));
    const words = names.filter((name) => name.length === 1).flat();
    const all = new Set([...own, ...words.filter((word) => word.length > 2 && !index.stopWords.has(word))]);
    const phrases = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
    /** @type {Map<string, { stem: string, by?: string }>} */
    const known = new Map();

    /** @param {string} word */
    function read(word) {
      const ownStem = stem(word);
      const found = fold(index.same[ownStem] ?? ownStem);
      if (all.has(found)) return { stem: found, by: found };
      const folded = fold(word);
      return { stem: found, by: folded.length > 6 ? parts.find((part) => folded.includes(part)) : undefined };
    }

    /** @param {string} word */
    function reading(word) {
      const lower = word.normalize("NFC").toLowerCase();
      if (!known.has(lower)) known.set(lower, read(lower));
      return known.get(lower);
    }

    return {
      found(text) {
        const matches = [...text.matchAll(WORD)];
        const read = matches.map(([word]) => reading(word));
        /** @type {Found[]} */
        const found = [];
        for (let place = 0; place < read.length; place += 1) {
          const phrase = phrases.find((name) => name.every((word, after) => read[place + after]?.stem === word));
          const by = phrase?.join(" ") ?? read[place].by;
          if (by === undefined) continue;
          const from = matches[place].index;
          place += (phrase?.length ?? 1) - 1;
          found.push({ from, to: matches[place].index + matches[place][0].length, by });
        }
        return found;
      },
      weight: (by) => (own.has(by) ? OWN : 1),
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
    const found = new Set(marker.found(text).map(({ by }) => by));
    return [...found].reduce((sum, by) => sum + marker.weight(by), 0);
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
    for (const { from, to } of marker.found(text)) {
      pieces.push(text.slice(end, from), element("mark", "", text.slice(from, to)));
      end = to;
    }
    return [...pieces, text.slice(end)];
  }

  /**
   * @param {string} sentence
   * @param {Marker} marker
   */
  function cut(sentence, marker) {
    if (sentence.length <= LONGEST) return sentence;
    const first = marker.found(sentence)[0]?.from ?? 0;
    const from = first < LONGEST * 0.6 ? 0 : sentence.indexOf(" ", first - 80) + 1;
    const isLast = sentence.length - from <= LONGEST;
    const to = isLast ? sentence.length : sentence.lastIndexOf(" ", from + LONGEST);
    return `${from ? "… " : ""}${sentence.slice(from, to)}${to < sentence.length ? " …" : ""}`;
  }

  return { element, marker, excerpt, marked };
})();
