// The search page: reads the question from the field and the address, and shows what the engine finds.
{
  const ADDRESS = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.index, location.href);
  const ROOT = new URL("../../", ADDRESS); // the index lies in a folder of its own, two levels below the site's root
  const PAGES = 15;
  const PAUSE = 25; // ms without a key before a search
  const REST = 100; // ms that results stand before their texts are fetched and counts made: who types on does not wait
  const CALM = 700; // ms without a key before a reader of screens is told, and the address follows

  const { element, marker, excerpt, marked } = searchExcerpt;
  /** @type {HTMLElement} */
  const place = document.querySelector(".search");
  /** @type {Record<string, string>} the catalogue's words, with names in braces to fill in */
  const words = JSON.parse(place.dataset.words);
  const form = place.querySelector("form");
  const field = /** @type {HTMLInputElement} */ (document.getElementById("sok-falt"));
  const status = document.getElementById("sok-status");
  const suggestion = document.getElementById("sok-forslag");
  const list = document.getElementById("sok-resultat");
  /** @type {HTMLDetailsElement} */
  const filter = place.querySelector(".search-filter");
  const choices = searchChoices(filter);
  /** @type {HTMLElement} */
  const more = place.querySelector(".search-more");
  const moreButton = more.querySelector("button");
  const title = document.title;
  const engine = begun();
  let latest = 0;
  let toldOf = 0; // the search of which was last told that something is missing
  /** @type {{ answer: Answer, hits: Hit[], count: number, marker?: Marker } | null} */
  let shown = null;
  let isSearching = false; // from a key until its results

  /**
   * @param {string} template
   * @param {Record<string, string | number>} values
   */
  const fill = (template, values) => template.replace(/\{(\w+)\}/gu, (_, name) => String(values[name]));

  /**
   * Does what can wait, once the reader has stopped typing.
   * @param {() => void} act
   */
  function later(act) {
    setTimeout(() => (isSearching ? later(act) : act()), REST);
  }

  /** The engine; nothing where a script of it did not arrive, which is told as a failed search. */
  function begun() {
    try {
      return searchEngine(ADDRESS);
    } catch {
      return null;
    }
  }

  // --- The address holds the question and the choices.

  /** @param {boolean} isNew whether the browser's back leads to what was before */
  function writeAddress(isNew, values = choices.chosen()) {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    choices.write(query, values);
    const text = query.toString();
    const address = `${location.pathname}${text ? `?${text}` : ""}`;
    if (address === location.pathname + location.search) return;
    history[isNew ? "pushState" : "replaceState"](null, "", address);
  }

  function readAddress() {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") ?? "";
    choices.read(query);
  }

  // --- Results

  /**
   * The colour of an area, whose number its title begins with after the plan's word for it.
   * @param {string} area
   */
  function edge(area) {
    const number = Number(/\d+/u.exec(area)?.[0] ?? 1);
    return element("span", `area-edge hue-${((number - 1) % Number(place.dataset.colours)) + 1}`);
  }

  /** @param {Row} known */
  function row([address, name, kind, area, isOver]) {
    const link = /** @type {HTMLAnchorElement} */ (element("a", "hit", name));
    link.href = String(new URL(address, ROOT));
    const about = [kind];
    if (area && area.toLowerCase() !== name.toLowerCase()) about.push(area);
    if (isOver) about.push(words.over);
    return element(
      "li",
      "",
      element("h2", "", link),
      element("p", "hit-kind", ...(area ? [edge(area)] : []), about.join(" · ")),
      element("p", "hit-excerpt"),
    );
  }

  /**
   * @param {HTMLElement} item
   * @param {Hit} hit
   * @param {Marker} marks
   */
  async function quote(item, hit, marks) {
    const best = excerpt(await engine.text(hit.page), marks);
    const quoted = item.querySelector(".hit-excerpt");
    if (!best?.isOwn && hit.about) quoted.append(fill(words.about, { word: hit.about }));
    if (!best) return;
    if (best.isAsked) quoted.append(words.asked);
    quoted.append(...marked(best.sentence, marks));
    if (!best.anchor) return;
    const text = fill(words.section, { heading: best.heading });
    const link = /** @type {HTMLAnchorElement} */ (element("a", "hit-section", text));
    link.href = `${/** @type {HTMLAnchorElement} */ (item.querySelector(".hit")).href}#${best.anchor}`;
    quoted.append(link);
  }

  // Texts are fetched for the results that the reader sees.
  /** @type {WeakMap<Element, () => void>} */
  const quotes = new WeakMap();
  const visible = new IntersectionObserver(
    (changes) => {
      for (const { isIntersecting, target } of changes) {
        if (!isIntersecting) continue;
        visible.unobserve(target);
        later(() => target.isConnected && quotes.get(target)());
      }
    },
    { rootMargin: "100px" },
  );

  /**
   * Shows the rows up to a number of hits; those that are shown already stay.
   * @param {number} count
   * @param {Map<number, Row>} known what is shown of them
   */
  function showRows(count, known) {
    const now = shown;
    const rows = new DocumentFragment();
    for (const hit of now.hits.slice(now.count, count)) {
      if (!known.has(hit.page)) continue;
      const item = row(known.get(hit.page));
      quotes.set(item, () => {
        now.marker ??= marker(now.answer);
        quote(item, hit, now.marker).catch(told); // or it is left out
      });
      rows.append(item);
      visible.observe(item);
    }
    list.append(rows);
    now.count = Math.min(count, now.hits.length);
    const left = now.hits.length - now.count;
    more.hidden = left <= 0;
    moreButton.textContent = fill(words.more, { n: left });
  }

  /** @param {Hit[]} hits */
  const rowsOf = (hits) => engine.rows(hits.map((hit) => hit.page));

  /**
   * The results come first; how many there are of each kind can wait until they are seen.
   * @param {Answer} answer
   * @param {Hit[]} hits those that are left when the reader has chosen
   * @param {Map<number, Row>} known what is shown of the first of them
   * @param {string} question
   */
  function show(answer, hits, known, question) {
    const asked = latest;
    shown = { answer, hits, count: 0 };
    visible.disconnect();
    list.replaceChildren();
    showRows(PAGES, known);
    filter.hidden = !answer.hits.length;
    status.textContent = summary(answer, hits.length, question);
    suggestion.hidden = true;
    if (!answer.hits.length && question) suggest(question);
    document.title = question ? fill(words.title, { q: question, page: title }) : title;
    later(() => asked === latest && count());
  }

  /** Says how many results each choice would leave, if the reader sees the choices. */
  function count() {
    if (!shown || !filter.open) return;
    const asked = latest;
    choices.count(engine, shown.answer.hits, () => asked === latest).catch(told);
  }

  /**
   * @param {Answer} answer
   * @param {number} count
   * @param {string} question
   */
  function summary(answer, count, question) {
    if (!question) return words.empty;
    if (!count) return fill(answer.hits.length ? words["none-filtered"] : words.none, { q: question });
    const corrected = answer.corrected.map((item) => fill(words.corrected, item));
    const unknown = answer.unknown.map((word) => fill(words.quoted, { word })).join(", ");
    const without = unknown ? [fill(words.unknown, { words: unknown })] : [];
    return [...corrected, ...without, fill(count === 1 ? words.one : words.many, { n: count, q: question })].join(" ");
  }

  /** @param {string} question */
  async function suggest(question) {
    const asked = latest;
    const near = await engine.suggest(question);
    if (asked !== latest || !near.length) return;
    const links = near.map((name) => {
      const link = /** @type {HTMLAnchorElement} */ (element("a", "", name));
      link.href = `?${new URLSearchParams({ q: name })}`;
      return link;
    });
    const [before, after] = words.suggest.split("{words}");
    suggestion.replaceChildren(before, ...links.flatMap((link, number) => (number ? [words.or, link] : [link])), after);
    suggestion.hidden = false;
  }

  /**
   * Says that a part of the index is missing or broken, beside what was found. If a new build has taken the place of the
   * one that this page is from, the page is fetched anew instead, once.
   */
  async function told() {
    const asked = latest;
    if (toldOf === asked) return;
    toldOf = asked;
    if (await isReplaced()) return;
    if (asked === latest) status.textContent = `${status.textContent.replace(/\.?$/u, ".")} ${words.partial}`;
  }

  /** Whether the page is fetched anew, since the site has another index by now than this page leads to. */
  async function isReplaced() {
    if (history.state?.isAnew) return false;
    try {
      const answer = await fetch(location.pathname, { cache: "no-store" });
      const now = /data-index="([^"]+)"/u.exec(await answer.text())?.[1];
      if (!now || ADDRESS.pathname.endsWith(`/${now}`)) return false;
    } catch {
      return false;
    }
    writeAddress(false);
    history.replaceState({ isAnew: true }, "");
    location.reload();
    return true;
  }

  /** Says that the search failed; hits of another question would be taken for answers to this one. */
  async function fail() {
    if (await isReplaced()) return;
    shown = null;
    visible.disconnect();
    list.replaceChildren();
    more.hidden = true;
    filter.hidden = true;
    suggestion.hidden = true;
    status.textContent = words.failed;
  }

  async function search() {
    latest += 1;
    const asked = latest;
    const question = field.value.trim();
    const before = engine?.missing();
    try {
      const answer = await engine.answer(question);
      const hits = await choices.left(engine, answer.hits);
      const known = await rowsOf(hits.slice(0, PAGES));
      if (!answer.hits.length && engine.missing() > before) throw new Error("what is not there may have held answers");
      if (asked === latest) show(answer, hits, known, question);
      if (engine.missing() > before) told();
    } catch {
      if (asked === latest) await fail();
    }
    if (asked === latest) isSearching = false;
    place.classList.add("ready");
  }

  // --- What the reader does

  /** @type {ReturnType<typeof setTimeout>} */
  let soon;
  /** @type {ReturnType<typeof setTimeout>} */
  let calm;
  field.addEventListener("input", () => {
    clearTimeout(soon);
    clearTimeout(calm);
    status.setAttribute("aria-busy", "true");
    isSearching = true;
    soon = setTimeout(search, PAUSE);
    calm = setTimeout(() => {
      writeAddress(false);
      status.removeAttribute("aria-busy");
    }, CALM);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(soon);
    clearTimeout(calm);
    status.removeAttribute("aria-busy");
    writeAddress(true);
    search();
  });
  filter.addEventListener("change", () => {
    clearTimeout(calm);
    status.removeAttribute("aria-busy");
    writeAddress(false, before); // the question as it was typed, before the choice
    writeAddress(true);
    before = choices.chosen();
    search();
  });
  moreButton.addEventListener("click", () => {
    const now = shown;
    const first = list.children.length;
    rowsOf(now.hits.slice(now.count, now.count + PAGES)).then((known) => {
      if (now !== shown) return;
      showRows(now.count + PAGES, known);
      list.children[first]?.querySelector("a").focus();
    });
  });
  filter.addEventListener("toggle", count);
  addEventListener("popstate", () => {
    readAddress();
    before = choices.chosen();
    search();
  });
  readAddress();
  let before = choices.chosen();
  filter.open = before.some(Boolean) || matchMedia("(min-width: 45rem)").matches;
  if (!field.value) field.focus({ preventScroll: true });
  search();
}
