// What someone in a season does beside its gatherings: she practises and writes for herself, says what she needs, finds others.
import { signIn, until } from './lib.mjs';

const S = '/s/rooted-leaders-2025';

/** A card opens without a connection, a practice has its time, a worksheet is its writer's. */
export async function learning(browser, doors, { check, judge }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/gatherings/2`);
  // The gathering was opened: its cards and its packet are kept, and nothing that is hers alone.
  await until(page, async () => (await (await caches.open('weft-door')).keys()).length >= 5 && (await (await caches.open('weft-assets')).keys()).some((r) => r.url.endsWith('/card.js')));
  const kept = await page.evaluate(async () => (await (await caches.open('weft-door')).keys()).map((r) => new URL(r.url).pathname));
  check('only cards and the packet are kept', kept.every((p) => /\/(library\/\d+|packet)$/.test(p)), kept.join());
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Arriving', exact: true }).click();
  await page.waitForURL(/library/).catch(() => {});
  check('a card opens without a connection', (await page.locator('h1').innerText()) === 'Arriving', await page.locator('body').innerText());
  const press = page.locator('.timer button');
  await press.click();
  check('a practice has its time', (await page.locator('.timer').innerText()).includes('3 minutes left') && (await press.innerText()) === 'Pause');
  await press.click();
  check('and waits when it is asked to', (await press.innerText()) === 'Go on');
  await page.goto(`${doors.base_url}${S}/gatherings/2/packet`);
  check('the packet opens without a connection', (await page.locator('h1').innerText()).startsWith('Virtual session 1'));
  await context.setOffline(false);
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const own = await plain.newPage();
  await signIn(own, doors, 'participant');
  await own.goto(`${doors.base_url}${S}/library`);
  await own.getByLabel('A word').fill('SKILLS');
  await own.getByRole('button', { name: 'Find' }).click();
  await own.getByRole('link', { name: 'Where I stand with my skills' }).click();
  check('without a script there is no clock to miss', (await own.locator('.timer button').count()) === 0);
  await own.getByRole('link', { name: 'Open this sheet' }).click();
  await own.getByRole('button', { name: 'Keep this' }).click();
  check('an empty sheet is not kept', (await own.locator('.summary').innerText()).includes('Nothing stands on this sheet yet'));
  await own.locator('fieldset').first().getByLabel('I want more of it').check();
  await own.locator('textarea').first().fill('The one I never say aloud.');
  await own.getByRole('button', { name: 'Keep this' }).click();
  const mine = own.url().split('#')[0];
  check('what was written stands below', (await own.locator('#written').innerText()).includes('The one I never say aloud.'));
  const other = await browser.newContext();
  const lead = await other.newPage();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(mine);
  check('nobody else reads it', !(await lead.locator('body').innerText()).includes('never say aloud'));
  await lead.goto(`${doors.base_url}${S}/new-card`);
  // Another story may have left her in Spanish.
  const english = lead.locator('button[name=lang][value=en]');
  if (await english.count()) await english.click();
  await lead.goto(`${doors.base_url}${S}/new-card`);
  await lead.getByLabel('Title in English').fill('A card');
  await lead.getByRole('button', { name: 'Save this card' }).click();
  check('a draft says what it lacks', (await lead.locator('main').innerText()).includes('where it comes from'));
  await judge(lead, 'a draft card');
  await other.close();
  await plain.close();
}

/** Travel said to one person, money asked back and paid. */
export async function travelling(browser, doors, { check, judge }) {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await plain.newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}${S}/gatherings/6`);
  await page.getByRole('link', { name: 'Open my sheet' }).click();
  check('it says who reads it', (await page.locator('main').innerText()).includes('Only Desmond Brightwater reads this sheet'));
  await page.getByLabel('You arrive on').fill('2025-10-23');
  await page.getByLabel('You leave on').fill('2025-10-21');
  await page.getByLabel('Food').fill('Nothing with sesame');
  await page.getByRole('button', { name: /Tell Desmond/ }).click();
  check('wrong days are said, nothing is lost', (await page.locator('.summary').count()) === 1 && (await page.getByLabel('Food').inputValue()) === 'Nothing with sesame');
  await page.getByLabel('You leave on').fill('2025-10-24');
  await page.getByRole('button', { name: /Tell Desmond/ }).click();
  check('the sheet is kept', (await page.getByRole('button', { name: 'Save this sheet' }).count()) === 1);
  await page.getByLabel('Amount in US dollars').fill('a lot');
  await page.getByLabel('What for').fill('Train');
  await page.getByRole('button', { name: 'Ask for it back' }).click();
  check('an amount is a number', (await page.locator('.summary').innerText()).includes('84.50') && (await page.getByLabel('Food').inputValue()) === 'Nothing with sesame');
  await page.getByLabel('Amount in US dollars').fill('62,40');
  await page.getByRole('button', { name: 'Ask for it back' }).click();
  const other = await browser.newContext();
  const named = await other.newPage();
  await signIn(named, doors, 'co-lead');
  await named.goto(`${doors.base_url}${S}/gatherings/6/logistics`);
  check('the named person reads it', (await named.locator('main').innerText()).includes('Nothing with sesame'));
  await judge(named, 'logistics of the closing gathering');
  await named.getByRole('button', { name: /Mark as paid/ }).first().click();
  await page.reload();
  check('and pays', (await page.locator('#money').innerText()).includes('62.40') && (await page.locator('#money .tag.good').innerText()) === 'paid');
  await signIn(named, doors, 'program-lead');
  const answer = await named.goto(`${doors.base_url}${S}/gatherings/6/logistics`);
  check('for the lead it is not there', answer.status() === 404);
  await other.close();
  await plain.close();
}

