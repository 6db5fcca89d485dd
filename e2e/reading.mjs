// Reading, as a reader does it by keyboard, and the lead who watches how far it is.
import { signIn } from './lib.mjs';

const S = '/s/rooted-leaders-2026';

export async function reading(browser, doors, { check, judge }) {
  for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
    const sets = [['reviewer', [`${S}/reading`, `${S}/reading/8`, `${S}/reading/1`]], ['program-lead', [`${S}/readers`, `${S}/rubric`, '/s/rooted-leaders-2025/rubric', '/s/practice-lab-2025/applications']]];
    for (const [persona, list] of sets) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      await signIn(page, doors, persona);
      const button = page.locator(`button[name=lang][value=${locale}]`);
      if (await button.count()) await button.click();
      for (const p of list) {
        await page.goto(doors.base_url + p);
        await judge(page, `${persona} ${p} ${width} ${colorScheme} ${locale}`);
      }
      await context.close();
    }
  }
  // From the start page to the next read, with Tab, arrows and Enter alone, and no script.
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await signIn(page, doors, 'reviewer');
  const english = page.locator('button[name=lang][value=en]');
  if (await english.count()) await english.click();
  await page.getByRole('link', { name: /Open Season 2026/ }).press('Enter');
  const link = page.getByRole('link', { name: /^Read number/ });
  const before = await link.innerText();
  const total = Number((await page.locator('h1').innerText()).match(/of (\d+)/)[1]);
  await link.press('Enter');
  const main = page.locator('main');
  check('the reader sees no name and no place of work', !/Together|Commons|applying\d/.test(await main.innerText()), await main.innerText());
  await page.getByRole('button', { name: 'Save and read the next' }).press('Enter');
  check('a missing score is said', (await main.innerText()).includes('A score is missing'));
  const first = page.locator('input[type=radio]').first();
  await first.focus();
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Space');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  check('after the scores the notes have the focus', (await page.locator(':focus').getAttribute('id')) === 'comment');
  await page.keyboard.type('A table of nine that stays.');
  await page.keyboard.press('Tab');
  const here = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== here);
  check('the next read is there', (await page.locator('h1').innerText()) !== before.replace('Read number', 'Application') && !(await main.innerText()).includes('A score is missing'));
  await page.getByText('I think I know who this is').click();
  await page.getByLabel('How do you know them?').fill('We sat on one board.');
  await page.getByRole('button', { name: 'Give it back' }).click();
  await page.waitForURL(/reading$/);
  check('back on the list, with one fewer', (await page.locator('h1').innerText()).includes(`of ${total - 1} read`), await page.locator('h1').innerText());
  await context.close();
}
