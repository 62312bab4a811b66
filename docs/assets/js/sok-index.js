// The index, of which only the pieces that the words of a question need are fetched.
{
  const ORD_MED_SAMMA_BORJAN = 12;

  sok.hamtare = (adress) => {
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

    async function hamtaIndex() {
      const index = await hamta("index.json");
      index.begrepp ??= begreppFor(index.concepts);
      index.stopp ??= new Set([...index.stop, ...utanPrickar(index)]);
      index.forsta ??= new Set(index.first);
      index.sista ??= new Set(index.last);
      return index;
    }

    // Readers who write no marks write `for` and `ar` too, unless that is another word.
    function utanPrickar(index) {
      return index.stop.map(sok.vik).filter((ord) => !index.begrepp.has(ord));
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
      if (Array.isArray(post)) return [{ stam: nyckel, sidor: sok.packaUpp(post) }];
      const stavningar = Object.keys(post).filter((ord) => nyckel === stam || ord === stam);
      const valda = stavningar.length ? stavningar : Object.keys(post);
      return valda.map((ord) => ({ stam: ord, sidor: sok.packaUpp(post[ord]) }));
    }

    async function borjarMed(index, borjan) {
      const nyckel = sok.vik(borjan);
      const funna = [];
      for (let nr = bitFor(index, nyckel); nr < index.pieces.length && funna.length < ORD_MED_SAMMA_BORJAN; nr += 1) {
        if (index.pieces[nr] > nyckel && !index.pieces[nr].startsWith(nyckel)) break;
        const bit = await hamta(`bit-${nr}.json`);
        for (const [ord, post] of Object.entries(bit)) {
          if (!ord.startsWith(nyckel)) continue;
          const stavade = Array.isArray(post) ? [[ord, post]] : Object.entries(post);
          funna.push(...stavade.map(([stam, rad]) => ({ stam, sidor: sok.packaUpp(rad) })));
        }
      }
      return funna.slice(0, ORD_MED_SAMMA_BORJAN);
    }

    return { hamta, hamtaIndex, stamAv, sla, borjarMed };
  };

  // The concepts by every word or phrase that stands for them.
  function begreppFor(namnen) {
    const begrepp = new Map();
    for (const [id, orden] of Object.entries(namnen)) {
      for (const ord of orden) {
        if (begrepp.has(ord)) begrepp.get(ord).push(id);
        else begrepp.set(ord, [id]);
      }
    }
    return begrepp;
  }
}
