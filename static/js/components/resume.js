// Offers to go on where this device left a long post. Nothing leaves the device.
const article = document.querySelector("[data-article]");
const offer = document.querySelector("[data-resume]");
const key = `read:${document.querySelector("[data-post]").dataset.post}`;
const LONG = 2.5;
const BEGUN = 0.12;
const DONE = 0.9;

const start = () => article.getBoundingClientRect().top + window.scrollY;
const share = () => (window.scrollY - start() + window.innerHeight / 3) / article.offsetHeight;
const isLong = () => article.offsetHeight > LONG * window.innerHeight;

function read() {
  try {
    return Number(localStorage.getItem(key)) || 0;
  } catch {
    return 0;
  }
}

function keep() {
  if (!isLong()) return;
  const now = share();
  try {
    if (now > BEGUN && now < DONE) localStorage.setItem(key, now.toFixed(3));
    else if (now >= DONE) localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to go back to.
  }
}

// Nothing is measured while the page comes in: asking for a height makes the browser lay out the whole post at once. A
// place was only ever kept in a post that was long.
if (article && offer) {
  const left = read();
  if (left > BEGUN && !location.hash) {
    offer.hidden = false;
    offer.querySelector("[data-resume-go]").addEventListener("click", (event) => {
      event.preventDefault();
      offer.hidden = true;
      window.scrollTo({ top: start() + left * article.offsetHeight - window.innerHeight / 3 });
    });
    offer.querySelector("[data-resume-close]").addEventListener("click", () => { offer.hidden = true; });
  }
  document.addEventListener("scrollend", keep);
}
