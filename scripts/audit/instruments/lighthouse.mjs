// Lighthouse's mobile view of each address: the median of several runs, as one line of JSON an address.
// usage: node lighthouse.mjs RUNS URL...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [runs, ...urls] = process.argv.slice(2);
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = { lcp: "largest-contentful-paint", cls: "cumulative-layout-shift", tbt: "total-blocking-time" };

function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function read({ categories, audits }) {
  const scores = CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]);
  const times = Object.entries(TIMES).map(([name, audit]) => [name, audits[audit].numericValue]);
  const failed = CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id));
  return { ...Object.fromEntries([...scores, ...times]), failed };
}

const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: FLAGS, ignoreDefaultFlags: true });
try {
  for (const url of urls) {
    const found = [];
    // One more than asked: the first visit of all wakes browser and server.
    for (let run = 0; found.length < Number(runs) && run < Number(runs) * 2 + 1; run += 1) {
      const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "silent", onlyCategories: CATEGORIES });
      if (!lhr.runtimeError && Number.isFinite(lhr.audits[TIMES.lcp].numericValue)) found.push(read(lhr));
    }
    if (!found.length) { console.log(JSON.stringify({ url, error: "Lighthouse could not read the page" })); continue; }
    const names = [...CATEGORIES, ...Object.keys(TIMES)];
    const middle = Object.fromEntries(names.map((name) => [name, median(found.map((one) => one[name]))]));
    console.log(JSON.stringify({ url, ...middle, failed: [...new Set(found.flatMap((one) => one.failed))] }));
  }
} finally {
  chrome.kill();
}
