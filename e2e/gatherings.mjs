// Gatherings as people meet them: a time is chosen by keyboard, the way in counts, a room is followed, a door works without a
// connection, and a parser that is not ours reads the calendars.
import fs from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { signIn, until } from './lib.mjs';

const S = '/s/rooted-leaders-2025';

/** A registrant without a script picks one of two days, and changes her mind. */
export async function choosing(browser, doors, { check, judge }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const main = page.locator('main');
  const enter = async (locator) => { await locator.focus(); await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]); };
  await signIn(page, doors, 'registrant');
  await page.goto(`${doors.base_url}/s/practice-lab-2025/gatherings`);
  await enter(page.getByRole('link', { name: /Choose your time/ }));
  await enter(page.getByRole('button', { name: /Take this time/ }).first());
  check('the first day is hers', (await main.innerText()).includes('Your time') && (await main.innerText()).includes('1 of 12 seats'));
  await enter(page.getByRole('button', { name: /Take this time/ }));
  const text = await main.innerText();
  check('the second day is hers, the first is free again', text.includes('0 of 12 seats') && text.includes('1 of 12 seats'), text.slice(0, 900));
  await page.goto(`${doors.base_url}/s/practice-lab-2025/gatherings`);
  check('nothing is left to choose', (await page.getByRole('link', { name: /Choose your time/ }).count()) === 0);
  // Her own hours stand beside the host's.
  await page.goto(`${doors.base_url}/me/calendar`);
  await page.getByLabel('Time zone').selectOption('America/Denver');
  await enter(page.locator('form[action="/me/calendar/zone"] button'));
  await page.goto(`${doors.base_url}/s/practice-lab-2025/gatherings`);
  check('her hours are beside them', (await main.innerText()).includes('For you: 11:00 am to 2:00 pm, Denver time'));
  await context.close();
  void judge;
}

/** A visitor without a script registers, opens the link of her letter, and leaves; someone else's registration stays. */
export async function registering(browser, _, { check, judge, demo }) {
  const { data, child, doors } = await demo('2025-03-20');
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    const page = await context.newPage();
    const main = page.locator('main');
    const enter = async (locator) => { await locator.focus(); await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]); };
    await page.goto(`${doors.base_url}/programs/meeting-craft`);
    await enter(page.getByRole('link', { name: /^Register/ }));
    check('seats, price and deadline are there', /3 of 12 are free/.test(await main.innerText()) && (await main.innerText()).includes('the end of April 15, 2025, New York time'), (await main.innerText()).slice(0, 700));
    await page.getByLabel('Given name').fill('Ottoline');
    await enter(page.getByRole('button', { name: 'Register' }));
    check('what is missing is said, what was typed stays', (await page.locator('#email-error').count()) === 1 && (await page.getByLabel('Given name').inputValue()) === 'Ottoline');
    await page.getByLabel('Family name').fill('Quarrington');
    await page.getByLabel('Email address').fill('ottoline@example.org');
    await enter(page.getByRole('button', { name: 'Register' }));
    check('she is asked to confirm, within the hour', (await main.innerText()).includes('One more step: confirm your email address.') && (await main.innerText()).includes('for an hour'));
    // The letter comes within the worker's next round.
    let letter;
    for (let i = 0; i < 60 && !letter; i += 1) {
      await new Promise((r) => setTimeout(r, 250));
      letter = fs.readdirSync(path.join(data, 'mail')).map((f) => fs.readFileSync(path.join(data, 'mail', f), 'utf8').replace(/=\r\n/g, '')).find((m) => m.includes('To: ottoline@example.org') && m.includes('/registrations/'));
    }
    await page.goto(letter.match(/http:\/\/localhost:\d+\/registrations\/[a-z0-9]+/)[0]);
    check('her link asks her to confirm', (await main.innerText()).includes("Ottoline Quarrington, your registration isn't confirmed yet."));
    await enter(page.getByRole('button', { name: 'Confirm my email address' }));
    check('her link knows her', (await main.innerText()).includes('Ottoline Quarrington, you are registered.'));
    await page.locator('summary', { hasText: 'Leave' }).focus();
    await page.keyboard.press('Enter');
    await enter(page.getByRole('button', { name: 'Leave' }));
    check('she has left', (await main.innerText()).includes('You have left.'));
    await page.goto(`${doors.base_url}/register/meeting-craft-2025`);
    check('her seat is free again', (await main.innerText()).includes('3 of 12 are free'));
    await context.close();
    const judged = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    await judged.goto(`${doors.base_url}/register/meeting-craft-2025`);
    await judge(judged, 'register 320');
    await judged.context().close();
  } finally {
    child.kill();
  }
}

