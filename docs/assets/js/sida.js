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
}
