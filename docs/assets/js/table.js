// Narrows a matrix by its form, keeps the choice in the address, says what is left, and marks the column under the pointer.

/**
 * What the form asks for: a column and a group by number (0: all), and a class of cell ("": any).
 * @typedef {{ column: number, group: number, kind: string }} Choice
 */

/**
 * @param {Element} cell a cell, or what stands for it in the list
 * @param {number} place its column
 * @param {Choice} choice
 */
const isChosen = (cell, place, { column, kind }) =>
  cell.classList.contains("filled") && (!column || place === column) && (!kind || cell.classList.contains(kind));

/**
 * A table with its list, and what is done to both.
 * @param {HTMLTableElement} table
 */
function matrix(table) {
  const list = table.closest(".grid").querySelector(".list-groups");
  const headings = [...table.tHead.rows[0].cells];
  const sums = table.tBodies[0].querySelector("tr:not(.group)").querySelectorAll("td.count").length;
  const end = headings.length - sums;
  const foot = table.tFoot ? [...table.tFoot.rows[0].cells] : [];
  const groups = [...table.tBodies].map((body, place) => ({
    body,
    rows: [...body.rows].filter((row) => !row.classList.contains("group")),
    list: /** @type {HTMLElement} */ (list.children[place]),
  }));

  /**
   * Shows or hides a row, and the item of the list that says the same.
   * @param {HTMLTableRowElement} row
   * @param {HTMLElement} item
   * @param {Choice} choice
   * @param {boolean} isActive
   * @param {boolean} inGroup
   */
  function narrowRow(row, item, choice, isActive, inGroup) {
    const found = [...row.cells].filter((cell) => cell.cellIndex && isChosen(cell, cell.cellIndex, choice));
    const isShown = !isActive || (inGroup && found.length > 0);
    row.hidden = !isShown;
    item.hidden = !isShown;
    /** @type {NodeListOf<HTMLElement>} */
    const columns = item.querySelectorAll("[data-column]");
    for (const column of columns) {
      const cell = column.parentElement.previousElementSibling;
      column.hidden = isActive && !isChosen(cell, Number(column.dataset.column), choice);
    }
    return isShown ? found.map((cell) => cell.cellIndex) : null;
  }

  /**
   * @param {Set<number>} shown
   * @param {boolean} isActive
   */
  function narrowColumns(shown, isActive) {
    for (let place = 1; place < headings.length; place += 1) {
      const isHidden = isActive && !(place < end && shown.has(place));
      headings[place].hidden = isHidden;
      if (foot[place]) foot[place].hidden = isHidden;
      for (const { rows } of groups) for (const row of rows) row.cells[place].hidden = isHidden;
    }
    if (table.tFoot) table.tFoot.hidden = isActive;
  }

  /**
   * Shows what is chosen, and returns how much that is.
   * @param {Choice} choice
   */
  return (choice) => {
    const isActive = Boolean(choice.column || choice.group || choice.kind);
    const columns = new Set();
    const count = { rows: 0, all_rows: 0, columns: end - 1, all_columns: end - 1 };
    groups.forEach((group, number) => {
      const inGroup = !choice.group || choice.group === number + 1;
      const items = group.list.querySelector("ul").children;
      const found = group.rows.map((row, place) =>
        narrowRow(row, /** @type {HTMLElement} */ (items[place]), choice, isActive, inGroup),
      );
      const left = found.filter(Boolean);
      for (const place of left.flat()) columns.add(place);
      group.body.hidden = !left.length;
      group.list.hidden = !left.length;
      count.rows += left.length;
      count.all_rows += group.rows.length;
    });
    narrowColumns(columns, isActive);
    return isActive ? { ...count, columns: columns.size } : count;
  };
}

/**
 * Narrows what a page tells body by body in the same way, and drops the bodies that have nothing left.
 * @param {Choice} choice
 */
function narrowBodies(choice) {
  /** @type {NodeListOf<HTMLElement>} */
  const bodies = document.querySelectorAll(".per-body [data-column]");
  for (const body of bodies) {
    /** @type {NodeListOf<HTMLElement>} */
    const lines = body.querySelectorAll("[data-group]");
    for (const line of lines) {
      const inGroup = !choice.group || choice.group === Number(line.dataset.group);
      line.hidden = !(inGroup && isChosen(line, Number(body.dataset.column), choice));
    }
    body.hidden = [...lines].every((line) => line.hidden);
    body.querySelector("details").open = Boolean(choice.column || choice.group || choice.kind);
  }
}

/**
 * Says beside the table, the list and the bodies what was chosen, for paper has no form.
 * @param {HTMLTableElement} table
 * @param {string} words
 */
function tell(table, words) {
  const places = [table.caption, table.closest(".grid").querySelector(".as-list-title")];
  for (const place of [...places, ...document.querySelectorAll(".per-body")]) {
    const said = place.querySelector(".chosen") ?? document.createElement("span");
    said.className = "chosen";
    said.textContent = words;
    if (place instanceof HTMLDivElement) place.prepend(said);
    else place.append(" ", said);
    if (!words) said.remove();
  }
}

/**
 * Lets a form narrow its table, and keeps the choice in the address.
 * @param {HTMLFormElement} form
 * @param {HTMLTableElement} table
 */
function connect(form, table) {
  const narrow = matrix(table);
  const selects = [...form.querySelectorAll("select")];
  const status = form.querySelector("[role=status]");
  /** @param {string} part */
  const selectFor = (part) => selects.find((select) => select.dataset.part === part);

  const show = () => {
    const choice = {
      column: selectFor("column")?.selectedIndex ?? 0,
      group: selectFor("group")?.selectedIndex ?? 0,
      kind: selectFor("class")?.selectedOptions[0].dataset.class ?? "",
    };
    /** @type {Record<string, unknown>} */
    const count = narrow(choice);
    narrowBodies(choice);
    status.textContent = form.dataset.found.replace(/\{(\w+)\}/g, (_, name) => String(count[name]));
    const chosen = selects
      .filter((select) => select.value)
      .map((select) => {
        return `${select.labels[0].textContent}: ${select.selectedOptions[0].textContent}`;
      });
    const words = form.dataset.chosen.replace("{chosen}", chosen.join("; "));
    tell(table, chosen.length ? `${words} ${status.textContent}` : "");
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = query.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
    }
    show();
  };
  const write = () => {
    const address = new URL(location.href);
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    }
    history.replaceState(null, "", address);
    show();
  };
  form.hidden = false;
  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  addEventListener("popstate", read);
  read();
}

/**
 * Marks the column under the pointer or the focus.
 * @param {HTMLTableElement} table
 */
function markColumns(table) {
  const columns = [...table.querySelectorAll("col")];
  /** @type {HTMLElement | null} */
  let marked = null;
  /** @param {HTMLElement | null} column */
  const mark = (column) => {
    if (column === marked) return;
    marked?.classList.remove("highlighted");
    column?.classList.add("highlighted");
    marked = column;
  };
  /** @param {Event} event */
  const follow = (event) => {
    /** @type {HTMLTableCellElement | null} */
    const cell = /** @type {Element} */ (event.target).closest("td, th");
    mark(cell && cell.cellIndex > 0 ? columns[cell.cellIndex] : null);
  };
  table.addEventListener("pointerover", follow);
  table.addEventListener("focusin", follow);
  table.addEventListener("pointerleave", () => mark(null));
}

/** @type {NodeListOf<HTMLFormElement>} */
const filterForms = document.querySelectorAll("form.filter");
for (const form of filterForms) {
  const table = document.getElementById(form.dataset.table).closest("table");
  connect(form, table);
  markColumns(table);
}
