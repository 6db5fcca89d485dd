// What someone in a season does beside its gatherings: she practises and writes for herself, says what she needs, finds
// others.
import { letters } from './demo.mjs';
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { above, arrive, comes, story, until } from './story.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const plainPhone = { ...phone, javaScriptEnabled: false };

/** What a story left behind, seen in both languages by whoever it is for. */
async function leftBehind(browser, doors, walk, sets) {
  for (const lang of ['es', 'en']) {
    for (const [persona, paths] of sets) {
      const page = await arrive(browser, doors, persona, lang);
      await walk(page, doors.base_url, paths, lang);
      await page.context().close();
    }
  }
}

/** A card opens without a connection, a practice has its time, a worksheet is its writer's. */
story('learning', async ({ browser, house: { doors }, check, judge, walk }) => {
  await offline(browser, doors, check);
  const own = await (await browser.newContext(plainPhone)).newPage();
  await signIn(own, doors, 'participant');
  await own.goto(`${doors.base_url}${S}/library`);
  await own.getByLabel('Search for').fill('SKILLS');
  await own.getByRole('button', { name: 'Search' }).click();
  await own.getByRole('link', { name: 'Where I stand with my skills' }).click();
  const sheet = own.getByRole('link', { name: 'Fill in worksheet' });
  await sheet.waitFor();
  check('without a script there is no clock to miss', (await own.locator('.timer button').count()) === 0);
  await sheet.click();
  await own.getByRole('button', { name: 'Save worksheet' }).click();
  const empty = (await own.locator('.summary').innerText()).includes('This worksheet is empty');
  check('an empty sheet is not kept', empty);
  await own.locator('fieldset').first().getByLabel('I want to learn more').check();
  await own.locator('textarea').first().fill('The one I never say aloud.');
  await own.getByRole('button', { name: 'Save worksheet' }).click();
  const written = await own.locator('#written').innerText();
  check('what was written stands below', written.includes('The one I never say aloud.'), written);
  const mine = own.url().split('#')[0];
  const lead = await (await browser.newContext()).newPage();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(mine);
  check('nobody else reads it', !(await lead.locator('body').innerText()).includes('never say aloud'));
  await lead.goto(`${doors.base_url}${S}/new-card`);
  await lead.getByLabel('Title in English').fill('A card');
  await lead.getByRole('button', { name: 'Save card' }).click();
  const lacks = async () => (await lead.locator('main').innerText()).includes('the source');
  check('a draft says what it lacks', await comes(lacks, 5));
  await judge(lead, 'a draft card');
  const sets = [['participant', [new URL(mine).pathname]], ['program-lead', [`${S}/library`]]];
  await leftBehind(browser, doors, walk, sets);
});

