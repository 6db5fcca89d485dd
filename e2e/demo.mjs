// The demo as a process: a season of its own for whoever asks, on a port of its own.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const cache = process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
const target = process.env.CARGO_TARGET_DIR ?? path.join(cache, 'weft', 'target');

/** The binary under test. */
export const weft = process.env.WEFT_BIN ?? path.join(target, 'debug', 'weft');

/** Without a database of someone else's. */
const env = { ...process.env, DATABASE_URL: '' };

/** Runs before all stories: the folder that holds every demo, gone when they end. */
export default function folder() {
  if (!fs.existsSync(weft)) throw new Error(`no ${weft}: build it first, or say with WEFT_BIN where it is`);
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-e2e-'));
  process.env.WEFT_E2E_ROOT = root;
  return () => fs.rmSync(root, { recursive: true, force: true });
}

/** A new folder among the demos. */
export function room(name) {
  return fs.mkdtempSync(path.join(process.env.WEFT_E2E_ROOT, `${name}-`));
}

/** The season as it stood then: made once and copied for each demo, because making takes longer than copying. */
async function season(now) {
  const kept = path.join(process.env.WEFT_E2E_ROOT, `season ${now}`);
  if (fs.existsSync(kept)) return kept;
  const made = room('making');
  await promisify(execFile)(weft, ['demo', '--data', made, '--now', now, '--no-serve'], { env });
  try {
    fs.renameSync(made, kept);
  } catch (error) {
    // The other worker was first.
    if (!fs.existsSync(kept)) throw error;
  }
  return kept;
}

/** Starts a process, and ends it with this one at the latest. */
export function start(args, more = {}) {
  const child = spawn(weft, args, { env: { ...env, ...more } });
  child.stderr.on('data', (d) => process.stderr.write(d));
  const last = () => child.kill();
  process.on('exit', last);
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  const end = async () => {
    process.off('exit', last);
    child.kill();
    await ended;
  };
  return { child, ended, end };
}

/** A demo that serves: its folder, its doors, and how to end it. */
export async function begin(now) {
  const data = room('demo');
  fs.cpSync(await season(now), data, { recursive: true });
  const { child, ended, end } = start(['demo', '--data', data, '--listen', '127.0.0.1:0', '--now', now]);
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (d) => { if (String(d).includes('Weft demo on')) resolve(); });
    ended.then((code) => reject(new Error(`weft demo ended with ${code}`)));
  });
  return { data, doors: JSON.parse(fs.readFileSync(path.join(data, 'demo.json'))), end };
}

/** The letters that went out, the newest first, with their lines unfolded. */
export function letters(data) {
  const folder = path.join(data, 'mail');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).sort().reverse() : [];
  return files.map((f) => fs.readFileSync(path.join(folder, f), 'utf8').replace(/=\r\n/g, ''));
}
