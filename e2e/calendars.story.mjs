// A parser that is not ours reads the subscription and the invitations.
import fs from 'node:fs';
import path from 'node:path';
import ICAL from 'ical.js';
import { signIn } from './lib.mjs';
import { story } from './story.mjs';

const wanted = [
  '2025-01-23T15:00:00.000Z',
  '2025-01-24T15:00:00.000Z',
  '2025-03-12T17:00:00.000Z',
  '2025-05-14T17:00:00.000Z',
  '2025-07-16T17:00:00.000Z',
  '2025-09-10T17:00:00.000Z',
  '2025-10-22T15:00:00.000Z',
];

/** Where the session of May stood before it moved. */
const before = '2025-05-07T17:00:00.000Z';

/** The events of a calendar, in the rules of the zones that it brings along. */
function events(text) {
  const root = new ICAL.Component(ICAL.parse(text));
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return root.getAllSubcomponents('vevent').map((e) => {
    const event = new ICAL.Event(e);
    return {
      at: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      uid: event.uid,
      zone: event.startDate.zone.tzid,
      sequence: event.sequence,
      url: e.getFirstPropertyValue('url') ?? '',
    };
  });
}

/** The calendar in a letter, with what the letter says of its method. */
function invitation(letter) {
  const part = letter.slice(letter.indexOf('text/calendar'));
  const [, method] = part.match(/method=([A-Z]+)/);
  const quoted = part.slice(part.indexOf('\r\n\r\n') + 4).split('\r\n--')[0].replace(/=\r\n/g, '');
  const bytes = quoted.replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(parseInt(hex, 16)));
  return { method, body: Buffer.from(bytes, 'latin1').toString('utf8') };
}

story('calendars', async ({ browser, house: { data, doors }, check }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}/me/calendar`);
  await page.getByRole('button', { name: 'Create my link' }).click();
  const address = await page.locator('main code').innerText();
  const feed = await (await fetch(address)).text();
  ICAL.TimezoneService.reset();
  const found = events(feed);
  const gatherings = found.filter((f) => f.url.includes('/gatherings/'));
  const times = JSON.stringify(gatherings.map((f) => f.at));
  check('the feed has every time, in its own zone rules', times === JSON.stringify(wanted), JSON.stringify(found));
  const others = ['/appointments/', '/times/'].every((of) => found.some((f) => f.url.includes(of)));
  check('appointments and team meetings are in it too', others, JSON.stringify(found));
  check('zones are IANA names', found.every((f) => f.zone.includes('/')));
  check('one day moved once', gatherings.filter((f) => f.sequence === 1).length === 1 && gatherings[3].sequence === 1);
  const folded = feed.split('\r\n').every((l) => Buffer.byteLength(l) <= 75 && !l.includes('\n'));
  check('lines are folded and end as they must', folded);
  // Invitations in the letters: the same times, a method, a stable id.
  const mail = path.join(data, 'mail');
  const all = fs.readdirSync(mail).map((f) => fs.readFileSync(path.join(mail, f), 'utf8'));
  const letters = all.filter((m) => m.includes('text/calendar'));
  let sound = letters.length > 100;
  const ids = new Set(gatherings.map((f) => f.uid));
  for (const letter of letters) {
    const { method, body } = invitation(letter);
    const root = new ICAL.Component(ICAL.parse(body));
    const event = root.getFirstSubcomponent('vevent');
    sound &&= root.getFirstPropertyValue('method') === method;
    sound &&= event.hasProperty('organizer') && event.hasProperty('attendee');
    sound &&= root.getAllSubcomponents('vtimezone').length === 1;
    const [one] = events(body);
    if (ids.has(one.uid)) sound &&= wanted.includes(one.at) || one.at === before;
  }
  check(`${letters.length} invitations are read by another's parser`, sound);
});