async function offline(browser, doors, check) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  const heading = page.locator('h1');
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/gatherings/2`);
  // The gathering was opened: its cards and its packet are kept, and nothing that is hers alone.
  await until(page, async () => {
    const cards = await (await caches.open('weft-door')).keys();
    const assets = await (await caches.open('weft-assets')).keys();
    return cards.length >= 7 && assets.some((r) => r.url.endsWith('/card.js'));
  });
  const kept = await page.evaluate(async () => {
    const all = await (await caches.open('weft-door')).keys();
    return all.map((r) => new URL(r.url).pathname);
  });
  const only = kept.every((p) => /\/(library\/\d+|packet|support|support\/offline)$/.test(p));
  check('only cards, the packet and the support lines are kept', only, kept.join());
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Arriving', exact: true }).click();
  await page.waitForURL(/library/).catch(() => {});
  const opened = await comes(async () => (await heading.innerText()) === 'Arriving', 5);
  check('a card opens without a connection', opened, await page.locator('body').innerText());
  const timer = page.locator('.timer');
  const press = timer.locator('button');
  await press.click();
  const runs = (await timer.innerText()).includes('3 minutes left') && (await press.innerText()) === 'Pause timer';
  check('a practice has its time', runs, await timer.innerText());
  await press.click();
  check('and waits when it is asked to', (await press.innerText()) === 'Resume timer');
  await page.goto(`${doors.base_url}${S}/gatherings/2/packet`);
  const packet = await heading.innerText();
  check('the packet opens without a connection', packet.startsWith('Virtual session 1'), packet);
  await context.setOffline(false);
  await context.close();
}

/** Travel said to one person, money asked back and paid. */
story('travelling', async ({ browser, house: { doors }, check, judge, walk }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const food = page.getByLabel('Food');
  const tell = page.getByRole('button', { name: /Send to Desmond/ });
  const ask = page.getByRole('button', { name: 'Request reimbursement' });
  const amount = page.getByLabel('Amount in US dollars');
  const asWritten = async () => (await food.inputValue()) === 'Nothing with sesame';
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/gatherings/6`);
  await page.getByRole('link', { name: 'Fill in travel form' }).click();
  const text = () => page.locator('main').innerText();
  const reader = async () => (await text()).includes('Only Desmond Brightwater sees this form');
  check('it says who reads it', await comes(reader, 5));
  await page.getByLabel('Arrival date').fill('2025-10-23');
  await page.getByLabel('Departure date').fill('2025-10-21');
  await food.fill('Nothing with sesame');
  await tell.click();
  const said = await comes(async () => (await page.locator('.summary').count()) === 1, 5);
  check('wrong days are said, nothing is lost', said && (await asWritten()));
  await page.getByLabel('Departure date').fill('2025-10-24');
  await tell.click();
  const save = page.getByRole('button', { name: 'Save changes' });
  check('the sheet is kept', await comes(async () => (await save.count()) === 1, 5));
  await amount.fill('a lot');
  await page.getByLabel('What it was for').fill('Train');
  await ask.click();
  const number = (await page.locator('.summary').innerText()).includes('84.50');
  check('an amount is a number', number && (await asWritten()));
  await amount.fill('62,40');
  await ask.click();
  const named = await (await browser.newContext()).newPage();
  await signIn(named, doors, 'co-lead');
  await named.goto(`${doors.base_url}${S}/gatherings/6/logistics`);
  const needs = await named.locator('main').innerText();
  check('the named person reads it', needs.includes('Nothing with sesame'), needs);
  await judge(named, 'logistics of the closing gathering');
  await named.getByRole('button', { name: /Mark as paid/ }).first().click();
  await page.reload();
  const money = await page.locator('#money').innerText();
  check('and pays', money.includes('62.40') && (await page.locator('#money .tag.good').innerText()) === 'paid', money);
  await leftBehind(browser, doors, walk, [
    ['participant', [`${S}/gatherings/6/travel`]],
    ['co-lead', [`${S}/gatherings/6/logistics`]],
  ]);
  await signIn(named, doors, 'program-lead');
  const answer = await named.goto(`${doors.base_url}${S}/gatherings/6/logistics`);
  check('for the lead it is not there', answer.status() === 404);
});

