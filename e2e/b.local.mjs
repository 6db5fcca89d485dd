import fs from 'node:fs';
import { open, signIn } from './lib.mjs';
const [demo, out] = process.argv.slice(2);
const doors = JSON.parse(fs.readFileSync(demo));
fs.mkdirSync(out, { recursive: true });
const browser = await open();
for (const [width, lang, scheme, js] of [[1280, 'en', 'light', true], [360, 'en', 'dark', false]]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang, javaScriptEnabled: js, colorScheme: scheme });
  const page = await context.newPage();
  const shot = (name) => page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true });
  const S = `${doors.base_url}/s/rooted-leaders-2025`;
  await signIn(page, doors, 'program-lead');
  await page.goto(`${S}/invitations`);
  const link = page.locator('a[href$="/cancellation"]').first();
  console.log(await page.locator('a[href$="/cancellation"]').count());
  const to = await link.getAttribute('href');
  await page.goto(doors.base_url + to); await shot('cancel');
  if (width === 1280) { await page.fill('#message', 'We mixed up two applications.'); await page.locator('main form button.btn').click(); await shot('canceled'); }
  await context.close();
}
await browser.close();
