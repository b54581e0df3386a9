// Light, dark or as the system has it; remembered on this device.
const STATES = ["auto", "light", "dark"];
const root = document.documentElement;

function remember(state) {
  try {
    if (state === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", state);
  } catch {
    // Without storage the choice holds for this page.
  }
}

function show(button, state) {
  if (state === "auto") delete root.dataset.theme;
  else root.dataset.theme = state;
  const label = button.getAttribute(`data-label-${state}`);
  button.dataset.state = state;
  button.title = label;
  button.querySelector("[data-theme-label]").textContent = label;
}

for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  show(button, root.dataset.theme ?? "auto");
  button.addEventListener("click", () => {
    const state = STATES[(STATES.indexOf(button.dataset.state) + 1) % STATES.length];
    show(button, state);
    remember(state);
  });
}