/** Someone finds another, makes a space, answers the pulse; a visitor finds what is open. */
story('finding', async ({ browser, house: { doors }, check, judge, walk }) => {
  const page = await (await browser.newContext(plainPhone)).newPage();
  const words = page.locator('#words');
  const said = (text) => comes(async () => (await words.innerText()).includes(text), 5);
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}/peers`);
  const first = await page.locator('ul.cards > li').first().innerText();
  check('those with most in common come first', first.includes('Two counties on the coast'), first);
  check('a word waits', await said('We seem to be neighbors'));
  check('no address before a yes', !(await words.innerText()).includes('@'));
  await page.getByRole('button', { name: /Yes, let’s talk/ }).click();
  check('an address after both said yes', await said('@example.org'));
  await page.goto(`${doors.base_url}${S}/spaces`);
  await page.locator('summary').getByText('Start a space').click();
  const make = page.getByRole('button', { name: 'Create space' });
  await make.click();
  const faults = async () => (await page.locator('.summary li').count()) === 2;
  check('a space needs a name', await comes(faults, 5));
  await page.getByLabel('Name', { exact: true }).fill('Late shift');
  await page.getByLabel('Who it’s for, and why').fill('For those who work at night.');
  await make.click();
  const space = page.url().split('#')[0];
  await page.getByRole('link', { name: 'Open the conversation' }).click();
  await page.locator('section', { hasText: 'Space: Late shift' }).getByRole('link', { name: 'Start a topic' }).click();
  await page.getByLabel('Title').fill('Who is here');
  await page.getByLabel('Message', { exact: true }).fill('Here I am.');
  await page.getByRole('button', { name: 'Post topic' }).click();
  const there = async () => (await page.locator('main').innerText()).includes('Here I am.');
  check('a message stands in it', await comes(there, 5));
  const look = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await signIn(look, doors, 'participant');
  await look.goto(space);
  await judge(look, 'the inside of a space');
  await page.goto(`${doors.base_url}${S}/pulse`);
  await page.locator('fieldset').first().getByLabel('a lot').check();
  await page.getByRole('button', { name: 'Submit (you can’t change it afterward)' }).click();
  const answered = await comes(async () => (await page.locator('main').innerText()).includes('You’ve answered'), 5);
  check('the pulse is answered once', answered && (await page.locator('input[type=radio]').count()) === 0);
  const lead = await (await browser.newContext()).newPage();
  await signIn(lead, doors, 'program-lead');
  check('the lead does not open the space', (await lead.goto(space)).status() === 404);
  const guest = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await guest.goto(`${doors.base_url}/`);
  await guest.getByRole('link', { name: 'Open opportunities' }).click();
  await guest.getByRole('link', { name: /Meeting Craft/ }).click();
  await guest.getByRole('link', { name: 'Meetings that people can speak in' }).click();
  const heading = async () => (await guest.locator('h1').innerText()) === 'Meetings that people can speak in';
  check('a gathering has a page for everyone', await comes(heading, 5));
  await judge(guest, 'public page of a gathering');
  await leftBehind(browser, doors, walk, [['participant', ['/peers', `${S}/spaces`, `${S}/pulse`]]]);
});

/** Two of a home team: one makes a commitment and names the other as the witness, who agrees; both on phones. */
story('committing', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-12T14:45');
  const page = await (await browser.newContext(plainPhone)).newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}/`);
  check('Today asks after what was set out', (await page.locator('#for-you').innerText()).includes('How is it going with'));
  check('Today says what someone asks', (await page.locator('#for-you').innerText()).includes('asks you to be a witness'));
  await page.goto(`${doors.base_url}${S}/commitments/new`);
  const make = page.getByRole('button', { name: 'Make a commitment' });
  await make.click();
  check('it needs words', (await page.locator('.summary li').count()) === 1);
  await page.getByLabel('What will you do?').fill('Ask who is missing');
  await page.getByLabel('My witness and me').check();
  await make.click();
  const kept = await page.getByLabel('What will you do?').inputValue();
  check('a witness has to be named, and nothing is lost', kept === 'Ask who is missing');
  await page.getByLabel('Who?').selectOption({ index: 1 });
  await make.click();
  const card = page.locator('section.sheet', { hasText: 'Ask who is missing' });
  await card.waitFor();
  await card.getByRole('button', { name: /I did it/ }).click();
  await card.getByRole('button', { name: /Undo this check-in/ }).click();
  check('undone, it goes on', (await card.innerText()).includes('in progress'));
  await card.getByRole('button', { name: /I did it/ }).click();
  await card.getByRole('button', { name: /Share as a celebration/ }).click();
  check('it is a celebration', (await page.locator('main').innerText()).includes('Ask who is missing'));
  // The witness says yes.
  await page.goto(`${doors.base_url}/`);
  await page.locator('#for-you').getByRole('link', { name: 'Read and answer' }).click();
  await page.getByRole('button', { name: 'Be a witness' }).click();
  const main = async () => (await page.locator('main').innerText()).includes('You’re a witness') ||
    (await page.locator('main').innerText()).includes("You're a witness");
  check('a witness now', await comes(main, 5));
  const lead = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(`${doors.base_url}${S}/commitments`);
  const read = await lead.locator('main').innerText();
  check('the lead counts', read.includes('people have made') && !read.includes('Ask who is missing'), read);
  await judge(lead, 'commitments for a lead 1280');
  await leftBehind(browser, doors, walk, [['participant', [`${S}/commitments`, `${S}/commitments/new`]]]);
});

