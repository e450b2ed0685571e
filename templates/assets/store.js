// The list of saved articles, kept in this browser.
const KEY = "a-lire";

export function saved() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((item) => typeof item?.url === "string" && item.url.startsWith("/")) : [];
  } catch {
    return [];
  }
}

export function keep(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, 500)));
    return true;
  } catch {
    return false;
  }
}