/** Someone finds another, makes a space, answers the pulse; a visitor finds what is open. */
export async function finding(browser, doors, { check, judge }) {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await plain.newPage();
  await signIn(page, doors, 'participant');
  await page.goto(`${doors.base_url}/peers`);
  const first = await page.locator('ul.cards > li').first().innerText();
  check('those with most in common come first', first.includes('Two counties on the coast'), first);
  check('a word waits', (await page.locator('#words').innerText()).includes('We seem to be neighbors'));
  check('no address before a yes', !(await page.locator('#words').innerText()).includes('@'));
  await page.getByRole('button', { name: /Yes, let us talk/ }).click();
  check('an address after both said yes', (await page.locator('#words').innerText()).includes('@example.org'));
  await page.goto(`${doors.base_url}${S}/spaces`);
  await page.locator('summary').getByText('Make a space').click();
  await page.getByRole('button', { name: 'Make it' }).click();
  check('a space needs a name', (await page.locator('.summary li').count()) === 2);
  await page.getByLabel('Name', { exact: true }).fill('Late shift');
  await page.getByLabel('For whom, and what for').fill('For those who work at night.');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByLabel('Say something').fill('Here I am.');
  await page.getByRole('button', { name: 'Say it' }).click();
  const space = page.url().split('#')[0];
  check('a word stands in it', (await page.locator('#words').innerText()).includes('Here I am.'));
  const looking = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const look = await looking.newPage();
  await signIn(look, doors, 'participant');
  await look.goto(space);
  await judge(look, 'the inside of a space');
  await looking.close();
  await page.goto(`${doors.base_url}${S}/pulse`);
  await page.locator('fieldset').first().getByLabel('a lot').check();
  await page.getByRole('button', { name: 'Send it, for good' }).click();
  check('the pulse is answered once', (await page.locator('main').innerText()).includes('You have answered') && (await page.locator('input[type=radio]').count()) === 0);
  const other = await browser.newContext();
  const lead = await other.newPage();
  await signIn(lead, doors, 'program-lead');
  check('the lead does not open the space', (await lead.goto(space)).status() === 404);
  const visitor = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const guest = await visitor.newPage();
  await guest.goto(`${doors.base_url}/`);
  await guest.getByRole('link', { name: 'What is open' }).click();
  await guest.getByRole('link', { name: /Meeting Craft/ }).click();
  await guest.getByRole('link', { name: 'Meetings that people can speak in' }).click();
  check('a gathering has a page for everyone', (await guest.locator('h1').innerText()) === 'Meetings that people can speak in');
  await judge(guest, 'public page of a gathering');
  await visitor.close();
  await other.close();
  await plain.close();
}
