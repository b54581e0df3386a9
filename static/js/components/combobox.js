// A field with a list of links below it, worked by keys and heard by screen readers (ARIA's combobox). Others fill the list.
function combobox(root) {
  const [field, panel] = [root.querySelector("input"), root.querySelector("[data-combobox-panel]")];
  const list = panel.querySelector("[role=listbox]");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const isChosen = (option) => option.ariaSelected === "true";

  function choose(index) {
    options().forEach((option, at) => { option.ariaSelected = String(at === index); });
    const option = options()[index];
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function open() {
    options().forEach((option, at) => { option.id = `${list.id}-${at}`; });
    panel.hidden = options().length === 0;
    field.ariaExpanded = String(!panel.hidden);
    choose(-1);
  }

  function close() {
    panel.hidden = true;
    field.ariaExpanded = "false";
    choose(-1);
    panel.dispatchEvent(new Event("close"));
  }

  function onKey(event) {
    if (event.isComposing) return;
    const all = options();
    const [now, last] = [all.findIndex(isChosen), all.length - 1];
    // Beyond either end stands the field itself, where Home and End move the cursor.
    const next = { ArrowDown: now < last ? now + 1 : -1, ArrowUp: now < 0 ? last : now - 1 }[event.key]
      ?? (now < 0 ? undefined : { Home: 0, End: last }[event.key]);
    if (next !== undefined && panel.hidden) field.dispatchEvent(new Event("input"));
    else if (next !== undefined) choose(next);
    else if (event.key === "Enter" && now >= 0 && !panel.hidden) all[now].click();
    else if (event.key === "Escape" && !panel.hidden && !root.closest("dialog")) close();
    else return;
    event.preventDefault();
  }

  field.role = "combobox";
  field.ariaExpanded = "false";
  field.ariaAutoComplete = "list";
  field.setAttribute("aria-controls", list.id);
  field.addEventListener("keydown", onKey);
  // The field keeps the focus while something else of the list is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget) && !root.closest("dialog")) close();
  });
  new MutationObserver(open).observe(list, { childList: true });
}

for (const root of document.querySelectorAll("[data-combobox]")) combobox(root);
