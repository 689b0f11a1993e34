import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../harness/browser-session.ts';
import { HubProcess } from '../../../harness/hub-process.ts';
import { RawHttp, head } from '../../../harness/network/raw-http.ts';

const hub = new HubProcess();
let owner: BrowserSession;

beforeAll(async () => {
	await hub.start();
	owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
});
afterAll(() => hub.remove());

async function isAlive(): Promise<void> {
	expect((await fetch(`${hub.origin}/healthz`)).status, hub.output).toBe(200);
}

describe('a sender', () => {
	it('that leaves big bodies unfinished keeps nobody else’s from being read', async () => {
		const began = head('POST', '/api/v1/scenes', { 'Content-Length': '65520' }) + 'x'.repeat(65_500);
		const lines = Array.from({ length: 150 }, () => new RawHttp(hub.origin, { from: '127.0.1.10' }));
		await Promise.all(lines.map((line) => line.send(began)));
		await isAlive(); // all of it was read
		const wrong = JSON.stringify({ name: 'anna', password: 'not hers' });
		const headers = {
			'Content-Type': 'application/json',
			'Content-Length': String(wrong.length),
			Origin: 'http://127.0.0.1',
		};
		const other = await new RawHttp(hub.origin, { from: '127.0.1.11' }).send(
			head('POST', '/api/v1/session', headers) + wrong,
		);
		expect(await other.status()).toBe(401);
		for (const line of [...lines, other]) line.cut();
	});

	it('that leaves big bodies unfinished on the hub’s own machine does not keep people from changing anything', async () => {
		const began = head('POST', '/api/v1/scenes', { 'Content-Length': '65520' }) + 'x'.repeat(65_500);
		const lines = Array.from({ length: 140 }, () => new RawHttp(hub.origin));
		await Promise.all(lines.map((line) => line.send(began)));
		await isAlive(); // all of it was read
		const scene = { name: 'Evening', icon: 'light', kind: 'scene', members: [] };
		await expect(owner.call('POST', '/scenes', scene)).rejects.toMatchObject({ status: 400 });
		for (const line of lines) line.cut();
	});

	it.each([
		['GET', '/api/v1/hub', 400],
		['POST', '/api/v1/none', 404],
		['POST', '/', 405],
	])(
		'that sends a body where none is read, as with %s %s, is answered, and its line ends',
		async (method, path, status) => {
			const line = new RawHttp(hub.origin, { from: '127.0.1.12' });
			await line.send(head(method, path, { 'Content-Length': '1000000' }) + 'x'.repeat(1_000));
			expect(await line.status()).toBe(status);
			await line.closed;
		},
	);
});
