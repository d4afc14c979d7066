// Notes, names and dates tell of themselves where they stand. The page reads
// without this.
addEventListener("DOMContentLoaded", () => {
  const wide = matchMedia("(min-width: 72rem)");
  const contents = document.querySelector(".ui-page > .ui-contents details");
  const unfold = () => { if (contents && wide.matches) contents.open = true; };
  wide.addEventListener("change", unfold);
  unfold();

  const pop = document.createElement("div");
  pop.className = "ui-pop";
  pop.setAttribute("role", "tooltip");
  pop.id = "ui-pop";
  pop.hidden = true;
  document.body.append(pop);
  let shownAt = null;

  const close = () => {
    if (!shownAt) return;
    shownAt.removeAttribute("aria-describedby");
    if (shownAt.dataset.title) {
      shownAt.title = shownAt.dataset.title;
      delete shownAt.dataset.title;
    }
    shownAt = null;
    pop.hidden = true;
  };

  const fill = (mark) => {
    if (mark.matches("a.ui-note")) {
      const id = decodeURIComponent(mark.hash.slice(1));
      const note = id && document.getElementById(id);
      if (!note || note.contains(mark)) return false;
      const copy = note.cloneNode(true);
      copy.querySelectorAll(".ui-label").forEach((label) => label.remove());
      copy.querySelectorAll("[id]").forEach((inner) => inner.removeAttribute("id"));
      pop.replaceChildren(...copy.childNodes);
      return true;
    }
    if (!mark.title) return false;
    pop.textContent = mark.dataset.title = mark.title;
    mark.removeAttribute("title");
    return true;
  };

  const show = (mark) => {
    if (mark === shownAt) return;
    close();
    if (!fill(mark)) return;
    shownAt = mark;
    mark.setAttribute("aria-describedby", "ui-pop");
    pop.hidden = false;
    const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - pop.offsetWidth - 8;
    const below = at.bottom + 6 + pop.offsetHeight < innerHeight || at.top < pop.offsetHeight + 6;
    pop.style.left = `${scrollX + Math.max(8, Math.min(at.left, room))}px`;
    pop.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - pop.offsetHeight - 6)}px`;
  };

  const marks = "a.ui-note, article [title]";
  const markOf = (event) => event.target.closest?.(marks) || (shownAt?.contains(event.target) ? shownAt : null);
  let waiting = 0;
  document.addEventListener("pointerover", (event) => {
    clearTimeout(waiting);
    if (pop.contains(event.target)) return;
    const mark = markOf(event);
    waiting = setTimeout(() => (mark ? show(mark) : close()), mark ? 150 : 250);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else close();
  });
  document.addEventListener("click", (event) => { if (!pop.contains(event.target)) { clearTimeout(waiting); close(); } });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
});
