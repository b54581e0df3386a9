// Tells which result of a search was opened first. Lists of results carry data-search-query="the words" (they may change;
// empty: not counted), and data-search-suggested where one chooses while typing; their links data-position="1" and
// further, data-result-id="id of the page" (empty: elsewhere). Choose by link.click(), or it is not noticed.
const told = new Set();

function tell(event) {
  const link = event.button < 2 && event.target.closest?.("[data-search-query] [data-position]");
  if (!link) return;
  const { searchQuery: q, searchSuggested } = link.closest("[data-search-query]").dataset;
  if (!q || told.has(q)) return;
  told.add(q);
  const { resultId: page = "", position } = link.dataset;
  const suggested = searchSuggested === undefined ? 0 : 1;
  navigator.sendBeacon("/search/clicked/", new URLSearchParams({ q, page, position, suggested }));
}

document.addEventListener("click", tell);
document.addEventListener("auxclick", tell);
