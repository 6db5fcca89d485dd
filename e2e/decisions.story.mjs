// Answers to those who were not chosen, on a phone and without a script: made ready by one, sent by another, erased
// by a third.
import { letters } from './demo.mjs';
import { signIn } from './lib.mjs';
import { arrive, comes, story } from './story.mjs';

const DECISIONS = '/s/rooted-leaders-2025/decisions';
const CHOICE = /http:\/\/localhost:\d+\/application-choice\/[a-z0-9]+/;

story('answering', async ({ browser, demo, check, everywhere }) => {
  const { data, doors } = await demo('2025-01-03');
  const inBothLanguages = async (persona, p, name) => {
    for (const lang of ['es', 'en']) {
      const page = await arrive(browser, doors, persona, lang);
      await page.goto(doors.base_url + p);
      check(`${name} speaks ${lang}`, (await page.locator('html').getAttribute('lang')) === lang);
      await everywhere(page, `${name} ${lang}`);
      await page.context().close();
    }
  };
  const phone = async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    return context.newPage();
  };
  await inBothLanguages('program-lead', DECISIONS, 'answers to make ready');
  const lead = await phone();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(doors.base_url + DECISIONS);
  await lead.locator('#text_en').fill('');
  await lead.locator('#subject_en').fill('About {season}');
  await lead.locator('form:has(#text_en) button').click();
  const said = await comes(async () => (await lead.title()).startsWith('Err'), 5);
  const subject = await lead.inputValue('#subject_en');
  check('an empty letter is said, and the subject is kept', said && subject === 'About {season}', subject);
  await lead.locator('#text_en').fill('Dear {name}, not this time. {reason}');
  await lead.locator('form:has(#text_en) button').click();
  const offered = await lead.locator('form[action$=sending]').count();
  check('whoever makes them ready cannot send them', offered === 0);
  await inBothLanguages('co-lead', DECISIONS, 'answers to send');
  const coLead = await phone();
  await signIn(coLead, doors, 'co-lead');
  await coLead.goto(doors.base_url + DECISIONS);
  await coLead.locator('form[action$=sending] button').click();
  const sent = async () => (await coLead.locator('form[action$=sending]').count()) === 0;
  check('they are sent', await comes(sent, 5));
  const answers = () => letters(data).filter((l) => l.includes('/application-choice/'));
  await comes(() => answers().length >= 151, 30);
  check('151 letters are out', answers().length === 151, String(answers().length));
  const link = new URL(answers()[0].match(CHOICE)[0]).pathname;
  await inBothLanguages(null, link, 'keep or erase');
  const applicant = await phone();
  await applicant.goto(doors.base_url + link);
  await applicant.locator('button[value=keep]').click();
  const done = async () => (await applicant.locator('.note.done').count()) === 1;
  check('kept, and it says so', await comes(done, 5));
  await applicant.locator('a[href$="erase=1"]').click();
  await applicant.locator('button[value=erase]').click();
  const gone = async () => (await applicant.locator('main form').count()) === 0;
  check('erased', await comes(gone, 5));
});
