// In the pages of `make serve` alone: follow the page's changes and keep the reader's place. The built site has none of it.
{
  const script = document.currentScript;
  const PLACE = `place ${location.pathname}`;
  const MOVES = ["wheel", "touchstart", "keydown", "pointerdown"];
  const LONGEST = 30_000; // milliseconds in which a page may still grow to its place

  const folds = () => {
    const seen = {};
    return Array.from(document.querySelectorAll("details"), (fold) => {
      const words = fold.querySelector("summary")?.textContent.trim() ?? "";
      seen[words] = (seen[words] ?? 0) + 1;
      return [`${words} ${seen[words]}`, fold];
    });
  };

  /** The last place with a name above the window's upper edge, and how far above it is. */
  const mark = () => {
    const shown = Array.from(document.querySelectorAll("article [id]")).filter((tag) => tag.checkVisibility());
    const above = shown.map((tag) => [tag.id, tag.getBoundingClientRect().top]).filter(([, top]) => top <= 0);
    return above.sort(([, one], [, other]) => other - one)[0] ?? null;
  };

  const remember = () => ({
    x: scrollX,
    y: scrollY,
    mark: mark(),
    folds: folds().map(([name, fold]) => [name, fold.open]),
    answered: Boolean(document.querySelector("calculator-form [data-result]:not([hidden])")),
  });

  const goBackTo = ({ x, y, mark }) => {
    const tag = mark && document.getElementById(mark[0]);
    scrollTo({ left: x, top: tag?.checkVisibility() ? scrollY + tag.getBoundingClientRect().top - mark[1] : y, behavior: "instant" });
  };

  const openAgain = ({ folds: before }) => {
    const open = new Map(before);
    for (const [name, fold] of folds()) if (open.has(name)) fold.open = open.get(name);
  };

  /** Go back to the place, and stay there while the page grows, until the reader moves. */
  const settle = (place) => {
    const stay = new ResizeObserver(() => goBackTo(place));
    const letGo = () => stay.disconnect();
    for (const way of MOVES) addEventListener(way, letGo, { once: true, passive: true });
    setTimeout(letGo, LONGEST);
    openAgain(place);
    goBackTo(place);
    stay.observe(document.body);
    addEventListener("load", () => {
      openAgain(place);
      if (place.answered) document.querySelector("calculator-form")?.submit?.();
    });
  };

  const reload = () => {
    sessionStorage.setItem(PLACE, JSON.stringify(remember()));
    history.scrollRestoration = "manual";
    location.reload();
  };

  /** Put the new sheet beside the old one, which goes when the new one is there: the page is never bare. */
  const wear = (address) => {
    const old = document.querySelector("link[rel=stylesheet]");
    const href = new URL(`/${address}`, location).href;
    if (!old || old.href === href) return;
    const fresh = old.cloneNode();
    fresh.href = href;
    fresh.addEventListener("load", () => old.remove());
    old.after(fresh);
  };

  let told = null;
  const show = (trouble) => {
    told?.remove();
    told = null;
    if (!trouble) return;
    told = document.createElement("pre");
    told.setAttribute("role", "alert");
    told.textContent = `This page is as it was before the last change:\n\n${trouble}`;
    told.style.cssText =
      "position:fixed;inset:auto 0 0 0;z-index:1000;margin:0;padding:16px;max-height:50vh;overflow:auto;" +
      "white-space:pre-wrap;font:14px/1.4 monospace;color:#fff;background:#8a1f11";
    document.body.append(told);
  };

  const follow = () => {
    const source = new EventSource(`/~${location.pathname}`);
    source.addEventListener("message", ({ data }) => {
      const { page, sheet, trouble } = JSON.parse(data);
      if (page !== script.dataset.page) return reload();
      wear(sheet);
      show(trouble);
    });
    return source;
  };

  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place) settle(JSON.parse(place));
  // A browser keeps few connections to one server: a page that nobody sees needs none.
  let source = null;
  const whenSeen = () => {
    source?.close();
    source = document.hidden ? null : follow();
  };
  document.addEventListener("visibilitychange", whenSeen);
  addEventListener("pagehide", () => source?.close());
  whenSeen();
}
