// Light, dark or as the system has it; remembered on this device.
const STATES = ["auto", "light", "dark"];
const root = document.documentElement;

// A cookie, because the server writes the choice into the page: so there is no flash, and no script to wait for.
function remember(state) {
  const age = state === "auto" ? 0 : 31536000;
  document.cookie = `theme=${state}; path=/; max-age=${age}; samesite=lax`;
}

function remembered() {
  return document.cookie.match(/(?:^|; )theme=(light|dark)(?:;|$)/)?.[1] ?? "auto";
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
  show(button, remembered());
  button.addEventListener("click", () => {
    const state = STATES[(STATES.indexOf(button.dataset.state) + 1) % STATES.length];
    show(button, state);
    remember(state);
  });
}
