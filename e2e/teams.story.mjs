// From a file to accepted home teams, and pages that are reached on the way.
import fs from 'node:fs';
import path from 'node:path';
import { letters } from './demo.mjs';
import { signIn } from './lib.mjs';
import { S } from './pages.mjs';
import { arrive, comes, speak, story } from './story.mjs';

const INVITATION = /http:\/\/localhost:\d+\/invitation\/[a-z0-9]+/;

const columns = [
  'application_id',
  'submitted_at',
  'first_name',
  'last_name',
  'email',
  'region',
  'scope',
  'health_focus',
  'role_level',
  'organization',
  'years_in_role',
  'primary_issue_area',
  'race_ethnicity',
  '¿Por qué?',
  'eligibility',
];

/** Invented applicants, one third of them in another region. */
function csv() {
  const rows = [columns.join(',')];
  for (let i = 0; i < 45; i += 1) {
    const fields = [
      `E${i}`,
      `2024-09-${String((i % 28) + 1).padStart(2, '0')}T10:00:00-04:00`,
      `Nombre${i}`,
      `Apellido${i}`,
      `e${i}@example.org`,
      i % 3 ? 'South' : 'Mid-West',
      'place-based',
      i % 2 ? 'yes' : 'no',
      'director',
      `Organización ${i}`,
      '2.5',
      'housing',
      `privado ${i}`,
      `"Porque, sí ${i}"`,
      'eligible',
    ];
    rows.push(fields.join(','));
  }
  return rows.join('\n');
}

/** The paths of the invitations in the letters that are out. */
function invitations(data) {
  return letters(data).map((l) => l.match(INVITATION)?.[0]).filter(Boolean).map((url) => new URL(url).pathname);
}

/** As program lead on a phone, in Spanish, without script: from a file to accepted home teams. */
story('fromFileToTeams', async ({ browser, check, demo }) => {
  const { data, doors } = await demo('2024-10-12');
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
  const page = await (await browser.newContext(phone)).newPage();
  const main = page.locator('main');
  const shows = async (name, text) => {
    const ok = await comes(async () => (await main.innerText()).includes(text), 5);
    check(name, ok, `wanted «${text}» in:\n${(await main.innerText()).slice(0, 400)}`);
  };
  const button = (name) => page.getByRole('button', { name });
  const link = (name) => page.getByRole('link', { name, exact: typeof name === 'string' });
  await signIn(page, doors, 'program-lead');
  await button('Español').click();
  await link(/Abrir Season 2025/).click();
  await link('Solicitudes').first().click();
  await link(/Importar/).click();
  const wrong = path.join(data, 'roto.csv');
  fs.writeFileSync(wrong, 'id,email\n1,"abierta\n');
  await page.locator('#file').setInputFiles(wrong);
  await button('Subir archivo').click();
  await shows('a broken file is refused in words', 'comillas');
  const file = path.join(data, 'solicitudes.csv');
  fs.writeFileSync(file, csv());
  await page.locator('#file').setInputFiles(file);
  await button('Subir archivo').click();
  await shows('columns come first, and where identity goes', 'el equipo nunca la ve con nombre');
  await button('Continuar y revisar filas').first().click();
  await shows('every row is counted', '45 filas en el archivo');
  await button('Importar 45 filas').click();
  await shows('the import is done', 'Importación terminada');
  await link('Selección').click();
  await link(/Definir metas/).click();
  await page.getByLabel('Mid-West: Mínimo').fill('9');
  await page.getByLabel('Mid-West: Máximo').fill('4');
  await button('Guardar metas').click();
  await shows('a wrong range is said and kept', 'El máximo no debe ser menor que el mínimo');
  check('what was typed is kept', (await page.getByLabel('Mid-West: Mínimo').inputValue()) === '9');
  await page.getByLabel('Mid-West: Mínimo').fill('4');
  await page.getByLabel('Mid-West: Máximo').fill('8');
  await button('Guardar metas').click();
  await page.getByLabel('Texto público para el sorteo').fill('lotería del 1 de mayo: 04 17 22');
  await button('Hacer el sorteo').click();
  await shows('the drawing has a record that holds', 'comprobada');
  await button('Confirmar y enviar 20 invitaciones').click();
  await shows('the invitations are out', 'sin respuesta');
  await comes(() => letters(data).length >= 20);
  check('twenty letters are out', letters(data).length === 20, `${letters(data).length}`);
  const guest = await (await browser.newContext({ ...phone, locale: 'es' })).newPage();
  for (const invitation of invitations(data)) {
    await guest.goto(doors.base_url + invitation);
    await guest.getByRole('button', { name: 'Sí, acepto el lugar' }).click();
  }
  const welcomed = async () => (await guest.locator('h1').innerText()).startsWith('Le damos la bienvenida');
  check('an applicant is welcomed in Spanish', await comes(welcomed, 5));
  await link('Cohorte').click();
  await link('Equipos base').click();
  await button('Proponer equipos').click();
  await shows('teams come with reasons', 'comparten');
  await button('Aceptar estos equipos').click();
  await shows('the teams are accepted', 'Estos son los equipos base de la edición');
  const teams = await page.locator('main section.sheet h2').allInnerTexts();
  check('four teams of five', teams.filter((t) => / 5\b/.test(t)).length === 4, teams.join(' | '));
});

/** Pages that are reached on the way: an invitation, the demo's door, the preview of an import. */
story('onTheWay', async ({ browser, demo, house: { data, doors }, check, everywhere }) => {
  const invited = await demo('2024-12-03');
  const invitation = await comes(() => invitations(invited.data)[0]);
  const file = path.join(data, 'e.csv');
  fs.writeFileSync(file, csv());
  for (const lang of ['en', 'es']) {
    const page = await arrive(browser, doors, null, lang);
    const speaks = async (name) => {
      check(`${name} speaks ${lang}`, (await page.locator('html').getAttribute('lang')) === lang);
      await everywhere(page, `${name} ${lang}`);
    };
    await page.goto(invited.doors.base_url + invitation);
    await speaks('invitation');
    await page.goto(doors.people[1].sign_in);
    await speaks('demo door');
    await signIn(page, doors, 'program-lead');
    await speak(page, lang);
    await page.goto(`${doors.base_url}${S}/import`);
    await page.locator('#file').setInputFiles(file);
    await page.locator('main form button').click();
    await speaks('import columns');
    await page.locator('main form button[value="columns"]').first().click();
    await speaks('import check');
    await page.context().close();
  }
});
