// A new house: the printed link makes an owner with two factors, who invites another; nothing of it needs a script.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { letters, room, start } from './demo.mjs';
import { comes, story } from './story.mjs';

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

/** A port that nobody has: the house must know its address before it listens. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

story('firstRun', async ({ browser, check, everywhere }) => {
  const data = room('first');
  const listen = `127.0.0.1:${await freePort()}`;
  const base = `http://${listen}`;
  const house = start(['serve', '--data', data, '--listen', listen], { WEFT_BASE_URL: base, WEFT_SMTP_URL: '' });
  let said = '';
  house.child.stdout.on('data', (d) => { said += d; });
  const inBothLanguages = async (name, address) => {
    for (const lang of ['en', 'es']) {
      const page = await (await browser.newContext({ locale: lang })).newPage();
      await page.goto(address);
      check(`${name} speaks ${lang}`, (await page.locator('html').getAttribute('lang')) === lang);
      await everywhere(page, `${name} ${lang}`);
      await page.context().close();
    }
  };
  try {
    const link = await comes(() => said.includes('is running at') && /http\S+first-run\S+/.exec(said)?.[0]);
    if (!link) throw new Error(`no link was printed: ${said}`);
    await inBothLanguages('first run', link);
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
    await judged.goto(`${base}/sign-in/second-factor`);
    await everywhere(judged, 'second factor');
    await page.fill('#code', digits(secret));
    await page.locator('main form button').click();
    check('the first run ends on the start page', await comes(() => page.url() === `${base}/`, 5), page.url());
    await page.goto(`${base}/owners`);
    await page.fill('#name', 'Ezra Duskwood');
    await page.fill('#email', 'ezra@example.org');
    await page.locator('form:has(#email) button').click();
    const [letter] = await comes(() => letters(data).length && letters(data)) || [];
    const [invitation] = /http\S+staff-invitation\/[a-z0-9]+/.exec(letter.replace(/=3D/g, '='));
    await inBothLanguages('staff invitation', invitation);
  } finally {
    await house.end();
  }
});
