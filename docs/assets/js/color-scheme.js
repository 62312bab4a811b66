// Before anything is drawn: the page has scripts, and the reader's own choice of light or dark, kept on this device.
const colorScheme = (() => {
  const root = document.documentElement;
  const KEY = "farg"; // readers have it on their devices, and these words
  const KEPT = { light: "ljus", dark: "mork" };

  /**
   * Follows a choice for as long as the page stands, and keeps it if the browser keeps anything.
   * @param {"light" | "dark"} scheme
   */
  function choose(scheme) {
    root.dataset.scheme = scheme;
    try {
      localStorage.setItem(KEY, KEPT[scheme]);
    } catch {
      // The choice holds for this page alone.
    }
  }

  const isDark = () =>
    root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  root.className = "";
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === KEPT.light) root.dataset.scheme = "light";
    if (kept === KEPT.dark) root.dataset.scheme = "dark";
  } catch {
    // A browser that keeps nothing: the system's choice is followed.
  }
  return { choose, isDark };
})();
