import { pathToFileURL } from 'node:url';
import { at } from './lib/root.mjs';
import { setUpAll } from './lib/setup.mjs';

// `npm start`: installs and builds what is missing, then becomes the hub, so that a signal reaches it directly.
await setUpAll();
await import(pathToFileURL(at('dist/hub.js')).href);
