// Browser stories: `node run.mjs PATH_TO_WEFT [STORY,STORY]`. Starts the demo itself, ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { applying } from './call.mjs';
import { composing } from './composer.mjs';
import { answering } from './decisions.mjs';
import { atTheDoor, calendars, choosing, following, registering } from './gatherings.mjs';
import { open, signIn } from './lib.mjs';
import { reading } from './reading.mjs';
import { finding, learning, travelling } from './together.mjs';

const weft = process.argv[2];
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let passed = 0;
const failures = [];
function check(name, ok, detail = '') {
  if (ok) passed += 1;
  else { failures.push(name); console.log(`FAILED ${name}${detail ? `\n  ${detail}` : ''}`); }
}

async function demo(now) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-e2e-'));
  const child = spawn(weft, ['demo', '--data', data, '--listen', '127.0.0.1:0', '--now', now], { env: { ...process.env, DATABASE_URL: '' } });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (d) => { if (String(d).includes('Weft demo on')) resolve(); });
    child.stderr.on('data', (d) => process.stderr.write(d));
    child.on('exit', (code) => reject(new Error(`weft demo ended with ${code}`)));
  });
  return { data, child, doors: JSON.parse(fs.readFileSync(path.join(data, 'demo.json'))) };
}

/** What axe finds, and whether the page scrolls sideways. */
async function judge(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html).join(' | ')}`);
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`scrolls sideways by ${wide} px`);
  check(name, found.length === 0, found.join('\n  '));
}

const S = '/s/rooted-leaders-2025';
const everyone = ['/', '/me', '/me/confirm', '/opportunities', '/programs', '/programs/rooted-leaders', '/cohorts/rooted-leaders-2025'];
const seeing = [S];
const running = [S, `${S}/applications`, `${S}/applications/D-0002`, `${S}/selection`, `${S}/invitations`, `${S}/decisions`, `${S}/cohort`, `${S}/teams`, `${S}/roles`, `${S}/set-up`, `${S}/composer`, `${S}/composer/2`, `${S}/composer/compare`, `${S}/pool-report`, '/me/history', `${S}/gatherings`, `${S}/gatherings/1`, `${S}/gatherings/3`, `${S}/library`, `${S}/library/2`, `${S}/curriculum`];
const hosting = [`${S}/library/16`, `${S}/library/16/edit`, `${S}/library-lists`, `${S}/gatherings/2/cards`, `${S}/gatherings/1/packet`, `${S}/spaces`, `${S}/pulse`, `${S}/season-plan`, `${S}/gatherings/2/agenda/1`, `${S}/gatherings/2/attendance/1`, `${S}/met`, `${S}/agreements`, `${S}/celebrations`, '/me/calendar'];
const leading = [...hosting, `${S}/listings`, `${S}/new-listing`, `${S}/new-card`, `${S}/sources`, '/s/meeting-craft-2025/registration', `${S}/new-gathering`, `${S}/gatherings/3/edit`, `${S}/selection/goals`, `${S}/import`, `${S}/call`, `${S}/readers`, `${S}/rubric`, `${S}/calibration`, `${S}/letters`, `${S}/returned-email`, `${S}/pool-report/themes`];
const taking = [`${S}/library`, `${S}/library/7`, `${S}/library/13`, `${S}/library/14/mine`, `${S}/gatherings/1/packet`, `${S}/gatherings/1/travel`, `${S}/gatherings/6/travel`, '/peers', `${S}/spaces`, `${S}/pulse`, `${S}/gatherings`, `${S}/gatherings/2`, `${S}/gatherings/3`, `${S}/certificate`, `${S}/met`, `${S}/agreements`, `${S}/celebrations`, '/me/calendar'];
const pages = {
  owner: [...everyone, ...running, '/outbox', '/owners', '/new-program', '/programs/rooted-leaders/new-season', '/programs/rooted-leaders/edit'],
  'program-lead': [...everyone, ...running, ...leading],
  'co-lead': [...everyone, ...running, ...leading, `${S}/access-needs`, `${S}/gatherings/1/logistics`, `${S}/gatherings/6/logistics`],
  facilitator: [...everyone, ...seeing, `${S}/cohort`, `${S}/teams`, `${S}/gatherings`, `${S}/gatherings/3`, ...hosting],
  coach: [...everyone, `${S}/gatherings`, `${S}/gatherings/2`, `${S}/celebrations`], reviewer: [...everyone, '/s/rooted-leaders-2026/reading', '/s/rooted-leaders-2026/reading/1', '/s/rooted-leaders-2026/calibration'], funder: [...everyone, `${S}/pool-report`], registrant: [...everyone, '/s/practice-lab-2025/gatherings', '/s/practice-lab-2025/gatherings/3', '/s/practice-lab-2025/certificate'], applicant: everyone,
  evaluator: [...everyone, ...seeing, `${S}/pool-report`, `${S}/curriculum`, `${S}/pulse`], advisor: [...everyone, ...seeing, `${S}/pool-report`],
  participant: [...everyone, `${S}/cohort`, `${S}/teams`, `${S}/consent`, ...taking],
};
const visitor = ['/', '/me/addresses/x', '/programs', '/programs/rooted-leaders', '/programs/rooted-leaders/interest', '/cohorts/rooted-leaders-2025', '/call/rooted-leaders-2025', '/call/practice-lab-2025', '/call/practice-lab-2025/questions', '/register/meeting-craft-2025', '/opportunities', '/events/meeting-craft-2025/1', '/programs/meeting-craft', '/sign-in', '/sign-in/sent', '/sign-in/password', '/sign-in/link/x', '/no/such/page'];

async function everyPageAndRole(browser, doors) {
  for (const [persona, list] of [['visitor', visitor], ...Object.entries(pages)]) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    if (persona !== 'visitor') await signIn(page, doors, persona);
    for (const p of list) {
      const answer = await page.goto(doors.base_url + p);
      if (!p.includes('no/such') && answer.status() !== 200) check(`${persona} ${p}`, false, `answers ${answer.status()}`);
      else await judge(page, `${persona} ${p} at 320`);
    }
    await context.close();
  }
}

async function everyTemplate(browser, doors) {
  const [runs, ...whys] = await aRun(browser, doors);
  const sets = [
    ['-', visitor], ['program-lead', [...running, ...leading, runs, ...whys, '/me', '/']], ['co-lead', [`${S}/access-needs`, `${S}/gatherings/1/logistics`]], ['participant', ['/', `${S}/cohort`, `${S}/teams`, `${S}/consent`, ...taking]],
    ['owner', ['/outbox', '/owners', '/programs/rooted-leaders/edit', '/new-program', '/programs/rooted-leaders/new-season']],
  ];
  for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const lang of ['es', 'en']) {
    for (const [persona, list] of sets) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      if (persona !== '-') await signIn(page, doors, persona);
      else await page.goto(`${doors.base_url}/`);
      const button = page.locator(`button[name=lang][value=${lang}]`);
      if (await button.count()) await button.click();
      for (const p of list) {
        await page.goto(doors.base_url + p);
        check(`${p} speaks ${lang}`, (await page.locator('html').getAttribute('lang')) === lang);
        await judge(page, `${p} ${width} ${colorScheme} ${lang}`);
      }
      await context.close();
    }
  }
}

/** The first run, why someone is in, why someone is not, and what a goal cost. */
async function aRun(browser, doors) {
  const page = await browser.newPage();
  await signIn(page, doors, 'program-lead');
  await page.goto(`${doors.base_url}${S}/selection`);
  const href = await page.locator(`a[href*="${S}/selection/runs/"]`).last().getAttribute('href');
  await page.goto(doors.base_url + href);
  const first = (css) => page.locator(css).first().getAttribute('href');
  const found = [href, await first('ul.seats a[href*="/people/"]'), await first('ul.rows a[href*="/people/"]'), await first('a[href*="/goals/"]')];
  await page.goto(`${doors.base_url}${S}/composer/2`);
  found.push(await first('#seats .tiny a'));
  // A codebook goes by the id of its question.
  await page.goto(`${doors.base_url}${S}/pool-report/themes`);
  const book = await first('a[href*="/themes/book"]');
  await page.goto(doors.base_url + book);
  found.push(book, await first('a[href*="/themes/coding"]'));
  await page.goto(`${doors.base_url}${S}/letters`);
  found.push(await first('ul.needs a'));
  await page.goto(`${doors.base_url}${S}/gatherings/6`);
  const door = await first('a[href*="/door/"]');
  const console = await first('a[href$="/console"]');
  found.push(door, `${door}/poster`, console, console.replace('/console', ''));
  await page.goto(`${doors.base_url}/s/rooted-leaders-2026/applications?q=W26`);
  found.push(await spoken(page, doors));
  await page.close();
  return found;
}

/** The team's page of an application that came with a recording. */
async function spoken(page, doors) {
  for (let n = 0; n < 3; n += 1) {
    await page.goto(`${doors.base_url}/s/rooted-leaders-2026/applications?page=${n}`);
    const links = await page.locator('table.list th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const href of links) {
      await page.goto(doors.base_url + href);
      const files = page.locator('a[href*="/call/files/"]');
      if (await files.count()) return files.first().getAttribute('href');
    }
  }
  throw new Error('nobody has spoken');
}

/** Invented applicants, one third of them in another region. */
function csv() {
  const rows = ['application_id,submitted_at,first_name,last_name,email,region,scope,health_focus,role_level,organization,years_in_role,primary_issue_area,race_ethnicity,¿Por qué?,eligibility'];
  for (let i = 0; i < 45; i += 1) {
    rows.push(`E${i},2024-09-${String(i % 28 + 1).padStart(2, '0')}T10:00:00-04:00,Nombre${i},Apellido${i},e${i}@example.org,${i % 3 ? 'South' : 'Mid-West'},place-based,${i % 2 ? 'yes' : 'no'},director,Organización ${i},2.5,housing,privado ${i},"Porque, sí ${i}",eligible`);
  }
  return rows.join('\n');
}

/** As program lead on a phone, in Spanish, without script: from a file to accepted home teams. */
async function fromFileToTeams(browser) {
  const { data, child, doors } = await demo('2024-10-12');
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const main = page.locator('main');
  const shows = async (name, text) => check(name, (await main.innerText()).includes(text), `wanted «${text}» in:\n${(await main.innerText()).slice(0, 400)}`);
  await signIn(page, doors, 'program-lead');
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByRole('link', { name: /Abrir Season 2025/ }).click();
  await page.getByRole('link', { name: 'Importar' }).click();
  const wrong = path.join(data, 'roto.csv');
  fs.writeFileSync(wrong, 'id,email\n1,"abierta\n');
  await page.getByLabel('Archivo').setInputFiles(wrong);
  await page.getByRole('button', { name: 'Revisarlo' }).click();
  await shows('a broken file is refused in words', 'Unas comillas se abren y nunca se cierran');
  const file = path.join(data, 'solicitudes.csv');
  fs.writeFileSync(file, csv());
  await page.getByLabel('Archivo').setInputFiles(file);
  await page.getByRole('button', { name: 'Revisarlo' }).click();
  await shows('the preview counts', '45 filas leídas, 45 importadas');
  await shows('the preview says where identity goes', 'el equipo nunca lo ve con nombre');
  await page.getByRole('button', { name: 'Importar las filas correctas' }).click();
  await shows('the import is done', 'Importado');
  await page.getByRole('link', { name: 'Ir a la selección' }).click();
  await page.getByRole('link', { name: 'Definir metas' }).click();
  await page.getByLabel('Mid-West: Mínimo').fill('9');
  await page.getByLabel('Mid-West: Máximo').fill('4');
  await page.getByRole('button', { name: 'Guardar las metas' }).click();
  await shows('a wrong range is said and kept', 'El máximo no puede ser menor que el mínimo');
  check('what was typed is kept', (await page.getByLabel('Mid-West: Mínimo').inputValue()) === '9');
  await page.getByLabel('Mid-West: Mínimo').fill('4');
  await page.getByLabel('Mid-West: Máximo').fill('8');
  await page.getByRole('button', { name: 'Guardar las metas' }).click();
  await page.getByLabel('Texto público para la semilla').fill('lotería del 1 de mayo: 04 17 22');
  await page.getByRole('button', { name: 'Sortear' }).click();
  await shows('the drawing has a record that holds', 'comprobada: es correcta');
  await page.getByRole('button', { name: 'Confirmar y enviar invitaciones' }).click();
  await shows('the invitations are out', 'en espera');
  const mail = path.join(data, 'mail');
  for (let i = 0; i < 60 && !(fs.existsSync(mail) && fs.readdirSync(mail).length >= 20); i += 1) await new Promise((r) => setTimeout(r, 250));
  const letters = fs.readdirSync(mail).map((f) => fs.readFileSync(path.join(mail, f), 'utf8').replace(/=\r\n/g, ''));
  check('twenty letters are out', letters.length === 20, `${letters.length}`);
  const guest = await (await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'es' })).newPage();
  for (const letter of letters) {
    const url = new URL(letter.match(/http:\/\/localhost:\d+\/invitation\/[a-z0-9]+/)[0]);
    await guest.goto(doors.base_url + url.pathname);
    await guest.getByRole('button', { name: 'Sí, acepto el lugar' }).click();
  }
  check('an applicant is welcomed in Spanish', (await guest.locator('h1').innerText()).startsWith('Le damos la bienvenida'));
  await page.getByRole('link', { name: 'Cohorte', exact: true }).click();
  await page.getByRole('link', { name: 'Equipos base', exact: true }).click();
  await page.getByRole('button', { name: 'Proponer equipos' }).click();
  await shows('teams come with reasons', 'comparten');
  await page.getByRole('button', { name: 'Aceptar estos equipos' }).click();
  await shows('the teams are accepted', 'Estos son los equipos base de la temporada');
  check('four teams of five', (await page.locator('main section.sheet h2').allInnerTexts()).filter((t) => / 5\b/.test(t)).length === 4, (await page.locator('main section.sheet h2').allInnerTexts()).join(' | '));
  await context.close();
  child.kill();
}

/** Pages that are reached on the way: the demo's door, an invitation, the preview of an import. */
async function onTheWay(browser, doors) {
  const { data, child, doors: invited } = await demo('2024-12-03');
  const letter = fs.readdirSync(path.join(data, 'mail')).map((f) => fs.readFileSync(path.join(data, 'mail', f), 'utf8').replace(/=\r\n/g, ''))[0];
  const invitation = new URL(letter.match(/http:\/\/localhost:\d+\/invitation\/[a-z0-9]+/)[0]).pathname;
  const file = path.join(data, 'e.csv');
  fs.writeFileSync(file, csv());
  for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) for (const locale of ['en', 'es']) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
    const page = await context.newPage();
    await page.goto(invited.base_url + invitation);
    await judge(page, `invitation ${width} ${colorScheme} ${locale}`);
    await page.goto(doors.people[1].sign_in);
    await judge(page, `demo door ${width} ${colorScheme} ${locale}`);
    await signIn(page, doors, 'program-lead');
    await page.goto(`${doors.base_url}${S}/import`);
    await page.locator('#file').setInputFiles(file);
    await page.locator('main form button').click();
    await judge(page, `import preview ${width} ${colorScheme} ${locale}`);
    await context.close();
  }
  child.kill();
}

/** By keyboard alone: skip link, then sign-in. */
async function byKeyboard(browser, doors) {
  const page = await browser.newPage();
  await page.goto(`${doors.base_url}/sign-in`);
  await page.keyboard.press('Tab');
  check('the first stop skips to the content', (await page.evaluate(() => document.activeElement.className)) === 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  check('then comes the first field', (await page.evaluate(() => document.activeElement.id)) === 'email');
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#email-error');
  check('the title says that something is wrong', (await page.title()).startsWith('Error:'));
  check('what was typed is there', (await page.inputValue('#email')) === 'nobody');
  check('field and fault are tied', (await page.getAttribute('#email', 'aria-describedby')).includes('email-error'));
  await page.close();
}

/** Six digits of a base32 secret for now (RFC 6238). */
function digits(base32) {
  const bits = [...base32.replace(/[^A-Z2-7]/g, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A new house: the printed link makes an owner with two factors, who invites another; nothing of it needs a script. */
async function firstRun(browser) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-first-'));
  const base = 'http://127.0.0.1:8471';
  const env = { ...process.env, DATABASE_URL: '', WEFT_BASE_URL: base, WEFT_SMTP_URL: '' };
  const child = spawn(weft, ['serve', '--data', data, '--listen', '127.0.0.1:8471'], { env });
  let said = '';
  child.stdout.on('data', (d) => { said += d; });
  const until = async (what) => {
    for (let i = 0; i < 100; i += 1) {
      const found = what();
      if (found) return found;
      await new Promise((r) => { setTimeout(r, 100); });
    }
    throw new Error(`nothing came: ${said}`);
  };
  try {
    const link = await until(() => said.includes('listens on') && /http\S+first-run\S+/.exec(said)?.[0]);
    for (const lang of ['en', 'es']) for (const colorScheme of ['light', 'dark']) for (const width of [320, 768, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, locale: lang });
      await page.goto(link);
      await judge(page, `first run ${width} ${colorScheme} ${lang}`);
      await page.close();
    }
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await plain.newPage();
    await page.goto(link);
    await page.fill('#given_name', 'Odile');
    await page.fill('#email', 'odile@example.org');
    await page.fill('#password', 'three quiet herons');
    await page.locator('main form button').click();
    const secret = (await page.locator('p.code').innerText()).replaceAll(' ', '').trim();
    const withScript = await browser.newContext();
    await withScript.addCookies(await plain.cookies());
    const judged = await withScript.newPage();
    for (const width of [320, 768, 1280]) for (const colorScheme of ['light', 'dark']) {
      await judged.setViewportSize({ width, height: 800 });
      await judged.emulateMedia({ colorScheme });
      await judged.goto(`${base}/sign-in/second-factor`);
      await judge(judged, `second factor ${width} ${colorScheme}`);
    }
    await page.fill('#code', digits(secret));
    await page.locator('main form button').click();
    check('the first run ends on the start page', page.url() === `${base}/`, page.url());
    await page.goto(`${base}/owners`);
    await page.fill('#name', 'Ezra Duskwood');
    await page.fill('#email', 'ezra@example.org');
    await page.locator('form:has(#email) button').click();
    const letter = await until(() => fs.existsSync(path.join(data, 'mail')) && fs.readdirSync(path.join(data, 'mail'))[0]);
    const text = fs.readFileSync(path.join(data, 'mail', letter), 'utf8').replace(/=\r\n/g, '').replace(/=3D/g, '=');
    const invitation = /http\S+staff-invitation\/[a-z0-9]+/.exec(text)[0];
    for (const lang of ['en', 'es']) for (const colorScheme of ['light', 'dark']) for (const width of [320, 768, 1280]) {
      const other = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, locale: lang });
      await other.goto(invitation);
      await judge(other, `staff invitation ${width} ${colorScheme} ${lang}`);
      await other.close();
    }
  } finally {
    child.kill();
  }
}

/** First page under 120 kB over the wire with fonts, later ones under 50 kB. */
async function weight(browser, doors) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
  await page.goto(`${doors.base_url}/cohorts/rooted-leaders-2025`, { waitUntil: 'networkidle' });
  check('the first page weighs at most 120 kB', bytes <= 120_000, `${bytes}`);
  await signIn(page, doors, 'program-lead');
  for (const p of [...running, ...leading]) {
    bytes = 0;
    await page.goto(doors.base_url + p, { waitUntil: 'networkidle' });
    check(`${p} weighs at most 50 kB`, bytes <= 50_000, `${bytes}`);
  }
  await context.close();
}

/** The composer at the time when the cohort was chosen. */
async function composes(browser, _, tools) {
  const then = await demo('2024-11-28');
  try {
    await composing(browser, then, tools);
  } finally {
    then.child.kill();
  }
}

const browser = await open();
const house = await demo('2025-03-20');
try {
  const only = process.argv[3]?.split(',');
  const stories = { applying, reading, composes, answering, choosing, registering, calendars, following, atTheDoor, learning, travelling, finding, byKeyboard, firstRun, weight, onTheWay, everyPageAndRole, everyTemplate, fromFileToTeams };
  for (const [name, story] of Object.entries(stories).filter(([n]) => !only || only.includes(n))) {
    const began = Date.now();
    try {
      await story(browser, house.doors, { check, judge, demo, data: house.data });
    } catch (error) {
      check(name, false, error.stack);
    }
    console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
} finally {
  house.child.kill();
  await browser.close();
}
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
