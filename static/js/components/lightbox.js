// Shows a picture large, over the page, with its caption and those beside it. Without it the links open the picture.
const dialog = document.querySelector("[data-lightbox]");
const part = (name) => dialog.querySelector(`[data-lightbox-${name}]`);
const SWIPE = 48;
let links = [];
let at = 0;
let touched;

function open(link) {
  const gallery = link.closest("[data-gallery]");
  links = gallery ? [...gallery.querySelectorAll("[data-zoom]")] : [link];
  for (const name of ["previous", "next", "count"]) part(name).hidden = links.length < 2;
  dialog.showModal();
  show(links.indexOf(link));
  dialog.addEventListener("close", () => link.focus({ preventScroll: true }), { once: true });
}

function show(index) {
  at = (index + links.length) % links.length;
  const small = links[at].querySelector("img");
  const image = new Image();
  image.className = "lightbox__image";
  image.alt = small.alt;
  image.src = links[at].href;
  const words = links[at].closest("figure").querySelector(":scope > figcaption");
  const copy = words?.cloneNode(true);
  for (const element of copy?.querySelectorAll("[id]") ?? []) element.removeAttribute("id");
  part("caption").hidden = !copy;
  part("caption").replaceChildren(...(copy?.childNodes ?? []));
  part("frame").replaceChildren(image);
  part("count").textContent = `${at + 1} / ${links.length}`;
  // The next one is fetched while this one is being looked at.
  if (links.length > 1) new Image().src = links[(at + 1) % links.length].href;
}

function step(by) {
  if (links.length > 1) show(at + by);
}

for (const link of document.querySelectorAll("[data-zoom]")) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
}

part("previous").addEventListener("click", () => step(-1));
part("next").addEventListener("click", () => step(1));
dialog.addEventListener("click", (event) => {
  if (!event.target.closest("img, button, figcaption") || event.target.closest("[data-lightbox-close]")) dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const forward = getComputedStyle(dialog).direction === "rtl" ? -1 : 1;
  const by = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
  if (by) step(by);
  else if (event.key === "Home") show(0);
  else if (event.key === "End") show(links.length - 1);
  else return;
  event.preventDefault();
});

// A finger moved sideways turns the page; not while the picture is enlarged and being looked over.
dialog.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch" && event.isPrimary && visualViewport.scale === 1 ? event : undefined;
});
dialog.addEventListener("pointercancel", () => { touched = undefined; });
dialog.addEventListener("pointerup", (event) => {
  if (!touched || event.pointerId !== touched.pointerId) return;
  const [across, along] = [event.clientX - touched.clientX, event.clientY - touched.clientY];
  touched = undefined;
  if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(along)) return;
  step((across < 0) === (getComputedStyle(dialog).direction !== "rtl") ? 1 : -1);
});
