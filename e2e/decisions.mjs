// Answers to those who were not chosen, on a phone and without a script: made ready by one, sent by another, erased by a third.
import fs from 'node:fs';
import path from 'node:path';
import { signIn } from './lib.mjs';

const S = '/s/rooted-leaders-2025/decisions';

export async function answering(browser, _, { check, judge, demo }) {
  const { data, child, doors } = await demo('2025-01-03');
  const judgeAll = async (persona, p, name) => {
    for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
      const page = await context.newPage();
      if (persona) {
        await signIn(page, doors, persona);
        const button = page.locator(`button[name=lang][value=${locale}]`);
        if (await button.count()) await button.click();
      }
      await page.goto(doors.base_url + p);
      await judge(page, `${name} ${width} ${colorScheme} ${locale}`);
      await context.close();
    }
  };
  await judgeAll('program-lead', S, 'answers to make ready');
  const phone = async () => (await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })).newPage();
  const lead = await phone();
  await signIn(lead, doors, 'program-lead');
  await lead.goto(doors.base_url + S);
  await lead.locator('#text_en').fill('');
  await lead.locator('#subject_en').fill('About {season}');
  await lead.locator('form:has(#text_en) button').click();
  check('an empty letter is said, and the subject is kept', (await lead.title()).startsWith('Err') && (await lead.inputValue('#subject_en')) === 'About {season}');
  await lead.locator('#text_en').fill('Dear {name}, not this time. {reason}');
  await lead.locator('form:has(#text_en) button').click();
  check('whoever makes them ready cannot send them', (await lead.locator('form[action$=sending]').count()) === 0);
  await judgeAll('co-lead', S, 'answers to send');
  const coLead = await phone();
  await signIn(coLead, doors, 'co-lead');
  await coLead.goto(doors.base_url + S);
  await coLead.locator('form[action$=sending] button').click();
  check('they are sent', (await coLead.locator('form[action$=sending]').count()) === 0);
  const mail = path.join(data, 'mail');
  const letters = () => (fs.existsSync(mail) ? fs.readdirSync(mail) : []).map((f) => fs.readFileSync(path.join(mail, f), 'utf8').replace(/=\r\n/g, '')).filter((t) => t.includes('/application-choice/'));
  for (let i = 0; i < 60 && letters().length < 151; i += 1) await new Promise((r) => { setTimeout(r, 250); });
  check('151 letters are out', letters().length === 151, String(letters().length));
  const link = new URL(letters()[0].match(/http:\/\/localhost:\d+\/application-choice\/[a-z0-9]+/)[0]).pathname;
  await judgeAll(null, link, 'keep or erase');
  const applicant = await phone();
  await applicant.goto(doors.base_url + link);
  await applicant.locator('button[value=keep]').click();
  check('kept, and it says so', (await applicant.locator('.note.done').count()) === 1);
  await applicant.locator('button[value=erase]').click();
  check('erased', (await applicant.locator('main form').count()) === 0);
  child.kill();
}
