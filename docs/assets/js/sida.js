// The menu as a real button, light or dark, the table of contents, and the notice that a plan's period is over.
{
  const smal = matchMedia("(max-width: 63.99em)");
  const lank = document.querySelector(".menyknapp");
  const meny = document.getElementById("meny");
  const knapp = document.createElement("button");
  knapp.type = "button";
  knapp.className = lank.className;
  knapp.append(...lank.childNodes);
  knapp.setAttribute("aria-controls", "meny");
  lank.replaceWith(knapp);

  const visa = (oppen) => {
    knapp.setAttribute("aria-expanded", String(oppen));
    meny.classList.toggle("oppen", oppen);
  };
  visa(false);
  knapp.addEventListener("click", () => visa(knapp.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (handelse) => {
    if (handelse.key === "Escape" && smal.matches && meny.classList.contains("oppen")) {
      visa(false);
      knapp.focus();
    }
  });

  const rot = document.documentElement;
  const farg = document.querySelector(".fargval");
  const mork = () => (rot.dataset.farg ? rot.dataset.farg === "mork" : matchMedia("(prefers-color-scheme: dark)").matches);
  const namnge = () => {
    farg.lastElementChild.textContent = mork() ? farg.dataset.ljust : farg.dataset.morkt;
  };
  farg.hidden = false;
  namnge();
  farg.addEventListener("click", () => {
    rot.dataset.farg = mork() ? "ljus" : "mork";
    try {
      localStorage.setItem("farg", rot.dataset.farg);
    } catch {
      // The choice holds for this page alone.
    }
    namnge();
  });

  const bred = matchMedia("(min-width: 80em)");
  const innehall = document.querySelector(".pa-sidan details");
  if (innehall) {
    innehall.open = bred.matches;
    bred.addEventListener("change", () => { innehall.open = bred.matches; });
  }

  for (const notis of document.querySelectorAll(".period[hidden]")) {
    if (new Date() >= new Date(`${notis.dataset.from}T00:00`)) notis.hidden = false;
  }

  // A page that does not exist offers those whose addresses are most like the one that was asked for.
  const narmaste = document.querySelector(".narmaste");
  if (narmaste) {
    const par = (text) => new Set([...text].slice(1).map((tecken, plats) => text[plats] + tecken));
    const lasbar = (text) => {
      try { return decodeURIComponent(text); } catch { return text; }
    };
    const sokt = par(lasbar(location.pathname).toLowerCase());
    const likhet = (adress) => {
      const egna = par(`/${adress}`);
      return (2 * [...egna].filter((bit) => sokt.has(bit)).length) / (egna.size + sokt.size || 1);
    };
    const lista = new URL(narmaste.dataset.lista, location.href);
    fetch(lista).then((svar) => svar.json()).then((sidor) => {
      const nara = sidor.map(([adress, titel]) => [likhet(adress), adress, titel])
        .filter(([matt]) => matt > 0.4).sort((a, b) => b[0] - a[0]).slice(0, 5);
      for (const [, adress, titel] of nara) {
        const punkt = document.createElement("li");
        const lank = document.createElement("a");
        lank.href = new URL(adress, lista);
        lank.textContent = titel;
        punkt.append(lank);
        narmaste.querySelector("ul").append(punkt);
      }
      narmaste.hidden = !nara.length;
    });
  }
}
