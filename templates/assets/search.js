// Search as one types, over Pagefind's index, with the site's own words and cards.
const setup = JSON.parse(document.querySelector("#reglages").textContent);
const words = setup.words;
const form = document.querySelector("#recherche");
const box = document.querySelector("#q");
const status = document.querySelector("#etat");
const ways = document.querySelector("#vers");
const list = document.querySelector("#resultats");
const more = document.querySelector("#suite");
const shelves = document.querySelector("#rayons");
const reset = document.querySelector("#effacer");
const fold = document.querySelector(".finder-fold");
const unfolded = fold.textContent;
const selects = Object.fromEntries(["pays", "theme", "source", "annee", "langue"].map((name) => [name, form.elements[name]]));
const sort = form.elements.tri;
const first = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.options[0].text]));
const PAGE = 10;
const PATIENCE = 1500; // what a search waits for the names of shelves, at most

let engine;
let turn = 0;
let found = [];
let bare = false; // nothing was found, and the shelves stand in for it
let all = {};

// Made when first needed: a browser takes its time over them.
const once = (make) => {
  let made;
  return () => (made ??= make());
};
const numbers = once(() => new Intl.NumberFormat(setup.language));
const plurals = once(() => new Intl.PluralRules(setup.language));
const tongues = once(() => new Intl.DisplayNames([setup.language], { type: "language" }));
const number = { format: (count) => numbers().format(count) };
const plural = { select: (count) => plurals().select(count) };
const say = (count, what = "results") => (words[`${what}.${plural.select(count)}`] ?? words[`${what}.other`]).replace("{count}", number.format(count));
// Pagefind does not match a word after a typographic apostrophe; the index is made the same way.
// What was elided before it (l', d', qu') is no part of what is sought.
const ELIDED = /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/giu;
const plain = (text) => parted(text.replace(/[’ʼ]/g, "'").replace(ELIDED, "").trim());

// œ and æ count as the two letters that they are, in the index too: a mark between these tells which are to be shown as one.
const parted = (text) => text.replace(/œ/gi, "oe").replace(/æ/gi, "ae");
const JOINED = { o: "œ", O: "Œ", a: "æ", A: "Æ" };
const joined = (text) => text.replace(/([oa])\u034fe/gi, (_, letter) => JOINED[letter]);

// The index holds straight apostrophes and plain spaces; a reader of French sees the printed ones.
const apostrophes = (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
const french = (text) => apostrophes(text).replace(/ (?=[;!?](?!\S))/g, "\u202f").replace(/ (?=[:»](?!\S))|(?<=«) |(?<=\d|\d h) (?=(?:[%€h]|min|k[mg]|\d\d\d?)(?![\p{L}\d]))/gu, "\u00a0");
const spaced = setup.language === "fr" ? french : apostrophes;
const printed = (text) => spaced(joined(text));
function label(name, value) {
  if (name !== "langue") return printed(value);
  try {
    return tongues().of(value);
  } catch {
    return value;
  }
}

function load() {
  engine ??= (async () => {
    const { open } = await import("asset:bundles.js");
    const pagefind = await open(setup.bundles, {});
    all = await pagefind.filters();
    return pagefind;
  })();
  return engine;
}

// The lists of the filters are filled before anything is sought.
function prepare() {
  load()
    .then(() => asked() || fill(all))
    .catch(() => (engine = undefined)); // the first search tries again
}

function chosen() {
  return Object.fromEntries(Object.entries(selects).filter(([, select]) => select.value).map(([name, select]) => [name, select.value]));
}

// Whether a reader asked for anything.
const asked = () => Boolean(plain(box.value) || Object.keys(chosen()).length);

// Each list keeps its own choice and shows what the others leave; a year reads best newest first.
function fill(counts) {
  for (const [name, select] of Object.entries(selects)) {
    const wish = select.value;
    const order = name === "annee" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0], setup.language);
    const rows = Object.entries({ ...counts[name] }).filter(([each, count]) => count > 0 || each === wish).sort(order);
    if (wish && !rows.some(([each]) => each === wish)) rows.unshift([wish, 0]);
    select.replaceChildren(new Option(first[name], ""), ...rows.map(([value, count]) => new Option(`${label(name, value)} (${number.format(count)})`, value)));
    select.value = wish;
    select.disabled = rows.length < 2 && !wish;
  }
}

