// The handbook's pictures: `node pictures.mjs DEMO_JSON OUT_DIR`. The same pages at the same size every time.
import fs from 'node:fs';
import path from 'node:path';
import { open, signIn } from './lib.mjs';

const [demo, out] = process.argv.slice(2);
const doors = JSON.parse(fs.readFileSync(demo));
const S = '/s/rooted-leaders-2025';
const N = '/s/rooted-leaders-2026';
const pictures = [
  ['composer', 'program-lead', `${N}/composer/1`, 1280, 900],
  ['selection-why', 'program-lead', `${S}/composer/2/people/D-0112`, 1280, 760],
  ['pool-report', 'program-lead', `${S}/pool-report`, 1280, 900],
  ['readers', 'program-lead', `${N}/readers`, 1280, 800],
  ['desk', 'reviewer', `${N}/reading/6`, 1280, 860],
  ['calibration', 'reviewer', `${N}/calibration`, 1280, 620],
  ['call', null, '/call/practice-lab-2025', 390, 844],
  ['application', null, '/call/practice-lab-2025/application/3', 390, 844],
  ['recorder', null, '/call/practice-lab-2025/application/files/in-your-voice', 390, 844],
];
fs.mkdirSync(out, { recursive: true });
const browser = await open();
const sessions = new Map();
for (const [name, persona, where, width, height] of pictures) {
  if (!sessions.has(persona)) {
    const context = await browser.newContext({ colorScheme: 'light', locale: 'en', viewport: { width, height } });
    const page = await context.newPage();
    if (persona) await signIn(page, doors, persona);
    else {
      await page.goto(`${doors.base_url}/call/practice-lab-2025`);
      await page.getByRole('button', { name: 'Begin' }).first().click();
    }
    sessions.set(persona, page);
  }
  const page = sessions.get(persona);
  await page.setViewportSize({ width, height });
  await page.goto(doors.base_url + where);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(out, `${name}.jpg`), type: 'jpeg', quality: 72 });
}
await browser.close();
