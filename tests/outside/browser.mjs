// What exported pages are in a browser: no accessibility violation in light and
// dark, nothing asked of the network, nothing wider than a phone, no link that
// leads nowhere; notes and indexes work with a mouse, with keys and without
// JavaScript.
//
//   node browser.mjs PAGE.html...
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const pages = process.argv.slice(2).map((file) => pathToFileURL(file).href);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
const findings = [];
let page;
const check = (holds, what) => {
  if (!holds) findings.push(`${decodeURI(basename(page.url()))}: ${what}`);
};

/** A tab that takes note of whatever asks for more than files. */
const open = async (options) => {
  const context = await browser.newContext(options);
  page = await context.newPage();
  page.on("request", (request) => {
    const isOwn = /^(file|data):/.test(request.url());
    // Pictures that a text names are those of its encoder.
    if (!isOwn && request.resourceType() !== "image") check(false, `asks for ${request.url()}`);
  });
  page.on("pageerror", (error) => check(false, `error: ${error.message}`));
  return context;
};

const accessible = async (how) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags }), TAGS);
  for (const { id, nodes } of violations) {
    const { target, failureSummary } = nodes[0];
    check(false, `${how}: ${id} at ${nodes.length} places, such as ${target}: ${failureSummary}`);
  }
};

/** The identifiers of a page, and where its links lead. */
const links = () => page.evaluate(() => ({
  ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
  ways: [...document.querySelectorAll("a[href]")].map((a) => a.href).filter((way) => way.startsWith("file:")),
}));

const all = new Map();
for (const [width, colorScheme] of [[1280, "light"], [390, "dark"]]) {
  const context = await open({ viewport: { width, height: 900 }, colorScheme });
  for (const address of pages) {
    await page.goto(address);
    await accessible(`${width} px, ${colorScheme}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= width, `${wide} px wide in ${width} px`);
    if (!all.has(address)) all.set(address, await links());
  }
  await context.close();
}
/** Whether a file is there; addresses that cannot be one of a file are none. */
const isThere = (address) => {
  try {
    return existsSync(fileURLToPath(address));
  } catch {
    return false;
  }
};

await open({});
for (const [address, { ways }] of all) {
  for (const way of ways) {
    const [file, id] = way.split("#");
    const known = all.get(file);
    const leads = known ? !id || known.ids.includes(decodeURIComponent(id)) : isThere(file);
    // Addresses relative to a document are its encoder’s.
    if (!leads && (known || file === address)) findings.push(`${basename(address)}: ${way} leads nowhere`);
  }
}

/** Whether an element is where a reader sees it. */
const isSeen = (id) => page.evaluate((wanted) => {
  const box = document.getElementById(wanted)?.getBoundingClientRect();
  return Boolean(box) && box.bottom > 0 && box.top < innerHeight;
}, id);
const follow = async (link, what) => {
  const id = decodeURIComponent((await link.getAttribute("href")).slice(1));
  await link.click();
  await page.waitForTimeout(30);
  check(decodeURIComponent(new URL(page.url()).hash.slice(1)) === id && await isSeen(id), what);
  return id;
};

/** A note and back, an index entry, the contents: by mouse. */
const readable = async (address, how) => {
  await page.goto(address);
  const marker = page.locator("article a.ui-note").filter({ visible: true }).first();
  if (await marker.count()) {
    const from = await marker.getAttribute("id");
    const note = await follow(marker, `${how}: the marker of a note leads to it`);
    const back = page.locator(`[id="${note}"] a.ui-label`).first();
    const to = await follow(back, `${how}: a note leads back`);
    check(from === to, `${how}: a note leads back to where it was left`);
  }
  // A name that holds a link is none itself.
  const mentions = page.locator(".ui-mentions a");
  const at = await mentions.evaluateAll((all) => all.findIndex((a) => document.getElementById(decodeURIComponent(a.hash.slice(1)))?.matches("a")));
  const mention = mentions.nth(Math.max(at, 0));
  if (at >= 0) {
    const id = await follow(mention, `${how}: an index leads to a mention`);
    check(await page.evaluate((at) => document.getElementById(at).matches(".name"), id), `${how}: a mention is a name`);
    await page.locator(`[id="${id}"]`).click();
    check(await page.locator(".ui-index :target, .ui-index:target").count() === 1, `${how}: a name leads to the index`);
  }
  const contents = page.locator(".ui-contents");
  if (await contents.count()) {
    const way = contents.locator("a").last();
    if (!await way.isVisible()) await contents.locator("summary").click();
    await follow(way, `${how}: the contents lead to a part`);
  }
};

/** What the program adds: notes and values where the eye is. */
const enhanced = async (address) => {
  await page.goto(address);
  const pop = page.locator("#ui-pop");
  const marker = page.locator("article a.ui-note").filter({ visible: true }).first();
  if (await marker.count()) {
    await marker.hover();
    await page.waitForTimeout(300);
    check(await pop.isVisible() && (await pop.innerText()).trim() !== "", "a note pops up");
    await accessible("with a note shown");
    await page.keyboard.press("Escape");
    check(!await pop.isVisible(), "Escape closes a note");
    await page.mouse.move(0, 0);
    await page.keyboard.press("Tab");
    await marker.focus();
    check(await pop.isVisible(), "a note pops up for keys");
    await page.keyboard.press("Escape");
  }
  const dated = page.locator("article time[title]").filter({ visible: true }).first();
  if (await dated.count()) {
    const value = await dated.getAttribute("datetime");
    await dated.hover();
    await page.waitForTimeout(300);
    check((await pop.innerText()).includes(value), "a date tells its value");
  }
};

const whole = pages.filter((address) => readFileSync(new URL(address), "utf8").includes("class=\"ui-about\""));
for (const address of whole.filter((address) => !address.endsWith("/index.html"))) {
  for (const [javaScriptEnabled, width, how] of [[true, 1280, "with JavaScript"], [false, 390, "without JavaScript"]]) {
    const context = await open({ javaScriptEnabled, viewport: { width, height: 800 }, reducedMotion: "reduce" });
    page.setDefaultTimeout(5000);
    try {
      await readable(address, how);
      if (javaScriptEnabled) await enhanced(address);
    } catch (error) {
      check(false, `${how}: ${error.message.split("\n")[0]}`);
    }
    await context.close();
  }
}
await browser.close();
findings.forEach((finding) => console.log(finding));
console.log(`browser: ${findings.length} findings on ${pages.length} pages`);
process.exit(findings.length === 0 ? 0 : 1);
