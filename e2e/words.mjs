// The texts of a page in their order, to be read aloud: `node words.mjs DEMO_JSON PATH [PERSONA]`.
// Every message with the files that use it, without a demo: `node words.mjs --all`.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Files below a folder with one of these endings. */
function files(folder, endings) {
  return fs.readdirSync(path.join(root, folder), { recursive: true })
    .filter((f) => endings.some((e) => f.endsWith(e)))
    .map((f) => path.join(folder, f)).sort();
}

/** The messages of a Fluent file: key and text. */
function messages(file) {
  const out = new Map();
  let key = '';
  for (const line of fs.readFileSync(path.join(root, file), 'utf8').split('\n')) {
    const start = line.match(/^([a-z][\w-]*) =\s?(.*)/);
    if (start) out.set((key = start[1]), start[2]);
    else if (key && /^[ }]/.test(line)) out.set(key, `${out.get(key)} ${line.trim()}`.trim());
  }
  return out;
}

function all() {
  const product = files('crates', ['.html', '.rs']).filter((f) => f.includes('/src/'));
  const users = new Map();
  for (const file of product) {
    for (const [, key] of fs.readFileSync(path.join(root, file), 'utf8').matchAll(/"([a-z][\w-]*)(?:-?\{[^"]*)?"/g)) {
      users.set(key, (users.get(key) ?? new Set()).add(file.replace(/^crates\//, '')));
    }
  }
  for (const file of files('locales/en', ['.ftl'])) {
    console.log(`\n# ${path.basename(file)}`);
    const spanish = messages(file.replace('locales/en', 'locales/es'));
    for (const [key, text] of messages(file)) {
      // A key that is put together, such as `role-{}`, is found by its stem.
      const stems = key.split('-').map((_, i, parts) => parts.slice(0, parts.length - i).join('-'));
      const found = stems.find((s) => users.has(s));
      const places = found ? [...users.get(found)] : ['put together in code'];
      const pages = places.filter((p) => p.endsWith('.html'));
      const where = (pages.length ? pages : places).slice(0, 5).join(', ');
      console.log(`\n${key}  (${where})\n  en: ${text}\n  es: ${spanish.get(key)}`);
    }
  }
}

/** In the browser: texts in their order, each with what it is. */
function read() {
  const kinds = { H1: 'heading 1', H2: 'heading 2', H3: 'heading 3', A: 'link', BUTTON: 'button', LABEL: 'label', SUMMARY: 'opens' };
  const own = new Set(['P', 'LI', 'DT', 'DD', 'TH', 'TD', 'LEGEND', 'CAPTION', 'FIGCAPTION', 'BLOCKQUOTE', 'OPTION', 'DIV', 'ADDRESS', ...Object.keys(kinds)]);
  const lines = [];
  let block;
  const walk = (node, holder) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/\s+/g, ' ');
      if (!text.trim()) return;
      if (holder !== block) lines.push({ kind: '', text: '' });
      block = holder;
      const line = lines.at(-1);
      line.kind = kinds[holder.tagName] ?? (holder.closest('.hint') ? 'hint' : holder.closest('.error') ? 'error' : '');
      line.text += text;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE', 'SVG', 'svg', 'TEMPLATE'].includes(node.tagName)) return;
    for (const name of ['placeholder', 'alt']) {
      if (node.getAttribute(name)) lines.push({ kind: name, text: node.getAttribute(name) });
    }
    const inside = own.has(node.tagName) ? node : holder;
    if (node.tagName === 'BR') block = undefined;
    if (node.tagName === 'SPAN' && lines.length) lines.at(-1).text += ' ';
    if (inside === node) block = undefined;
    for (const child of node.childNodes) walk(child, inside);
    if (inside === node) block = undefined;
  };
  walk(document.querySelector('main') ?? document.body, document.body);
  return lines.map(({ kind, text }) => ({ kind, text: text.replace(/\s+/g, ' ').trim() })).filter((l) => l.text);
}

async function page(demo, where, persona) {
  const { open, signIn } = await import('./lib.mjs');
  const doors = JSON.parse(fs.readFileSync(demo, 'utf8'));
  const browser = await open();
  for (const lang of ['en', 'es']) {
    const context = await browser.newContext({ locale: lang, javaScriptEnabled: true });
    const tab = await context.newPage();
    if (persona !== '-') await signIn(tab, doors, persona);
    else await tab.goto(doors.base_url);
    const other = tab.locator(`header button[name=lang][value=${lang}]`);
    if (await other.count()) await other.click();
    const answer = await tab.goto(doors.base_url + where);
    console.log(`\n== ${lang}: ${where} as ${persona === '-' ? 'a visitor' : persona} (${answer.status()})`);
    console.log(`${'title'.padEnd(10)} ${await tab.title()}`);
    for (const { kind, text } of await tab.evaluate(read)) console.log(`${kind.padEnd(10)} ${text}`);
    await context.close();
  }
  await browser.close();
}

// Read no further, as in `… | head`.
process.stdout.on('error', () => process.exit());
const [first, where, persona] = process.argv.slice(2);
if (first === '--all') all();
else await page(first, where ?? '/', persona ?? 'program-lead');
