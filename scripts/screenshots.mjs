import { setUpChromium } from './lib/chromium.mjs';
import { runTypescript } from './lib/run-typescript.mjs';
import { setUpAll } from './lib/setup.mjs';

// `npm run screenshots`: makes the README's pictures of the dashboard.
await setUpAll();
await setUpChromium();
process.exit(await runTypescript('test/browser/harness/screenshots.ts', process.argv.slice(2)));
