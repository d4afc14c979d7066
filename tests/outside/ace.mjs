// What Ace by DAISY finds in exported books: nothing that keeps a reader with
// special needs from reading them.
//
//   node ace.mjs WORK BOOK.epub...
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

const require = createRequire(`${process.cwd()}/`);
process.env.PUPPETEER_EXECUTABLE_PATH = "/usr/bin/chromium";
require("@daisy/ace-logger").initLogger({ verbose: false, silent: true, fileName: "ace.log" });
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

const [work, ...books] = process.argv.slice(2);
let findings = 0;
for (const book of books) {
  const outdir = mkdtempSync(join(resolve(work), "ace-"));
  await ace(resolve(book), { cwd: process.cwd(), outdir, silent: true }, runner);
  const { assertions = [] } = JSON.parse(readFileSync(join(outdir, "report.json"), "utf8"));
  for (const { "earl:testSubject": { url }, assertions: found = [] } of assertions) {
    for (const { "earl:test": test, "earl:result": result } of found) {
      findings += 1;
      console.log(`${basename(book)}: ${url}: ${test["dct:title"]}: ${result["dct:description"]}`);
    }
  }
}
console.log(`ace: ${findings} findings in ${books.length} books`);
process.exit(findings === 0 ? 0 : 1);
