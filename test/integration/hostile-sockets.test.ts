import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubProcess } from '../harness/hub-process.ts';
import { RawHttp, UPGRADE, head } from '../harness/raw-http.ts';

/** The real process: only that shows what ends it. */
const hub = new HubProcess();
let pid = 0;

beforeAll(async () => {
	await hub.start();
	pid = hub.pid;
});
afterAll(() => hub.remove());

async function isAlive(): Promise<void> {
	const answer = await fetch(`${hub.origin}/healthz`).catch(() => undefined);
	expect(answer?.status, hub.output).toBe(200);
	expect(hub.pid).toBe(pid);
	expect(hub.output).not.toContain('"level":60');
}

const engine = (query: Record<string, string>) => `/socket.io/?${new URLSearchParams(query).toString()}`;

/** A masked text frame of a client, as "2probe" of an upgrade. */
function textFrame(text: string): Buffer {
	return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}

/** The sid of a session, where the hub gives one for this transport. */
async function sidBy(transport: 'polling' | 'websocket'): Promise<string> {
	const line = new RawHttp(hub.origin);
	await line.send(head('GET', engine({ EIO: '4', transport }), transport === 'websocket' ? UPGRADE : {}));
	await line.status();
	return /"sid":"([^"]+)"/.exec(line.got)?.[1] ?? `none-by-${transport}`;
}

/** All there are of each list with all of the others. */
function combinations(...lists: (readonly string[])[]): string[][] {
	return lists.reduce<string[][]>((before, list) => before.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}

describe('the running hub', () => {
	it('keeps answering when a WebSocket upgrade names transport=polling', async () => {
		const line = await new RawHttp(hub.origin).send(head('GET', engine({ EIO: '4', transport: 'polling' }), UPGRADE));
		expect(await line.status()).toBe(400);
		await isAlive();
	});

	it('keeps answering whatever transport, sid, EIO, method and abort an upgrade comes with', async () => {
		const sids = ['', 'nobody', await sidBy('polling'), await sidBy('websocket'), '__proto__'];
		const all = combinations(
			['', 'polling', 'websocket', 'webtransport', 'constructor'],
			sids,
			['', '3', '4', 'x'],
			['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'],
			['answered', 'cut at once', 'probed, then cut'],
			['upgrade', 'plain'],
		);
		const AT_ONCE = 50;
		for (let from = 0; from < all.length; from += AT_ONCE) {
			await Promise.all(
				all.slice(from, from + AT_ONCE).map(async ([transport, sid, EIO, method, end, kind]) => {
					const query = { ...(EIO && { EIO }), ...(transport && { transport }), ...(sid && { sid }) };
					const line = new RawHttp(hub.origin);
					await line.send(head(method!, engine(query), kind === 'upgrade' ? UPGRADE : {}));
					if (end !== 'cut at once') await line.status();
					if (end === 'probed, then cut') await line.send(Buffer.concat(['2probe', '5', '40'].map(textFrame)));
					line.cut();
				}),
			);
			await isAlive();
		}
	}, 60_000);
});
