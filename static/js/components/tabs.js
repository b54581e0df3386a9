// Turns panels that stand below each other into tabs. The choice is kept for all tabs of the same group.
const KEY = "tabs:";

function remembered(group) {
  try {
    return localStorage.getItem(KEY + group);
  } catch {
    return null; // storage is switched off
  }
}

function remember(group, label) {
  try {
    localStorage.setItem(KEY + group, label);
  } catch {
    // The choice holds for this page only.
  }
}

class Tabs {
  constructor(root) {
    this.root = root;
    this.group = root.dataset.tabsGroup ?? "";
    this.panels = [...root.querySelectorAll(":scope > [data-tab]")];
    this.tabs = this.panels.map((panel) => this.makeTab(panel));
    const list = document.createElement("div");
    list.className = "tabs__list";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", root.dataset.tabsLabel);
    list.append(...this.tabs);
    list.addEventListener("keydown", (event) => this.onKey(event));
    root.prepend(list);
    root.classList.add("tabs--ready");
    this.select(this.panelOfAddress() ?? this.indexOf(remembered(this.group)) ?? 0);
  }

  makeTab(panel) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${panel.id}-tab`;
    tab.className = "tabs__tab";
    tab.textContent = panel.dataset.tab;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => this.choose(this.tabs.indexOf(tab)));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    return tab;
  }

  indexOf(label) {
    const index = this.panels.findIndex((panel) => panel.dataset.tab === label);
    return index < 0 ? undefined : index;
  }

  /** The panel that holds the place the address names, so that links into it still work. */
  panelOfAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const index = target ? this.panels.findIndex((panel) => panel.contains(target)) : -1;
    return index < 0 ? undefined : index;
  }

  select(index) {
    this.tabs.forEach((tab, position) => {
      const chosen = position === index;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      this.panels[position].hidden = !chosen;
    });
  }

  /** The reader's own choice: it holds for all tabs of the group, and what was clicked stays where it is. */
  choose(index) {
    const before = this.root.getBoundingClientRect().top;
    const label = this.panels[index].dataset.tab;
    this.select(index);
    if (!this.group) return;
    remember(this.group, label);
    for (const other of all) {
      const same = other.group === this.group && other !== this ? other.indexOf(label) : undefined;
      if (same !== undefined) other.select(same);
    }
    scrollBy({ top: this.root.getBoundingClientRect().top - before, behavior: "instant" });
  }

  onKey(event) {
    const last = this.tabs.length - 1;
    const now = this.tabs.indexOf(document.activeElement);
    const forward = getComputedStyle(this.root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const next = {
      [forward]: now === last ? 0 : now + 1,
      [backward]: now <= 0 ? last : now - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.choose(next);
    this.tabs[next].focus();
  }
}

const all = [];
for (const root of document.querySelectorAll("[data-tabs]")) all.push(new Tabs(root));
addEventListener("hashchange", () => {
  for (const tabs of all) {
    const index = tabs.panelOfAddress();
    if (index !== undefined) tabs.select(index);
  }
});
