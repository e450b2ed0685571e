// One or several Pagefind bundles searched as one index, which also says which words it does not know: Pagefind gives
// for such a word what begins with ever less of it. Of several bundles, Pagefind's mergeIndex adds up what each bundle answers by itself:
// a word that only one bundle knows gets what merely begins like it from all the others, each bundle weighs words by
// its own counts, and a sort holds within a bundle only. Here every bundle is asked about every word, those that
// answered with something else are left out, and the weights are reckoned over all bundles. Pagefind's playground
// mode gives the figures; the formulas and constants are those of its ranking (BM25, and a boost by title).
const SATURATION = 1.4;
const LENGTH = 0.75;
const READY = 20000;

export async function open(folders, options) {
  const [main] = folders;
  const worker = new Worker(new URL(`asset:bundles-worker.js?main=${encodeURIComponent(main)}`, import.meta.url));
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (error) fail(new Error(error));
    else done(result);
  });
  worker.addEventListener("error", () => {
    for (const { fail } of waiting.values()) fail(new Error("the search worker failed"));
    waiting.clear();
  });
  const call = (instanceId, method, ...args) =>
    new Promise((done, fail) => {
      const id = ++last;
      waiting.set(id, { done, fail });
      worker.postMessage({ id, instanceId, method, args });
    });
  const started = async (folder) => {
    await call(folder, "init", { basePath: folder, language: document.documentElement.lang, primary: true });
    await call(folder, "enterPlaygroundMode");
    await call(folder, "options", options);
    return call(folder, "filters");
  };
  const patient = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("the search index does not load")), READY))]);
  // The first starts the engine for all; two at once would each start one.
  const counts = [await patient(started(main))];
  counts.push(...(await patient(Promise.all(folders.slice(1).map(started)))));
  // Every article has one language, so the languages' counts add up to the articles.
  const sizes = counts.map((each) => Object.values(each.langue ?? {}).reduce((sum, count) => sum + count, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const lengths = folders.map(() => 0);
  const known = new Map();
  let shown = [];

  const release = (folder, results) => {
    for (const { data } of results) call(folder, "releaseData", data).catch(() => {});
  };

  // What each bundle finds for one word: the words of its own that count as this one, and in how many articles.
  async function word(text) {
    const rows = await Promise.all(
      folders.map(async (folder, at) => {
        const answer = await call(folder, "search", text, {});
        release(folder, answer.results);
        const stem = answer.query_term_idfs?.[0]?.term;
        const keys = new Set();
        for (const result of answer.results) {
          for (const score of result.scores ?? []) keys.add(score.search_term);
          for (const field of result.verbose_meta_scores ?? []) for (const term of field.matched_terms) keys.add(term);
          lengths[at] = result.params.average_page_length;
        }
        return { stem, keys, found: answer.results.length };
      }),
    );
    const stem = rows.map((row) => row.stem).find(Boolean);
    if (!stem) return undefined;
    const extends_ = (row) => [...row.keys].some((key) => key.startsWith(stem));
    const reach = (row) => Math.max(0, ...[...row.keys].map((key) => key.length));
    const longest = Math.max(...rows.map(reach));
    const known = rows.some(extends_);
    const right = known ? rows.map(extends_) : rows.map((row) => reach(row) === longest);
    const pages = rows.reduce((sum, row, at) => sum + (right[at] ? row.found : 0), 0);
    // How much of a word that no bundle knows begins what stands in for it; of one that is known, all.
    const near = known ? 1 : longest / stem.length;
    return { text, known, near, right, keys: new Set(rows.flatMap((row, at) => (right[at] ? [...row.keys] : []))), idf: Math.log((total - pages + 0.5) / (pages + 0.5) + 1) };
  }

  async function learn(text) {
    if (!known.has(text)) known.set(text, word(text));
    return known.get(text);
  }

  function weigh(result, terms, whole, average) {
    if (!result.scores) return result.score;
    const idf = (key) => terms.find((term) => term.keys.has(key))?.idf ?? 0;
    let before = 0;
    let after = 0;
    for (const { search_term: key, score, params } of result.scores) {
      const frequency = params.weighted_term_frequency * params.length_bonus;
      const spread = SATURATION * (1 - LENGTH + (LENGTH * result.params.document_length) / average);
      before += score;
      after += (idf(key) * (SATURATION + 1) * frequency) / (spread + frequency);
    }
    let boost = 0;
    let boosted = 0;
    for (const field of result.verbose_meta_scores ?? []) {
      const matched = field.matched_terms.reduce((sum, key) => sum + idf(key), 0);
      boost += field.coverage_boost;
      boosted += whole ? (field.field_weight * matched ** 3) / whole ** 2 : 0;
    }
    // What is left of Pagefind's score is its preference for the same accents.
    return (before ? (after * (result.score - boost)) / before : 0) + boosted;
  }

  function added(rows) {
    const sums = {};
    for (const row of rows) for (const [name, values] of Object.entries(row ?? {})) for (const [value, count] of Object.entries(values)) (sums[name] ??= {})[value] = (sums[name][value] ?? 0) + count;
    return sums;
  }

  async function search(query, how) {
    const quoted = /^\s*".+"\s*$/.test(query ?? "");
    const words = query && !quoted ? query.split(/\s+/).filter(Boolean) : [];
    const terms = (await Promise.all(words.map(learn))).filter(Boolean);
    const answers = await Promise.all(folders.map((folder) => call(folder, "search", query, how)));
    for (const [folder, results] of shown) release(folder, results);
    shown = folders.map((folder, at) => [folder, answers[at].results]);
    const kept = answers.map((answer, at) => (terms.every((term) => term.right[at]) ? answer : undefined));
    const whole = terms.reduce((sum, term) => sum + term.idf, 0);
    const seen = sizes.map((size, at) => (lengths[at] ? size : 0));
    const average = seen.reduce((sum, size, at) => sum + size * lengths[at], 0) / (seen.reduce((sum, size) => sum + size, 0) || 1) || 1;
    // Bundles come newest first, so that by date one simply follows the other.
    const results = kept.flatMap((answer, at) =>
      (answer?.results ?? []).map((result) => ({ id: result.id, score: weigh(result, terms, whole, average), data: () => call(folders[at], "getData", result.data) })),
    );
    if (!Object.keys(how.sort ?? {}).length) results.sort((a, b) => b.score - a.score);
    const unknown = terms.filter((term) => !term.known).map(({ text, near }) => ({ text, near }));
    return { results, unknown, filters: added(kept.map((answer) => answer?.filters)), totalFilters: added(kept.map((answer) => answer?.totalFilters)) };
  }

  return { search, filters: async () => added(counts) };
}
