// Pictures of pages for people to judge: `node shots.mjs DEMO_JSON OUT_DIR PERSONA PATH...`
import fs from 'node:fs';
import path from 'node:path';
import { open, signIn } from './lib.mjs';

const [demo, out, persona, ...paths] = process.argv.slice(2);
const doors = JSON.parse(fs.readFileSync(demo));
fs.mkdirSync(out, { recursive: true });
const browser = await open();
for (const [width, scheme, lang] of [[1280, 'light', 'en'], [360, 'dark', 'es'], [360, 'light', 'en'], [1280, 'dark', 'es']]) {
  if (process.env.ONLY && !process.env.ONLY.split(',').includes(`${width}-${scheme}`)) continue;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: lang, javaScriptEnabled: false });
  const page = await context.newPage();
  if (persona !== '-') await signIn(page, doors, persona);
  for (const p of paths) {
    await page.goto(doors.base_url + p);
    const name = `${persona}${p.replace(/[^a-z0-9]+/gi, '_')}-${width}-${scheme}.png`;
    await page.screenshot({ path: path.join(out, name), fullPage: true });
  }
  await context.close();
}
await browser.close();
