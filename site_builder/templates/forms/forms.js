// What the forms have beyond HTML: findings while typing, search in long lists, and names narrowed on the start.

const WAIT = 700; // milliseconds after the last key
const LONG = 12; // choices from which a list can be searched

/**
 * What a form says, as a browser sends it.
 * @param {HTMLFormElement} form
 */
function fieldsOf(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    body.append(name, String(value));
  }
  return body;
}

/**
 * Put what the checks say of the form as it stands beside its fields; nothing that is typed is touched.
 * @param {HTMLFormElement} form
 */
async function checkAsTyped(form) {
  const body = fieldsOf(form);
  body.set("do", "check");
  const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
  if (!answer.ok && answer.status !== 422) {
    return;
  }
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-notes], #fynd")) {
    const now = found.getElementById(part.id);
    if (now && now.innerHTML !== part.innerHTML) {
      part.replaceChildren(...now.childNodes);
    }
  }
  for (const field of form.querySelectorAll("[aria-describedby]")) {
    const now = found.getElementById(field.id);
    field.toggleAttribute("aria-invalid", false);
    if (now?.getAttribute("aria-invalid")) {
      field.setAttribute("aria-invalid", "true");
    }
  }
}

/**
 * Give a long list of choices a field above it that leaves only those that have the words.
 * @param {HTMLSelectElement} select
 * @param {string} words
 */
function searchable(select, words) {
  const options = [...select.options];
  if (options.length < LONG) {
    return;
  }
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = words;
  field.setAttribute("aria-label", `${words}: ${select.labels[0]?.firstChild.textContent.trim()}`);
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    const wanted = field.value.toLowerCase().trim();
    const left = options.filter((one) => one.selected || !one.value || one.text.toLowerCase().includes(wanted));
    select.replaceChildren(...left);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      select.focus();
    }
  });
  select.before(field);
}

/**
 * Leave only the names that have the words, and open the groups where there are some.
 * @param {HTMLElement} box
 */
function narrowing(box) {
  const field = box.querySelector("input");
  /** @type {HTMLElement} */
  const status = box.querySelector("[data-narrow-status]");
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const groups = document.querySelectorAll("[data-group]");
  /** @type {HTMLElement[]} */
  const rows = [...document.querySelectorAll("[data-group] li")].filter((row) => row instanceof HTMLElement);
  box.hidden = false;
  field.addEventListener("input", () => {
    const wanted = field.value.toLowerCase().trim();
    for (const row of rows) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
    }
    for (const group of groups) {
      const some = group.querySelector("li:not([hidden])") !== null;
      group.hidden = !some && wanted !== "";
      group.open = some && wanted !== "";
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = status.dataset.words.replace("{n}", String(shown)).replace("{m}", String(rows.length));
  });
}

/**
 * Check a form as it is typed in, one question at a time: what has been typed meanwhile is asked for when it is answered.
 * @param {HTMLFormElement} form
 */
function checkingWhileTyping(form) {
  let timer = 0;
  let busy = false;
  const ask = async () => {
    if (busy) {
      timer = setTimeout(ask, WAIT);
      return;
    }
    busy = true;
    try {
      await checkAsTyped(form);
    } finally {
      busy = false;
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("[data-form]");
for (const form of forms) {
  checkingWhileTyping(form);
  for (const select of form.querySelectorAll("select")) {
    searchable(select, form.dataset.searchWords);
  }
}
/** @type {NodeListOf<HTMLElement>} */
const boxes = document.querySelectorAll("[data-narrow]");
for (const box of boxes) {
  narrowing(box);
}
