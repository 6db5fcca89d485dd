// Applying, as a person on a phone does it: interrupted, without a line for a while, and in Spanish without a script.
import fs from 'node:fs';
import path from 'node:path';
import { signIn } from './lib.mjs';

const CALL = '/call/practice-lab-2025';
const MAKING = '/s/practice-lab-2025/call';

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

/** Every template of the call before axe, at all widths, schemes and languages. */
async function templates(browser, doors, cookies, judge) {
  for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
    await context.addCookies(cookies);
    const page = await context.newPage();
    for (const p of [CALL, `${CALL}/questions`, `${CALL}/fit`, `${CALL}/application/1`, `${CALL}/application/2`, `${CALL}/application/4`, `${CALL}/application/files/in-your-voice`, `${CALL}/application/check`, `${CALL}/resume/x`]) {
      await page.goto(doors.base_url + p);
      await judge(page, `${p} ${width} ${colorScheme} ${locale}`);
    }
    await signIn(page, doors, 'program-lead');
    const button = page.locator(`button[name=lang][value=${locale}]`);
    if (await button.count()) await button.click();
    for (const p of [MAKING, `${MAKING}/fit`, `${MAKING}/questions/why-apply`, `${MAKING}/questions/scope`, `${MAKING}/questions/new?part=2&kind=ranking`, `${MAKING}/preview/2`, `${MAKING}/preview/3`]) {
      await page.goto(doors.base_url + p);
      await judge(page, `${p} ${width} ${colorScheme} ${locale}`);
    }
    await context.close();
  }
}

/** A recording made in the browser, sent in pieces over a line that goes down, heard, and kept. */
async function speaking(phone, doors, { check, judge }) {
  const page = await phone.newPage();
  await page.goto(`${doors.base_url}${CALL}/application/3`);
  await page.locator('button[value="file:in-your-voice"]').click();
  await judge(page, 'before recording, 360');
  await page.locator('[data-act=sound]').click();
  await page.getByText(/^Grabando/).waitFor();
  await page.waitForTimeout(1500);
  await page.locator('[data-act=stop]').click();
  await page.locator('.heard audio').waitFor();
  await judge(page, 'recorded and not yet kept, 360');
  await phone.setOffline(true);
  await page.locator('[data-act=keep]').click();
  await page.getByText(/^No hay conexión/).waitFor();
  await phone.setOffline(false);
  await page.locator('section.sheet > audio').waitFor({ timeout: 30000 });
  check('the recording has arrived', (await page.locator('main').innerText()).includes('Sonido'));
  const length = await page.locator('section.sheet > audio').evaluate((a) => new Promise((done) => {
    if (a.readyState > 0) done(a.error ? -1 : 1);
    a.addEventListener('loadedmetadata', () => done(1));
    a.addEventListener('error', () => done(-1));
    a.load();
  }));
  check('and a player can play it', length === 1);
  await judge(page, 'kept, 360');
  await page.close();
}

/** The newest link like this in the emails that went out, once there is one. */
async function mailed(data, like) {
  const folder = path.join(data, 'mail');
  for (let i = 0; i < 80; i += 1) {
    const files = fs.existsSync(folder) ? fs.readdirSync(folder).sort().reverse() : [];
    const letters = files.map((f) => fs.readFileSync(path.join(folder, f), 'utf8').replace(/=\r\n/g, ''));
    const found = letters.find((l) => l.includes('To: nayeli@example.org') && like.test(l) && l.includes('Confirme'));
    if (found) return new URL(found.match(like)[0]).pathname;
    await new Promise((r) => { setTimeout(r, 250); });
  }
  throw new Error('no email asks for a confirmation');
}

