// Opens the search over the page instead of leaving it. Without it the link leads to the search's own page.
function opens(opener, dialog) {
  const field = dialog.querySelector("input");

  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    dialog.showModal();
    field.select();
    field.dispatchEvent(new Event("input"));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    // Browsers empty a search field first; what was typed is kept for the next time instead.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => dialog.querySelector("[data-combobox-panel]").dispatchEvent(new Event("close")));
  // Who comes back to this page comes back to the page.
  addEventListener("pagehide", () => dialog.close());
}

const dialog = document.querySelector("[data-search-dialog]");
const opener = document.querySelector("[data-search-link]");
if (dialog && opener) opens(opener, dialog);
