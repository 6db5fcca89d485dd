// Applying, as a person on a phone does it: interrupted, without a line for a while, and in Spanish without a script.
import { letters } from './demo.mjs';
import { arrive, comes, story } from './story.mjs';

const CALL = '/call/practice-lab-2025';
const MAKING = '/s/practice-lab-2025/call';

const asked = [
  CALL,
  `${CALL}/questions`,
  `${CALL}/fit`,
  `${CALL}/application/1`,
  `${CALL}/application/2`,
  `${CALL}/application/4`,
  `${CALL}/application/files/in-your-voice`,
  `${CALL}/application/check`,
  `${CALL}/resume/x`,
];

const made = [
  MAKING,
  `${MAKING}/fit`,
  `${MAKING}/questions/why-apply`,
  `${MAKING}/questions/scope`,
  `${MAKING}/questions/new?part=2&kind=ranking`,
  `${MAKING}/preview/2`,
  `${MAKING}/preview/3`,
];

story('applying', async ({ browser, house: { data, doors }, check, judge, everywhere, walk }) => {
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es' });
  await asking(phone, doors, { check, judge });
  await interrupted(phone, doors, { check, judge });
  const cookies = await phone.cookies();
  await phone.close();
  for (const lang of ['es', 'en']) {
    const applicant = await arrive(browser, doors, null, lang, cookies);
    await walk(applicant, doors.base_url, asked, lang);
    await applicant.context().close();
    const lead = await arrive(browser, doors, 'program-lead', lang);
    await walk(lead, doors.base_url, made, lang);
    await lead.context().close();
  }
  const sent = await sending(browser, doors, cookies, check);
  for (const lang of ['es', 'en']) {
    const status = await arrive(browser, doors, null, lang, sent);
    await walk(status, doors.base_url, [`${CALL}/application`], lang);
    await status.context().close();
    // The team finds it on its list.
    const lead = await arrive(browser, doors, 'program-lead', lang);
    await walk(lead, doors.base_url, ['/s/practice-lab-2025/applications'], lang);
    await lead.context().close();
  }
  await confirming(browser, doors, { check, everywhere, data });
});

/** Whether it is for her, by three questions: once rather something else, once yes. */
async function asking(phone, doors, { check, judge }) {
  const page = await phone.newPage();
  await page.goto(doors.base_url);
  await page.getByRole('link', { name: /Ver detalles y postularse/ }).click();
  await page.getByRole('link', { name: '¿Este programa es para usted?' }).click();
  for (const i of [0, 1, 2]) await page.locator(`[name=fit-${i}]`).last().check();
  await page.getByRole('button', { name: 'Ver mi resultado' }).click();
  const heading = await page.locator('h1').innerText();
  check('another offer is named kindly', heading === 'Quizá otro programa le sirva más', heading);
  await judge(page, 'something else may fit better, 360');
  await page.goto(`${doors.base_url}${CALL}/fit`);
  for (const i of [0, 1, 2]) await page.locator(`[name=fit-${i}]`).first().check();
  await page.getByRole('button', { name: 'Ver mi resultado' }).click();
  await judge(page, 'it fits, 360');
  // She types before the script has come over a slow line.
  let ready;
  const typed = new Promise((done) => { ready = done; });
  await page.route('**/autosave.js', async (route) => { await typed; await route.continue(); });
  await page.getByRole('button', { name: 'Postularse', exact: true }).click();
  await page.fill('#q-given-name', 'Nayeli');
  await page.fill('#q-family-name', 'Campoverde');
  ready();
  await page.getByText(/^Guardado a las/).waitFor();
  // The battery dies; nothing was pressed.
  await page.close();
}

/** What was typed is kept through a crash, a line that is down, and a second tab. */
async function interrupted(phone, doors, { check, judge }) {
  const page = await phone.newPage();
  await page.goto(`${doors.base_url}${CALL}/application/1`);
  check('what was typed is there after a crash', (await page.inputValue('#q-family-name')) === 'Campoverde');
  await phone.setOffline(true);
  await page.fill('#q-email', 'nayeli@example.org');
  await page.getByText(/^No hay conexión/).waitFor();
  await phone.setOffline(false);
  await page.getByText(/^Guardado a las/).waitFor();
  const saved = await page.locator('.saved').innerText();
  check('saved as soon as the line is back', saved.startsWith('Guardado'), saved);
  // A second tab writes; the first one is told, not overwritten.
  const tab = await phone.newPage();
  await tab.goto(`${doors.base_url}${CALL}/application/3`);
  await page.goto(`${doors.base_url}${CALL}/application/3`);
  await tab.fill('#q-why-apply', 'Desde la otra pestaña.');
  await tab.getByText(/^Guardado a las/).waitFor();
  await page.fill('#q-why-apply', 'Desde esta.');
  await page.getByText(/^En otra página/).waitFor();
  await page.locator('button[value=next]').click();
  await speaking(phone, doors, { check, judge });
  const other = (await page.locator('main').innerText()).includes('Desde la otra pestaña.');
  check('both texts are shown', other && (await page.inputValue('#q-why-apply')) === 'Desde esta.');
  check('words are counted', /de 250 palabras/.test(await page.locator('#q-why-apply ~ .count').innerText()));
}