/** An independent parser reads the subscription and the invitations. */
export async function calendars(browser, _, { check, demo }) {
  const { data, child, doors } = await demo('2025-03-20');
  try {
    const page = await (await browser.newContext()).newPage();
    await signIn(page, doors, 'participant');
    await page.goto(`${doors.base_url}/me/calendar`);
    await page.getByRole('button', { name: 'Make my address' }).click();
    const address = await page.locator('main code').innerText();
    const feed = await (await fetch(address)).text();
    const starts = (text) => {
      const root = new ICAL.Component(ICAL.parse(text));
      for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
      return root.getAllSubcomponents('vevent').map((e) => {
        const event = new ICAL.Event(e);
        return { at: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(), uid: event.uid, zone: event.startDate.zone.tzid, sequence: event.sequence };
      });
    };
    ICAL.TimezoneService.reset();
    const found = starts(feed);
    const wanted = ['2025-01-23T15:00:00.000Z', '2025-01-24T15:00:00.000Z', '2025-03-12T17:00:00.000Z', '2025-05-14T17:00:00.000Z', '2025-07-16T17:00:00.000Z', '2025-09-10T17:00:00.000Z', '2025-10-22T15:00:00.000Z'];
    check('the feed has every time, in its own zone rules', JSON.stringify(found.map((f) => f.at)) === JSON.stringify(wanted), JSON.stringify(found));
    check('zones are IANA names', found.every((f) => f.zone.includes('/')));
    check('one day moved once', found.filter((f) => f.sequence === 1).length === 1 && found[3].sequence === 1);
    check('lines are folded and end as they must', feed.split('\r\n').every((l) => Buffer.byteLength(l) <= 75 && !l.includes('\n')));
    // Invitations in the letters: the same times, a method, a stable id.
    const letters = fs.readdirSync(path.join(data, 'mail')).map((f) => fs.readFileSync(path.join(data, 'mail', f), 'utf8')).filter((m) => m.includes('text/calendar'));
    let sound = letters.length > 100;
    const ids = new Set(found.map((f) => f.uid));
    for (const letter of letters) {
      const part = letter.slice(letter.indexOf('text/calendar'));
      const method = part.match(/method=([A-Z]+)/)[1];
      const body = Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4).split('\r\n--')[0].replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_m, h) => String.fromCharCode(parseInt(h, 16))), 'latin1').toString('utf8');
      const root = new ICAL.Component(ICAL.parse(body));
      const event = root.getFirstSubcomponent('vevent');
      sound &&= root.getFirstPropertyValue('method') === method && event.hasProperty('organizer') && event.hasProperty('attendee') && root.getAllSubcomponents('vtimezone').length === 1;
      const [one] = starts(body);
      if (ids.has(one.uid)) sound &&= wanted.includes(one.at) || one.at === '2025-05-07T17:00:00.000Z';
    }
    check(`${letters.length} invitations are read by another's parser`, sound);
    await page.context().close();
  } finally {
    child.kill();
  }
}

