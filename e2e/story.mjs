// What a story is given: a demo of its own, a way to say what must hold, and axe.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { begin } from './demo.mjs';
import { signIn } from './lib.mjs';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 768, 1280];
const schemes = ['light', 'dark'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Dark is nothing but other colors (the story `schemes` holds that), so of axe's rules only those that look at colors
 * can find anything else than in light. All are asked at every width: what is shown, and where, is different there.
 */
const ofColor = ['color-contrast', 'link-in-text-block'];

/** Asks until the answer is yes, or gives the last one: what comes of it is for a check to say. */
export async function comes(look, seconds = 15) {
  let found;
  const ask = async () => {
    found = await look();
    expect(found).toBeTruthy();
  };
  await expect(ask).toPass({ timeout: seconds * 1000 }).catch(() => {});
  return found;
}

/** Waits until an async question put to the page is answered with yes. */
export async function until(page, question, seconds = 15) {
  await expect.poll(() => page.evaluate(question), { timeout: seconds * 1000, message: `${question}` }).toBe(true);
}

/** Presses the button of a language, unless the page speaks it. */
export async function speak(page, lang) {
  const button = page.locator(`button[name=lang][value=${lang}]`);
  if (await button.count()) await button.click();
}

/**
 * A page of someone's browser in a language: who signs in presses its button, anyone else's browser asks for it. Axe
 * comes with every page: that is cheaper than to hand it over each time.
 */
export async function arrive(browser, doors, persona, lang, cookies = []) {
  const context = await browser.newContext(persona ? {} : { locale: lang });
  await context.addCookies(cookies);
  await context.addInitScript(source);
  const page = await context.newPage();
  if (persona) {
    await signIn(page, doors, persona);
    await speak(page, lang);
  }
  return page;
}

/** What axe finds, with all rules or some, and ids that stand twice. It is put into a page once: whatever is opened anew needs it again. */
async function axe(page, rules) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const builder = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(tags)).analyze();
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    return ids.filter((id, i) => ids.indexOf(id) < i);
  });
  return [
    ...violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html).join(' | ')}`),
    ...twice.map((id) => `the id ${id} stands twice`),
  ];
}

/** How a page stands: its width, whether it is dark, and by how much it scrolls sideways. */
function stands(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const { matches: dark } = matchMedia('(prefers-color-scheme: dark)');
    return { width: innerWidth, dark, over: scrollWidth - clientWidth };
  });
}

export const story = test.extend({
  /** Says what must hold. What does not is told, and the story goes on. */
  check: async ({}, use, info) => {
    const said = [];
    await use((name, ok, detail = '') => {
      said.push({ name, ok: Boolean(ok), detail });
      expect.soft(Boolean(ok), name).toBe(true);
    });
    await info.attach('checks', { contentType: 'application/json', body: JSON.stringify(said) });
  },

  /** Two checks of a page as it stands: what axe finds, and whether it scrolls sideways. */
  judge: async ({ check }, use) => {
    await use(async (page, name, rules) => {
      const found = await axe(page, rules);
      check(name, found.length === 0, found.join('\n  '));
      const { over } = await stands(page);
      check(`${name} stays within its width`, over <= 0, `scrolls sideways by ${over} px`);
    });
  },

  /** Judges a page that is open at every width and in both schemes, without loading it anew. */
  everywhere: async ({ judge }, use) => {
    await use(async (page, name) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of schemes) {
          const dark = colorScheme === 'dark';
          await page.emulateMedia({ colorScheme });
          await expect.poll(() => stands(page)).toMatchObject({ width, dark });
          await judge(page, `${name} ${width} ${colorScheme}`, dark ? ofColor : undefined);
        }
      }
    });
  },

  /** Opens pages one after the other, each once, and judges them everywhere. */
  walk: async ({ check, everywhere }, use) => {
    await use(async (page, base, paths, lang) => {
      for (const p of paths) {
        await page.goto(base + p);
        check(`${p} speaks ${lang}`, (await page.locator('html').getAttribute('lang')) === lang);
        await everywhere(page, `${p} ${lang}`);
      }
    });
  },

  /** Starts a demo of a moment, which ends with the story. */
  demo: async ({}, use) => {
    const begun = [];
    await use(async (now) => {
      const one = await begin(now);
      begun.push(one);
      return one;
    });
    await Promise.all(begun.map((one) => one.end()));
  },

  /** The demo on an ordinary day, for this story alone: no story sees what another did. */
  house: async ({ demo }, use) => {
    await use(await demo('2025-03-20'));
  },
});

/** What must be seen on a phone without scrolling. */
export async function above(page, check, what, ...locators) {
  for (const locator of locators) {
    const box = await locator.first().boundingBox();
    check(`${what}: ${locator} is seen without scrolling`, box && box.y + box.height <= 740, JSON.stringify(box));
  }
}
