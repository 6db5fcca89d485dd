// Conversations on two phones: one with a script, that follows, and one without.
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { comes, story } from './story.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const plainPhone = { ...phone, javaScriptEnabled: false };
const desk = { viewport: { width: 1280, height: 900 } };

/** A topic in the cohort: begun, answered while the other looks, edited, deleted and undone; searched; by email or not. */
story('talking', async ({ browser, demo, check, judge, walk }) => {
  const { doors } = await demo('2025-03-20');
  const on = async (persona, options = phone) => {
    const page = await (await browser.newContext(options)).newPage();
    await signIn(page, doors, persona);
    return page;
  };
  const text = async (page) => page.locator('main').innerText();
  const base = `${doors.base_url}${S}`;
  const one = await on('participant');
  // Today says what is new, and who was named finds it among what waits.
  check('Today says that one was named', (await text(one)).includes('named you in'), await text(one));
  check('and what is new', /new messages in/.test(await text(one)));
  await one.goto(`${base}/conversations`);
  check('new topics stand out', (await one.locator('.topics .fresh').count()) >= 2);
  await judge(one, 'conversations 360');
  await one.getByRole('link', { name: 'A first meeting that isn’t a presentation' }).click();
  check('what is new is set off', (await one.locator('#new').count()) === 1);
  await judge(one, 'a topic 360');

  // Someone else looks at it, on a desk; what is written comes by itself, and what they type stays.
  const lead = await on('program-lead', desk);
  await lead.goto(one.url().split('#')[0]);
  await judge(lead, 'a topic for a lead 1280');
  await lead.getByLabel('Message', { exact: true }).fill('Half a sentence');
  const write = one.getByLabel('Message', { exact: true });
  await one.getByRole('button', { name: 'Post message' }).click();
  check('an empty one is said', (await one.locator('.summary').count()) === 1);
  await write.fill('We did. More at https://example.org/photos');
  await one.getByRole('button', { name: 'Post message' }).click();
  const link = lead.getByRole('link', { name: 'https://example.org/photos' });
  await link.waitFor({ timeout: 15_000 });
  check('what was typed is still there', (await lead.getByLabel('Message', { exact: true }).inputValue()) === 'Half a sentence');
  const mine = one.locator('ol.talk > li.own').last();
  await mine.locator('summary').click();
  await mine.getByRole('link', { name: 'Edit' }).click();
  await one.getByLabel('Message').fill('We did, with phones.');
  await one.getByRole('button', { name: 'Save' }).click();
  const edited = async () => (await text(lead)).includes('We did, with phones.');
  check('an edit shows there', await comes(edited, 10));
  await mine.locator('summary').click();
  await mine.getByRole('button', { name: 'Delete message' }).click();
  const gone = async () => !(await text(lead)).includes('We did, with phones.');
  check('deleted, it is gone there', await comes(gone, 10));
  await mine.getByRole('button', { name: 'Undo' }).click();
  check('undone, it is back', await comes(edited, 10));

  // Without a script: a topic of the home team, and a name that nobody has to guess.
  const plain = await on('participant', plainPhone);
  await plain.goto(`${base}/conversations`);
  await plain.locator('section', { hasText: 'Home team' }).getByRole('link', { name: 'Start a topic' }).click();
  await plain.getByRole('button', { name: 'Post topic' }).click();
  check('what is missing is said', (await plain.locator('.summary li').count()) === 2);
  await plain.getByLabel('Title').fill('Tea on Friday');
  await plain.getByLabel('Message', { exact: true }).fill('Who brings the tea?');
  await plain.getByRole('button', { name: 'Post topic' }).click();
  check('it is there', (await text(plain)).includes('Who brings the tea?'));
  check('a lead doesn’t find it', (await lead.goto(plain.url().split('#')[0])).status() === 404);
  await plain.locator('summary', { hasText: 'Add a picture or document' }).click();
  await plain.getByLabel('Picture or PDF').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await plain.getByLabel('Message with the file').fill('Our room');
  await plain.getByRole('button', { name: 'Post file' }).click();
  check('a wrong file is said, and its words stay', (await plain.getByLabel('Message with the file').inputValue()) === 'Our room');

  // Searching, and what is heard by email.
  await plain.goto(`${base}/conversations`);
  await plain.getByLabel('Search messages').fill('LEGAL aid');
  await plain.getByRole('button', { name: 'Search' }).click();
  check('search finds words', (await text(plain)).includes('One message found'), await text(plain));
  await plain.goto(`${base}/conversations/settings`);
  await plain.locator('fieldset', { hasText: 'Whole cohort' }).getByLabel('No email').check();
  await plain.getByLabel('From').fill('21:00');
  await plain.getByRole('button', { name: 'Save' }).click();
  check('half of quiet hours is said', (await plain.locator('.summary').count()) === 1);
  await plain.getByLabel('Until').fill('07:00');
  await plain.getByRole('button', { name: 'Save' }).click();
  check('saved', (await text(plain)).includes('Email settings saved'));
  await lead.goto(`${base}/conversations/keeping`);
  await lead.getByLabel('Delete them').selectOption('90');
  await lead.getByRole('button', { name: 'Save' }).click();
  check('everyone reads the day', await comes(async () => (await text(lead)).includes('Saved.'), 5));
  await judge(lead, 'how long conversations are kept 1280');
  const places = ['', '/new', '/search?q=legal', '/settings'].map((end) => `${S}/conversations${end}`);
  await walk(one, doors.base_url, places, 'en');
});
