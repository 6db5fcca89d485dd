// Gatherings as people meet them: a time is chosen by keyboard, the way in counts, a room is followed, a door works
// without a connection.
import { letters } from './demo.mjs';
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { above, arrive, comes, story, until } from './story.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const plainPhone = { ...phone, javaScriptEnabled: false };

/** Presses Enter on what leads to another page. */
async function enter(page, locator) {
  await locator.focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** A registrant without a script picks one of two days, and changes her mind. */
story('choosing', async ({ browser, house: { doors }, check, walk }) => {
  const page = await (await browser.newContext(plainPhone)).newPage();
  const main = page.locator('main');
  const gatherings = `${doors.base_url}/s/practice-lab-2025/gatherings`;
  const choose = page.getByRole('link', { name: /Choose a time/ });
  const take = page.getByRole('button', { name: /Choose this time/ });
  await signIn(page, doors, 'registrant');
  await page.goto(gatherings);
  await enter(page, choose);
  await enter(page, take.first());
  const first = await main.innerText();
  check('the first day is hers', first.includes('You chose this time') && first.includes('1 of 12 seats'), first);
  await enter(page, take);
  const second = await main.innerText();
  const moved = second.includes('0 of 12 seats') && second.includes('1 of 12 seats');
  check('the second day is hers, the first is free again', moved, second.slice(0, 900));
  await page.goto(gatherings);
  check('nothing is left to choose', (await choose.count()) === 0);
  // Her own hours stand beside the host's.
  await page.goto(`${doors.base_url}/me/calendar`);
  await page.getByLabel('Time zone').selectOption('America/Denver');
  await enter(page, page.locator('form[action="/me/calendar/zone"] button'));
  await page.goto(gatherings);
  const hours = (await main.innerText()).includes('Your time: 11:00 a.m.–2:00 p.m. Mountain Time (MT)');
  check('her hours are beside them', hours);
  for (const lang of ['es', 'en']) {
    const looking = await arrive(browser, doors, 'registrant', lang);
    const changed = ['/s/practice-lab-2025/gatherings', '/s/practice-lab-2025/gatherings/3', '/me/calendar'];
    await walk(looking, doors.base_url, changed, lang);
    await looking.context().close();
  }
});

/** A visitor without a script registers, opens the link of her letter, and leaves; others stay registered. */
story('registering', async ({ browser, house: { data, doors }, check, judge }) => {
  const page = await (await browser.newContext(plainPhone)).newPage();
  const main = page.locator('main');
  const register = page.getByRole('button', { name: 'Register' });
  const given = page.getByLabel('First name');
  await page.goto(`${doors.base_url}/programs/meeting-craft`);
  await enter(page, page.getByRole('link', { name: /^Register/ }));
  const offer = await main.innerText();
  const complete = /3 of 12 seats left/.test(offer) && offer.includes('April 15, 2025, 11:59 p.m. Eastern Time (ET)');
  check('seats, price and deadline are there', complete, offer.slice(0, 700));
  await given.fill('Ottoline');
  await enter(page, register);
  const said = (await page.locator('#email-error').count()) === 1;
  check('what is missing is said, what was typed stays', said && (await given.inputValue()) === 'Ottoline');
  await page.getByLabel('Last name').fill('Quarrington');
  await page.getByLabel('Email address').fill('ottoline@example.org');
  await enter(page, register);
  const step = await main.innerText();
  const asked = step.includes('One more step: confirm your email address.') && step.includes('for an hour');
  check('she is asked to confirm, within the hour', asked, step);
  // The letter comes within the worker's next round.
  const hers = (m) => m.includes('To: ottoline@example.org') && m.includes('/registrations/');
  const letter = await comes(() => letters(data).find(hers));
  await page.goto(letter.match(/http:\/\/localhost:\d+\/registrations\/[a-z0-9]+/)[0]);
  const waiting = "Ottoline Quarrington, your registration isn’t confirmed yet.";
  check('her link asks her to confirm', (await main.innerText()).includes(waiting));
  await enter(page, page.getByRole('button', { name: 'Confirm my email address' }));
  check('her link knows her', (await main.innerText()).includes('Ottoline Quarrington, you’re registered.'));
  await page.locator('summary', { hasText: 'Cancel my registration' }).focus();
  await page.keyboard.press('Enter');
  await enter(page, page.getByRole('button', { name: 'Cancel my registration' }));
  check('she has left', (await main.innerText()).includes('Your registration is canceled.'));
  await page.goto(`${doors.base_url}/register/meeting-craft-2025`);
  check('her seat is free again', (await main.innerText()).includes('3 of 12 seats left'));
  const judged = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await judged.goto(`${doors.base_url}/register/meeting-craft-2025`);
  await judge(judged, 'register 320');
});

/** Who has not answered is asked again, once; who is asked answers with one press. */
story('asking', async ({ browser, house: { doors }, check, judge }) => {
  const page = await (await browser.newContext(phone)).newPage();
  const main = page.locator('main');
  await signIn(page, doors, 'program-lead');
  await page.goto(`${doors.base_url}${S}/gatherings/3#remind`);
  const press = page.getByRole('button', { name: /^Email a reminder to/ });
  check('the page says how many have not answered', /\d+ people haven’t answered/.test(await main.innerText()));
  await press.click();
  check('it says how many were reminded', /Sent to \d+ people/.test(await page.locator('#remind').innerText()));
  check('nobody is left to be reminded today', (await press.count()) === 0);
  await judge(page, 'asked 360');
  const one = await (await browser.newContext(phone)).newPage();
  await signIn(one, doors, 'participant');
  await one.goto(`${doors.base_url}${S}/gatherings/3`);
  const yes = one.getByRole('button', { name: 'Yes, I’ll be there' });
  await above(one, check, 'gathering', yes);
  check('calendars to choose from', await one.getByRole('link', { name: /^Google/ }).isVisible());
  await yes.click();
  const said = await one.locator('#answer').innerText();
  check('one press answers', said.includes('You said you’ll be there.') && said.includes('Saved.'), said);
  await judge(one, 'answered 360');
});

/** In the middle of a session: the facilitator moves on, and the other's page follows without being asked. */
story('following', async ({ browser, demo, check, judge }) => {
  const { doors } = await demo('2025-03-12T14:45');
  const open = async (persona, options) => {
    const context = await browser.newContext(options);
    await context.route('https://meet.example.org/**', (route) => route.fulfill({ body: 'the meeting' }));
    const page = await context.newPage();
    await signIn(page, doors, persona);
    return page;
  };
  const one = await open('participant', phone);
  check('today says so', (await one.locator('h1').innerText()) === 'You have a gathering today.');
  await one.getByRole('button', { name: 'Join now' }).click();
  await one.waitForURL('https://meet.example.org/**');
  check('the way in leads to the meeting', (await one.locator('body').innerText()) === 'the meeting');
  await one.goto(`${doors.base_url}/`);
  await one.getByRole('link', { name: 'Go to the live agenda' }).click();
  const now = one.locator('[data-now]');
  check('home teams are on', (await now.innerText()) === 'Home teams');
  const hers = async () => /Cedar|Clay|Fern|Lantern/.test(await one.locator('main').innerText());
  check('her table is there', await comes(hers, 15));
  for (const colorScheme of ['light', 'dark']) {
    await one.emulateMedia({ colorScheme });
    await judge(one, `room 360 ${colorScheme}`);
  }
  const work = one.locator('[data-minutes], [data-say], [data-next]');
  await above(one, check, 'room', now, work.nth(0), work.nth(1), work.nth(2), one.getByRole('button', { name: 'Join now' }));
  await one.evaluate(() => { window.stayed = true; });
  const ayo = await open('facilitator', phone);
  await ayo.getByRole('link', { name: 'Go to the facilitator console' }).click();
  await judge(ayo, 'console 360');
  await above(ayo, check, 'console', ayo.locator('[data-minutes]'), ayo.getByRole('button', { name: 'Next block' }));
  const wall = await open('facilitator', { viewport: { width: 1280, height: 720 } });
  await wall.goto(ayo.url().replace('/console', '/screen'));
  const shown = wall.locator('[data-now]');
  check('the projector shows the block', (await shown.innerText()) === 'Home teams');
  check('and nothing beside it', !(await wall.locator('header').isVisible()));
  await judge(wall, 'projector 1280');
  await ayo.getByRole('button', { name: 'Next block' }).click();
  await now.filter({ hasText: 'Peer consult' }).waitFor({ timeout: 15_000 });
  check('the other page followed without being asked', await one.evaluate(() => window.stayed === true));
  await shown.filter({ hasText: 'Peer consult' }).waitFor({ timeout: 15_000 });
  check('so did the projector, with what to do', (await wall.locator('[data-say]').innerText()).includes('Go to your group'));
  // Fresh tables: shown to no one, then to everyone.
  await ayo.getByLabel('Type of groups').selectOption('fresh');
  await ayo.getByRole('button', { name: 'Shuffle again' }).click();
  await ayo.getByRole('button', { name: 'Show groups to everyone' }).click();
  const fresh = one.getByRole('heading', { name: /^Group \d/ });
  await fresh.waitFor({ timeout: 15_000 });
  check('her new table came by itself', await fresh.isVisible());
  // Without a script the same room, by looking again.
  const plain = await open('participant', plainPhone);
  await plain.goto(one.url());
  await plain.getByRole('link', { name: 'Refresh this page' }).click();
  check('without a script one looks again', (await plain.locator('[data-now]').innerText()) === 'Peer consult');
  // Signed out on another page of the same browser: this one shows nothing of the room any more.
  const other = await one.context().newPage();
  await other.goto(`${doors.base_url}/me`);
  await other.locator('header summary').click();
  await other.locator('header form[action="/sign-out"] button').click();
  const room = one.locator('[data-room]');
  await room.waitFor({ state: 'detached', timeout: 15_000 });
  check('the room ended with the sign-in', (await room.count()) === 0);
});

/** At the door the line is down: the list opens, presses are kept, the house has them when it is back. */
story('atTheDoor', async ({ browser, demo, check, judge }) => {
  const { doors } = await demo('2025-01-23T09:30');
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await signIn(page, doors, 'facilitator');
  await page.goto(`${doors.base_url}${S}/gatherings/1`);
  await page.getByRole('link', { name: /Check-in list/ }).first().click();
  await judge(page, 'door 360');
  // Opened once: the worker keeps this very page.
  await until(page, async () => {
    const kept = await (await caches.open('weft-door')).keys();
    return kept.some((r) => r.url.includes('/door/'));
  });
  await context.setOffline(true);
  const buttons = page.locator('ul.door button');
  const names = [await buttons.nth(0).innerText(), await buttons.nth(3).innerText()];
  await buttons.nth(0).click();
  await buttons.nth(3).click();
  await page.getByText('2 not sent yet').waitFor({ timeout: 15_000 });
  await page.reload();
  const count = async () => (await page.locator('[data-count]').innerText()) === '2 of 20 are here.';
  const whole = await page.locator('body').innerText();
  check('the list opens without a connection', await comes(count, 5), whole);
  const pressed = await page.locator('ul.door [aria-pressed=true]').count();
  check('what was pressed is still pressed', pressed === 2, `${pressed}`);
  await context.setOffline(false);
  await page.getByText('All sent').waitFor();
  const lead = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const main = lead.locator('main');
  await signIn(lead, doors, 'program-lead');
  await lead.goto(page.url());
  check('the house has both, once', (await main.innerText()).includes('2 of 20 are here.'), names.join());
  // Without a script every press is a page.
  await lead.locator('ul.door [aria-pressed=false]').first().click();
  const three = async () => (await main.innerText()).includes('3 of 20 are here.');
  check('without a script it counts too', await comes(three, 5));
  // The phone hears of it, and still knows after a reload without a connection.
  const heard = async () => (await page.locator('[data-count]').innerText()) === '3 of 20 are here.';
  check('another device is heard', await comes(heard, 20));
  await context.setOffline(true);
  await page.reload();
  check('a reload without a connection shows what was heard', await comes(heard, 5));
  check('it says that it may be old', await comes(async () => page.getByText('No connection. This list is as of').isVisible(), 5));
  await context.setOffline(false);
  await lead.getByRole('link', { name: 'Check-in poster' }).click();
  const squares = await lead.locator('svg.code-squares path').getAttribute('d');
  check('the sheet has a code', squares.length > 500);
  // Signing out forgets the list on this phone.
  await page.goto(`${doors.base_url}/me`);
  await page.locator('header summary').click();
  await page.locator('header').getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/(sign-in)?$/);
  const kept = () => page.evaluate(async () => (await caches.keys()).includes('weft-door'));
  check('signing out forgets the list', await comes(async () => !(await kept()), 5));
});
