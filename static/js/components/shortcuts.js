// "/" goes to the search field, or to the search page where there is none.
const TYPING = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(TYPING)) return;
  if (document.querySelector("dialog[open]")) return;
  const field = document.querySelector("[data-search-field]");
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
