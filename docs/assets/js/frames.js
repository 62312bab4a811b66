// A table that fits needs no frame to scroll in, and one that does not says that there is more.
{
  const MORE = /** @type {HTMLScriptElement} */ (document.currentScript).dataset.more;

  /** @param {HTMLElement} frame */
  const watch = (frame) => {
    const note = document.createElement("p");
    note.className = "more-columns";
    note.textContent = MORE;
    note.hidden = true;
    frame.before(note);
    const look = () => {
      const left = frame.scrollWidth - frame.clientWidth;
      const isWide = left > 1 && frame.clientHeight > 0;
      note.hidden = !isWide;
      frame.classList.toggle("fits", !isWide);
      frame.classList.toggle("more-left", isWide && frame.scrollLeft > 1);
      frame.classList.toggle("more-right", isWide && frame.scrollLeft < left - 1);
    };
    frame.addEventListener("scroll", look, { passive: true });
    new ResizeObserver(look).observe(frame);
    new ResizeObserver(look).observe(frame.firstElementChild);
  };
  /** @type {NodeListOf<HTMLElement>} */
  const frames = document.querySelectorAll(".table-frame");
  for (const frame of frames) watch(frame);
}
