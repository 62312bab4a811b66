// The search page: reads the question from the field and the address, and shows what the engine finds.
{
  const ADRESS = new URL(document.currentScript.dataset.index, location.href);
  const ROT = new URL("../../", ADRESS); // the index lies in a folder of its own, two levels below the site's root
  const SIDOR = 15;
  const PAUS = 25; // ms without a key before a search
  const VILA = 100; // ms that results stand before their texts are fetched and counts made: who types on does not wait
  const LUGN = 700; // ms without a key before a reader of screens is told, and the address follows

  const plats = document.querySelector(".sok");
  const ord = JSON.parse(plats.dataset.ord);
  const formular = plats.querySelector("form");
  const falt = document.getElementById("sok-falt");
  const status = document.getElementById("sok-status");
  const forslag = document.getElementById("sok-forslag");
  const lista = document.getElementById("sok-resultat");
  const filter = plats.querySelector(".sokfilter");
  const val = sok.filter(filter);
  const fler = plats.querySelector(".sok-fler");
  const titel = document.title;
  const motor = sok.motor(ADRESS);
  let senast = 0;
  let visat = null;
  let soker = false; // from a key until its results

  const fyll = (mall, varden) => mall.replace(/\{(\w+)\}/gu, (_, namn) => varden[namn]);

  // Does what can wait, once the reader has stopped typing.
  function nar(gor) {
    setTimeout(() => (soker ? nar(gor) : gor()), VILA);
  }

  // --- The address holds the question and the choices.

  function skrivAdress(nytt, varden = val.valda()) {
    const fraga = new URLSearchParams();
    if (falt.value.trim()) fraga.set("q", falt.value.trim());
    val.skriv(fraga, varden);
    const text = fraga.toString();
    const adress = `${location.pathname}${text ? `?${text}` : ""}`;
    if (adress === location.pathname + location.search) return;
    history[nytt ? "pushState" : "replaceState"](null, "", adress);
  }

  function lasAdress() {
    const fraga = new URLSearchParams(location.search);
    falt.value = fraga.get("q") ?? "";
    val.las(fraga);
  }

  // --- Results

  function rad(index, traff) {
    const [adress, namn, slag, omrade, , , slut] = index.pages[traff.sida];
    const lank = sok.element("a", "traff", namn);
    lank.href = new URL(adress, ROT);
    const om = [index.kinds[slag], ...(omrade < 0 || index.areas[omrade].toLowerCase() === namn.toLowerCase() ? [] : [index.areas[omrade]])];
    if (slut) om.push(ord.over);
    return sok.element("li", "", sok.element("h2", "", lank), sok.element("p", "traff-slag", om.join(" · ")), sok.element("p", "traff-utdrag"));
  }

  async function citera(punkt, traff, marker) {
    const bast = sok.utdrag(await motor.text(traff.sida), marker);
    if (!bast) return;
    const [ankare, rubrik, mening] = bast;
    const plats = punkt.querySelector(".traff-utdrag");
    plats.replaceChildren(...sok.markerad(mening, marker));
    if (!ankare) return;
    const lank = sok.element("a", "traff-avsnitt", fyll(ord.section, { rubrik }));
    lank.href = `${punkt.querySelector(".traff").href}#${ankare}`;
    plats.append(lank);
  }

  // Texts are fetched for the results that the reader sees.
  const synliga = new IntersectionObserver((andrade) => {
    for (const { isIntersecting, target } of andrade) {
      if (isIntersecting) {
        synliga.unobserve(target);
        nar(() => target.isConnected && target.citera());
      }
    }
  }, { rootMargin: "100px" });

  function visaRader(antal) {
    const { svar, traffar } = visat;
    const vid = visat;
    const nya = traffar.slice(lista.children.length, antal);
    const rader = new DocumentFragment();
    for (const traff of nya) {
      const punkt = rad(svar.index, traff);
      punkt.citera = () => citera(punkt, traff, vid.marker ??= sok.markering(svar)).catch(() => {}); // or it is left out
      rader.append(punkt);
      synliga.observe(punkt);
    }
    lista.append(rader);
    const kvar = traffar.length - lista.children.length;
    fler.hidden = kvar <= 0;
    fler.firstElementChild.textContent = fyll(ord.more, { n: kvar });
    return nya.length;
  }

  // The results come first; how many there are of each kind can wait until they are seen.
  function visa(svar, fraga) {
    const traffar = val.urval(svar);
    const vid = senast;
    visat = { svar, traffar };
    synliga.disconnect();
    lista.replaceChildren();
    visaRader(SIDOR);
    filter.hidden = !svar.traffar.length;
    status.textContent = sammanfattning(svar, traffar.length, fraga);
    forslag.hidden = true;
    if (!svar.traffar.length && fraga) foresla(fraga);
    document.title = fraga ? fyll(ord.title, { q: fraga, sida: titel }) : titel;
    nar(() => vid === senast && val.rakna(svar));
  }

  function sammanfattning(svar, antal, fraga) {
    if (!fraga) return ord.empty;
    if (!antal) return fyll(svar.traffar.length ? ord["none-filtered"] : ord.none, { q: fraga });
    const rattat = svar.rattade.map(([fel, ratt]) => fyll(ord.corrected, { fel, ratt }));
    return [...rattat, fyll(antal === 1 ? ord.one : ord.many, { n: antal, q: fraga })].join(" ");
  }

  async function foresla(fraga) {
    const vid = senast;
    const nara = await motor.foresla(fraga);
    if (vid !== senast || !nara.length) return;
    const lankar = nara.map((namn) => {
      const lank = sok.element("a", "", namn);
      lank.href = `?${new URLSearchParams({ q: namn })}`;
      return lank;
    });
    const [fore, efter] = ord.suggest.split("{ord}");
    forslag.replaceChildren(fore, ...lankar.flatMap((lank, nr) => (nr ? [ord.or, lank] : [lank])), efter);
    forslag.hidden = false;
  }

  async function sokNu() {
    const vid = senast += 1;
    const fraga = falt.value.trim();
    try {
      const svar = await motor.sok(fraga);
      if (vid === senast) visa(svar, fraga);
    } catch {
      if (vid === senast) status.textContent = ord.failed;
    }
    if (vid === senast) soker = false;
    plats.classList.add("klar");
  }

  // --- What the reader does

  let snart;
  let lugnt;
  falt.addEventListener("input", () => {
    clearTimeout(snart);
    clearTimeout(lugnt);
    status.setAttribute("aria-busy", "true");
    soker = true;
    snart = setTimeout(sokNu, PAUS);
    lugnt = setTimeout(() => {
      skrivAdress(false);
      status.removeAttribute("aria-busy");
    }, LUGN);
  });
  formular.addEventListener("submit", (handelse) => {
    handelse.preventDefault();
    clearTimeout(snart);
    clearTimeout(lugnt);
    status.removeAttribute("aria-busy");
    skrivAdress(true);
    sokNu();
  });
  filter.addEventListener("change", () => {
    clearTimeout(lugnt);
    status.removeAttribute("aria-busy");
    skrivAdress(false, fore); // the question as it was typed, before the choice
    skrivAdress(true);
    fore = val.valda();
    sokNu();
  });
  fler.firstElementChild.addEventListener("click", () => {
    const forst = lista.children.length;
    visaRader(forst + SIDOR);
    lista.children[forst]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    lasAdress();
    fore = val.valda();
    sokNu();
  });
  lasAdress();
  let fore = val.valda();
  filter.open = fore.some(Boolean) || matchMedia("(min-width: 45rem)").matches;
  if (!falt.value) falt.focus({ preventScroll: true });
  sokNu();
}
