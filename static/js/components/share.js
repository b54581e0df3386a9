// A button that copies the post's address, or opens the device's own sheet for sharing.
const SHOWN = 2500;

for (const share of document.querySelectorAll("[data-share]")) {
  const button = share.querySelector("[data-copy-link]");
  if (!navigator.clipboard) continue;
  const label = button.querySelector("span");
  const words = label.textContent;
  share.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(share.dataset.url || location.href.split("#")[0]);
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = words; }, SHOWN);
  });
}
