// Points: what the reasons for a page are worth together, and which pages come first.
{
  const BIVIKT = 0.35; // what the second best reason for a page counts beside the best
  const TITEL = 1.35; // a title that holds every word of the question
  const HELA_TITELN = 1.6; // … and nothing else
  const LANG_TITEL = 3; // … and is of several words, which nobody writes by chance
  const TACKNING = 0.4; // how much of the question a page must answer
  const MINSTA_TACKNING = 0.3; // … when no page answers that much
  const BREDVID_BEGREPP = 0.7; // the most that another word says beside one that stands for a concept
  const MINSTA_ANDEL = 0.08; // of the best page's points

  // A row of the index as a map from page to points.
  sok.packaUpp = (rad) => {
    const sidor = new Map();
    let sida = 0;
    for (let plats = 0; plats < rad.length; plats += 2) {
      sida += rad[plats];
      sidor.set(sida, rad[plats + 1]);
    }
    return sidor;
  };

  sok.starkast = (kartor) => {
    const bast = new Map();
    for (const karta of kartor) {
      for (const [sida, tal] of karta) bast.set(sida, Math.max(tal, bast.get(sida) ?? 0));
    }
    return bast;
  };

  // The pages that all maps have, with the mean of their points.
  sok.gemensamma = (kartor) => {
    const [forsta, ...andra] = kartor;
    const sidor = new Map();
    for (const [sida, tal] of forsta) {
      if (andra.every((karta) => karta.has(sida))) {
        sidor.set(sida, andra.reduce((summa, karta) => summa + karta.get(sida), tal) / kartor.length);
      }
    }
    return sidor;
  };

  // Of all reasons for a page the best counts in full, the second best in part.
  function samlade(grunder) {
    const bast = new Map();
    const nast = new Map();
    for (const { vikt, sidor } of grunder) {
      for (const [sida, tal] of sidor) {
        const varde = tal * vikt;
        const hittills = bast.get(sida) ?? 0;
        if (hittills) nast.set(sida, Math.max(nast.get(sida) ?? 0, Math.min(hittills, varde)));
        if (varde > hittills) bast.set(sida, varde);
      }
    }
    for (const [sida, varde] of nast) bast.set(sida, bast.get(sida) + BIVIKT * varde);
    return bast;
  }

  // How much each word says: a rare one more than a common one, and one that is not found as much as the others. Beside
  // words that stand for something the plans are about, a word that happens to be rare says less.
  function sallsynta(index, leden) {
    const tal = leden.map(({ poang }) => (poang.size ? Math.log(1 + index.pages.length / (poang.size + 0.5)) : 0));
    const kanda = tal.filter(Boolean);
    const mitt = kanda.reduce((summa, vikt) => summa + vikt, 0) / Math.max(1, kanda.length);
    const begreppens = tal.filter((_, plats) => leden[plats].id.length);
    const tak = begreppens.length ? BREDVID_BEGREPP * Math.max(...begreppens) : Infinity;
    return tal.map((vikt, plats) => (leden[plats].id.length ? vikt : Math.min(vikt || mitt, tak)));
  }

  function poangsatt(index, leden) {
    for (const item of leden) item.poang = samlade(item.grunder);
    const sallsynt = sallsynta(index, leden);
    const alla = sallsynt.reduce((summa, tal) => summa + tal, 0);
    const traffar = new Map();
    leden.forEach((item, plats) => {
      for (const [sida, tal] of item.poang) {
        const traff = traffar.get(sida) ?? { sida, poang: 0, tackning: 0 };
        traff.poang += tal;
        traff.tackning += sallsynt[plats] / alla;
        traffar.set(sida, traff);
      }
    });
    const mest = Math.max(0, ...[...traffar.values()].map((traff) => traff.tackning));
    const minst = mest >= TACKNING ? TACKNING : Math.max(MINSTA_TACKNING, mest * 0.8);
    const kvar = [...traffar.values()].filter((traff) => traff.tackning >= minst - 1e-9);
    for (const traff of kvar) traff.poang *= traff.tackning ** 2;
    return kvar;
  }

  // What a title that holds all the question's words is worth. `ord` are the title's words.
  function titelns(ord, fraga, stopp) {
    if (!fraga.every((item) => ord.includes(item))) return 1;
    if (ord.filter((item) => !stopp.has(item)).length > fraga.length) return TITEL;
    return fraga.length > 1 ? LANG_TITEL : HELA_TITELN;
  }

  // The pages in order, best first: an exact number before all, a plan that is over last.
  sok.ordnade = (index, leden, ordITitel) => {
    const traffar = poangsatt(index, leden);
    const nummer = new Set(leden.map((item) => item.ord).filter((ord) => ord.includes(":")));
    const fraga = leden.map((item) => sok.vik(item.stam));
    const minst = Math.max(0, ...traffar.map((traff) => traff.poang)) * MINSTA_ANDEL;
    const kvar = traffar.filter((traff) => traff.poang >= minst);
    for (const traff of kvar) {
      const [, , , , , egetNummer, slut] = index.pages[traff.sida];
      traff.poang *= titelns(ordITitel(traff.sida), fraga, index.stopp);
      traff.nummer = nummer.has(egetNummer) ? 1 : 0;
      traff.slut = slut;
    }
    return kvar.sort((a, b) => b.nummer - a.nummer || a.slut - b.slut || b.poang - a.poang || a.sida - b.sida);
  };
}
