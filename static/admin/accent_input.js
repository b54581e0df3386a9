// Says beside a colour picker how well text in that colour can be read (contrast as WCAG 2.2 defines it).

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function describe(colour, { grounds, enough, good, adjusted }) {
  return Object.entries(grounds)
    .map(([name, ground]) => {
      const ratio = contrast(colour, ground);
      // Rounded down, so that 4.49 is not shown as the 4.5 it misses.
      return `${name} ${(Math.floor(ratio * 10) / 10).toFixed(1)}:1 (${ratio >= enough ? good : adjusted})`;
    })
    .join("; ");
}

document.addEventListener("DOMContentLoaded", () => {
  for (const input of document.querySelectorAll("input[data-accent]")) {
    const settings = JSON.parse(input.dataset.accent);
    const output = document.createElement("output");
    output.htmlFor = input.id;
    const show = () => {
      output.textContent = `${input.value}: ${describe(input.value, settings)}`;
    };
    input.after(" ", output);
    input.addEventListener("input", show);
    show();
  }
});