/** A coach says when they can be met, with a slip; a member books, moves and cancels on a phone without a script. */
story('booking', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-20');
  const coach = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(coach, doors, 'coach');
  await coach.goto(`${doors.base_url}${S}/appointments`);
  await coach.getByRole('link', { name: 'Change your hours' }).click();
  await coach.getByLabel('Thursday, from', { exact: true }).fill('15:00');
  await coach.getByLabel('Thursday, to', { exact: true }).fill('14:00');
  await coach.getByLabel('What can people talk with you about?').fill('Typed and kept');
  await coach.getByRole('button', { name: 'Save' }).click();
  const summary = await coach.locator('.summary').innerText();
  check('hours that end before they begin are named', summary.includes('Thursday: the end must be after the start.'), summary);
  check('nothing typed is lost', (await coach.getByLabel('What can people talk with you about?').inputValue()) === 'Typed and kept');
  await judge(coach, 'hours with a slip 1280');
  await coach.getByLabel('Thursday, to', { exact: true }).fill('16:00');
  await coach.getByRole('button', { name: 'Save' }).click();
  check('hours are saved', (await coach.locator('main').innerText()).includes('Thursday: 3:00 p.m.–4:00 p.m.'));

  const page = await (await browser.newContext(plainPhone)).newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/appointments`);
  const who = page.locator('section.sheet', { hasText: 'Program lead' }).filter({ hasText: 'See free times' });
  await who.getByRole('link').click();
  await page.getByRole('button', { name: 'Book appointment' }).click();
  check('a time has to be chosen', (await page.locator('.summary').innerText()).includes('Choose a time.'));
  const times = page.locator('fieldset.slots label');
  const first = (await times.first().innerText()).split('\n')[0];
  await times.first().locator('input').check();
  await page.getByLabel('What would you like to talk about?').fill('How to rest');
  await page.getByRole('button', { name: 'Book appointment' }).click();
  const main = page.locator('main');
  await page.getByText('Your appointment is booked.').waitFor();
  check('it says when, and what about', (await main.innerText()).includes('How to rest') && (await main.innerText()).includes(first.split(' ')[0]));
  await page.getByRole('link', { name: 'Choose another time' }).click();
  await times.last().locator('input').check();
  await page.getByRole('button', { name: 'Move appointment' }).click();
  await page.getByText('Your appointment is moved.').waitFor();
  await page.goto(`${doors.base_url}/`);
  check('Today has it', (await page.locator('main').innerText()).includes('Your appointments'));
  await page.getByRole('link', { name: 'Marisol Kestrelmont' }).click();
  await page.getByText('Cancel this appointment').click();
  await page.getByLabel('Message to Marisol Kestrelmont').fill('Our meeting moved.');
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await page.getByText('You canceled this appointment.').waitFor();
  await leftBehind(browser, doors, walk, [['participant', [`${S}/appointments`]], ['coach', [`${S}/appointments`, `${S}/appointments/hours`, `${S}/appointments/calendar`]]]);
});

/** A member signs nothing new but books with their coach on a phone; the coach reports and locks a note; the lead reads counts. */
story('coaching', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-20');
  const desk = async (persona) => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await signIn(page, doors, persona);
    return page;
  };
  const text = async (page) => page.locator('main').innerText();
  const page = await (await browser.newContext(plainPhone)).newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/coaching`);
  check('it says how many are left', (await text(page)).includes('3 of 6 sessions left'), await text(page));
  await page.getByLabel('What do you want to work on?').fill('Saying no, kindly');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. Only the two of you can read it.').waitFor();
  await page.getByRole('link', { name: 'Book a session' }).click();
  await page.getByRole('button', { name: 'Book a session' }).click();
  check('a time has to be chosen', (await page.locator('.summary').innerText()).includes('Choose a time.'));
  await page.locator('fieldset.slots label input').first().check();
  await page.getByRole('button', { name: 'Book a session' }).click();
  await page.getByText('Your appointment is booked.').waitFor();
  await page.goto(`${doors.base_url}${S}/coaching`);
  check('booking takes one', (await text(page)).includes('2 of 6 sessions left'));
  // What they say of coaching: without a name, and themes that they can stop sharing.
  await page.getByRole('link', { name: 'Give feedback' }).click();
  await page.getByRole('button', { name: /^Submit/ }).click();
  check('an empty answer is none', (await page.locator('.summary').count()) > 0);
  await page.getByLabel('5 – very useful').check();
  await page.getByLabel('5 – very safe').check();
  await page.getByRole('button', { name: /^Submit/ }).click();
  await page.getByText('Your answer will be saved together').waitFor();
  check('their themes are theirs to change', (await text(page)).includes('sharing these themes'));
  await page.getByLabel('Funders and the board').check();
  await page.getByRole('button', { name: 'Share these instead' }).click();
  check('what they share is checked', await page.getByLabel('Funders and the board').isChecked());
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await page.getByRole('button', { name: 'Share with the program' }).waitFor();
  check('nothing is shared any more', !(await page.getByLabel('Funders and the board').isChecked()));
  await page.goto(`${doors.base_url}${S}/coaching`);
  await page.getByRole('link', { name: 'Thursday group' }).click();
  check('whoever accepted sees how it meets', (await text(page)).includes('meet.example.org/thursday'));
  await page.goto(`${doors.base_url}${S}/coaching`);

  const coach = await desk('coach');
  await coach.goto(`${doors.base_url}${S}/coaching`);
  await judge(coach, 'a coach 1280');
  await coach.getByRole('link', { name: 'Mirela Brisamar' }).click();
  check('the coach reads the focus', (await text(coach)).includes('Saying no, kindly'));
  await judge(coach, 'a pair, as its coach 1280');
  await coach.getByRole('link', { name: 'Go to your notes' }).click();
  await coach.getByRole('link', { name: 'Choose a passphrase' }).click();
  await coach.getByLabel('New passphrase').fill('short');
  await coach.getByRole('button', { name: 'Choose a passphrase' }).click();
  check('a short one is refused', (await coach.locator('.summary').innerText()).includes('at least 12 characters'));
  await coach.getByLabel('New passphrase').fill('three odd words');
  await coach.getByLabel('The same again').fill('three odd words');
  await coach.getByRole('button', { name: 'Choose a passphrase' }).click();
  const code = await coach.locator('code').innerText();
  check('the recovery code is shown', /^([a-z2-9]{4}-){7}[a-z2-9]{4}$/.test(code), code);
  await judge(coach, 'a recovery code 1280');
  await coach.getByRole('link', { name: 'written it down' }).click();
  await coach.getByRole('link', { name: 'Mirela Brisamar' }).click();
  await coach.getByRole('link', { name: 'Go to your notes' }).click();
  await coach.getByLabel('New note').fill('Ask again about the board');
  await coach.getByRole('button', { name: 'Lock and save' }).click();
  check('it is closed at once', !(await text(coach)).includes('Ask again'));
  await coach.getByLabel('Passphrase').fill('not this one at all');
  await coach.getByRole('button', { name: 'Open notes' }).click();
  check('a wrong passphrase opens nothing', !(await text(coach)).includes('Ask again'));
  await coach.getByLabel('Passphrase').fill(code);
  await coach.getByRole('button', { name: 'Open notes' }).click();
  check('the code opens it', (await text(coach)).includes('Ask again about the board'));
  await judge(coach, 'own notes, opened 1280');
  await coach.goto(`${doors.base_url}${S}/coaching`);
  await coach.getByRole('link', { name: 'Thursday group' }).click();
  check('the coach sees who has not accepted', (await text(coach)).includes('accepted the text'));
  await judge(coach, 'a coaching group, as its coach 1280');

  const lead = await desk('program-lead');
  await lead.goto(`${doors.base_url}${S}/coaching/program`);
  check('the lead reads no word of it', !/Saying no|Ask again/.test(await text(lead)));
  await judge(lead, 'coaching for a lead 1280');
  await lead.getByRole('link', { name: 'See themes and feedback' }).click();
  const heard = await text(lead);
  check('numbers, and few are not told apart', heard.includes('4 of 7') && heard.includes('Fewer than 3 of 7'), heard);
  await judge(lead, 'what members say 1280');
  await lead.goto(`${doors.base_url}${S}/coaching/program`);
  await lead.getByRole('button', { name: 'Propose coaches' }).click();
  check('a proposal is shown and not saved', (await text(lead)).includes('Nothing is saved yet'));
  await lead.getByRole('button', { name: 'Save these coaches' }).click();
  await lead.getByText('We’ve emailed each member and coach.').or(lead.getByText("We've emailed each member and coach.")).waitFor();
  await lead.getByRole('button', { name: /^Sign \d+ agreements$/ }).click();
  check('all that waited are signed', !(await text(lead)).includes('wait for the program'));

  // Two presses change the coach.
  await page.getByText('Change coach', { exact: true }).click();
  await page.getByRole('button', { name: 'End coaching and ask for another coach' }).click();
  await page.getByText('The coaching has ended.').waitFor();
  check('what was booked is theirs again', (await text(page)).includes('4 sessions left'), await text(page));
  await leftBehind(browser, doors, walk, [['participant', [`${S}/coaching`, `${S}/coaching/feedback`]], ['coach', [`${S}/coaching`, `${S}/coaching/lock`]], ['program-lead', [`${S}/coaching/program`, `${S}/coaching/program?propose=1`, `${S}/coaching/program/terms`, `${S}/coaching/program/feedback`, `${S}/coaching/program/groups`]]]);
});