/** The email asks whether it was really them; another browser, without the draft, says yes. */
async function confirming(browser, doors, { check, judge, data }) {
  const link = await mailed(data, /http:\/\/[a-z0-9.]+:\d+\/call\/practice-lab-2025\/resume\/[a-z0-9]+/);
  for (const width of [320, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
    const page = await context.newPage();
    await page.goto(doors.base_url + link);
    await page.locator('details summary').click();
    await judge(page, `confirming ${width} ${colorScheme} ${locale}`);
    await context.close();
  }
  const mailbox = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es', javaScriptEnabled: false })).newPage();
  await mailbox.goto(doors.base_url + link);
  check('the name that was typed is shown', (await mailbox.locator('main').innerText()).includes('Nayeli Campoverde'));
  await mailbox.getByRole('button', { name: 'Sí, confirmar mi correo' }).click();
  check('the address is confirmed', !(await mailbox.locator('main').innerText()).includes('Confirme su correo electrónico'));
  await mailbox.context().close();
}

export async function applying(browser, doors, { check, judge, data }) {
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es' });
  let page = await phone.newPage();
  await page.goto(doors.base_url);
  await page.getByRole('link', { name: /Leer la convocatoria/ }).click();
  await page.getByRole('link', { name: '¿Es para mí?' }).click();
  for (const i of [0, 1, 2]) await page.locator(`[name=fit-${i}]`).last().check();
  await page.getByRole('button', { name: 'Ver' }).click();
  check('another offer is named kindly', (await page.locator('h1').innerText()) === 'Quizá le sirva más otra cosa');
  await judge(page, 'something else may fit better, 360');
  await page.goto(`${doors.base_url}${CALL}/fit`);
  for (const i of [0, 1, 2]) await page.locator(`[name=fit-${i}]`).first().check();
  await page.getByRole('button', { name: 'Ver' }).click();
  await judge(page, 'it fits, 360');
  await page.getByRole('button', { name: 'Empezar' }).click();
  await page.fill('#q-given-name', 'Nayeli');
  await page.fill('#q-family-name', 'Campoverde');
  await page.getByText(/^Guardado a las/).waitFor();
  // The battery dies; nothing was pressed.
  await page.close();
  page = await phone.newPage();
  await page.goto(`${doors.base_url}${CALL}/application/1`);
  check('what was typed is there after a crash', (await page.inputValue('#q-family-name')) === 'Campoverde');
  await phone.setOffline(true);
  await page.fill('#q-email', 'nayeli@example.org');
  await page.getByText(/^Sin conexión/).waitFor();
  await phone.setOffline(false);
  await page.getByText(/^Guardado a las/).waitFor();
  check('saved as soon as the line is back', (await page.locator('.saved').innerText()).startsWith('Guardado'), await page.locator('.saved').innerText());
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
  check('both texts are shown', (await page.locator('main').innerText()).includes('Desde la otra pestaña.') && (await page.inputValue('#q-why-apply')) === 'Desde esta.');
  check('words are counted', /de como mucho 250/.test(await page.locator('#q-why-apply ~ .count').innerText()));
  const cookies = await phone.cookies();
  await phone.close();

  await templates(browser, doors, cookies, judge);

  const plain = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es', javaScriptEnabled: false });
  await plain.addCookies(cookies);
  page = await plain.newPage();
  const main = page.locator('main');
  await page.goto(`${doors.base_url}${CALL}/application/2`);
  const { field, next } = await fillTheRest(page);
  check('a wrong number is said and kept', (await main.innerText()).includes('0–60') && (await field('years-in-role').inputValue()) === 'muchos');
  await field('years-in-role').fill('4');
  await next();
  await field('what-you-hold').fill('Nueve mesas que no se hablaban.');
  await field('why-apply').fill('Aprender con otras.');
  await next();
  await page.locator('button[value=next]').click();
  check('what is missing is named', (await main.innerText()).includes('Falta una cosa'));
  await page.getByRole('link', { name: /Puedo participar en el retiro/ }).first().click();
  await field('time').check();
  await page.locator('button[value=next]').click();
  // Another tab, still open with its script, is told when the application has been sent.
  const open = await (await browser.newContext({ locale: 'es' })).newPage();
  await open.context().addCookies(cookies);
  await open.goto(`${doors.base_url}${CALL}/application/3`);
  await page.getByRole('button', { name: 'Enviar la solicitud' }).click();
  check('it has arrived', (await page.locator('h1').innerText()) === 'Su solicitud ha llegado');
  await open.fill('#q-why-apply', 'Demasiado tarde.');
  await open.getByText(/^Este navegador ya no puede guardar/).waitFor();
  check('what was typed too late stays on the page', (await open.inputValue('#q-why-apply')) === 'Demasiado tarde.');
  await open.context().close();
  const sent = await plain.cookies();
  await plain.close();
  for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
    await context.addCookies(sent);
    const status = await context.newPage();
    await status.goto(`${doors.base_url}${CALL}/application`);
    await judge(status, `status ${width} ${colorScheme} ${locale}`);
    await context.close();
  }
  await confirming(browser, doors, { check, judge, data });
}
