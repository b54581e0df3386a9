// Lighthouse's mobile view of each address: the median of several runs, as one line of JSON an address.
// usage: node lighthouse.mjs PORT RUNS URL...; a browser listens to Chrome's DevTools protocol on PORT of this machine.
//
// The addresses take turns, so that a moment in which the machine was busy spoils one run of each and not all runs of one.
// A page of words alone takes part: what it is charged for is the browser's and the machine's, not the site's.
import { createServer } from "node:http";
import lighthouse from "lighthouse";

const [port, runs, ...asked] = process.argv.slice(2);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = { lcp: "largest-contentful-paint", cls: "cumulative-layout-shift", tbt: "total-blocking-time" };
const PARAGRAPH = `<p>${"Some plain words of an ordinary length, set one after another. ".repeat(8)}</p>`;
const BARE = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Words</title><h1>Words</h1>${PARAGRAPH.repeat(20)}</html>`;

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

async function visit(url) {
  const { lhr } = await lighthouse(url, { port: Number(port), logLevel: "silent", onlyCategories: CATEGORIES });
  const isRead = !lhr.runtimeError && Number.isFinite(lhr.audits[TIMES.lcp].numericValue);
  return isRead ? read(lhr) : null;
}

function print(url, found) {
  if (!found.length) {
    console.log(JSON.stringify({ url, error: "Lighthouse could not read the page" }));
    return;
  }
  const names = [...CATEGORIES, ...Object.keys(TIMES)];
  const middle = Object.fromEntries(names.map((name) => [name, median(found.map((one) => one[name]))]));
  const failed = [...new Set(found.flatMap((one) => one.failed))];
  console.log(JSON.stringify({ url, ...middle, blocking: found.map((one) => Math.round(one.tbt)), failed }));
}

const words = createServer((_, answer) => answer.setHeader("Content-Type", "text/html; charset=utf-8").end(BARE));
await new Promise((ready) => { words.listen(0, "127.0.0.1", ready); });
const bare = `http://127.0.0.1:${words.address().port}/`;
const found = new Map([...asked, bare].map((url) => [url, []]));
try {
  // The first visit of all wakes browser and server and does not count.
  await visit(asked[0]);
  for (let round = 0; round < Number(runs) * 2; round += 1) {
    for (const [url, kept] of found) {
      if (kept.length < Number(runs)) kept.push(...[await visit(url)].filter((one) => one !== null));
    }
  }
  for (const url of asked) print(url, found.get(url));
  print("bare", found.get(bare));
} finally {
  words.close();
}
