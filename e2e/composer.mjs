// Putting a cohort together, as a lead does it: by keyboard and without a script, with the solver's help, and two at once.
import { signIn } from './lib.mjs';

const S = '/s/rooted-leaders-2025';

export async function composing(browser, { doors }, { check, judge }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const main = page.locator('main');
  const enter = async (locator) => { await locator.focus(); await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]); };
  const seats = () => page.locator('#seats li.seat:not(.open)').count();
  const shows = async (name, text) => check(name, (await main.innerText()).includes(text), `wanted «${text}» in:\n${(await main.innerText()).slice(0, 600)}`);
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
  await enter(page.getByRole('button', { name: 'Fill the open seats' }));
  for (let i = 0; i < 20 && (await seats()) < 20; i += 1) await page.goto(page.url());
  check('the solver filled the others', (await seats()) === 20, String(await seats()));
  await shows('all goals are kept', '13 of 13 goals kept');
  // One goes: the goals say what that does, and undoing brings her back.
  await enter(page.locator('#seats button[name=free]').first());
  check('one seat is open', (await seats()) === 19);
  await shows('the page says what would help most', 'What would help most');
  await enter(page.getByRole('button', { name: 'Undo' }));
  check('undone', (await seats()) === 20);
  await enter(page.locator('#seats .tiny a').first());
  await shows('why in is answered', 'Who could take this seat');
  await enter(page.getByRole('link', { name: 'Ask the solver' }));
  await shows('the solver answers', 'Without this person');
  await page.goto(`${doors.base_url}${S}/composer/compare`);
  await shows('versions stand side by side', 'Who sits where');
  await page.goto(`${doors.base_url}${S}/composer/3`);
  await enter(page.getByRole('button', { name: 'Go on to the record' }));
  await shows('the record holds', 'checked: it holds');
  await context.close();
  // With a script, at a desk: the page that waits comes back by itself.
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const other = await desk.newPage();
  await signIn(other, doors, 'co-lead');
  await other.goto(`${doors.base_url}${S}/composer/2`);
  await judge(other, 'the composer, 1280');
  await other.getByLabel('Public text for the seed').fill('numbers of Saturday');
  await other.getByRole('button', { name: 'Draw' }).click();
  await other.locator('#seats li.seat').first().waitFor();
  for (let i = 0; i < 60 && (await other.locator('[data-work]').count()); i += 1) await other.waitForTimeout(500);
  check('the draw has come', (await other.locator('main').innerText()).includes('held the draw'));
  await desk.close();
}
