// Notes, names and dates tell of themselves where they stand. The page reads
// without this.
addEventListener("DOMContentLoaded", () => {
  const wide = matchMedia("(min-width: 76rem)");
  const folds = document.querySelectorAll(".ui-side details");
  const unfold = () => { for (const fold of folds) fold.open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();

  // What is wider than the page can be moved with keys.
  for (const box of document.querySelectorAll(".ui-scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }

  // The part of the text that is being read, in the contents.
  const ways = new Map();
  for (const way of document.querySelectorAll(".ui-contents a")) {
    const part = way.hash && document.getElementById(decodeURIComponent(way.hash.slice(1)));
    if (part) ways.set(part, way);
  }
  const inside = new Set();
  let current = null;
  const watch = new IntersectionObserver((changes) => {
    for (const change of changes) inside[change.isIntersecting ? "add" : "delete"](change.target);
    const innermost = [...ways.keys()].filter((part) => inside.has(part)).pop();
    if (!innermost || ways.get(innermost) === current) return;
    current?.removeAttribute("aria-current");
    current = ways.get(innermost);
    current.setAttribute("aria-current", "true");
    if (wide.matches) current.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, { rootMargin: "-15% 0px -80% 0px" });
  for (const part of ways.keys()) watch.observe(part);

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
    const isNote = mark.matches("a.ui-note");
    pop.classList.toggle("ui-value", !isNote);
    if (isNote) {
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
    if (event.pointerType === "touch") return;
    clearTimeout(waiting);
    if (pop.contains(event.target)) return;
    const mark = markOf(event);
    waiting = setTimeout(() => (mark ? show(mark) : close()), mark ? 150 : 250);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (mark !== shownAt) close();
  });
  document.addEventListener("click", (event) => {
    if (pop.contains(event.target)) return;
    clearTimeout(waiting);
    const note = event.pointerType === "touch" && event.target.closest?.("a.ui-note");
    // A finger cannot hover: the first tap shows the note, the second goes there.
    if (note && note !== shownAt) {
      show(note);
      if (shownAt === note) event.preventDefault();
    } else close();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
});
