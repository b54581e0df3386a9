/** Shows how far an import is, and opens its result when it is through. */

const PAUSE = 1500;

const section = document.querySelector("[data-import-progress]");

/** Ask once, show the answer, and ask again a little later. */
async function look() {
  try {
    const answer = await fetch(section.dataset.importProgress, { headers: { Accept: "application/json" } });
    if (answer.redirected || answer.status === 403 || answer.status === 404) {
      // Nobody is signed in any more, or the import was deleted: the page itself says which.
      window.location.reload();
      return;
    }
    if (answer.ok) {
      const { busy, done, total, step } = await answer.json();
      if (!busy) {
        window.location.reload();
        return;
      }
      show(done, total, step);
    }
  } catch {
    // The server is away for a moment; the import goes on without us.
  }
  window.setTimeout(look, PAUSE);
}

/** Move the bar; say in words only what changed. */
function show(done, total, step) {
  const bar = section.querySelector("progress");
  const words = section.querySelector("[data-import-words]");
  if (total) {
    bar.max = total;
    bar.value = done;
  }
  const said = total ? `${step}: ${done} / ${total}` : step;
  if (words.textContent.trim() !== said) {
    words.textContent = said;
  }
}

if (section) {
  window.setTimeout(look, PAUSE);
}
