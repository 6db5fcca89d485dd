// Reading, as a reader does it by keyboard, and the lead who watches how far it is.
import { signIn } from './lib.mjs';
import { arrive, comes, speak, story } from './story.mjs';

const S = '/s/rooted-leaders-2026';

const reader = [`${S}/reviews`, `${S}/reviews/8`, `${S}/reviews/1`];
const lead = [
  `${S}/reviewers`,
  `${S}/rubric`,
  '/s/rooted-leaders-2025/rubric',
  '/s/practice-lab-2025/applications',
];

story('reading', async ({ browser, house: { doors }, check, walk }) => {
  const inBothLanguages = async (persona, paths) => {
    for (const lang of ['es', 'en']) {
      const page = await arrive(browser, doors, persona, lang);
      await walk(page, doors.base_url, paths, lang);
      await page.context().close();
    }
  };
  await inBothLanguages('reviewer', reader);
  await inBothLanguages('program-lead', lead);
  await reads(browser, doors, check);
  // What she has read and given back stands on these.
  await inBothLanguages('reviewer', [`${S}/reviews`]);
  await inBothLanguages('program-lead', [`${S}/reviewers`]);
});

/** From the start page to the next read, with Tab, arrows and Enter alone, and no script. */
async function reads(browser, doors, check) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const main = page.locator('main');
  const heading = page.locator('h1');
  await signIn(page, doors, 'reviewer');
  await speak(page, 'en');
  await page.getByRole('link', { name: /Open Season 2026/ }).press('Enter');
  const link = page.getByRole('link', { name: /^Review application/ });
  const before = await link.innerText();
  const total = Number((await heading.innerText()).match(/of (\d+)/)[1]);
  await link.press('Enter');
  const save = page.getByRole('button', { name: 'Submit review and go to next' });
  await save.waitFor();
  const text = await main.innerText();
  check('the reader sees no name and no place of work', !/Together|Commons|applying\d/.test(text), text);
  await save.press('Enter');
  const said = async () => (await main.innerText()).includes('Score every criterion');
  check('a missing score is said', await comes(said, 5));
  await page.locator('input[type=radio]').first().focus();
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Space');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
  const focused = await page.locator(':focus').getAttribute('id');
  check('after the scores the notes have the focus', focused === 'comment', focused);
  await page.keyboard.type('A table of nine that stays.');
  await page.keyboard.press('Tab');
  const here = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== here);
  const another = (await heading.innerText()) !== before.replace('Review application', 'Application');
  check('the next read is there', another && !(await said()));
  await page.getByText('I think I know this person').click();
  await page.getByLabel('How do you know them?').fill('We sat on one board.');
  await page.getByRole('button', { name: 'Return application' }).click();
  await page.waitForURL(/reviews$/);
  const fewer = await heading.innerText();
  check('back on the list, with one fewer', fewer.includes(`of ${total - 1} reviewed`), fewer);
  await context.close();
}
