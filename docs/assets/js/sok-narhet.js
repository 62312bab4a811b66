// Words that are not in the index as they are written: compounds taken apart, and misspellings.
{
  // The ways to take a word apart in two. Sure ones (0) join parts that compounds are made of, unsure ones know one part.
  sok.klyv = (index, ord) => {
    const satt = [];
    if (sok.vik(ord).length !== ord.length) return satt;
    for (let plats = ord.length - 3; plats >= 3; plats -= 1) {
      const stam = sok.stam(ord.slice(plats));
      const sist = index.same[stam] ?? stam;
      const [forstKand, sistKand] = [index.forsta.has(sok.vik(ord.slice(0, plats))), index.sista.has(sok.vik(sist))];
      const begrepp = arBegrepp(index, sok.stam(ord.slice(0, plats))) && arBegrepp(index, sist);
      if (sist.length > 2 && (begrepp || (forstKand ? sistKand || sist.length > 3 : sistKand && plats > 3))) {
        satt.push([utanFog(ord.slice(0, plats)), sist, forstKand && sistKand ? 0 : 1]);
      }
    }
    return satt.sort((a, b) => a[2] - b[2]).slice(0, 4);
  };

  const arBegrepp = (index, stam) => stam.length > 3 && index.begrepp.has(sok.vik(stam));

  function utanFog(del) {
    const stam = sok.stam(del);
    return stam.length > 3 && "oue".includes(stam.at(-1)) ? stam.slice(0, -1) : stam;
  }

  const LIKA = ["aäåoe", "oå", "eä", "ckqgx", "szc", "vwf", "iyje", "jg", "dt", "uy", "bp", "mn"];
  const nara = new Set(LIKA.flatMap((grupp) => [...grupp].flatMap((a) => [...grupp].map((b) => a + b))));
  const BILLIGAST = 0.7; // no letter that a word lacks costs less

  // How far a word is from another: letters that sound alike, doubled or change places cost less than others.
  sok.avstand = (fel, ratt, hogst) => {
    let fore = [];
    let rad = [0];
    for (let j = 0; j < ratt.length; j += 1) rad.push(rad[j] + extra(ratt, j));
    for (let i = 0; i < fel.length; i += 1) {
      const ny = [rad[0] + extra(fel, i)];
      let lagst = ny[0];
      for (let j = 0; j < ratt.length; j += 1) {
        const byte = fel[i] === ratt[j] ? 0 : nara.has(fel[i] + ratt[j]) ? 0.7 : 1.2;
        let minst = Math.min(rad[j] + byte, rad[j + 1] + extra(fel, i), ny[j] + extra(ratt, j));
        if (i && j && fel[i] === ratt[j - 1] && fel[i - 1] === ratt[j]) minst = Math.min(minst, fore[j - 1] + 0.8);
        ny.push(minst);
        if (minst < lagst) lagst = minst;
      }
      if (lagst > hogst) return Infinity;
      fore = rad;
      rad = ny;
    }
    return rad.at(-1);
  };

  function extra(ord, plats) {
    return plats && ord[plats] === ord[plats - 1] ? 0.5 : 1;
  }

  // How far a word may be from the one that a reader meant.
  const hogstFor = (ord) => (ord.length < 6 ? 0.8 : ord.length < 9 ? 1.1 : 2);

  // The nearest word of the site, if any is near enough for the word's length.
  sok.narmast = (ord, ordlista) => narmaste(ord, ordlista, hogstFor(ord))[0] ?? null;

  // Words that are so far from the word that a reader has to choose.
  sok.narliggande = (ord, ordlista) => narmaste(ord, ordlista, ord.length < 7 ? 1.8 : 3).slice(0, 3);

  // Few misspell the first letter: words that begin with another are only looked at when none else is near.
  function narmaste(ord, ordlista, hogst) {
    const fel = sok.vik(ord);
    const grupper = efterBokstav(ordlista);
    const funna = nararan(grupper.get(fel[0]), fel, hogst, sok.vik(sok.stam(ord)));
    for (const bokstav of funna.length ? [] : grupper.keys()) {
      if (bokstav !== fel[0]) funna.push(...nararan(grupper.get(bokstav), fel, hogst));
    }
    return funna.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).map(([, kandidat]) => kandidat);
  }

  // The words that are near enough, as they stand or by their stems, with how far they are.
  function nararan(rader, fel, hogst, felStam) {
    const [bokstaver, iStammen] = [bokstaverI(fel), bokstaverI(felStam ?? fel)];
    const funna = [];
    for (const { kandidat, ratt, dess } of lasta(rader ?? [])) {
      if (antal(iStammen & ~dess) * BILLIGAST > hogst || Math.abs(ratt.length - fel.length) > hogst + 3) continue;
      const lika = antal(dess & ~bokstaver) * BILLIGAST <= hogst && Math.abs(ratt.length - fel.length) * 0.5 <= hogst;
      const hel = lika ? sok.avstand(fel, ratt, hogst) : Infinity;
      const stam = felStam && hel > 0.5 ? sok.avstand(felStam, sok.vik(sok.stam(kandidat)), hogst) : Infinity;
      const langd = Math.min(hel, stam);
      if (langd <= hogst) funna.push([langd + Math.min(hel, hogst + 1) / 10, kandidat]);
    }
    return funna;
  }

  // The site's words by their first letter.
  const grupperade = new WeakMap();
  function efterBokstav(ordlista) {
    if (!grupperade.has(ordlista)) {
      const grupper = new Map();
      for (const kandidat of ordlista) {
        const bokstav = sok.vik(kandidat[0]);
        if (!grupper.has(bokstav)) grupper.set(bokstav, []);
        grupper.get(bokstav).push(kandidat);
      }
      grupperade.set(ordlista, grupper);
    }
    return grupperade.get(ordlista);
  }

  // Words as they are compared: without marks, and which letters each has.
  const kanda = new WeakMap();
  function lasta(rader) {
    if (!kanda.has(rader)) {
      const alla = rader.filter((kandidat) => kandidat.length > 3).map((kandidat) => ({ kandidat, ratt: sok.vik(kandidat) }));
      kanda.set(rader, alla.map((rad) => ({ ...rad, dess: bokstaverI(rad.ratt) })));
    }
    return kanda.get(rader);
  }

  // A set of letters, as the bits of a number.
  function bokstaverI(ord) {
    let alla = 0;
    for (let plats = 0; plats < ord.length; plats += 1) alla |= 1 << (ord.charCodeAt(plats) & 31);
    return alla;
  }

  function antal(bitar) {
    let tal = 0;
    for (let kvar = bitar; kvar; kvar &= kvar - 1) tal += 1;
    return tal;
  }
}
