import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestHub } from '../../../harness/hub.ts';
import { RawHttp, UPGRADE, head } from '../../../harness/network/raw-http.ts';

/** Requests in one packet. */
const AT_ONCE = 40;

let hub: TestHub;
beforeAll(async () => {
	hub = new TestHub();
	await hub.start();
});
afterAll(() => hub.remove());

const get = head('GET', '/healthz');
const refusedUpgrade = head('GET', '/device', {
	...UPGRADE,
	'Sec-WebSocket-Protocol': 'mooring.v2',
	Origin: 'http://x',
});
const strange = head('POST', '/api/v1/session', { 'Transfer-Encoding': 'gzip', 'Content-Type': 'application/json' });
const legacyPoll = head('POST', '/api/device/state', { 'Content-Length': '2' });

it.each([
	['an upgrade that is refused', refusedUpgrade, 403],
	['a body of GET', `${head('GET', '/healthz', { 'Content-Length': '3' })}abc`, 400],
	['a body of HEAD', `${head('HEAD', '/healthz', { 'Content-Length': '3' })}abc`, 400],
	['an encoding that the hub does not know', `${strange}0\r\n\r\n`, 400],
	['a poll without a token', `${legacyPoll}{}`, 401],
])('a connection ends with the answer to %s', async (_, request, status) => {
	const alone = await new RawHttp(hub.origin).send(request);
	expect(await alone.status()).toBe(status);
	await alone.closed;
	expect(alone.got.match(/HTTP\/1\.1 /g)).toHaveLength(1);
	expect(alone.got.toLowerCase()).toContain('connection: close');
});

it.each([
	['an upgrade that is refused', refusedUpgrade],
	['a body of GET', `${head('GET', '/healthz', { 'Content-Length': '3' })}abc`],
	['an encoding that the hub does not know', `${strange}0\r\n\r\n`],
	['a poll without a token', `${legacyPoll}{}`],
])('no request behind %s is answered, though it came in the same packet', async (_, request) => {
	for (const requests of [request.repeat(AT_ONCE), request + get.repeat(AT_ONCE)]) {
		const raw = await new RawHttp(hub.origin).send(requests);
		await raw.closed;
		expect(raw.got.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
	}
	expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
});
