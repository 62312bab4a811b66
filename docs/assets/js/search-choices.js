// The choices beside the question: kind, area and body, and how many results there are of each.

/**
 * What is asked of the index for the choices.
 * @typedef {{
 *   traits: (pages: number[]) => Promise<Map<number, Traits>>, choices: () => Promise<string[][]>,
 * }} ChoiceFiles
 */

/**
 * The choices in a box.
 * @param {Element} box
 */
const searchChoices = (box) => {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const selects = [...box.querySelectorAll("select")];

  /**
   * What each result is, under each of the choices.
   * @param {ChoiceFiles} files
   * @param {Hit[]} hits
   */
  async function traits(files, hits) {
    const [names, found] = await Promise.all([files.choices(), files.traits(hits.map((hit) => hit.page))]);
    return hits.map(({ page }) =>
      (found.get(page) ?? [[], [], []]).map((own, place) => own.map((number) => names[place][number])),
    );
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
     * @param {ChoiceFiles} files
     * @param {Hit[]} hits
     */
    async left(files, hits) {
      if (!selects.some((select) => select.value)) return hits;
      const all = await traits(files, hits);
      return hits.filter((_, place) => fits(all[place]));
    },

    /**
     * Says how many results each choice would leave.
     * @param {ChoiceFiles} files
     * @param {Hit[]} hits
     * @param {() => boolean} isWanted whether the numbers are still asked for when they are there
     */
    async count(files, hits, isWanted) {
      const all = await traits(files, hits);
      if (!isWanted()) return;
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
