// The engine: finds the pages that answer a question, best first. It fetches only the pieces of the index that the words need.
{
  const OM = "~"; // before the id of a concept in the index: the pages about it
  const NAMNER = "~~"; // … and those that name it
  const VIKT = { ord: 1, om: 1, namner: 0.9, delar: 0.75, svagaDelar: 0.45, borjan: 0.7 };
  const BIVIKT = 0.35; // what the second best reason for a page counts beside the best
  const TITEL = 1.35; // a title that holds every word of the question
  const HELA_TITELN = 1.6; // … and nothing else
  const MINSTA_TACKNING = 0.5; // how much of the question a page must answer
  const MINSTA_ANDEL = 0.08; // of the best page's points

  sok.motor = (adress) => {
    const bas = new URL(".", adress);
    const hamtade = new Map();

    function hamta(namn) {
      if (!hamtade.has(namn)) {
        hamtade.set(namn, fetch(new URL(namn, bas)).then((svar) => {
          if (!svar.ok) throw new Error(`${svar.status} ${namn}`);
          return svar.json();
        }).catch((fel) => {
          hamtade.delete(namn);
          throw fel;
        }));
      }
      return hamtade.get(namn);
    }

    // The piece in which a key stands, if it stands anywhere.
    function bitFor(index, nyckel) {
      let lag = 0;
      let hog = index.pieces.length - 1;
      while (lag < hog) {
        const mitt = (lag + hog + 1) >> 1;
        if (index.pieces[mitt] <= nyckel) lag = mitt;
        else hog = mitt - 1;
      }
      return lag;
    }

    // The stem of a word, or the one that stands for it in the index.
    function stamAv(index, ord) {
      const stam = sok.stam(ord);
      return Object.hasOwn(index.same, stam) ? index.same[stam] : stam;
    }

    // What the index has under a stem: how it is spelt there -> its pages. Marks count if the reader wrote any.
    async function sla(index, stam) {
      const nyckel = sok.vik(stam);
      const bit = await hamta(`bit-${bitFor(index, nyckel)}.json`);
      const post = Object.hasOwn(bit, nyckel) ? bit[nyckel] : null;
      if (!post) return [];
      if (Array.isArray(post)) return [{ stam: nyckel, sidor: packaUpp(post) }];
      const stavningar = Object.keys(post).filter((ord) => nyckel === stam || ord === stam);
      return (stavningar.length ? stavningar : Object.keys(post)).map((ord) => ({ stam: ord, sidor: packaUpp(post[ord]) }));
    }

    async function borjarMed(index, stam) {
      const nyckel = sok.vik(stam);
      const funna = [];
      for (let nr = bitFor(index, nyckel); nr < index.pieces.length && funna.length < 12; nr += 1) {
        if (index.pieces[nr] > nyckel && !index.pieces[nr].startsWith(nyckel)) break;
        const bit = await hamta(`bit-${nr}.json`);
        for (const [ord, post] of Object.entries(bit)) {
          if (!ord.startsWith(nyckel) || funna.length >= 12) continue;
          if (Array.isArray(post)) funna.push({ stam: ord, sidor: packaUpp(post) });
          else for (const [stavat, sidor] of Object.entries(post)) funna.push({ stam: stavat, sidor: packaUpp(sidor) });
        }
      }
      return funna;
    }

    // --- What a word of the question may mean: reasons, each a map from page to points.

    // A word that is found as it stands is taken apart only where both parts are known.
    async function delar(index, ord, finns) {
      for (const [forst, sist, osaker] of sok.klyv(index, ord)) {
        if (finns && osaker) continue;
        const funna = await Promise.all([forst, sist].map((del) => mening(index, del)));
        if (funna.every((sidor) => sidor.size)) return { ord: [forst, sist], sidor: gemensamma(funna) };
      }
      return null;
    }

    // Every page that a word leads to by itself or as a concept.
    async function mening(index, stam) {
      const poster = await sla(index, stam);
      const begrepp = await Promise.all(lista(index.concepts, sok.vik(stam)).map((id) => sla(index, NAMNER + id)));
      return starkast([...poster, ...begrepp.flat()].map((post) => post.sidor));
    }

    async function led(index, ord, fraser) {
      const stam = stamAv(index, ord);
      const poster = await sla(index, stam);
      const id = [...new Set([...lista(index.concepts, sok.vik(stam)), ...fraser])];
      const hamtaAlla = async (forled) => (await Promise.all(id.map((namn) => sla(index, forled + namn)))).flat();
      const [om, namner] = await Promise.all([hamtaAlla(OM), hamtaAlla(NAMNER)]);
      const grunder = [
        ...poster.map((post) => ({ vikt: VIKT.ord, sidor: post.sidor })),
        ...om.map((post) => ({ vikt: VIKT.om, sidor: post.sidor })),
        ...namner.map((post) => ({ vikt: VIKT.namner, sidor: post.sidor })),
      ];
      const stammar = poster.map((post) => post.stam);
      const kluvet = await delar(index, ord, grunder.length > 0);
      if (kluvet) {
        grunder.push({ vikt: grunder.length ? VIKT.svagaDelar : VIKT.delar, sidor: kluvet.sidor });
        stammar.push(...kluvet.ord);
      }
      if (!grunder.length && ord.length > 3) {
        const funna = await borjarMed(index, stam);
        grunder.push(...funna.map((post) => ({ vikt: VIKT.borjan, sidor: post.sidor })));
        stammar.push(...funna.map((post) => post.stam));
      }
      return { ord, stam, stammar, id, grunder };
    }

    // Phrases of several words that stand for a concept: the place of each word -> the concepts.
    function fraser(index, stammar) {
      const vid = stammar.map(() => []);
      stammar.forEach((_, fran) => {
        for (let till = fran + 2; till <= Math.min(stammar.length, fran + 7); till += 1) {
          const id = lista(index.concepts, stammar.slice(fran, till).join(" "));
          for (let plats = fran; plats < till; plats += 1) vid[plats].push(...id);
        }
      });
      return vid;
    }

    async function tolka(index, ord) {
      const vid = fraser(index, ord.map((item) => sok.vik(stamAv(index, item))));
      const stopp = new Set(index.stop);
      const viktiga = ord.map((item, plats) => [item, vid[plats]]).filter(([item]) => !stopp.has(item));
      const valda = viktiga.length ? viktiga : ord.map((item, plats) => [item, vid[plats]]);
      return Promise.all(valda.map(([item, id]) => led(index, item, id)));
    }

    // Words that nothing is found for, put right by the nearest word of the site.
    async function ratta(index, leden) {
      const okanda = leden.filter((item) => !item.grunder.length && /^\p{L}{4,}$/u.test(item.ord));
      if (!okanda.length) return [];
      const ordlista = await hamta("ord.json");
      const rattade = okanda.map((item) => [item.ord, sok.narmast(item.ord, ordlista)]).filter(([, nara]) => nara);
      for (const [fel, ratt] of rattade) {
        const plats = leden.findIndex((item) => item.ord === fel);
        leden[plats] = await led(index, ratt, []);
      }
      return rattade;
    }

    // --- Points

    function poangsatt(index, leden) {
      const antal = index.pages.length;
      const sallsynt = leden.map((item) => {
        item.poang = samlade(item.grunder);
        return Math.log(1 + antal / (item.poang.size + 0.5));
      });
      const alla = sallsynt.reduce((summa, tal) => summa + tal, 0);
      const poang = new Map();
      leden.forEach((item, plats) => {
        for (const [sida, tal] of item.poang) {
          const hittills = poang.get(sida) ?? [0, 0];
          poang.set(sida, [hittills[0] + tal, hittills[1] + sallsynt[plats] / alla]);
        }
      });
      return [...poang].filter(([, [, tackning]]) => tackning >= MINSTA_TACKNING)
        .map(([sida, [tal, tackning]]) => ({ sida, poang: tal * tackning * tackning }));
    }

    const titlar = new Map();
    function titelord(index, sida, titel) {
      if (!titlar.has(sida)) titlar.set(sida, sok.ordI(titel).map((item) => sok.vik(stamAv(index, item))));
      return titlar.get(sida);
    }

    function ordna(index, leden, traffar) {
      const nummer = new Set(leden.map((item) => item.ord).filter((ord) => ord.includes(":")));
      const fraga = leden.map((item) => sok.vik(item.stam));
      for (const traff of traffar) {
        const [, titel, , , , egetNummer, slut] = index.pages[traff.sida];
        const ord = titelord(index, traff.sida, titel);
        if (fraga.every((item) => ord.includes(item))) traff.poang *= ord.length === fraga.length ? HELA_TITELN : TITEL;
        traff.nummer = nummer.has(egetNummer) ? 1 : 0;
        traff.slut = slut;
      }
      traffar.sort((a, b) => b.nummer - a.nummer || a.slut - b.slut || b.poang - a.poang || a.sida - b.sida);
      const bast = Math.max(0, ...traffar.map((traff) => traff.poang));
      return traffar.filter((traff) => traff.nummer || traff.poang >= bast * MINSTA_ANDEL);
    }

    return {
      index: () => hamta("index.json"),
      text: (sida) => hamta(`text-${sida}.json`),

      // Words of the site that are like those of a question for which nothing is found.
      async foresla(fraga) {
        const [index, ordlista] = await Promise.all([hamta("index.json"), hamta("ord.json")]);
        const stopp = new Set(index.stop);
        const orden = sok.ordIFraga(fraga).filter((ord) => ord.length > 3 && !stopp.has(ord)).slice(0, 4);
        return [...new Set(orden.flatMap((ord) => sok.narliggande(ord, ordlista)))].slice(0, 3);
      },

      // The pages that answer a question, and how the question was understood.
      async sok(fraga) {
        const index = await hamta("index.json");
        const ord = [...new Set(sok.ordIFraga(fraga))].slice(0, 20);
        if (!ord.length) return { traffar: [], rattade: [], stammar: [], id: [], index };
        const leden = await tolka(index, ord);
        const rattade = await ratta(index, leden);
        const traffar = ordna(index, leden, poangsatt(index, leden));
        return { traffar, rattade, stammar: leden.flatMap((item) => [item.stam, ...item.stammar]), id: leden.flatMap((item) => item.id), index };
      },
    };
  };

  function lista(tabell, nyckel) {
    return Object.hasOwn(tabell, nyckel) ? tabell[nyckel] : [];
  }

  function packaUpp(rad) {
    const sidor = new Map();
    let sida = 0;
    for (let plats = 0; plats < rad.length; plats += 2) {
      sida += rad[plats];
      sidor.set(sida, rad[plats + 1]);
    }
    return sidor;
  }

  function starkast(kartor) {
    const bast = new Map();
    for (const karta of kartor) {
      for (const [sida, tal] of karta) bast.set(sida, Math.max(tal, bast.get(sida) ?? 0));
    }
    return bast;
  }

  // The pages that all maps have, with the mean of their points.
  function gemensamma(kartor) {
    const [forsta, ...andra] = kartor;
    const sidor = new Map();
    for (const [sida, tal] of forsta) {
      if (andra.every((karta) => karta.has(sida))) {
        sidor.set(sida, andra.reduce((summa, karta) => summa + karta.get(sida), tal) / kartor.length);
      }
    }
    return sidor;
  }

  // Of all reasons for a page the best counts in full, the second best in part.
  function samlade(grunder) {
    const tva = new Map();
    for (const { vikt, sidor } of grunder) {
      for (const [sida, tal] of sidor) {
        const varde = tal * vikt;
        const [bast, nast] = tva.get(sida) ?? [0, 0];
        tva.set(sida, varde > bast ? [varde, bast] : [bast, Math.max(nast, varde)]);
      }
    }
    return new Map([...tva].map(([sida, [bast, nast]]) => [sida, bast + BIVIKT * nast]));
  }
}
