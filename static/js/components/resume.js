// Offers to go on where this device left a long post. Nothing leaves the device. A place is kept as the number of a block
// and how far into it, because what was never near has no height yet (static/css/components/prose.css).
const article = document.querySelector("[data-article]");
const offer = document.querySelector("[data-resume]");
const key = `place:${document.querySelector("[data-post]").dataset.post}`;
const LONG = 2.5;
const BEGUN = 0.12;
const DONE = 0.9;

const eye = () => window.innerHeight / 3;

function read() {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}

function keep() {
  const { top, height } = article.getBoundingClientRect();
  if (height < LONG * window.innerHeight) return;
  const share = (eye() - top) / height;
  try {
    if (share > BEGUN && share < DONE) localStorage.setItem(key, place().toFixed(3));
    else if (share >= DONE) localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to go back to.
  }
}

/** The number of the block at the reader's eye, and as its fraction how much of the block is above. */
function place() {
  const blocks = [...article.children];
  const number = blocks.findLastIndex((block) => block.getBoundingClientRect().top <= eye());
  const { top, height } = blocks[Math.max(number, 0)].getBoundingClientRect();
  return Math.max(number, 0) + Math.min(Math.max((eye() - top) / height, 0), 0.999);
}

/** Scrolls to a place; a second time, because coming near gives the blocks on the way their height. */
function go(left, again = true) {
  const { top, height } = article.children[Math.floor(left)].getBoundingClientRect();
  window.scrollBy({ top: top + (left % 1) * height - eye(), behavior: "instant" });
  if (again) requestAnimationFrame(() => requestAnimationFrame(() => go(left, false)));
}

function show() {
  const left = read();
  document.addEventListener("scrollend", keep); // not before: it would write over the place
  if (!(left > 0 && left < article.children.length) || location.hash) return;
  offer.hidden = false;
  offer.querySelector("[data-resume-go]").addEventListener("click", (event) => {
    event.preventDefault();
    offer.hidden = true;
    go(left);
  });
  offer.querySelector("[data-resume-close]").addEventListener("click", () => { offer.hidden = true; });
}

// Nothing is measured while the page comes in: asking for a height makes the browser lay out the whole post at once. A
// place was only ever kept in a post that was long. Nor is anything looked up: the first look into a site's storage waits
// for the disk. Safari has no idle moments to give; there it is the next one.
if (article && offer) {
  (window.requestIdleCallback ?? setTimeout)(show, { timeout: 1000 });
}
