// The sentence in which a question's words stand, with the words marked.
{
  const MENING = /[^.!?]+(?:[.!?]+(?=\s|$)|$|[.!?](?=\S))+/gu;
  const LANGST = 230;
  const EGET = 3; // what a word that the reader wrote counts beside another for the same thing

  sok.element = (namn, klass, ...barn) => {
    const nytt = document.createElement(namn);
    if (klass) nytt.className = klass;
    nytt.append(...barn);
    return nytt;
  };

  // What counts as a word of the question: its stems, and the words that its concepts go by.
  sok.markering = (svar) => {
    const egna = new Set(svar.stammar.map(sok.vik));
    const stammar = new Set(egna);
    const delar = [...egna].filter((stam) => stam.length > 3);
    for (const stam of [...new Set(svar.id)].flatMap((id) => svar.index.concepts[id].flatMap((ord) => ord.split(" ")))) {
      if (stam.length > 2 && !svar.index.stopp.has(stam)) stammar.add(stam);
    }
    const kanda = new Map();
    const marker = (ord) => {
      const litet = ord.normalize("NFC").toLowerCase();
      if (!kanda.has(litet)) kanda.set(litet, prova(litet));
      return kanda.get(litet);
    };
    marker.vikt = (funnen) => (egna.has(funnen) ? EGET : 1);
    return marker;

    // The stem that a word has been found by, or nothing.
    function prova(ord) {
      const stam = sok.stam(ord);
      const funnen = sok.vik(svar.index.same[stam] ?? stam);
      if (stammar.has(funnen)) return funnen;
      const vikt = sok.vik(ord);
      return vikt.length > 6 ? delar.find((del) => vikt.includes(del)) : undefined;
    }
  };

  // The best sentence of a page's text: [anchor, heading, sentence].
  sok.utdrag = (avsnitt, marker) => {
    let bast = null;
    let mest = -1;
    for (const [ankare, rubrik, ...texter] of avsnitt) {
      const iRubrik = antal(rubrik, marker) ? 0.5 : 0;
      for (const mening of texter.flatMap((text) => text.match(MENING) ?? [])) {
        const varde = antal(mening, marker) + iRubrik;
        if (varde > mest) [mest, bast] = [varde, [ankare, rubrik, mening.trim()]];
      }
    }
    return bast;
  };

  function antal(text, marker) {
    const funna = new Set((text.match(ORD) ?? []).map(marker).filter(Boolean));
    return [...funna].reduce((summa, funnen) => summa + marker.vikt(funnen), 0);
  }

  const ORD = /[\p{L}\p{N}]+(?::[0-9]+)?/gu;

  // A sentence as nodes: text, and <mark> round the words. A long sentence is cut round the first of them.
  sok.markerad = (mening, marker) => {
    const bitar = [];
    const text = kort(mening, marker);
    let slut = 0;
    for (const traff of text.matchAll(ORD)) {
      if (!marker(traff[0])) continue;
      bitar.push(text.slice(slut, traff.index), sok.element("mark", "", traff[0]));
      slut = traff.index + traff[0].length;
    }
    return [...bitar, text.slice(slut)];
  };

  function kort(mening, marker) {
    if (mening.length <= LANGST) return mening;
    const forst = [...mening.matchAll(ORD)].find((traff) => marker(traff[0]))?.index ?? 0;
    const fran = forst < LANGST * 0.6 ? 0 : mening.indexOf(" ", forst - 80) + 1;
    const till = mening.length - fran <= LANGST ? mening.length : mening.lastIndexOf(" ", fran + LANGST);
    return `${fran ? "… " : ""}${mening.slice(fran, till)}${till < mening.length ? " …" : ""}`;
  }
}
