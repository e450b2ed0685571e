// Runs before the first paint, so that a chosen appearance does not flash and what needs scripts does not jump in.
document.documentElement.dataset.js = "";
try {
  const chosen = localStorage.getItem("apparence");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // no storage, no choice
}
