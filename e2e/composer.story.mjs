// Putting a cohort together, as a lead does it: by keyboard and without a script, with the solver's help, and two at
// once.
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { comes, story } from './story.mjs';

/** At the time when the cohort was chosen. */
story('composes', async ({ browser, demo, check, judge }) => {
  const { doors } = await demo('2024-11-28');
  await byKeyboard(browser, doors, check);
  await atADesk(browser, doors, { check, judge });
});

async function byKeyboard(browser, doors, check) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const main = page.locator('main');
  const enter = async (locator) => {
    await locator.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  };
  const seats = () => page.locator('#seats .roster li:not(.open)').count();
  const shows = async (name, text) => {
    const ok = (await main.innerText()).includes(text);
    check(name, ok, `wanted «${text}» in:\n${(await main.innerText()).slice(0, 600)}`);
  };
  await signIn(page, doors, 'program-lead');
  await page.goto(`${doors.base_url}${S}/composer`);
  await page.getByLabel('Name').fill('By keyboard');
  await enter(page.getByLabel('Name'));
  check('a new version is empty', (await seats()) === 0);
  // Filters stay in the address while people are seated.
  await page.locator('#pool summary').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Region').selectOption('South');
  await enter(page.locator('#pool .filters button'));
  for (let i = 0; i < 2; i += 1) await enter(page.locator('#pool button[name=seat]').first());
  check('two sit, and the filter stands', (await seats()) === 2 && page.url().includes('region=South'));
  check('names do not choose', !(await main.innerText()).includes('Silverthorne'));
  await enter(page.getByRole('button', { name: 'Fill open seats' }));
  // Without a script one looks again.
  const lookAgain = async () => {
    if ((await seats()) < 20) await page.goto(page.url());
    return (await seats()) === 20;
  };
  check('the solver filled the others', await comes(lookAgain, 30), String(await seats()));
  await shows('all goals are kept', '13 of 13 goals met');
  // One goes: the goals say what that does, and undoing brings her back.
  await enter(page.locator('#seats button[name=free]').first());
  check('one seat is open', (await seats()) === 19);
  await shows('the page says what would help most', 'What would help most');
  await enter(page.getByRole('button', { name: 'Undo' }));
  check('undone', (await seats()) === 20);
  await enter(page.locator('#seats .roster a').first());
  await shows('why in is answered', 'Who could take this seat');
  await enter(page.getByRole('link', { name: 'Get exact answer' }));
  await shows('the solver answers', 'Without this person');
  await page.goto(`${doors.base_url}${S}/composer/compare`);
  await shows('versions stand side by side', 'Who is in which version');
  await page.goto(`${doors.base_url}${S}/composer/3`);
  await enter(page.getByRole('button', { name: 'Save as cohort option' }));
  await shows('the record holds', 'verified');
  await context.close();
}

/** With a script: the page that waits comes back by itself. */
async function atADesk(browser, doors, { check, judge }) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, doors, 'co-lead');
  await page.goto(`${doors.base_url}${S}/composer/2`);
  await judge(page, 'the composer, 1280');
  await page.getByLabel('Public text for the drawing').fill('numbers of Saturday');
  await page.getByRole('button', { name: 'Hold drawing' }).click();
  await page.locator('#seats .roster li').first().waitFor();
  await comes(async () => !(await page.locator('[data-work]').count()), 30);
  const text = () => page.locator('main').innerText();
  check('the draw has come', await comes(async () => (await text()).includes('held a drawing'), 5));
}
