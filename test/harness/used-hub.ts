import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { BrowserSession } from './browser-session.ts';
import { HubProcess } from './hub-process.ts';

const START_MS = 60_000;

/** For a test file about what a hub finds at its start: copies of the data of one that had an owner and was stopped. */
export function usedHubs() {
	/** What each test made, undone after it in reverse. */
	const endings: (() => unknown)[] = [];
	afterEach(async () => {
		for (const end of endings.splice(0).reverse()) await end();
	});

	const used = new HubProcess();
	beforeAll(async () => {
		await used.start();
		await new BrowserSession(used.origin).setUp(used.setUpCode);
		await used.stop();
	}, START_MS);
	afterAll(() => used.remove());

	return {
		endings,

		usedHub(): HubProcess {
			const hub = new HubProcess();
			endings.push(() => hub.remove());
			cpSync(used.data, hub.data, { recursive: true, preserveTimestamps: true });
			return hub;
		},

		emptyFolder(): string {
			const folder = mkdtempSync(join(tmpdir(), 'mooring-data-'));
			endings.push(() => rmSync(folder, { recursive: true, force: true }));
			return folder;
		},

		/** A port that somebody listens on. */
		async takenPort(): Promise<number> {
			const server = createServer().listen(0, '127.0.0.1');
			endings.push(() => server.close());
			await once(server, 'listening');
			return (server.address() as AddressInfo).port;
		},
	};
}
