// html-validate's recommended rules over files; one line of JSON for each error.
// usage: node validate.mjs FILE...
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
});
for (const file of process.argv.slice(2)) {
  const report = await validator.validateString(readFileSync(file, "utf8"), file);
  for (const { messages } of report.results) {
    for (const { line, ruleId, message, severity } of messages) {
      if (severity === 2) console.log(JSON.stringify({ file, line, rule: ruleId, message }));
    }
  }
}
