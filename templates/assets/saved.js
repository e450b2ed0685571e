// The saved articles, and on the offline page those that can be read without a connection.
import { keep, saved } from "asset:site.js";

const list = document.querySelector("#gardes");
const read = document.querySelector("#lus");
const none = document.querySelector("#rien");

function line(item) {
  const link = document.createElement("a");
  link.className = "line";
  link.href = item.url;
  const title = document.createElement("span");
  title.className = "line-title";
  title.textContent = item.title;
  const meta = document.createElement("span");
  meta.className = "line-meta";
  meta.textContent = [item.source, item.date].filter(Boolean).join(" · ");
  link.append(title, meta);
  return link;
}

function show() {
  const items = saved();
  none.hidden = items.length > 0;
  list.replaceChildren(
    ...items.map((item) => {
      const row = document.createElement("li");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.textContent = list.dataset.remove;
      remove.setAttribute("aria-label", `${list.dataset.remove} : ${item.title}`);
      remove.addEventListener("click", () => {
        keep(saved().filter((other) => other.id !== item.id));
        show();
        document.querySelector("main").focus();
      });
      row.append(line(item), remove);
      return row;
    }),
  );
}

async function showRead() {
  const cache = await caches.open("lus");
  const kept = (await cache.keys()).filter((request) => new URL(request.url).pathname.includes("/articles/")).reverse();
  const rows = await Promise.all(
    kept.slice(0, 50).map(async (request) => {
      const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
      const text = (selector) => page.querySelector(selector)?.textContent.trim() ?? "";
      const row = document.createElement("li");
      row.append(line({ url: new URL(request.url).pathname, title: text("h1"), date: text(".byline-meta time") }));
      return row;
    }),
  );
  read.replaceChildren(...rows);
  none.hidden = rows.length > 0;
}

if (list) show();
if (read && "caches" in window) showRead();
