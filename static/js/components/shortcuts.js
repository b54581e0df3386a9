// "/" and Ctrl-K (on a Mac: Command-K) go to the page's own search field, or open the search where there is none.
const TYPING = "input, textarea, select, [contenteditable]";
const KEY = "search:slash";

/** Single keys are pressed by mistake, and by speech control: they can be switched off on this device. */
function isSlashOff() {
  try {
    return localStorage.getItem(KEY) === "off";
  } catch {
    return false;
  }
}

function isWanted(event) {
  if (event.altKey || event.shiftKey && event.key !== "/") return false;
  if (event.ctrlKey || event.metaKey) return event.key === "k";
  return event.key === "/" && !isSlashOff();
}

document.addEventListener("keydown", (event) => {
  if (!isWanted(event)) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  if (document.querySelector("dialog[open]")) return;
  const field = document.querySelector("main [data-search-field]");
  const link = document.querySelector("[data-search-link]");
  if (!field && !link) return;
  event.preventDefault();
  if (field) {
    field.focus();
    field.select();
  } else {
    link.click();
  }
});

for (const box of document.querySelectorAll("[data-search-slash]")) {
  box.checked = !isSlashOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, box.checked ? "on" : "off");
    } catch {
      // The choice cannot be kept.
    }
  });
}
