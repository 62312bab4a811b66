// Before anything is drawn: the page has scripts, and the reader's own choice of light or dark, kept on this device.
const rot = document.documentElement;
rot.className = "";
try {
  const val = localStorage.getItem("farg");
  if (val === "ljus" || val === "mork") rot.dataset.farg = val;
} catch {
  // A browser that keeps nothing: the system's choice is followed.
}
