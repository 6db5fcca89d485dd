// A reviewer's sign-in ends while they write: nothing that was typed is lost.
import { signIn } from './lib.mjs';
import { arrive, speak, story } from './story.mjs';

const S = '/s/rooted-leaders-2026';
const NOTE = 'Written for ten minutes, and "not lost".';

story('signedOut', async ({ browser, house: { doors }, check, walk }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const main = page.locator('main');
    await signIn(page, doors, 'reviewer');
    await speak(page, 'en');
    await page.goto(`${doors.base_url}${S}/reviews/8`);
    await page.locator('#comment').fill(NOTE);
    await page.locator('input[type=radio]').first().check();
    await context.clearCookies({ name: 'weft' });
    await page.locator('button[value=later]').click();
    await page.getByRole('heading', { name: 'You were signed out' }).waitFor();
    check('the page says that it is kept', /nothing you typed is lost/.test(await main.innerText()), await main.innerText());
    const way = await page.getByRole('link', { name: 'Sign in' }).last().getAttribute('href');
    check('signing in leads to what is kept', way.includes('next=%2Fkept-forms'), way);
    await signIn(page, doors, 'reviewer');
    await page.goto(`${doors.base_url}/kept-forms`);
    check('it is shown as it was typed', (await main.innerText()).includes(NOTE), await main.innerText());
    await page.getByRole('button', { name: 'Send form' }).click();
    await page.goto(`${doors.base_url}${S}/reviews/8`);
    const saved = await page.locator('#comment').inputValue();
    check('and it is saved', saved === NOTE, saved);
    await page.locator('#comment').fill('');
    await page.locator('button[value=later]').click();
    await context.close();
  }
  // As axe sees both pages, with something kept.
  for (const lang of ['es', 'en']) {
    const page = await arrive(browser, doors, 'reviewer', lang);
    await page.goto(`${doors.base_url}${S}/reviews/8`);
    await page.locator('#comment').fill(NOTE);
    const cookies = await page.context().cookies();
    await page.context().clearCookies({ name: 'weft' });
    await page.locator('button[value=later]').click();
    await page.locator('main a[href*="kept-forms"]').waitFor();
    await page.context().addCookies(cookies.filter((c) => c.name === 'weft'));
    await walk(page, doors.base_url, ['/kept-forms'], lang);
    await page.context().close();
  }
});
