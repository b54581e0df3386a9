// A video or player from elsewhere is asked for only when the reader presses its cover. Nothing is remembered:
// the next page asks again. Without this script the cover is a link to the place it comes from.

/** The frame a cover stands for. */
export function frameFor(cover) {
  const frame = document.createElement("iframe");
  frame.src = cover.dataset.embed;
  frame.title = cover.dataset.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  return frame;
}

for (const cover of document.querySelectorAll("a[data-embed]")) {
  // What acts on this page is a button, for the keyboard and for those who listen.
  const button = document.createElement("button");
  button.type = "button";
  button.className = cover.className;
  button.append(...cover.childNodes);
  button.querySelector(".embed__how").textContent = cover.dataset.how;
  button.addEventListener("click", () => {
    const frame = frameFor(cover);
    button.replaceWith(frame);
    frame.focus();
  });
  cover.replaceWith(button);
}
