// The handbook's pictures: `node pictures.mjs DEMO_JSON OUT_DIR [MOMENT]`. The same pages at the same size every time; some
// are of a moment at which something happens.
import fs from 'node:fs';
import path from 'node:path';
import { open, signIn } from './lib.mjs';

const [demo, out, moment = ''] = process.argv.slice(2);
const doors = JSON.parse(fs.readFileSync(demo));
const S = '/s/rooted-leaders-2025';
const N = '/s/rooted-leaders-2026';
const moments = {
  '2025-03-12T14:45': [
    ['console', 'facilitator', [`${S}/gatherings/2`, 'a[href$="/console"]'], 390, 844],
    ['room', 'participant', [`${S}/gatherings/2`, 'a[href*="/room/"]'], 390, 844],
    ['today', 'participant', '/', 390, 844],
  ],
  '2025-01-23T09:30': [['door', 'facilitator', [`${S}/gatherings/1`, 'a[href*="/door/"]'], 390, 844]],
};
const pictures = moments[moment] ?? [
  ['composer', 'program-lead', `${N}/composer/1`, 1280, 900],
  ['selection-why', 'program-lead', `${S}/composer/2/people/D-0112`, 1280, 760],
  ['pool-report', 'program-lead', `${S}/pool-report`, 1280, 900],
  ['readers', 'program-lead', `${N}/reviewers`, 1280, 800],
  ['desk', 'reviewer', `${N}/reviews/6`, 1280, 860],
  ['calibration', 'reviewer', `${N}/calibration`, 1280, 620],
  ['call', null, '/call/practice-lab-2025', 390, 844],
  ['application', null, '/call/practice-lab-2025/application/3', 390, 844],
  ['season-plan', 'program-lead', `${S}/season-plan`, 1280, 860],
  ['gathering', 'program-lead', `${S}/gatherings/1`, 1280, 900],
  ['library', 'participant', `${S}/library`, 1280, 860],
  ['card', 'participant', `${S}/library/2`, 390, 844],
  ['curriculum', 'program-lead', `${S}/curriculum`, 1280, 900],
  ['logistics', 'co-lead', `${S}/gatherings/1/logistics`, 1280, 760],
  ['pulse', 'participant', `${S}/pulse`, 390, 844],
  ['opportunities', null, '/opportunities', 1280, 900],
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
      await page.getByRole('button', { name: 'Apply now' }).first().click();
    }
    sessions.set(persona, page);
  }
  const page = sessions.get(persona);
  await page.setViewportSize({ width, height });
  const [first, link] = Array.isArray(where) ? where : [where];
  await page.goto(doors.base_url + first);
  if (link) await page.goto(doors.base_url + (await page.locator(link).first().getAttribute('href')));
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(out, `${name}.jpg`), type: 'jpeg', quality: 72 });
}
await browser.close();
