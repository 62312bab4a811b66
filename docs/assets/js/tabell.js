// Narrows a matrix by its form, keeps the choice in the address, says what is left, and marks the column under the pointer.
for (const form of document.querySelectorAll("form.filter")) {
  const tabell = document.getElementById(form.dataset.tabell).closest("table");
  const lista = tabell.closest(".rutnat").querySelector(".som-lista");
  const rubriker = [...tabell.tHead.rows[0].cells];
  const sista = rubriker.length - (tabell.tFoot ? 1 : 0);
  const fot = tabell.tFoot ? [...tabell.tFoot.rows[0].cells] : [];
  const grupper = [...tabell.tBodies].map((kropp, plats) => ({
    kropp,
    rader: [...kropp.rows].filter((rad) => !rad.classList.contains("grupp")),
    lista: lista.children[plats + 1],
  }));
  const val = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  const platsFor = (del) => val.find((ett) => ett.dataset.del === del)?.selectedIndex ?? 0;
  const klass = () => val.find((ett) => ett.dataset.del === "klass")?.value ?? "";

  const traffar = (cell, kolumn, plats, sort) => cell.classList.contains("ifylld")
    && (!kolumn || plats === kolumn) && (!sort || cell.classList.contains(sort));

  const filtrera = () => {
    const [kolumn, grupp, sort] = [platsFor("kolumn"), platsFor("grupp"), klass()];
    const aktiv = Boolean(kolumn || grupp || sort);
    const synliga = new Set();
    let antal = 0;
    let totalt = 0;
    grupper.forEach(({ kropp, rader, lista: del }, nummer) => {
      let kvar = 0;
      rader.forEach((rad, plats) => {
        const funna = [...rad.cells].map((cell, i) => (traffar(cell, kolumn, i, sort) ? i : 0)).filter(Boolean);
        const syns = !aktiv || ((!grupp || grupp === nummer + 1) && funna.length > 0);
        rad.hidden = !syns;
        const punkt = del.querySelector("ul").children[plats];
        punkt.hidden = !syns;
        for (const cell of punkt.querySelectorAll("[data-kolumn]")) {
          cell.hidden = aktiv && !traffar(cell.parentElement.previousElementSibling, kolumn, Number(cell.dataset.kolumn), sort);
        }
        if (syns) {
          kvar += 1;
          for (const i of funna) synliga.add(i);
        }
      });
      kropp.hidden = !kvar;
      del.hidden = !kvar;
      antal += kvar;
      totalt += rader.length;
    });
    for (let i = 1; i < rubriker.length; i += 1) {
      const dold = aktiv && !(i < sista ? synliga.has(i) : false);
      rubriker[i].hidden = dold;
      if (fot[i]) fot[i].hidden = dold;
      for (const { rader } of grupper) for (const rad of rader) rad.cells[i].hidden = dold;
    }
    if (tabell.tFoot) tabell.tFoot.hidden = aktiv;
    const ord = {
      rader: antal,
      rader_totalt: totalt,
      kolumner: aktiv ? synliga.size : sista - 1,
      kolumner_totalt: sista - 1,
    };
    status.textContent = form.dataset.hittade.replace(/\{(\w+)\}/g, (_, namn) => ord[namn]);
  };

  const las = () => {
    const fraga = new URLSearchParams(location.search);
    for (const ett of val) {
      const onskat = fraga.get(ett.name) ?? "";
      ett.value = [...ett.options].some((rad) => rad.value === onskat) ? onskat : "";
    }
    filtrera();
  };
  const skriv = () => {
    const adress = new URL(location.href);
    for (const ett of val) {
      if (ett.value) adress.searchParams.set(ett.name, ett.value);
      else adress.searchParams.delete(ett.name);
    }
    history.replaceState(null, "", adress);
    filtrera();
  };
  form.hidden = false;
  form.addEventListener("change", skriv);
  form.addEventListener("submit", (handelse) => handelse.preventDefault());
  form.addEventListener("reset", () => setTimeout(skriv));
  addEventListener("popstate", las);
  las();

  const kolumner = [...tabell.querySelectorAll("col")];
  let markerad = null;
  const markera = (handelse) => {
    const cell = handelse.target.closest("td, th");
    const ny = cell && cell.cellIndex > 0 ? kolumner[cell.cellIndex] : null;
    if (ny === markerad) return;
    markerad?.classList.remove("markerad");
    ny?.classList.add("markerad");
    markerad = ny;
  };
  tabell.addEventListener("pointerover", markera);
  tabell.addEventListener("focusin", markera);
  tabell.addEventListener("pointerleave", () => { markerad?.classList.remove("markerad"); markerad = null; });
}
