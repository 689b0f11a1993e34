import { pathToFileURL } from 'node:url';
import { at } from './lib/root.mjs';
import { setUpAll } from './lib/setup.mjs';

const LOOK_EVERY_MS = 250;

// `npm start`: installs and builds what is missing, then becomes the hub, so that a signal reaches it directly.
endWithParent();
await setUpAll();
await import(pathToFileURL(at('dist/hub.js')).href);

/** A signal to npm ends npm and its shell; the hub would stay behind, holding its port. */
function endWithParent() {
	const parent = process.ppid;
	if (!process.env.npm_lifecycle_event) return;
	setInterval(() => {
		if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
	}, LOOK_EVERY_MS).unref();
}
