// What every browser story needs.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

export function open() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'] });
}

/** Signs in through a persona's demo link, by its button. */
export async function signIn(page, doors, persona) {
  const door = doors.people.find((p) => p.persona === persona);
  if (!door) throw new Error(`the demo has no ${persona}`);
  await page.goto(door.sign_in);
  await page.locator('main form button').click();
  await page.waitForURL(`${doors.base_url}/`);
}

/** Waits until an async question put to the page is answered with yes; a promise alone would pass for one. */
export async function until(page, question, seconds = 15) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await page.waitForTimeout(100)) if (await page.evaluate(question)) return;
  throw new Error(`not within ${seconds} s: ${question}`);
}
