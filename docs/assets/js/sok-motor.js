// The engine: finds the pages that answer a question.
{
  const OM = "~"; // before the id of a concept in the index
  const omDet = (id) => `${OM}${id}`; // the pages about it
  const namnerDet = (id) => `${OM}${id}~`; // … and those that name it
  const VIKT = { ord: 1, om: 1, namner: 0.8, sammansatt: 1, delar: 0.75, svagaDelar: 0.45, borjan: 0.7 };
  const LANGSTA_FRAS = 7;

  sok.motor = (adress) => {
    const { hamta, hamtaIndex, stamAv, sla, borjarMed } = sok.hamtare(adress);

    // --- What a word of the question may mean: reasons, each a map from page to points.

    // The parts of a word, and the pages that have both.
    async function delar(index, ord, osakra) {
      const satt = sok.klyv(index, ord).filter(([, , osaker]) => osakra || !osaker);
      const alla = await Promise.all(satt.map((par) => Promise.all(par.slice(0, 2).map((del) => mening(index, del)))));
      const plats = alla.findIndex((funna) => funna.every((sidor) => sidor.size));
      return plats < 0 ? null : { ord: satt[plats].slice(0, 2), sidor: sok.gemensamma(alla[plats]) };
    }

    // Every page that a word leads to by itself or as a concept.
    async function mening(index, stam) {
      const id = begreppen(index, sok.vik(stam)).flatMap((namn) => [omDet(namn), namnerDet(namn)]);
      const poster = await Promise.all([stam, ...id].map((nyckel) => sla(index, nyckel)));
      return sok.starkast(poster.flat().map((post) => post.sidor));
    }

    async function led(index, ord, fraser, sammansatta) {
      const stam = stamAv(index, ord);
      const egna = sammansatta.length ? [] : begreppen(index, sok.vik(stam));
      const id = fraser.length ? fraser : egna;
      const hamtaAlla = async (nyckel) => (await Promise.all(id.map((namn) => sla(index, nyckel(namn))))).flat();
      const [poster, om, namner, kluvet] = await Promise.all([
        sla(index, stam), hamtaAlla(omDet), hamtaAlla(namnerDet), delar(index, ord, false),
      ]);
      const med = (vikt) => ({ sidor }) => ({ vikt, sidor });
      const grunder = [
        ...poster.map(med(sammansatta.length ? VIKT.svagaDelar : VIKT.ord)), ...om.map(med(VIKT.om)), ...namner.map(med(VIKT.namner)),
        ...sammansatta.map(med(VIKT.sammansatt)),
      ];
      const stammar = [...poster, ...sammansatta].map((post) => post.stam).filter((namn) => !namn.startsWith(OM));
      const nytt = { ord, stam, stammar, id, grunder };
      laggTillDelar(nytt, kluvet);
      if (!grunder.length && ord.length > 3) laggTill(nytt, await borjarMed(index, ord));
      return nytt;
    }

    function laggTill(del, poster) {
      del.grunder.push(...poster.map(({ sidor }) => ({ vikt: VIKT.borjan, sidor })));
      del.stammar.push(...poster.map((post) => post.stam));
    }

    function laggTillDelar(del, kluvet) {
      if (!kluvet) return;
      del.grunder.push({ vikt: del.grunder.length ? VIKT.svagaDelar : VIKT.delar, sidor: kluvet.sidor });
      del.stammar.push(...kluvet.ord);
    }

    // Phrases that stand for a concept: the place of each word -> the concepts. A longer phrase goes before a shorter,
    // and a phrase before its words. Words that say nothing may be others than in the phrase, or be left out.
    function fraser(index, ord, stammar) {
      const vid = new Map();
      const alla = [...ord.keys()];
      const barande = alla.filter((plats) => !index.stopp.has(ord[plats]));
      const glesa = alla.slice(2).filter((plats) => index.stopp.has(ord[plats - 1])).map((plats) => [plats - 2, plats]);
      for (const del of [...foljder(alla), ...foljder(barande), ...glesa]) {
        const id = begreppen(index, del.map((plats) => stammar[plats]).join(" "));
        if (id.length) for (const plats of del) if (!vid.has(plats)) vid.set(plats, { id, del });
      }
      return vid;
    }

    // Compounds that have been written as two words: the place of each -> what the index has under the whole.
    async function sammansatta(index, ord) {
      const vid = ord.map(() => []);
      const par = ord.slice(1).map((efter, plats) => [plats, ord[plats], efter]);
      await Promise.all(par.flatMap(([plats, fore, efter]) => ["", "s"].map(async (fog) => {
        if (!index.forsta.has(sok.vik(fore + fog)) || !/^\p{L}{3,}/u.test(efter) || index.stopp.has(efter)) return;
        const stam = stamAv(index, fore + fog + efter);
        const begrepp = begreppen(index, sok.vik(stam)).flatMap((id) => [sla(index, omDet(id)), sla(index, namnerDet(id))]);
        const poster = (await Promise.all([sla(index, stam), ...begrepp])).flat();
        vid[plats].push(...poster);
        vid[plats + 1].push(...poster);
      })));
      return vid;
    }

    async function tolka(index, ord) {
      const iFraser = fraser(index, ord, ord.map((item) => sok.vik(stamAv(index, item))));
      const iHela = await sammansatta(index, ord);
      const sager = (plats) => !index.stopp.has(ord[plats]);
      const forEnFras = (plats) => iFraser.has(plats) && !iFraser.get(plats).del.some(sager) && iFraser.get(plats).del[0] === plats;
      const viktiga = [...ord.keys()].filter((plats) => sager(plats) || forEnFras(plats));
      const valda = viktiga.length ? viktiga : [...ord.keys()];
      return Promise.all(valda.map((plats) => led(index, ord[plats], iFraser.get(plats)?.id ?? [], iHela[plats])));
    }

    // Words that nothing is found for: put right by the nearest word of the site, or taken apart, or cut short.
    async function ratta(index, leden) {
      const okanda = leden.filter((item) => !item.grunder.length && /^\p{L}{4,}$/u.test(item.ord));
      if (!okanda.length) return [];
      const ordlista = await hamta("ord.json");
      const rattade = [];
      for (const item of okanda) {
        const ratt = sok.narmast(item.ord, ordlista);
        if (ratt) {
          leden[leden.indexOf(item)] = await led(index, ratt, [], []);
          rattade.push([item.ord, ratt]);
        } else {
          laggTillDelar(item, await delar(index, item.ord, true));
          if (!item.grunder.length) laggTill(item, await borjarMed(index, item.stam));
        }
      }
      return rattade;
    }

    const titlar = new Map();
    function ordITitel(index, sida) {
      if (!titlar.has(sida)) titlar.set(sida, sok.ordI(index.pages[sida][1]).map((item) => sok.vik(stamAv(index, item))));
      return titlar.get(sida);
    }

    return {
      text: (sida) => hamta(`text-${sida}.json`),

      // Words of the site that are like those of a question for which nothing is found.
      async foresla(fraga) {
        const [index, ordlista] = await Promise.all([hamtaIndex(), hamta("ord.json")]);
        const orden = sok.ordIFraga(fraga).filter((ord) => ord.length > 3 && !index.stopp.has(ord)).slice(0, 4);
        return [...new Set(orden.flatMap((ord) => sok.narliggande(ord, ordlista)))].slice(0, 3);
      },

      // The pages that answer a question, and how the question was understood.
      async sok(fraga) {
        const index = await hamtaIndex();
        const ord = [...new Set(sok.ordIFraga(fraga))].slice(0, 20);
        if (!ord.length) return { traffar: [], rattade: [], stammar: [], id: [], index };
        const leden = await tolka(index, ord);
        const rattade = await ratta(index, leden);
        const traffar = sok.ordnade(index, leden, (sida) => ordITitel(index, sida));
        const stammar = leden.flatMap((item) => [item.stam, ...item.stammar]);
        return { traffar, rattade, stammar, id: leden.flatMap((item) => item.id), index };
      },
    };
  };

  // All runs of several places, the longest first.
  function foljder(platser) {
    const funna = [];
    for (let antal = Math.min(platser.length, LANGSTA_FRAS); antal > 1; antal -= 1) {
      for (let fran = 0; fran + antal <= platser.length; fran += 1) funna.push(platser.slice(fran, fran + antal));
    }
    return funna;
  }

  const begreppen = (index, nyckel) => index.begrepp.get(nyckel) ?? [];
}