/** In the middle of a session: the facilitator moves on, and the other's page follows without being asked. */
export async function following(browser, _, { check, judge, demo }) {
  const { child, doors } = await demo('2025-03-12T14:45');
  try {
    const open = async (persona, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
      await context.route('https://meet.example.org/**', (route) => route.fulfill({ body: 'the meeting' }));
      const page = await context.newPage();
      await signIn(page, doors, persona);
      return page;
    };
    const one = await open('participant');
    check('today says so', (await one.locator('h1').innerText()) === 'Today we gather.');
    await one.getByRole('button', { name: 'Join now' }).click();
    await one.waitForURL('https://meet.example.org/**');
    check('the way in leads to the meeting', (await one.locator('body').innerText()) === 'the meeting');
    await one.goto(`${doors.base_url}/`);
    await one.getByRole('link', { name: 'What is happening now' }).click();
    const now = one.locator('[data-now]');
    check('home teams are on', (await now.innerText()) === 'Home teams');
    check('her table is there', (await one.locator('main').innerText()).match(/Cedar|Clay|Fern|Lantern/) !== null);
    for (const colorScheme of ['light', 'dark']) {
      await one.emulateMedia({ colorScheme });
      await judge(one, `room 360 ${colorScheme}`);
    }
    await one.evaluate(() => { window.stayed = true; });
    const ayo = await open('facilitator');
    await ayo.getByRole('link', { name: 'Open the console' }).click();
    await judge(ayo, 'console 360');
    await ayo.getByRole('button', { name: 'Move on' }).click();
    await now.filter({ hasText: 'Peer consult' }).waitFor({ timeout: 5000 });
    check('the other page followed without being asked', await one.evaluate(() => window.stayed === true));
    // Fresh tables: shown to no one, then to everyone.
    await ayo.getByLabel('How').selectOption('fresh');
    await ayo.getByRole('button', { name: 'Make them anew' }).click();
    await ayo.getByRole('button', { name: 'Show to everyone' }).click();
    await one.getByRole('heading', { name: /^Table \d/ }).waitFor({ timeout: 8000 });
    check('her new table came by itself', true);
    // Without a script the same room, by looking again.
    const plain = await open('participant', { javaScriptEnabled: false });
    await plain.goto(one.url());
    await plain.getByRole('link', { name: 'Look again' }).click();
    check('without a script one looks again', (await plain.locator('[data-now]').innerText()) === 'Peer consult');
    // Signed out on another page of the same browser: this one shows nothing of the room any more.
    const other = await one.context().newPage();
    await other.goto(`${doors.base_url}/me`);
    await other.locator('form[action="/sign-out"] button').first().click();
    await one.locator('[data-room]').waitFor({ state: 'detached', timeout: 8000 });
    check('the room ended with the sign-in', true);
    for (const page of [one, ayo, plain]) await page.context().close();
  } finally {
    child.kill();
  }
}

/** At the door of the retreat the line is down: the list opens, presses are kept, and the house has them once when it is back. */
export async function atTheDoor(browser, _, { check, judge, demo }) {
  const { child, doors } = await demo('2025-01-23T09:30');
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await signIn(page, doors, 'facilitator');
    await page.goto(`${doors.base_url}${S}/gatherings/1`);
    await page.getByRole('link', { name: /Door list/ }).first().click();
    await judge(page, 'door 360');
    // Opened once: the worker keeps this very page.
    await until(page, async () => (await (await caches.open('weft-door')).keys()).some((r) => r.url.includes('/door/')));
    await context.setOffline(true);
    const buttons = page.locator('ul.door button');
    const names = [await buttons.nth(0).innerText(), await buttons.nth(3).innerText()];
    await buttons.nth(0).click();
    await buttons.nth(3).click();
    await page.getByText('2 not sent yet').waitFor({ timeout: 5000 });
    await page.reload();
    check('the list opens without a connection', (await page.locator('[data-count]').innerText()) === '2 of 20 are here.', await page.locator('body').innerText());
    check('what was pressed is still pressed', (await page.locator('ul.door [aria-pressed=true]').count()) === 2);
    await context.setOffline(false);
    await page.getByText('Everything is sent').waitFor({ timeout: 15000 });
    const other = await browser.newContext({ javaScriptEnabled: false });
    const lead = await other.newPage();
    await signIn(lead, doors, 'program-lead');
    await lead.goto(page.url());
    const text = await lead.locator('main').innerText();
    check('the house has both, once', text.includes('2 of 20 are here.'), names.join());
    // Without a script every press is a page.
    await lead.locator('ul.door [aria-pressed=false]').first().click();
    check('without a script it counts too', (await lead.locator('main').innerText()).includes('3 of 20 are here.'));
    await lead.getByRole('link', { name: 'Sheet for the door' }).click();
    check('the sheet has a code', (await lead.locator('svg.code-squares path').getAttribute('d')).length > 500);
    // Signing out forgets the list on this phone.
    await page.goto(`${doors.base_url}/me`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/(sign-in)?$/);
    check('signing out forgets the list', (await page.evaluate(async () => (await caches.keys()).includes('weft-door'))) === false);
    await other.close();
    await context.close();
  } finally {
    child.kill();
  }
}
