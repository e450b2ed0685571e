// Asked for first and run as soon as it is there, so that a chosen appearance does not flash.
try {
  const chosen = localStorage.getItem("apparence");
  if (localStorage.getItem("polices")) document.documentElement.dataset.fonts = "";
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // no storage, no choice
}
