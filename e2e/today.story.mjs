// What a phone shows first: one line of header, the next session with what is asked, four places within reach.
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { comes, story } from './story.mjs';

const phone = { viewport: { width: 360, height: 740 } };

/** Someone's phone, without scripts unless axe is to look, which is one. */
async function someone(browser, doors, persona, javaScriptEnabled = false) {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage();
  if (persona !== 'visitor') await signIn(page, doors, persona);
  return page;
}

/** How far down something ends, on a page that was not scrolled. */
const ends = (locator) => locator.evaluate((e) => e.getBoundingClientRect().bottom + scrollY);

/** The header is one line for everyone, with the language in sight and the rest in a menu. */
story('header', async ({ browser, house: { doors }, check }) => {
  const pages = {
    visitor: ['/', '/sign-in', '/programs/rooted-leaders', '/call/practice-lab-2025'],
    participant: ['/', '/me', `${S}/gatherings`, `${S}/pulse`, '/peers'],
    'program-lead': ['/', S, `${S}/applications`, `${S}/composer`],
    owner: ['/', '/outbox'],
  };
  for (const [persona, paths] of Object.entries(pages)) {
    const page = await someone(browser, doors, persona);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      for (const p of paths) {
        await page.goto(doors.base_url + p);
        const high = await page.locator('header > .bar').evaluate((e) => e.getBoundingClientRect().height);
        check(`${persona} ${p} has a header of one line at ${width}`, high <= 56, `${high} px`);
        check(`${persona} ${p} shows the language`, await page.locator('header button[name=lang]').isVisible());
      }
    }
    if (persona === 'visitor') continue;
    const out = page.locator('header').getByRole('button', { name: 'Sign out' });
    check(`${persona} does not see how to sign out yet`, !(await out.isVisible()));
    await page.locator('header summary').focus();
    await page.keyboard.press('Enter');
    check(`${persona} finds it in the menu, by keyboard`, await comes(() => out.isVisible(), 5));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`${persona}'s menu stays within the page`, over <= 0, `${over} px`);
  }
});

/** What a thumb reaches: above the places at the bottom, without scrolling. */
story('fold', async ({ browser, demo, check, judge }) => {
  const { doors } = await demo('2025-03-12T14:45');
  const page = await someone(browser, doors, 'participant', true);
  const bar = page.locator('nav.rail');
  const edge = async () => (await bar.boundingBox()).y;
  const bottom = await edge();
  check('the places keep to the bottom', bottom > 650 && bottom < 740, `${bottom}`);
  check('there are four', (await bar.getByRole('link').count()) === 4);
  const join = page.getByRole('button', { name: 'Join now' });
  check('Join lies above them', (await ends(join)) <= bottom, `${await ends(join)}`);
  await judge(page, 'today while a session runs');
  for (const [name, heading] of [['Season', /Rooted Leaders/], ['Library', 'Library'], ['People', /./], ['Today', /gathering today/]]) {
    await bar.getByRole('link', { name }).click();
    check(`${name} opens`, await page.getByRole('heading', { level: 1, name: heading }).isVisible());
    check(`${name} is marked`, (await bar.locator('[aria-current]').innerText()) === name);
  }
  // The last thing on the page is not under the places.
  await page.locator('footer a').last().focus();
  const last = await page.locator('footer a').last().boundingBox();
  check('what has the focus is in sight', last.y + last.height <= (await edge()), JSON.stringify(last));
});

/** On an ordinary day: the answer is asked for, given and undone with one press each. */
story('rsvp', async ({ browser, house: { doors }, check, judge }) => {
  const page = await someone(browser, doors, 'participant');
  const next = page.locator('#next');
  const yes = next.getByRole('button', { name: 'I’ll be there' });
  await yes.waitFor();
  const at = await ends(next.getByRole('button', { name: 'I can’t make it' }));
  check('the answer lies above the fold', at <= 684, `${at}`);
  await yes.click();
  const undo = page.getByRole('button', { name: 'Undo' });
  check('it says that it is saved', (await page.locator('main [role=status]').innerText()).includes('Saved.'));
  const seen = await someone(browser, doors, 'participant', true);
  await seen.goto(page.url());
  await judge(seen, 'today after an answer');
  await undo.click();
  check('undone, it is asked again', await comes(async () => (await yes.count()) === 1, 5));
});