// An excerpt begins and ends anywhere: it says so, and does not begin with the end of a sentence.
function cut(excerpt) {
  const text = excerpt.replace(/^[\s:;,.!?…»)\]]+/, "").replace(/[\s:;,–—]+$/, "");
  const begins = /^\x01?[\p{Lu}\p{Lo}\d«"]/u.test(text);
  const ends = /[.!?…»]\x02?$/.test(text);
  return `${begins ? "" : "…\u00a0"}${text}${ends ? "" : "…"}`;
}

// Letters as they count in a search: no accents, no capitals.
const folded = (text) => parted(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
const parts = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// The words of an article around most of what was sought, each of this between \x01 and \x02. The title stands above them
// already, and what follows ¶ is there to be found only. Beside longer words, one or two letters (en, la) are not marked.
const LENGTH = 28;
const TELLING = 3;
function excerpt(data, query) {
  const text = data.content.split(/\s+/);
  const first = (data.meta.title ?? "").split(/\s+/).filter(Boolean).length;
  const last = text.lastIndexOf("¶") < 0 ? text.length : text.lastIndexOf("¶");
  const starts = new Set(parts(query).filter((word) => word.length >= TELLING).map((word) => word.slice(0, TELLING)));
  const tells = (word) => !starts.size || [...parts(word), parts(word).join("")].some((part) => starts.has(part.slice(0, TELLING)));
  const spots = [...new Set(data.locations)].filter((at) => at >= first && at < last && tells(text[at])).sort((a, b) => a - b);
  let [from, most] = [first, 0];
  for (let start = 0, end = 0; start < spots.length; start++) {
    while (spots[end + 1] - spots[start] < LENGTH) end++;
    if (end - start < most) continue;
    if (end - start > most || !start) from = spots[start] - ((LENGTH - spots[end] + spots[start]) >> 1);
    most = end - start;
  }
  from = Math.max(first, Math.min(from, last - LENGTH));
  const marked = new Set(spots);
  return text.slice(from, Math.min(from + LENGTH, last)).map((word, at) => (marked.has(from + at) ? mark(word) : word)).join(" ");
}

// A word between \x01 and \x02, without the signs around it, and without an article or a pronoun that is elided before it.
function mark(word) {
  const [, before, core, after] = /^([^\p{L}\p{N}]*(?:(?:[cdjlmnst]|qu)['’](?=\p{L}))?)(.*?)([^\p{L}\p{N}]*)$/isu.exec(word);
  return core ? `${before.replace("'", "’")}\x01${core}\x02${after}` : word;
}

function card(data) {
  const row = document.createElement("li");
  row.className = "card";
  row.dataset.searchResult = "";
  const part = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.textContent = text;
    return node;
  };
  const title = document.createElement("h2");
  const link = part("a", "", printed(data.meta.title ?? data.url));
  link.href = data.url;
  title.append(link);
  if (data.meta.countries) row.append(part("p", "kicker", printed(data.meta.countries)));
  const summary = document.createElement("p");
  summary.className = "summary";
  for (const piece of cut(excerpt(data, plain(box.value))).split(/(\x01[^\x02]*\x02)/)) {
    const bare = printed(piece.replace(/[\x01\x02]/g, ""));
    summary.append(piece.startsWith("\x01") ? part("mark", "", bare) : bare);
  }
  const meta = document.createElement("p");
  meta.className = "meta";
  for (const [name, text] of [["source", printed(data.meta.source ?? "")], ["", data.meta.date]]) if (text) meta.append(part("span", name, text));
  row.append(title, summary, meta);
  return row;
}

const loaded = (results) => Promise.all(results.slice(0, PAGE).map((result) => result.data()));

// Whether one of the words that were found in an article begins as a word that was sought.
function begins(data, word) {
  const text = data.content.split(/\s+/);
  const start = folded(word).replace(/[^\p{L}\p{N}]/gu, "");
  return data.locations.some((at) => {
    const found = parts(text[at] ?? "");
    return found.some((part) => part.startsWith(start)) || found.join("").startsWith(start);
  });
}

// What is found for words that no article holds is at best near: the articles of the other words, or of a word that
// begins with most of this one. What begins with a letter or two of it is nothing at all.
const NEAR = 0.6;
async function honest(pagefind, query, options, answer) {
  if (!answer.unknown.length || !answer.results.length) return { answer, absent: [] };
  const first = await loaded(answer.results);
  const absent = answer.unknown.filter(({ text }) => !first.some((data) => begins(data, text)));
  if (absent.every(({ near }) => near >= NEAR)) return { answer, absent };
  const rest = query.split(/\s+/).filter((word) => !absent.some(({ text }) => text === word));
  return { answer: rest.length ? await pagefind.search(rest.join(" "), options) : { ...answer, results: [] }, absent };
}

// How many letters are to be put in, left out, changed or put the other way round to make one word of another.
function apart(one, other) {
  let [before, row] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const turned = i && j && one[i] === other[j - 1] && one[i - 1] === other[j] ? before[j - 1] + 1 : Infinity;
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (one[i] === other[j] ? 0 : 1), turned));
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

// The country or theme that is spelt nearly like what was sought. Of short words others are names of their own: Irak is not Iran.
function meant(query) {
  const sought = folded(query);
  if (sought.length < 5 || sought.length > 40) return undefined;
  const rows = Object.keys({ ...all.pays, ...all.theme }).map((name) => [apart(sought, folded(name)), name]);
  return rows.sort((a, b) => a[0] - b[0]).find(([far, name]) => far && far <= (sought.length < 8 ? 1 : 2) && folded(name)[0] === sought[0])?.[1];
}

// The shelves that bear exactly the name that was typed, whatever the articles call it: name, address, count, all names,
// kind where another word leads there.
const SMALL = new Set(folded(words.before).split(" "));
let names;
async function named(text) {
  names ??= fetch(setup.names).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
  const rows = await names.catch(() => (names = undefined)); // the next search tries again
  const typed = parts(text.slice(0, 200));
  for (let at = 0; rows && at < typed.length; at++) {
    const key = ` ${typed.slice(at).join("")} `;
    const found = rows.filter((row) => ` ${row[3]} `.includes(key));
    if (found.length || !SMALL.has(typed[at])) return found;
  }
  return [];
}
function lead(rows) {
  ways.replaceChildren(
    ...rows.map(([name, url, count, , kind]) => {
      const link = document.createElement("a");
      link.href = url;
      const shelf = document.createElement("span");
      const [said, quoted = "", after = ""] = say(count, kind ? `way_${kind}` : "way").split(/([^ ]*\{name\}[^ ]*)/);
      shelf.textContent = quoted.replace("{name}", () => name);
      link.append(said, shelf, after);
      return link;
    }),
  );
  ways.hidden = !rows.length;
}

// What is said where nothing is found.
function saidOfNothing(query, led) {
  if (!query) return [words.none_filtered];
  const said = `${words.none.replace("{query}", () => box.value.trim())} `;
  if (led) return [said.trim()];
  const name = meant(query);
  if (!name) return [said + (Object.keys(chosen()).length ? words.none_hint_filtered : words.none_hint)];
  const link = document.createElement("a");
  link.href = `?q=${encodeURIComponent(name)}`;
  link.textContent = printed(name);
  const [before, after] = words.meant.split("{name}");
  return [said + before, link, after];
}

async function show(from, mine) {
  const data = await loaded(found.slice(from));
  if (mine !== turn) return;
  const cards = data.map(card);
  if (from) list.append(...cards);
  else list.replaceChildren(...cards);
  more.hidden = found.length <= from + PAGE;
  if (from) cards[0]?.querySelector("a").focus();
}

function address() {
  const query = new URLSearchParams();
  if (box.value.trim()) query.set("q", box.value.trim());
  for (const [name, value] of Object.entries(chosen())) query.set(name, value);
  if (sort.value) query.set("tri", sort.value);
  const text = query.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}

async function run() {
  const mine = ++turn;
  const query = plain(box.value);
  const wanted = chosen();
  const narrowed = Object.keys(wanted).length;
  reset.hidden = !narrowed;
  fold.textContent = narrowed ? `${unfolded} (${number.format(narrowed)})` : unfolded;
  address();
  if (!asked()) {
    found = [];
    bare = false;
    list.replaceChildren();
    more.hidden = true;
    lead([]);
    shelves.hidden = false;
    if (status.textContent !== words.start) status.textContent = words.start; // the page says it already
    if (engine) fill(all);
    return;
  }
  shelves.hidden = !bare;
  if (!engine) status.textContent = words.loading;
  const leading = Promise.race([query ? named(box.value) : [], new Promise((done) => setTimeout(done, PATIENCE, []))]);
  try {
    const pagefind = await load();
    const options = { filters: wanted, ...(sort.value || !query ? { sort: { date: "desc" } } : {}) };
    const given = await pagefind.search(query || null, options);
    if (mine !== turn) return;
    const { answer, absent } = await honest(pagefind, query, options, given);
    const led = await leading;
    if (mine !== turn) return;
    found = answer.results;
    fill(answer.totalFilters && Object.keys(answer.totalFilters).length ? merged(answer, wanted) : all);
    bare = !found.length;
    shelves.hidden = !bare;
    const sought = absent.map(({ text }) => text).join(" ");
    lead(led);
    status.replaceChildren(...(bare ? saidOfNothing(query, led.length) : [absent.length ? words.near.replace("{query}", () => sought) : say(found.length)]));
    await show(0, mine);
  } catch (error) {
    if (mine !== turn) return;
    engine = undefined;
    shelves.hidden = false;
    lead([]);
    status.textContent = words.failed;
    console.warn(error);
  }
}

// A list with a choice shows what stands beside it (counts without its own filter); the others, what is left.
function merged(answer, wanted) {
  return Object.fromEntries(Object.keys(selects).map((name) => [name, wanted[name] ? answer.totalFilters[name] ?? {} : answer.filters[name] ?? {}]));
}

function read() {
  const query = new URLSearchParams(location.search);
  box.value = query.get("q") ?? "";
  for (const [name, select] of Object.entries(selects)) {
    const value = query.get(name) ?? "";
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  sort.value = query.get("tri") === "date" ? "date" : "";
}

let wait;
box.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(run, 120);
});
// At the reader's first sign: to start the index costs a phone a tenth of a second, which the first paint is not to wait for.
const waiting = new AbortController();
for (const sign of ["pointermove", "pointerdown", "touchstart", "keydown", "scroll", "focusin"]) {
  window.addEventListener(sign, () => { waiting.abort(); prepare(); }, { passive: true, signal: waiting.signal });
}
reset.addEventListener("click", () => {
  for (const select of Object.values(selects)) select.value = "";
  box.focus();
  run();
});
fold.addEventListener("click", () => fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") === "false")));
form.addEventListener("change", (event) => event.target !== box && run());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  run();
});
more.querySelector("button").addEventListener("click", () => show(list.children.length, turn));
window.addEventListener("popstate", () => {
  read();
  run();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) {
    event.preventDefault();
    box.focus();
  } else if (event.key === "Escape" && document.activeElement === box && box.value) {
    box.value = "";
    run();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const links = [...list.querySelectorAll("h2 a")];
    const at = links.indexOf(document.activeElement);
    if (document.activeElement !== box && at < 0) return;
    const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : box;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});
// What was typed before this came stays.
if (location.search || !box.value) read();
run();
