// Comforts on top of pages that work without them. Each part looks for its own elements and is loaded only where they are.
const has = (selector) => document.querySelector(selector) !== null;

// First, and joined at once: it changes the height of what may be on the screen already.
if (has("[data-tabs]")) import("./components/tabs.js");

import "./components/theme.js";
import "./components/menu.js";
import "./components/search-recent.js";
import "./components/combobox.js";
import "./components/search.js";
import "./components/search-dialog.js";
import "./components/shortcuts.js";

if (has("[data-toc]")) import("./components/toc.js");
if (has("[data-share]")) import("./components/share.js");
if (has("[data-post]")) import("./components/resume.js");
if (has("[data-lightbox]")) import("./components/lightbox.js");
if (has("[data-listing]")) import("./components/copy-code.js");
if (has("[data-embed]")) import("./components/embed.js");
if (has("[data-search-query]")) import("./components/search-clicks.js");
