// A button on each listing that copies what is to be typed: no prompts, no output, no line numbers.
const RESET_AFTER = 2000;

/** The text of one line without prompt and output; null when nothing of it is typed. */
function typed(line) {
  const copy = line.cloneNode(true);
  const quiet = copy.querySelectorAll(".gp, .go, .gt");
  for (const part of quiet) part.remove();
  const text = copy.textContent.replace(/\n$/, "");
  return quiet.length > 0 && text.trim() === "" ? null : text;
}

/** What the button of a listing copies; in a terminal session only the commands. */
export function textOf(listing) {
  const lines = [...listing.querySelectorAll(".line")];
  return lines.map(typed).filter((text) => text !== null).join("\n").replace(/\n+$/, "");
}

function selectAll(listing) {
  getSelection().selectAllChildren(listing.querySelector("code"));
}

function addButton(listing) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "listing__copy";
  button.textContent = listing.dataset.copy;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  listing.append(button, status);

  let timer;
  button.addEventListener("click", async () => {
    let word = listing.dataset.copied;
    try {
      await navigator.clipboard.writeText(textOf(listing));
    } catch {
      // Without permission, or on a page without TLS, the reader's own keys still can.
      selectAll(listing);
      word = listing.dataset.failed;
    }
    button.textContent = word;
    status.textContent = word;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = listing.dataset.copy;
      status.textContent = "";
    }, RESET_AFTER);
  });
}

for (const listing of document.querySelectorAll("[data-listing]")) addButton(listing);
