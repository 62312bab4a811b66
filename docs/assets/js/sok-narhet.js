// Words that are not in the index as they are written: compounds taken apart, and misspellings.
{
  // The ways to take a word apart in two, with a first part that compounds begin with or a last part that they end with.
  sok.klyv = (index, ord) => {
    index.forsta ??= new Set(index.first);
    index.sista ??= new Set(index.last);
    const vikt = sok.vik(ord);
    const satt = [];
    if (vikt.length !== ord.length) return satt;
    for (let plats = ord.length - 3; plats >= 3; plats -= 1) {
      const stam = sok.stam(ord.slice(plats));
      const sist = index.same[stam] ?? stam;
      const kand = index.forsta.has(vikt.slice(0, plats));
      if (sist.length > 2 && (kand || (plats > 3 && index.sista.has(sok.vik(sist))))) {
        satt.push([utanFog(ord.slice(0, plats)), sist, kand && index.sista.has(sok.vik(sist)) ? 0 : 1]);
      }
    }
    return satt.sort((a, b) => a[2] - b[2]).slice(0, 4);
  };

  function utanFog(del) {
    const stam = sok.stam(del);
    return stam.length > 3 && "oue".includes(stam.at(-1)) ? stam.slice(0, -1) : stam;
  }

  const LIKA = ["aäåoe", "oå", "eä", "ckqgx", "szc", "vwf", "iyje", "jg", "dt", "uy", "bp", "mn"];
  const nara = (a, b) => LIKA.some((grupp) => grupp.includes(a) && grupp.includes(b));

  // How far a word is from another: letters that sound alike, doubled or change places cost less than others.
  sok.avstand = (fel, ratt, hogst) => {
    let fore = [];
    let rad = [...ratt].reduce((kostnad, tecken, plats) => [...kostnad, kostnad[plats] + extra(ratt, plats)], [0]);
    for (let i = 0; i < fel.length; i += 1) {
      const ny = [rad[0] + extra(fel, i)];
      for (let j = 0; j < ratt.length; j += 1) {
        const byte = fel[i] === ratt[j] ? 0 : nara(fel[i], ratt[j]) ? 0.7 : 1.2;
        let minst = Math.min(rad[j] + byte, rad[j + 1] + extra(fel, i), ny[j] + extra(ratt, j));
        if (i && j && fel[i] === ratt[j - 1] && fel[i - 1] === ratt[j]) minst = Math.min(minst, fore[j - 1] + 0.8);
        ny.push(minst);
      }
      if (Math.min(...ny) > hogst) return Infinity;
      fore = rad;
      rad = ny;
    }
    return rad.at(-1);
  };

  function extra(ord, plats) {
    return plats && ord[plats] === ord[plats - 1] ? 0.5 : 1;
  }

  // The nearest word of the site, if any is near enough for the word's length.
  sok.narmast = (ord, ordlista) => {
    const hogst = ord.length < 6 ? 0.8 : ord.length < 9 ? 1.1 : 2;
    return narmaste(ord, ordlista, hogst)[0] ?? null;
  };

  // Words that are so far from the word that a reader has to choose.
  sok.narliggande = (ord, ordlista) => narmaste(ord, ordlista, ord.length < 7 ? 1.8 : 3).slice(0, 3);

  function narmaste(ord, ordlista, hogst) {
    const fel = sok.vik(ord);
    const felStam = sok.vik(sok.stam(ord));
    const funna = [];
    for (const kandidat of ordlista) {
      const ratt = sok.vik(kandidat);
      if (ratt.length < 4 || Math.abs(ratt.length - fel.length) > hogst + 3) continue;
      const hel = sok.avstand(fel, ratt, hogst + 1);
      const stam = sok.avstand(felStam, sok.vik(sok.stam(kandidat)), hogst);
      const langd = Math.min(hel, stam);
      if (langd <= hogst) funna.push([langd + Math.min(hel, 9) / 10, kandidat]);
    }
    return funna.sort((a, b) => a[0] - b[0] || a[1].localeCompare(b[1], "sv")).map(([, kandidat]) => kandidat);
  }
}
