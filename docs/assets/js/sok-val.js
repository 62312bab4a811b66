// The choices beside the question: kind, area and body, and how many results there are of each.
{
  const ordning = new Intl.Collator("sv", { numeric: true });

  sok.filter = (ruta) => {
    const val = [...ruta.querySelectorAll("select")];

    // What a result is, under each of the choices.
    function egenskaper(index, traff) {
      const [, , slag, omrade, organisationer] = index.pages[traff.sida];
      return [[index.kinds[slag]], omrade < 0 ? [] : [index.areas[omrade]], organisationer.map((nr) => index.organizations[nr])];
    }

    const passar = (egna, utom) => val.every((valet, nr) => nr === utom || !valet.value || egna[nr].includes(valet.value));

    function raknaEtt(valet, nr, alla) {
      const antal = new Map(valet.value ? [[valet.value, 0]] : []);
      for (const egna of alla) {
        if (passar(egna, nr)) for (const namn of egna[nr]) antal.set(namn, (antal.get(namn) ?? 0) + 1);
      }
      const valt = valet.value;
      const namnen = [...antal].sort((a, b) => ordning.compare(a[0], b[0]));
      valet.replaceChildren(valet.options[0], ...namnen.map(([namn, tal]) => new Option(`${namn} (${tal})`, namn)));
      valet.value = valt;
      valet.disabled = !namnen.length;
    }

    return {
      valda: () => val.map((valet) => valet.value),

      // The results that are left when the reader has chosen.
      urval: (svar) => (val.some((valet) => valet.value)
        ? svar.traffar.filter((traff) => passar(egenskaper(svar.index, traff)))
        : svar.traffar),

      // Says how many results each choice would leave.
      rakna(svar) {
        const alla = svar.traffar.map((traff) => egenskaper(svar.index, traff));
        val.forEach((valet, nr) => raknaEtt(valet, nr, alla));
      },

      skriv: (fraga, varden) => val.forEach((valet, nr) => varden[nr] && fraga.set(valet.name, varden[nr])),

      las(fraga) {
        for (const valet of val) {
          const onskat = fraga.get(valet.name) ?? "";
          if (onskat && ![...valet.options].some((item) => item.value === onskat)) valet.append(new Option(onskat, onskat));
          valet.value = onskat;
        }
      },
    };
  };
}
