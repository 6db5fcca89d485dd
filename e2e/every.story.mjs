// Every page before axe: for every role on a phone, and every template at all widths, in both schemes and languages.
import { signIn } from './lib.mjs';
import { leading, roles, running, S, templates } from './pages.mjs';
import { arrive, comes, speak, story } from './story.mjs';

story.describe('everyPageAndRole', () => {
  for (const [persona, paths] of Object.entries(roles)) {
    story(persona, async ({ browser, house: { doors }, check, judge }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      if (persona !== 'visitor') await signIn(page, doors, persona);
      for (const p of paths) {
        const status = (await page.goto(doors.base_url + p)).status();
        const wanted = p.includes('no/such') ? 404 : 200;
        check(`${persona} ${p} answers`, status === wanted, `answers ${status}`);
        if (status === wanted) await judge(page, `${persona} ${p} at 320`);
      }
    });
  }
});

/** Someone's page in a language, come by with the button: visitors too, whose browser asks for English. */
async function pressed(browser, doors, persona, lang) {
  if (persona !== 'visitor') return arrive(browser, doors, persona, lang);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${doors.base_url}/`);
  await speak(page, lang);
  return page;
}

story.describe('everyTemplate', () => {
  for (const lang of ['es', 'en']) {
    for (const [part, sets] of Object.entries(templates)) {
      story(`${part}, ${lang}`, async ({ browser, house: { doors }, walk }) => {
        for (const [persona, paths] of sets) {
          const page = await pressed(browser, doors, persona, lang);
          await walk(page, doors.base_url, paths, lang);
          await page.context().close();
        }
      });
    }
    story(`pages whose address is found on another, ${lang}`, async ({ browser, house: { doors }, walk }) => {
      const page = await pressed(browser, doors, 'program-lead', lang);
      await walk(page, doors.base_url, await found(page, doors), lang);
    });
  }
});

/** The first run, why someone is in, why someone is not, what a goal cost, and others that go by a number. */
async function found(page, doors) {
  const open = (p) => page.goto(doors.base_url + p);
  const first = (css) => page.locator(css).first().getAttribute('href');
  await open(`${S}/selection`);
  const run = await page.locator(`a[href*="${S}/selection/runs/"]`).last().getAttribute('href');
  await open(run);
  const all = [
    run,
    await first('ul.roster a[href*="/people/"]'),
    await first('#others a[href*="/people/"]'),
    await first('a[href*="/goals/"]'),
  ];
  await open(`${S}/composer/2`);
  all.push(await first('#seats .roster a'));
  // A codebook goes by the id of its question.
  await open(`${S}/pool-report/themes`);
  const book = await first('a[href*="/themes/book"]');
  await open(book);
  all.push(book, await first('a[href*="/themes/coding"]'));
  await open(`${S}/group-emails`);
  all.push(await first('ul.needs a'));
  await open(`${S}/coaching/program`);
  all.push(await first('a[href*="/coaching/program/people/"]'));
  await open(`${S}/gatherings/6`);
  const door = await first('a[href*="/door/"]');
  const desk = await first('a[href$="/console"]');
  all.push(door, `${door}/poster`, desk, desk.replace('/console', ''), desk.replace('/console', '/screen'));
  all.push(await spoken(page, doors));
  return all;
}

/** The team's page of an application that came with a recording. */
async function spoken(page, doors) {
  for (let n = 0; n < 3; n += 1) {
    await page.goto(`${doors.base_url}/s/rooted-leaders-2026/applications?page=${n}`);
    const links = await page.locator('table.list th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const href of links) {
      await page.goto(doors.base_url + href);
      const files = page.locator('a[href*="/call/files/"]');
      if (await files.count()) return files.first().getAttribute('href');
    }
  }
  throw new Error('nobody has spoken');
}

/** In dark axe is asked about colors alone: that is enough as long as dark sets nothing but tokens. */
story('schemes', async ({ browser, house: { doors }, check }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${doors.base_url}/`);
  const set = await page.evaluate(() => {
    const within = (rules, dark) => [...rules].flatMap((rule) => {
      const inDark = dark || /prefers-color-scheme/.test(rule.conditionText);
      const own = inDark && rule.style ? [...rule.style].map((name) => `${rule.selectorText} ${name}`) : [];
      return [...own, ...within(rule.cssRules ?? [], inDark)];
    });
    return [...document.styleSheets].flatMap((sheet) => within(sheet.cssRules, false));
  });
  const others = set.filter((s) => !s.startsWith(':root --'));
  check('dark sets tokens, and nothing but tokens', set.length > 0 && others.length === 0, others.join());
});

/** First page under 120 kB over the wire with fonts, later ones under 50 kB. */
story('weight', async ({ browser, house: { doors }, check }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
  await page.goto(`${doors.base_url}/cohorts/rooted-leaders-2025`, { waitUntil: 'networkidle' });
  check('the first page weighs at most 120 kB', bytes <= 120_000, `${bytes}`);
  await signIn(page, doors, 'program-lead');
  for (const p of [...running, ...leading]) {
    bytes = 0;
    await page.goto(doors.base_url + p, { waitUntil: 'networkidle' });
    check(`${p} weighs at most 50 kB`, bytes <= 50_000, `${bytes}`);
  }
});

/** By keyboard alone: skip link, then sign-in. */
story('byKeyboard', async ({ browser, house: { doors }, check }) => {
  const page = await browser.newPage();
  const focused = (key) => page.evaluate((k) => document.activeElement[k], key);
  await page.goto(`${doors.base_url}/sign-in`);
  await page.keyboard.press('Tab');
  check('the first stop skips to the content', (await focused('className')) === 'skip');
  await page.keyboard.press('Enter');
  // The jump comes a moment after the key.
  check('it leads there', await comes(async () => (await focused('id')) === 'main'));
  await page.keyboard.press('Tab');
  check('then comes the first field', (await focused('id')) === 'email', await focused('outerHTML'));
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#email-error');
  check('the title says that something is wrong', (await page.title()).startsWith('Error:'));
  check('what was typed is there', (await page.inputValue('#email')) === 'nobody');
  check('field and fault are tied', (await page.getAttribute('#email', 'aria-describedby')).includes('email-error'));
});
