// Offers posts, tags and people while somebody types. Without it the form leads to the page of results.
const WAIT = 120; // milliseconds without a key before the server is asked
const WORDS = /([\p{L}\p{N}_]+)/u;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A title as pieces, with what was typed of its words marked. */
function marked(title, typed) {
  const wanted = fold(typed).split(WORDS).filter((_, index) => index % 2).sort((a, b) => b.length - a.length);
  return title.split(WORDS).flatMap((piece) => {
    const word = wanted.find((beginning) => fold(piece).startsWith(beginning));
    if (!word) return piece;
    const letters = [...piece];
    let end = 1;
    while (fold(letters.slice(0, end).join("")).length < word.length) end++;
    return [make("mark", { textContent: letters.slice(0, end).join("") }), letters.slice(end).join("")];
  });
}

function option(href, words, { detail = "", ...data } = {}) {
  const title = make("span", { dir: "auto" }, ...words);
  const link = make("a", { href, role: "option", tabIndex: -1, className: "offers__option" }, title, make("small", {}, detail));
  Object.assign(link.dataset, data);
  return link;
}

function group(name, links, id) {
  const title = make("p", { className: "offers__kind", textContent: name, id });
  const element = make("div", { role: "group" }, title, ...links);
  element.setAttribute("aria-labelledby", id);
  return element;
}

function search(form) {
  const field = form.querySelector("input");
  const panel = form.querySelector("[data-combobox-panel]");
  const [list, status] = [panel.querySelector("[role=listbox]"), panel.querySelector("[role=status]")];
  let [timer, request] = [];

  function stop() {
    clearTimeout(timer);
    request?.abort();
    form.toggleAttribute("data-busy", false);
  }

  function show(typed, { results = [], groups = {}, status: told }) {
    const all = `${form.action}?q=${encodeURIComponent(typed.trim())}`;
    const links = results.map(({ kind, title, url, id = "", detail }, at) => (
      { kind, link: option(url, marked(title, typed), { detail, position: at + 1, resultId: id }) }));
    list.dataset.searchQuery = typed.trim();
    list.replaceChildren(
      ...Object.entries(groups).map(([kind, name]) => (
        group(name, links.filter((one) => one.kind === kind).map((one) => one.link), `${list.id}-${kind}`))),
      option(all, [panel.dataset.all.replace("{query}", () => typed.trim())]),
    );
    status.textContent = told;
  }

  async function ask() {
    stop();
    const typed = field.value;
    if (!typed.trim()) {
      // Nothing to ask for. Others may know what to offer; the list is empty otherwise.
      const offered = [];
      list.dataset.searchQuery = "";
      form.dispatchEvent(new CustomEvent("search:empty", { detail: { offered, group, option } }));
      list.replaceChildren(...offered);
      status.textContent = "";
      return;
    }
    const { signal } = (request = new AbortController());
    form.toggleAttribute("data-busy", true);
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal });
      show(typed, await answer.json());
    } catch {
      if (signal.aborted) return;
      show(typed, { status: panel.dataset[navigator.onLine ? "failed" : "offline"] });
    }
    form.toggleAttribute("data-busy", false);
  }

  field.addEventListener("input", () => {
    stop();
    timer = setTimeout(ask, field.value ? WAIT : 0);
  });
  panel.addEventListener("close", stop);
}

for (const form of document.querySelectorAll("[data-suggest]")) search(form);