/** A home team on two phones: one brings something, another keeps time; both pages are at the same step, and little remains. */
story('consulting', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-12T14:45');
  const on = async (persona, options = phone) => {
    const page = await (await browser.newContext(options)).newPage();
    await signIn(page, doors, persona);
    return page;
  };
  const text = async (page) => page.locator('main').innerText();
  const base = `${doors.base_url}${S}`;
  const one = await on('participant');
  await one.getByRole('link', { name: 'Join the consult' }).click();
  const now = one.locator('[data-now]');
  check('it is at the step that is on', (await now.innerText()) === 'Talk', await text(one));
  await until(one, () => /^\d:\d\d left$/.test(document.querySelector('[data-minutes]').textContent));
  await above(one, check, 'consult', now, one.locator('[data-say]'), one.locator('[data-minutes]'));
  await judge(one, 'consult under way 360');
  // Without a script the same, with the buttons: a second phone of theirs.
  const plain = await on('participant', plainPhone);
  await plain.goto(one.url());
  await plain.getByRole('button', { name: 'I’ll keep time' }).click();
  check('they keep time', (await text(plain)).includes('You keep time.'));
  await plain.getByRole('button', { name: 'Next step' }).click();
  await now.filter({ hasText: 'What I take with me' }).waitFor({ timeout: 15_000 });
  await one.getByRole('button', { name: /^Undo/ }).click();
  check('undone, it is back', (await now.innerText()) === 'Talk');
  await judge(one, 'consult, keeping time 360');
  await one.getByRole('button', { name: 'Next step' }).click();
  await one.locator('button[value=end]').click();
  await one.getByText('This consult has ended').waitFor();
  check('nobody else reads what was brought', !(await text(one)).includes('numbers first'));

  // One's own challenge: brought in words, begun, ended, and kept.
  await one.goto(`${base}/consults`);
  await one.getByRole('link', { name: 'Bring a challenge' }).click();
  await one.getByRole('button', { name: 'Bring this challenge' }).click();
  check('what is missing is said', (await one.locator('.summary').count()) === 1);
  await one.getByLabel('Title').fill('A partner who stopped coming');
  await one.getByLabel('Your question').fill('Do I call, or wait?');
  check('when and where are asked of open ones alone', !(await one.getByLabel('How many people can come').isVisible()));
  await one.getByLabel('Anyone in the cohort').check();
  check('of those they are', await one.getByLabel('How many people can come').isVisible());
  await judge(one, 'bringing a challenge 360');
  await one.getByLabel('My home team').check();
  await one.getByRole('button', { name: 'Bring this challenge' }).click();
  check('it waits', (await text(one)).includes('Do I call, or wait?'));
  await judge(one, 'a challenge that waits 360');
  await plain.goto(one.url());
  await plain.getByLabel('Troika', { exact: false }).first().check();
  await plain.getByRole('button', { name: 'Begin now' }).click();
  await one.getByText('You’re the client').waitFor({ timeout: 15_000 });
  check('the page that looked at it is in it by itself', (await one.locator('[data-now]').innerText()) === 'Think');
  await plain.locator('summary', { hasText: 'End the consult' }).click();
  await plain.locator('button[value=end]').click();
  await one.getByText('This consult has ended').waitFor({ timeout: 15_000 });
  await one.getByLabel('Note').fill('Call on Thursday.');
  await one.getByRole('button', { name: 'Save note' }).click();
  check('the note is there', (await one.getByLabel('Note').inputValue()) === 'Call on Thursday.');
  await judge(one, 'after a consult, as its client 360');
  await one.getByLabel('What will you do?').fill('Call them on Thursday');
  await one.getByRole('button', { name: 'Make a commitment' }).click();
  check('it is a commitment', (await one.locator('main').innerText()).includes('Call them on Thursday'));
  const lead = await on('program-lead', { viewport: { width: 1280, height: 900 } });
  await lead.goto(`${base}/consults`);
  check('a lead reads a number alone', !/Thursday|numbers first|stopped coming/.test(await text(lead)), await text(lead));
  await judge(lead, 'consults for a lead 1280');
  await lead.goto(`${base}/new-card?kind=protocol`);
  await lead.getByLabel('Steps in English').fill('5 | Share | Tell');
  await lead.getByLabel('Title in English').fill('Ours');
  await lead.getByRole('button', { name: 'Save' }).first().click();
  check('a line that is wrong is named', (await text(lead)).includes('Line 1 needs four parts'));
  await judge(lead, 'a protocol with a fault 1280');
  await leftBehind(browser, doors, walk, [['participant', [`${S}/consults`, `${S}/consults/new`]], ['program-lead', [`${S}/consults`]]]);
});

