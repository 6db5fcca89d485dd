// Browser stories: `npx playwright test`, or one by its name: `npx playwright test -g reading`.
import { defineConfig } from '@playwright/test';
import { launch } from './lib.mjs';

export default defineConfig({
  testMatch: '*.story.mjs',
  globalSetup: './demo.mjs',
  reporter: './reporter.mjs',
  // What failed leaves a trace here: `npx playwright show-trace FILE`.
  outputDir: 'out/traces',
  preserveOutput: 'failures-only',
  fullyParallel: true,
  workers: 2,
  timeout: 600_000,
  use: {
    browserName: 'chromium',
    launchOptions: launch,
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
  },
});
