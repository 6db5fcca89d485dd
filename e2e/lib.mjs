// What stories and pictures share: the browser, and the way in.
import fs from 'node:fs';
import { chromium } from '@playwright/test';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How the system's own Chromium is started. */
export const launch = {
  executablePath: places.find((p) => fs.existsSync(p)),
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--force-color-profile=srgb',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ],
};

export function open() {
  return chromium.launch(launch);
}

/** Signs in through a persona's demo link, by its button. */
export async function signIn(page, doors, persona) {
  const door = doors.people.find((p) => p.persona === persona);
  if (!door) throw new Error(`the demo has no ${persona}`);
  await page.goto(door.sign_in);
  await page.locator('main form button').click();
  await page.waitForURL(`${doors.base_url}/`);
}
