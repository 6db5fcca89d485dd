import fs from 'node:fs';
import { open, signIn } from './lib.mjs';
const [out] = process.argv.slice(2);
const doors = JSON.parse(fs.readFileSync('/root/.cache/weft/c-demo/demo.json'));
fs.mkdirSync(out, { recursive: true });
const browser = await open();
const context = await browser.newContext({ javaScriptEnabled: false });
const page = await context.newPage();
await signIn(page, doors, 'program-lead');
await page.request.post(doors.base_url + '/language', { form: { lang: 'es', back: '/' }, headers: { origin: doors.base_url } });
for (const k of ['short','long','choice','choices','number','scale','place','date','email','file'])
  for (const w of ['call','recommendations']) {
    const r = await page.request.get(`${doors.base_url}/s/rooted-leaders-2026/${w}/questions/new?part=1&kind=${k}`);
    fs.writeFileSync(`${out}/${w}-${k}.html`, (await r.text()).replace(/name="form-key" value="[^"]*"/g,'').replace(/\/assets\/[0-9a-f]+\//g,'/assets/').replace(/name="shown" value="[^"]*"/,''));
  }
await browser.close();
