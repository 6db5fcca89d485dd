// Five tasks that people do most, each counted in presses from where they land after signing in. A count that grows is a
// page that hides what needs doing.
import { signIn } from './lib.mjs';
import { comes, story } from './story.mjs';

const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1280, height: 900 } };

/** Signs someone in and counts what they press from then on. */
async function begin(browser, doors, persona, size) {
  const page = await (await browser.newContext(size)).newPage();
  await signIn(page, doors, persona);
  let presses = 0;
  const press = async (what) => {
    presses += 1;
    await what.click();
  };
  const text = () => page.locator('main').innerText();
  return { page, press, says: (words) => comes(async () => (await text()).includes(words), 5), count: () => presses };
}

function tell(check, task, { count }, most) {
  console.log(`${task}: ${count()} presses`);
  check(`${task} takes at most ${most} presses`, count() <= most, `${count()}`);
}

story('steps', async ({ browser, demo, house: { doors }, check }) => {
  const answering = await begin(browser, doors, 'participant', phone);
  await answering.press(answering.page.locator('#next').getByRole('button', { name: 'I’ll be there' }));
  check('the answer is saved', await answering.says('Saved.'));
  tell(check, 'answer for the next session', answering, 1);

  const finding = await begin(browser, doors, 'participant', phone);
  await finding.press(finding.page.getByRole('link', { name: 'People', exact: true }).first());
  const member = finding.page.locator('main ul.cards > li, main ul.faces > li').first();
  check('members are in sight', await comes(() => member.isVisible(), 5));
  tell(check, 'find a member to talk to', finding, 1);

  const reviewing = await begin(browser, doors, 'reviewer', desk);
  await reviewing.press(reviewing.page.locator('main a[href$="/reviews"]').first());
  await reviewing.press(reviewing.page.getByRole('link', { name: /^Review application/ }));
  const place = await reviewing.page.locator('h1').innerText();
  for (const criterion of await reviewing.page.locator('fieldset .scores').all()) {
    await reviewing.press(criterion.getByText('4', { exact: true }));
  }
  check('the mean counts along', await reviewing.says('Average: 4.00 (4 of 4 criteria)'));
  await reviewing.press(reviewing.page.getByRole('button', { name: 'Submit review and go to next' }));
  check('the next one is here', await comes(async () => (await reviewing.page.locator('h1').innerText()) !== place, 5));
  tell(check, 'review one application', reviewing, 7);

  // Before the daily email, which reminds by itself.
  const asked = await demo('2025-05-02T05:30');
  const reminding = await begin(browser, asked.doors, 'program-lead', desk);
  await reminding.press(reminding.page.getByRole('link', { name: /Open Season 2025/ }));
  await reminding.press(reminding.page.getByRole('link', { name: /^Remind them/ }));
  await reminding.press(reminding.page.getByRole('button', { name: /^Email a reminder to/ }));
  check('reminders are sent', await reminding.says('Sent to'));
  tell(check, 'remind those who have not answered', reminding, 3);

  const live = await demo('2025-03-12T14:45');
  const joining = await begin(browser, live.doors, 'participant', phone);
  await joining.press(joining.page.getByRole('button', { name: 'Join now' }));
  check('the way in opens', await comes(() => !new URL(joining.page.url()).pathname.endsWith('/'), 5));
  tell(check, 'join the room', joining, 1);
});
