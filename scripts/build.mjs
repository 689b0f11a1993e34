import { setUpAll } from './lib/setup.mjs';

// `npm run build`: dist/ and build/dashboard, where they are out of date.
await setUpAll();