/** A recording made in the browser, sent in pieces over a line that goes down, heard, and kept. */
async function speaking(phone, doors, { check, judge }) {
  const page = await phone.newPage();
  await page.goto(`${doors.base_url}${CALL}/application/3`);
  await page.locator('button[value="file:in-your-voice"]').click();
  await judge(page, 'before recording, 360');
  await page.locator('[data-act=sound]').click();
  await page.getByText(/^Grabando/).waitFor();
  // She speaks for a moment: the recorder hands over a piece each second.
  await page.waitForTimeout(1500);
  await page.locator('[data-act=stop]').click();
  await page.locator('.heard audio').waitFor();
  await judge(page, 'recorded and not yet kept, 360');
  await phone.setOffline(true);
  await page.locator('[data-act=keep]').click();
  await page.getByText(/^No hay conexión/).waitFor();
  await phone.setOffline(false);
  const player = page.locator('section.sheet > audio');
  await player.waitFor();
  check('the recording has arrived', (await page.locator('main').innerText()).includes('Audio'));
  const plays = await player.evaluate((a) => new Promise((done) => {
    if (a.readyState > 0) done(!a.error);
    a.addEventListener('loadedmetadata', () => done(true));
    a.addEventListener('error', () => done(false));
    a.load();
  }));
  check('and a player can play it', plays);
  await judge(page, 'kept, 360');
  await page.close();
}

async function fillTheRest(page) {
  const field = (name) => page.locator(`[name="q-${name}"]`);
  const next = () => page.locator('button[value=next]').click();
  await field('collaborative').fill('Mesa de Saltmeadow');
  await field('role-level').first().check();
  await field('years-in-role').fill('muchos');
  await field('place').fill('Saltmeadow');
  await page.locator('[name="q-place-state"]').selectOption('NC');
  await field('scope').first().check();
  await field('issue-area').first().check();
  await field('health-focus').first().check();
  await next();
  return { field, next };
}

/** Without a script: what is missing is named, the application goes out, a tab left open is told. Gives the cookies. */
async function sending(browser, doors, cookies, check) {
  const phone = { viewport: { width: 360, height: 740 }, locale: 'es', javaScriptEnabled: false };
  const plain = await browser.newContext(phone);
  await plain.addCookies(cookies);
  const page = await plain.newPage();
  const main = page.locator('main');
  const shows = (text) => comes(async () => (await main.innerText()).includes(text), 5);
  await page.goto(`${doors.base_url}${CALL}/application/2`);
  const { field, next } = await fillTheRest(page);
  const kept = (await shows('0–60')) && (await field('years-in-role').inputValue()) === 'muchos';
  check('a wrong number is said and kept', kept);
  await field('years-in-role').fill('4');
  await next();
  await field('what-you-hold').fill('Nueve mesas que no se hablaban.');
  await field('why-apply').fill('Aprender con otras.');
  await next();
  await next();
  check('what is missing is named', await shows('Complete una respuesta'));
  await page.getByRole('link', { name: /Puedo participar en las sesiones/ }).first().click();
  await field('time').check();
  await next();
  // Another tab, still open with its script, is told when the application has been sent.
  const open = await (await browser.newContext({ locale: 'es' })).newPage();
  await open.context().addCookies(cookies);
  await open.goto(`${doors.base_url}${CALL}/application/3`);
  await page.getByRole('button', { name: 'Enviar solicitud' }).click();
  const arrived = async () => (await page.locator('h1').innerText()) === 'Recibimos su solicitud';
  check('it has arrived', await comes(arrived, 5));
  await open.fill('#q-why-apply', 'Demasiado tarde.');
  await open.getByText(/^Este navegador ya no puede guardar/).waitFor();
  const late = await open.inputValue('#q-why-apply');
  check('what was typed too late stays on the page', late === 'Demasiado tarde.', late);
  const sent = await plain.cookies();
  await open.context().close();
  await plain.close();
  return sent;
}

/** The path of the newest letter to her that asks for a confirmation. */
async function mailed(data) {
  const like = /http:\/\/[a-z0-9.]+:\d+\/call\/practice-lab-2025\/resume\/[a-z0-9]+/;
  const asks = (l) => l.includes('To: nayeli@example.org') && l.includes('Confirme') && like.test(l);
  const letter = await comes(() => letters(data).find(asks), 20);
  if (!letter) throw new Error('no email asks for a confirmation');
  return new URL(letter.match(like)[0]).pathname;
}

/** The email asks whether it was really them; another browser, without the draft, says yes. */
async function confirming(browser, doors, { check, everywhere, data }) {
  const link = await mailed(data);
  for (const lang of ['en', 'es']) {
    const page = await arrive(browser, doors, null, lang);
    await page.goto(doors.base_url + link);
    await page.locator('details summary').click();
    await everywhere(page, `confirming ${lang}`);
    await page.context().close();
  }
  const phone = { viewport: { width: 360, height: 740 }, locale: 'es', javaScriptEnabled: false };
  const mailbox = await (await browser.newContext(phone)).newPage();
  const main = mailbox.locator('main');
  await mailbox.goto(doors.base_url + link);
  check('the name that was typed is shown', (await main.innerText()).includes('Nayeli Campoverde'));
  await mailbox.getByRole('button', { name: 'Sí, confirmar mi correo' }).click();
  const asks = async () => (await main.innerText()).includes('Confirme su correo electrónico');
  check('the address is confirmed', await comes(async () => !(await asks()), 5));
}
