// The choices beside the question: kind, area and body, and how many results there are of each.

/**
 * The choices in a box.
 * @param {Element} box
 */
const searchChoices = (box) => {
  const order = new Intl.Collator("sv", { numeric: true });
  const selects = [...box.querySelectorAll("select")];

  /**
   * What a result is, under each of the choices.
   * @param {SearchIndex} index
   * @param {Hit} hit
   */
  function traits({ pages, kinds, areas, organizations }, { page }) {
    const area = pages.area[page];
    return [
      [kinds[pages.kind[page]]],
      area < 0 ? [] : [areas[area]],
      pages.organizations[page].map((number) => organizations[number]),
    ];
  }

  /**
   * @param {string[][]} own
   * @param {number} [except]
   */
  const fits = (own, except) =>
    selects.every((select, place) => place === except || !select.value || own[place].includes(select.value));

  /**
   * @param {HTMLSelectElement} select
   * @param {number} place
   * @param {string[][][]} all
   */
  function countOne(select, place, all) {
    const counts = new Map(select.value ? [[select.value, 0]] : []);
    for (const own of all) {
      if (fits(own, place)) for (const name of own[place]) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const chosen = select.value;
    const names = [...counts].sort((a, b) => order.compare(a[0], b[0]));
    select.replaceChildren(select.options[0], ...names.map(([name, count]) => new Option(`${name} (${count})`, name)));
    select.value = chosen;
    select.disabled = !names.length;
  }

  return {
    chosen: () => selects.map((select) => select.value),

    /**
     * The results that are left when the reader has chosen.
     * @param {Answer} answer
     */
    left: ({ hits, index }) =>
      selects.some((select) => select.value) ? hits.filter((hit) => fits(traits(index, hit))) : hits,

    /**
     * Says how many results each choice would leave.
     * @param {Answer} answer
     */
    count({ hits, index }) {
      const all = hits.map((hit) => traits(index, hit));
      selects.forEach((select, place) => {
        countOne(select, place, all);
      });
    },

    /**
     * @param {URLSearchParams} query
     * @param {string[]} values
     */
    write(query, values) {
      selects.forEach((select, place) => {
        if (values[place]) query.set(select.name, values[place]);
      });
    },

    /** @param {URLSearchParams} query */
    read(query) {
      for (const select of selects) {
        const wanted = query.get(select.name) ?? "";
        if (wanted && ![...select.options].some((option) => option.value === wanted)) {
          select.append(new Option(wanted, wanted));
        }
        select.value = wanted;
      }
    },
  };
};
