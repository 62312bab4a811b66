// The menu as a real button, light or dark, the table of contents, and the notice of a plan's state.
{
  const narrow = matchMedia("(max-width: 63.99em)");
  const link = document.querySelector(".menu-button");
  const menu = document.getElementById("meny");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  button.setAttribute("aria-controls", "meny");
  link.replaceWith(button);

  /** @param {boolean} open */
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  };
  show(false);
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && narrow.matches && menu.classList.contains("open")) {
      show(false);
      button.focus();
    }
  });
}

// Opened from a disk, as an archive is, there is no server to give a folder its page; and a search has nothing to ask.
if (location.protocol === "file:") {
  /** @type {NodeListOf<HTMLAnchorElement | SVGAElement>} */
  const links = document.querySelectorAll("a[href]");
  for (const link of links) {
    const address = new URL(link.getAttribute("href"), location.href);
    if (address.protocol === "file:" && address.pathname.endsWith("/")) {
      address.pathname += "index.html";
      link.setAttribute("href", String(address));
    }
  }
  /** @type {HTMLFormElement} */
  const search = document.querySelector(".search-box");
  search.hidden = true;
}

{
  /** @type {HTMLButtonElement} */
  const button = document.querySelector(".scheme-button");
  const name = () => {
    button.lastElementChild.textContent = colorScheme.isDark() ? button.dataset.light : button.dataset.dark;
  };
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    colorScheme.choose(colorScheme.isDark() ? "light" : "dark");
    name();
  });
}

// Paper says on which day it was printed, which nobody knew before.
{
  const sheet = document.documentElement.dataset;
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString(sheet.locale, { day: "numeric", month: "long", year: "numeric" });
    sheet.day = sheet.printed.replace("{day}", day);
  });
}

{
  const wide = matchMedia("(min-width: 80em)");
  const contents = document.querySelector(".on-page details");
  if (contents instanceof HTMLDetailsElement) {
    // A wide page has no margin for it to stand in.
    const hasMargin = () => wide.matches && !document.querySelector(".page-wide");
    contents.open = hasMargin();
    wide.addEventListener("change", () => {
      contents.open = hasMargin();
    });
  }
}

{
  /** @type {NodeListOf<HTMLElement>} */
  const notices = document.querySelectorAll(".period");
  /** @param {string} day */
  const hasCome = (day) => new Date() >= new Date(`${day}T00:00`);
  for (const notice of notices) {
    if (notice.dataset.until) notice.hidden = hasCome(notice.dataset.until);
    else if (hasCome(notice.dataset.from)) notice.hidden = false;
  }
}

// A change that has an old address, on the list of days, stands on the page of its day.
{
  const old = /^#a-(\d{4}-\d\d-\d\d)-[0-9a-f]+$/.exec(location.hash);
  if (old && document.querySelector(`.change-days a[href="${old[1]}/"]`)) location.replace(`${old[1]}/${old[0]}`);
}

// What has got a page of its own leaves a place behind, which leads on.
{
  const place = document.getElementById(location.hash.slice(1));
  if (place?.dataset.now) location.replace(place.dataset.now);
}

// Who is led to a place that is folded, or whose text below it is, gets it unfolded.
{
  const unfold = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = [...document.querySelectorAll("details.folded:not([open])")].filter(
      (one) => place && (one.contains(place) || one === place.nextElementSibling),
    );
    for (const one of folded) one.toggleAttribute("open", true);
    if (folded.length) place.scrollIntoView();
  };
  unfold();
  addEventListener("hashchange", unfold);
}

// The reference to a page is copied at a press, where the browser lets pages copy; else it is marked.
{
  const citation = document.querySelector(".citation");
  const button = citation?.querySelector("button");
  if (button && navigator.clipboard) {
    const status = citation.querySelector("[role=status]");
    const words = citation.querySelector("p");
    button.hidden = false;
    button.addEventListener("click", () => {
      status.textContent = "";
      navigator.clipboard.writeText(words.textContent).then(
        () => {
          status.textContent = button.dataset.copied;
        },
        () => {
          getSelection().selectAllChildren(words);
          status.textContent = button.dataset.failed;
        },
      );
    });
  }
}

// A page that does not exist offers those whose addresses are most like the one that was asked for.
{
  const ENOUGH = 0.4; // of all pairs of letters
  const MOST = 5;
  /** @type {HTMLElement} */
  const nearest = document.querySelector(".nearest");

  /**
   * The pairs of letters in a text.
   * @param {string} text
   */
  const pairs = (text) => new Set([...text].slice(1).map((letter, place) => text[place] + letter));

  /** @param {string} text */
  const readable = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /**
   * @param {string} address
   * @param {Set<string>} asked
   */
  const likeness = (address, asked) => {
    const own = pairs(`/${address}`);
    return (2 * [...own].filter((pair) => asked.has(pair)).length) / (own.size + asked.size || 1);
  };

  /** @param {{ address: string, title: string }[]} pages */
  const offer = (pages) => {
    const asked = pairs(readable(location.pathname).toLowerCase());
    const near = pages
      .map((page) => ({ ...page, likeness: likeness(page.address, asked) }))
      .filter((page) => page.likeness > ENOUGH)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST);
    for (const { address, title } of near) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = String(new URL(address, new URL(nearest.dataset.list, location.href)));
      link.textContent = title;
      item.append(link);
      nearest.querySelector("ul").append(item);
    }
    nearest.hidden = !near.length;
  };

  if (nearest) {
    fetch(nearest.dataset.list)
      .then((answer) => answer.json())
      .then(offer);
  }
}