/** A home team's place on a phone: what comes next, an agreement by two at once, the second without a script. */
story('homeTeam', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-20');
  const own = await (await browser.newContext(phone)).newPage();
  await signIn(own, doors, 'participant');
  const text = async () => own.locator('main').innerText();
  const place = `${doors.base_url}${S}/home-team`;
  await own.goto(doors.base_url);
  await own.getByRole('link', { name: 'Go to my home team' }).click();
  check('Today leads there', own.url() === place, own.url());
  for (const words of ['March touchpoint', 'Members', 'How we work together', 'next to bring a challenge']) {
    check(`it has «${words}»`, (await text()).includes(words), await text());
  }
  await judge(own, 'home team 360');
  // Meetings, consults and commitments are a row of its own, and the way back is there.
  const row = own.locator('nav.tabs.below');
  await row.getByRole('link', { name: 'Team meetings' }).click();
  check('the row stays', await row.getByRole('link', { name: 'Home team', exact: true }).isVisible());
  check('one row of tabs is enough on a phone', !(await own.locator('nav.tabs').first().isVisible()));
  await row.getByRole('link', { name: 'Home team', exact: true }).click();
  await own.getByRole('link', { name: 'Read our agreement' }).click();
  await own.getByRole('button', { name: 'I agree' }).click();
  check('a yes is said', (await text()).includes('You agreed.'));
  await own.getByRole('button', { name: 'Undo' }).click();
  check('and undone', await own.getByRole('button', { name: 'I agree' }).isVisible());
  await judge(own, 'agreement 360');
  // Two phones of one person stand for two people: the second one sees both.
  await own.getByRole('link', { name: 'Edit', exact: true }).click();
  const other = await (await browser.newContext(plainPhone)).newPage();
  await signIn(other, doors, 'participant');
  await other.goto(own.url());
  const meet = (page) => page.getByLabel('When and how do we meet?');
  await meet(own).fill('Mondays at noon.');
  await own.getByRole('button', { name: 'Save for the team' }).click();
  check('it is saved', (await text()).includes('Mondays at noon.'));
  await meet(other).fill('Fridays at three.');
  await other.getByRole('button', { name: 'Save for the team' }).click();
  const both = await other.locator('main').innerText();
  check('the second reads what stands there', both.includes('Mondays at noon.'), both);
  check('and keeps their own', (await meet(other).inputValue()) === 'Fridays at three.');
  await meet(other).fill('Mondays at noon, or Fridays at three.');
  await other.getByRole('button', { name: 'Save for the team' }).click();
  check('both are saved', (await other.locator('main').innerText()).includes('or Fridays at three.'));
  const lead = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(`${doors.base_url}${S}/teams`);
  await lead.getByRole('link', { name: 'Attendance by team' }).click();
  const table = await lead.locator('main').innerText();
  check('a lead reads numbers and no word', /\d of \d came/.test(table) && !table.includes('Fridays'), table);
  await judge(lead, 'attendance by team 1280');
  check('and has no page of a team', (await lead.goto(place)).status() === 404);
  await leftBehind(browser, doors, walk, [
    ['participant', [`${S}/home-team`, `${S}/home-team/agreement`, `${S}/home-team/agreement/edit`]],
    ['program-lead', [`${S}/teams/attendance`]],
  ]);
});

