// The tests of MDN's HTTP Observatory, offline: between it and the site stands a door that speaks TLS, as a proxy
// would in front of a real site. Prints {grade, score, failed} as JSON.
// usage: NODE_EXTRA_CA_CERTS=cert.pem node observatory.mjs SITE_PORT CERT KEY   (the certificate names localhost)
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [sitePort, certificate, key] = process.argv.slice(2);
const main = createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory");
const root = path.dirname(path.dirname(main));
// The package fetches two lists of the world's domains when it is installed; ours is in neither.
for (const [name, text] of [["hsts-preload.json", "{}"], ["tld-list.json", '["com", "org", "localhost"]']]) {
  const file = path.join(root, "conf", name);
  if (!existsSync(file)) writeFileSync(file, text);
}
const load = (name) => import(pathToFileURL(path.join(root, "src", name)));
const [{ retrieve }, { ALL_TESTS }, { getGradeForScore, getScoreModifier }, { MINIMUM_SCORE_FOR_EXTRA_CREDIT }] =
  await Promise.all(["retriever/retriever.js", "constants.js", "grader/grader.js", "grader/charts.js"].map(load));

const ports = {};
function door(scheme) {
  return (request, response) => {
    const headers = { ...request.headers, host: "localhost", "x-forwarded-proto": scheme };
    const passed = http.request({ port: sitePort, path: request.url, method: request.method, headers }, (answer) => {
      const location = answer.headers.location?.replace(/^https:\/\/localhost/, `https://localhost:${ports.https}`);
      response.writeHead(answer.statusCode, { ...answer.headers, ...(location && { location }) });
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  };
}
const listen = (server, name) => new Promise((done) => {
  server.listen(0, "localhost", () => { ports[name] = server.address().port; done(server); });
});
const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
const servers = await Promise.all([
  listen(http.createServer(door("http")), "http"), listen(https.createServer(tls, door("https")), "https"),
]);
const answers = await retrieve("localhost", { httpPort: ports.http, httpsPort: ports.https });
const results = ALL_TESTS.map((test) => test(answers)).filter(({ result }) => result);
const modifiers = results.map(({ result }) => getScoreModifier(result));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 100);
const plain = sum(modifiers.filter((number) => number < 0));
const { grade, score } = getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : plain);
console.log(JSON.stringify({ grade, score, failed: results.filter(({ pass }) => !pass).map(({ result }) => result) }));
for (const server of servers) server.close();
process.exit(0);
