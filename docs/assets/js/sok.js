// The search page: reads the question from the field and the address, and shows what the engine finds.
{
  const ADRESS = new URL(document.currentScript.dataset.index, location.href);
  const ROT = new URL("../../", ADRESS); // the index lies in a folder of its own, two levels below the site's root
  const SIDOR = 15;
  const PAUS = 25; // ms without a key before a search
  const LUGN = 700; // ms without a key before a reader of screens is told, and the address follows

  const plats = document.querySelector(".sok");
  const ord = JSON.parse(plats.dataset.ord);
  const formular = plats.querySelector("form");
  const falt = document.getElementById("sok-falt");
  const status = document.getElementById("sok-status");
  const forslag = document.getElementById("sok-forslag");
  const lista = document.getElementById("sok-resultat");
  const filter = plats.querySelector(".sokfilter");
  const val = [...filter.querySelectorAll("select")];
  const fler = plats.querySelector(".sok-fler");
  const titel = document.title;
  const motor = sok.motor(ADRESS);
  let senast = 0;
  let visat = null;

  const fyll = (mall, varden) => mall.replace(/\{(\w+)\}/gu, (_, namn) => varden[namn]);

  function element(namn, klass, ...barn) {
    const nytt = document.createElement(namn);
    if (klass) nytt.className = klass;
    nytt.append(...barn);
    return nytt;
  }

  // --- The address holds the question and the choices.

  const valda = () => val.map((valet) => valet.value);

  function skrivAdress(nytt, varden = valda()) {
    const fraga = new URLSearchParams();
    if (falt.value.trim()) fraga.set("q", falt.value.trim());
    val.forEach((valet, nr) => varden[nr] && fraga.set(valet.name, varden[nr]));
    const text = fraga.toString();
    const adress = `${location.pathname}${text ? `?${text}` : ""}`;
    if (adress === location.pathname + location.search) return;
    history[nytt ? "pushState" : "replaceState"](null, "", adress);
  }

  function lasAdress() {
    const fraga = new URLSearchParams(location.search);
    falt.value = fraga.get("q") ?? "";
    for (const valet of val) {
      const onskat = fraga.get(valet.name) ?? "";
      if (onskat && ![...valet.options].some((item) => item.value === onskat)) valet.append(new Option(onskat, onskat));
      valet.value = onskat;
    }
  }

  // --- Choices: what a hit is, under each of them, and how many there are of each.

  const egenskaper = (index, traff) => {
    const [, , slag, omrade, organisationer] = index.pages[traff.sida];
    return [[index.kinds[slag]], omrade < 0 ? [] : [index.areas[omrade]], organisationer.map((nr) => index.organizations[nr])];
  };

  const passar = (egna, utom) => val.every((valet, nr) => nr === utom || !valet.value || egna[nr].includes(valet.value));

  function raknaVal(alla) {
    val.forEach((valet, nr) => {
      const antal = new Map(valet.value ? [[valet.value, 0]] : []);
      for (const egna of alla) {
        if (passar(egna, nr)) for (const namn of egna[nr]) antal.set(namn, (antal.get(namn) ?? 0) + 1);
      }
      const valt = valet.value;
      const namnen = [...antal].sort((a, b) => a[0].localeCompare(b[0], "sv", { numeric: true }));
      valet.replaceChildren(valet.options[0], ...namnen.map(([namn, tal]) => new Option(`${namn} (${tal})`, namn)));
      valet.value = valt;
      valet.parentElement.hidden = !namnen.length;
    });
    filter.hidden = !alla.length;
  }

  // --- Results

  function rad(index, traff) {
    const [adress, namn, slag, omrade, , , slut] = index.pages[traff.sida];
    const lank = element("a", "traff", namn);
    lank.href = new URL(adress, ROT);
    const om = [index.kinds[slag], ...(omrade < 0 || index.areas[omrade] === namn ? [] : [index.areas[omrade]])];
    if (slut) om.push(ord.over);
    const punkt = element("li", "", element("h2", "", lank), element("p", "traff-slag", om.join(" · ")), element("p", "traff-utdrag"));
    return punkt;
  }

  async function citera(punkt, traff, marker) {
    const bast = sok.utdrag(await motor.text(traff.sida), marker);
    if (!bast) return;
    const [ankare, rubrik, mening] = bast;
    punkt.querySelector(".traff-utdrag").replaceChildren(...sok.markerad(mening, marker));
    if (!ankare) return;
    const lank = element("a", "traff-avsnitt", fyll(ord.section, { rubrik }));
    lank.href = `${punkt.querySelector(".traff").href}#${ankare}`;
    punkt.append(lank);
  }

  // Texts are fetched for the results that the reader sees.
  const synliga = new IntersectionObserver((andrade) => {
    for (const { isIntersecting, target } of andrade) {
      if (isIntersecting) {
        synliga.unobserve(target);
        target.citera();
      }
    }
  }, { rootMargin: "100px" });

  function visaRader(antal) {
    const { svar, traffar } = visat;
    const marker = visat.marker ??= sok.markering(svar);
    const nya = traffar.slice(lista.children.length, antal);
    for (const traff of nya) {
      const punkt = rad(svar.index, traff);
      lista.append(punkt);
      punkt.citera = () => citera(punkt, traff, marker).catch(() => {}); // a text that cannot be fetched is left out
      synliga.observe(punkt);
    }
    const kvar = traffar.length - lista.children.length;
    fler.hidden = kvar <= 0;
    fler.firstElementChild.textContent = fyll(ord.more, { n: kvar });
    return nya.length;
  }

  function visa(svar, fraga) {
    const egna = new Map(svar.traffar.map((traff) => [traff, egenskaper(svar.index, traff)]));
    const traffar = svar.traffar.filter((traff) => passar(egna.get(traff)));
    visat = { svar, traffar };
    synliga.disconnect();
    lista.replaceChildren();
    raknaVal([...egna.values()]);
    visaRader(SIDOR);
    status.textContent = sammanfattning(svar, traffar.length, fraga);
    forslag.hidden = true;
    if (!svar.traffar.length && fraga) foresla(fraga);
    document.title = fraga ? fyll(ord.title, { q: fraga, sida: titel }) : titel;
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
      const lank = element("a", "", namn);
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
    plats.classList.add("klar");
  }

  // --- What the reader does

  let snart;
  let lugnt;
  falt.addEventListener("input", () => {
    clearTimeout(snart);
    clearTimeout(lugnt);
    status.setAttribute("aria-busy", "true");
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
    fore = valda();
    sokNu();
  });
  fler.firstElementChild.addEventListener("click", () => {
    const forst = lista.children.length;
    visaRader(forst + SIDOR);
    lista.children[forst]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    lasAdress();
    fore = valda();
    sokNu();
  });
  lasAdress();
  let fore = valda();
  if (!falt.value) falt.focus({ preventScroll: true });
  sokNu();
}
