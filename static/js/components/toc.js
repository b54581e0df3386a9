// Marks the section being read in the table of contents.
const links = new Map();
for (const link of document.querySelectorAll("[data-toc] a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) links.set(heading, link);
}

let marked;

function mark(link) {
  if (link === marked) return;
  marked?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  marked = link;
  const list = link?.closest("[data-toc]");
  if (!list || list.scrollHeight <= list.clientHeight) return;
  list.scrollTop = link.offsetTop - list.clientHeight / 2;
}

// The last heading above the upper third of the window is the one whose text is being read. The observer alone says
// which are above: measuring again would draw a second line a fraction of a pixel away, and a heading that a smooth
// scroll paints between the two would be reported once and found not to have arrived.
const above = new Set();

function update(entries) {
  for (const { target, isIntersecting } of entries) above[isIntersecting ? "add" : "delete"](target);
  let current;
  for (const [heading, link] of links) {
    if (!above.has(heading)) break;
    current = link;
  }
  mark(current);
}

// Everything above that line counts as seen, so that a leap past several headings is noticed too.
const observer = new IntersectionObserver(update, { rootMargin: "1000000px 0px -66.6% 0px" });
for (const heading of links.keys()) observer.observe(heading);
