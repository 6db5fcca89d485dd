// Choosing in stages: who goes on, the form they answer on a phone, a conversation with a reviewer.
import { letters } from './demo.mjs';
import { arrive, comes, story } from './story.mjs';

const LAB = '/s/practice-lab-2025';
const CALL = '/call/practice-lab-2025';
const LINK = /http:\/\/[a-z0-9.]+:\d+\/call\/practice-lab-2025\/resume\/[a-z0-9]+/;

/** The links to the second form, newest email first. */
function links(data) {
  const asks = (l) => l.includes('Practice plan') && LINK.test(l);
  return letters(data).filter(asks).map((l) => new URL(l.match(LINK)[0]).pathname);
}

story('inStages', async ({ browser, demo, check, everywhere }) => {
  const { data, doors } = await demo('2025-04-25');
  const lead = await arrive(browser, doors, 'program-lead', 'en');
  const says = async (page, name, text) => {
    const ok = await comes(async () => (await page.locator('main').innerText()).includes(text), 5);
    check(name, ok, `wanted “${text}” in: ${(await page.locator('main').innerText()).slice(0, 300)}`);
  };
  await lead.goto(doors.base_url + LAB + '/stages');
  await says(lead, 'four were invited', 'invited');
  await lead.getByRole('link', { name: /Choose people for “Practice plan”/ }).click();
  await lead.locator('main input[type=checkbox]').first().check();
  await lead.getByRole('button', { name: 'Save choice' }).click();
  await says(lead, 'the choice is saved', '1 added, 0 removed');
  await everywhere(lead, 'choosing');
  await lead.getByRole('link', { name: 'Invite 1 person' }).first().click();
  await says(lead, 'the email is shown before it goes', "You can't undo this");
  await everywhere(lead, 'inviting');
  await lead.getByRole('button', { name: 'Invite 1 person' }).click();
  await says(lead, 'they are invited', 'You invited 1 person');

  const link = await comes(() => links(data)[0]);
  for (const lang of ['en', 'es']) {
    const page = await arrive(browser, doors, null, lang);
    await page.goto(doors.base_url + link);
    await page.locator('main form button').first().click();
    await everywhere(page, `the stage ${lang}`);
    await page.goto(`${doors.base_url}${CALL}/application/1`);
    await everywhere(page, `the stage's form ${lang}`);
    await page.goto(`${doors.base_url}${CALL}/application/check`);
    await everywhere(page, `the stage's check ${lang}`);
    await page.context().close();
  }
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto(doors.base_url + link);
  await page.locator('main form button').first().click();
  await page.getByRole('link', { name: 'Start form' }).click();
  const boxes = page.locator('main textarea');
  await boxes.nth(0).fill('Asking the first question.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await says(page, 'what is missing is named', 'How did it go the last time?');
  await page.goto(`${doors.base_url}${CALL}/application/1`);
  check('what was typed is kept', (await boxes.nth(0).inputValue()) === 'Asking the first question.');
  await boxes.nth(1).fill('Nobody answered.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByRole('button', { name: 'Submit' }).click();
  await says(page, 'it is submitted', 'We received your answers');
});

story('talking', async ({ browser, demo, check, everywhere }) => {
  const { doors } = await demo('2025-05-06');
  for (const lang of ['es', 'en']) {
    const reviewer = await arrive(browser, doors, 'reviewer', lang);
    await reviewer.goto(`${doors.base_url}${LAB}/reviews`);
    await everywhere(reviewer, `conversations ${lang}`);
    await reviewer.goto(`${doors.base_url}${LAB}/reviews/1`);
    await everywhere(reviewer, `a conversation ${lang}`);
    await reviewer.goto(`${doors.base_url}${LAB}/reviews/2`);
    if (lang === 'en') {
      await reviewer.locator('#day').fill('2025-05-09');
      await reviewer.locator('#at').fill('15:30');
      await reviewer.locator('#how').fill('By phone');
      await reviewer.getByRole('button', { name: 'Save and send email' }).click();
      const told = async () => (await reviewer.locator('#talk').innerText()).includes('We emailed');
      check('the applicant is told', await comes(told, 5));
      const said = await reviewer.locator('#talk').innerText();
      check('the time is said in full', said.includes('3:30–4:00 p.m. Eastern Time (ET)'), said);
    }
    await reviewer.context().close();
  }
});
