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
