// The road from an empty folder: three people, no terminal, no mail server, to decisions that were sent. Each press by
// which the team goes on is counted.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { room, start } from './demo.mjs';
import { comes, story } from './story.mjs';

/** Most presses that the team may need. */
const MOST = 20;

/** Six digits of a base32 secret for now (RFC 6238). */
function digits(base32) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const five = [...base32.replace(/[^A-Z2-7]/g, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'));
  const key = Buffer.from(five.join('').match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The season's zone: past midnight elsewhere it is still yesterday there.
const inNewYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
/** A day some days from now, as a field for days takes it. */
const day = (from) => inNewYork.format(new Date(Date.now() + from * 86_400_000));

story('road', async ({ browser, check, everywhere }) => {
  const listen = `127.0.0.1:${await freePort()}`;
  const house = start(['serve', '--data', room('road'), '--listen', listen], { WEFT_BASE_URL: '', WEFT_SMTP_URL: '' });
  let said = '';
  house.child.stdout.on('data', (d) => { said += d; });
  const steps = [];
  /** A press of the team. */
  const press = async (what, locator) => {
    await locator.click();
    steps.push(what);
    if (process.env.ROAD) process.stderr.write(`${what}\n`);
  };
  try {
    const link = await comes(() => said.includes('is running at') && /http\S+first-run\S+/.exec(said)?.[0]);
    check('the link that is printed follows the address', link?.includes(`:${listen.split(':')[1]}/`), link);
    const plain = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };
    const lead = await (await browser.newContext(plain)).newPage();
    const base = new URL(link).origin;
    const main = (page) => page.locator('main');
    /** Axe needs a script, which the people of this story do without. */
    const judge = async (name) => {
      const scripted = await browser.newContext();
      await scripted.addCookies(await lead.context().cookies());
      const page = await scripted.newPage();
      await page.goto(lead.url());
      await everywhere(page, name);
      await scripted.close();
    };
    const last = (page) => page.locator('main form button.btn').last();
    const twoFactors = async (page, who) => {
      const secret = (await page.locator('p.code').innerText()).replaceAll(' ', '').trim();
      await page.fill('#code', digits(secret));
      await press(`${who}: turn on two-step sign-in`, last(page));
    };

    // The director: a site, a program, a season.
    await lead.goto(link);
    await lead.fill('#given_name', 'Odile');
    await lead.fill('#email', 'odile@example.org');
    await lead.fill('#password', 'three quiet herons');
    await press('become the owner', last(lead));
    await twoFactors(lead, 'owner');
    const next = (page) => page.locator('#setup a.btn:not(.quiet)').first();
    await press('create program', next(lead));
    await lead.fill('#name', 'River Leaders');
    await lead.selectOption('#kind', 'cohort');
    await lead.fill('#summary', 'Ten months for people who lead local collaboratives.');
    await lead.fill('#hosts', 'River Alliance');
    await lead.fill('#support_name', 'Odile');
    await lead.fill('#support_email', 'help@example.org');
    await press('save the program', last(lead));
    await lead.fill('#name', '2027');
    await lead.fill('#starts_on', day(60));
    await lead.fill('#ends_on', day(330));
    await press('save the season', last(lead));
    const season = new URL(lead.url()).pathname;
    check('a season ends at its own page, with a setup list', (await lead.locator('#setup').count()) === 1, season);
    await judge('a season at its beginning');

    // The application form.
    await press('make the form', lead.locator('#setup button.btn').first());
    await lead.fill('#opens_on', day(-1));
    await lead.fill('#decision_on', day(30));
    await lead.fill('#closes_on', day(20));
    await press('save the dates', lead.locator('form:has(#closes_on) button').first());
    await press('publish', lead.locator('form[action$=publication] button').first());
    check('applications are open', (await main(lead).innerText()).length > 0 && (await comes(async () => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${base}/call/${season.split('/').pop()}`);
      const is = (await page.locator('form[action$=application], a[href$=application], main form').count()) > 0;
      await page.context().close();
      return is;
    }, 5)));

    // A co-lead, whose invitation the director passes on.
    await lead.goto(base + season);
    await press('invite your team', lead.locator('#setup a.btn', { hasText: 'Invite team members' }));
    await lead.fill('#name', 'Ezra Duskwood');
    await lead.fill('#email', 'ezra@example.org');
    await lead.selectOption('#role', 'co-lead');
    await press('send the invitation', lead.locator('form:has(#email) button.btn'));
    await press('read sent emails', lead.locator('header a[href^="/outbox"]'));
    const first = lead.locator('main a[href^="/outbox/"]').first();
    await comes(async () => { await lead.reload(); return (await first.count()) > 0; }, 20);
    await press('read the invitation', first);
    const invitation = await lead.locator('main a[href*="/staff-invitation/"]').getAttribute('href');
    const second = await (await browser.newContext(plain)).newPage();
    await second.goto(invitation);
    await second.fill('#password', 'seven grey otters');
    await press('co-lead: accept', last(second));
    await twoFactors(second, 'co-lead');

    // Someone applies.
    const applicant = await (await browser.newContext({ ...plain, viewport: { width: 360, height: 740 } })).newPage();
    await applicant.goto(`${base}/call/${season.split('/').pop()}`);
    await apply(applicant, 'Nayeli', 'Campoverde', 'nayeli@example.org');
    check('the application arrived', /arrived|received/i.test(await main(applicant).innerText()), await main(applicant).innerText());

    // Time passes: applications close. The director decides, the co-lead confirms.
    await lead.goto(`${base}${season}/call`);
    await lead.fill('#closes_on', day(-1));
    await lead.locator('form:has(#closes_on) button').first().click();
    await lead.goto(base + season);
    await judge('a season with something to do');
    await press('decide eligibility', lead.locator('ul.todo a', { hasText: 'Decide eligibility' }));
    await press('mark all as eligible', lead.locator('form[action$=eligibility] button').first());
    await press('open decisions', lead.locator('nav.tabs a', { hasText: 'Decisions' }));
    await press('prepare decisions', last(lead));
    await second.goto(base + season);
    await press('co-lead: review decisions', second.locator('ul.todo a', { hasText: 'Review decisions' }));
    await press('co-lead: send', second.locator('form[action$=sending] button'));
    // It says so once the email has left.
    const sent = await comes(async () => {
      await second.reload();
      return /Sent to one person/.test(await main(second).innerText());
    }, 20);
    check('the decision was sent', sent, await main(second).innerText());
    await lead.goto(`${base}/outbox?state=unsent`);
    await judge('sent emails');
    const decision = lead.locator('tr', { hasText: 'nayeli@example.org' }).first();
    const listed = await comes(async () => { await lead.reload(); return (await decision.count()) > 0; }, 10);
    check('the email is among those that were kept', listed);
    await decision.locator('a').click();
    await judge('an email that was kept');
    const email = await main(lead).innerText();
    check('it is written to the person', email.includes('Nayeli') && /application-choice/.test(email), email);
    check(`at most ${MOST} presses of the team`, steps.length <= MOST, `${steps.length}:\n${steps.join('\n')}`);
    process.stdout.write(`the road: ${steps.length} presses of the team\n`);
  } finally {
    await house.end();
  }
});

/** Fills the form that a call begins with, page by page. */
async function apply(page, given, family, email) {
  const field = (name) => page.locator(`[name="q-${name}"]`);
  const next = () => page.locator('button[value=next]').click();
  await page.locator('main form button.btn, main a.btn').first().click();
  if (await page.locator('main form button', { hasText: 'Start' }).count()) await page.locator('main form button', { hasText: 'Start' }).first().click();
  await field('given-name').fill(given);
  await field('family-name').fill(family);
  await field('email').fill(email);
  await next();
  await field('collaborative').fill('Saltmeadow Table');
  await field('role-level').first().check();
  await field('years-in-role').fill('4');
  await field('place').fill('Saltmeadow');
  await page.locator('[name="q-place-state"]').selectOption('NC');
  await field('scope').first().check();
  await field('issue-area').first().check();
  await field('health-focus').first().check();
  await next();
  await field('what-you-hold').fill('Nine groups that did not talk to each other.');
  await field('why-apply').fill('To learn with others.');
  await next();
  await field('time').check();
  await next();
  await page.getByRole('button', { name: 'Submit application' }).click();
}
