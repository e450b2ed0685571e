// Pagefind's own worker, for several bundles that share one engine: it is fetched with the first and kept.
const main = new URLSearchParams(location.search).get("main");
const fetched = {};
const ask = self.fetch.bind(self);
self.fetch = async (input, init) => {
  const [file] = /wasm\.[\w-]+\.pagefind$/.exec(input) ?? [];
  if (!file) return ask(input, init);
  fetched[file] ??= ask(main + file).then((answer) => answer.arrayBuffer());
  return new Response(await fetched[file]);
};
importScripts(`${main}pagefind-worker.js`);
