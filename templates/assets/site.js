// What every page adds where scripts run: appearance, sharing, saving, printing, offline reading.

// Lists that stay in this browser: of pages, each with its address on this site and its words. An address in which tabs
// part two slashes is another site's, as a browser reads it without them.
const isPage = (item) =>
  typeof item?.url === "string" && /^\/(?![\t\n\r]*[/\\])/.test(item.url) && Object.values(item).every((each) => typeof each === "string");

function listed(key) {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(list) ? list.filter(isPage).slice(0, 500) : [];
  } catch {
    return [];
  }
}

function store(key, list) {
  try {
    localStorage.setItem(key, JSON.stringify(list.slice(0, 500)));
    return true;
  } catch {
    return false;
  }
}

// The list of saved articles.
export const saved = () => listed("a-lire");
export const keep = (list) => store("a-lire", list);

const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);

// Appearance: automatic, light, dark, in turn.
const ORDER = ["auto", "light", "dark"];
const button = one("#apparence");
const shown = () => root.dataset.theme ?? "auto";
function name() {
  const words = button.dataset[shown()];
  one("span", button).textContent = words;
  button.title = words;
}
if (button) {
  name();
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(shown()) + 1) % ORDER.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("apparence");
      else localStorage.setItem("apparence", next);
    } catch {
      // chosen for this page only
    }
    name();
  });
}

// An article's tools.
const actions = one(".actions");
if (actions) {
  const said = one(".said", actions);
  const title = one("h1").textContent;
  const address = one("link[rel=canonical]").href;
  const article = one(".article");
  const [share, save, print] = ["share", "save", "print"].map((each) => one(`[data-action=${each}]`, actions));

  if (!navigator.share) one("span", share).textContent = share.dataset.copy;
  share.addEventListener("click", async () => {
    if (navigator.share) {
      await navigator.share({ title, url: address }).catch(() => {});
      return;
    }
    await navigator.clipboard.writeText(address).then(
      () => (said.textContent = share.dataset.done),
      () => prompt(share.dataset.copy, address),
    );
  });

  const isSaved = () => saved().some((item) => item.id === article.dataset.id);
  const mark = () => {
    const on = isSaved();
    save.setAttribute("aria-pressed", String(on));
    one("span", save).textContent = on ? save.dataset.on : save.dataset.off;
  };
  save.addEventListener("click", () => {
    const rest = saved().filter((item) => item.id !== article.dataset.id);
    const item = {
      id: article.dataset.id,
      url: location.pathname,
      title,
      source: one(".byline-source")?.firstChild?.textContent.trim() ?? "", // after it comes the way to the original
      date: one(".byline-meta time")?.textContent ?? "",
    };
    keep(isSaved() ? rest : [item, ...rest]);
    mark();
  });
  mark();
  print.addEventListener("click", () => window.print());
}

// The countries, themes and sources that a reader follows: the home page begins with them.
const FOLLOWED = "suivis";
const follow = one(".follow button");
if (follow) {
  const isOther = (item) => item.url !== location.pathname;
  const mark = () => {
    const on = !listed(FOLLOWED).every(isOther);
    follow.setAttribute("aria-pressed", String(on));
    one("span", follow).textContent = on ? follow.dataset.on : follow.dataset.off;
  };
  follow.addEventListener("click", () => {
    const list = listed(FOLLOWED);
    const others = list.filter(isOther);
    store(FOLLOWED, others.length < list.length ? others : [...list, { url: location.pathname, name: follow.dataset.name }]);
    mark();
  });
  mark();
}

const lane = one(".followed ul");
for (const item of lane ? listed(FOLLOWED).reverse() : []) {
  const leadsThere = (link) => link.getAttribute("href") === item.url;
  let link = [...lane.querySelectorAll("a")].find(leadsThere);
  if (!link) {
    link = document.createElement("a");
    link.href = item.url;
    link.textContent = item.name;
    document.createElement("li").append(link);
  }
  link.className = "mine";
  lane.prepend(link.parentElement);
  const column = [...document.querySelectorAll(".column-title a")].find(leadsThere)?.closest(".column");
  column?.parentElement.prepend(column);
}

// What waits below the first screen is laid out once the page is at rest, a part at a time so that a touch is answered
// in between: pictures of the whole page hold all of it.
const atRest = window.requestIdleCallback ? (act) => requestIdleCallback(act, { timeout: 1000 }) : (act) => setTimeout(act, 100);
function whole() {
  const waits = (part) => getComputedStyle(part).contentVisibility === "auto";
  const parts = [...document.querySelectorAll(".page section, .foot")].filter(waits);
  const next = () => {
    const part = parts.shift();
    if (!part) return;
    part.dataset.whole = "";
    atRest(next);
  };
  next();
}
window.addEventListener("load", () => atRest(whole));

// The faces, fetched when the page is at rest, for the pages to come.
const faces = ["asset:headline.woff2", "asset:text.woff2", "asset:text-italic.woff2"].map((name) => new URL(name, import.meta.url));
const version = faces.map((face) => face.pathname.split(".").at(-2)).join();
if (!navigator.connection?.saveData) {
  window.addEventListener("load", () => {
    setTimeout(async () => {
      try {
        if (localStorage.getItem("polices") === version) return;
        await Promise.all(faces.map((face) => fetch(face, { priority: "low" })));
        localStorage.setItem("polices", version);
      } catch {
        // this page's face will do
      }
    }, 2500);
  });
}

// Offline reading.
const home = one(".masthead .brand a").getAttribute("href");
if ("serviceWorker" in navigator && (location.protocol === "https:" || location.hostname === "localhost" || location.hostname === "127.0.0.1")) {
  window.addEventListener("load", () => navigator.serviceWorker.register(`${home}sw.js`, { scope: home, updateViaCache: "none" }).catch(() => {}));
}