/** Support lines that open without a connection; a person who was picked gets one email; lines the program writes. */
story('support', async ({ browser, demo, check, judge, walk }) => {
  const { data, doors } = await demo('2025-03-20');
  const context = await browser.newContext(phone);
  const own = await context.newPage();
  await signIn(own, doors, 'participant');
  // A practice leads to the lines, and keeps them on the device.
  await own.goto(`${doors.base_url}${S}/library/7`);
  const foot = own.locator('details').filter({ hasText: 'When it’s too much' });
  await foot.locator('summary').click();
  check('a practice has the lines at its foot', await foot.locator('a[href="tel:988"]').isVisible());
  await judge(own, 'the foot of a practice');
  await until(own, async () => {
    const all = (await (await caches.open('weft-door')).keys()).map((r) => new URL(r.url).pathname);
    return ['/support', '/support/offline'].every((end) => all.some((p) => p.endsWith(end)));
  });
  await context.setOffline(true);
  await own.goto(`${doors.base_url}${S}/support`);
  const lines = async () => (await own.locator('a[href^="tel:"], a[href^="sms:"]').count()) >= 3;
  check('the lines open without a connection', await comes(lines, 5), await own.locator('body').innerText());
  const named = await own.locator('main').innerText();
  check('and name nobody', !named.includes('Leonor') && !named.includes('I agreed'));
  await own.goto(`${doors.base_url}${S}/commitments`).catch(() => {});
  const led = async () => (await own.locator('h1').innerText()) === 'You’re offline';
  check('another page leads there', await comes(led, 5));
  await own.getByRole('link', { name: 'When it’s too much' }).first().click();
  check('in one press', await comes(async () => (await own.locator('h1').innerText()) === 'When it’s too much', 5));
  await context.setOffline(false);
  await context.close();
  // Without a script: the person who was picked gets one email.
  const plain = await (await browser.newContext(plainPhone)).newPage();
  await signIn(plain, doors, 'participant');
  await plain.goto(`${doors.base_url}${S}/support`);
  await plain.getByRole('link', { name: 'I need someone' }).click();
  await plain.getByLabel('Your own words').fill('The funder called again.');
  await plain.getByLabel('Your phone number').fill('not a number');
  await plain.getByRole('button', { name: /^Send to / }).click();
  check('what is wrong is said', (await plain.locator('.summary').innerText()).includes('Enter digits only'));
  await plain.getByLabel('Your phone number').fill('502 555 0100');
  await plain.getByRole('button', { name: /^Send to / }).click();
  const sent = (await plain.locator('.note.done').innerText()).includes('Your email is on its way');
  check('it says that it is on its way', sent);
  const mailed = await comes(() => letters(data).find((text) => text.includes('The funder called again.')));
  check('one email has it, with the lines', mailed && mailed.includes('988'), `${mailed}`);
  await plain.context().close();
  // The lead edits the lines, and reads nothing of whom anyone picked.
  const lead = await (await browser.newContext(phone)).newPage();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(`${doors.base_url}${S}/support/lines`);
  await lead.getByText('Add a support line').click();
  await lead.getByLabel('Name').fill('County line');
  await lead.getByRole('button', { name: 'Add line' }).click();
  check('a line needs a way', (await lead.locator('.summary').innerText()).includes('Enter a phone number'));
  await judge(lead, 'a line that is not complete');
  await lead.getByLabel('Phone number to call').fill('606 555 0100');
  await lead.getByRole('button', { name: 'Add line' }).click();
  await lead.getByRole('button', { name: /^Remove.*County line/ }).click();
  await lead.getByText('Removed lines (1)').click();
  await lead.getByRole('button', { name: /^Put back.*County line/ }).click();
  check('a removed line can be put back', (await lead.locator('main').innerText()).includes('606 555 0100'));
  for (const lang of ['es', 'en']) {
    const page = await arrive(browser, doors, 'participant', lang);
    await walk(page, doors.base_url, [`${S}/support`, `${S}/support/someone`, `${S}/support/offline`], lang);
    await page.context().close();
  }
});
