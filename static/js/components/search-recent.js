// Offers what was searched for on this device before. Nothing of it leaves the device.
const KEY = "searches";
const MOST = 6;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

function keep(queries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries.slice(0, MOST)));
  } catch {
    // Then this search is not remembered.
  }
}

function remember(query) {
  const text = query.trim();
  if (text) keep([text, ...read().filter((other) => other !== text)]);
}

function recent(form) {
  const field = form.querySelector("input");
  const panel = form.querySelector("[data-combobox-panel]");
  const buttons = panel.querySelector("[data-search-forget]");

  function button(text, label, left) {
    const element = document.createElement("button");
    Object.assign(element, { type: "button", textContent: text, ariaLabel: label, className: "offers__forget" });
    element.addEventListener("click", () => {
      keep(left());
      field.focus();
      field.dispatchEvent(new Event("input"));
    });
    return element;
  }

  field.addEventListener("input", () => buttons.replaceChildren());
  form.addEventListener("search:empty", ({ detail: { offered, group, option } }) => {
    const queries = read();
    if (!queries.length) return;
    const links = queries.map((query) => option(`${form.action}?q=${encodeURIComponent(query)}`, [query]));
    offered.push(group(panel.dataset.recent, links, `${field.id}-recent`));
    buttons.replaceChildren(
      button(panel.dataset.forgetAll, null, () => []),
      ...queries.map((query) => button("×", panel.dataset.forget.replace("{query}", () => query),
        () => read().filter((other) => other !== query))),
    );
  });
  form.addEventListener("submit", () => remember(field.value));
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.pathname === new URL(form.action).pathname) remember(new URL(link.href).searchParams.get("q"));
  });
}

for (const form of document.querySelectorAll("[data-suggest]")) recent(form);
