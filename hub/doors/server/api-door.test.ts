import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import pino from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Events } from '../../base/events.ts';
import { ok } from '../../base/result.ts';
import { MAX_STREAMS, openApiDoor } from './api-door.ts';
import { route } from './route.ts';
import { uWS } from './web-server.ts';

let app: UWebSockets.TemplatedApp;
let port: number;
/** exports that are being made */
let under: number;
let changed: () => void = () => undefined;

async function* endless() {
	under++;
	try {
		for (;;) yield 'x'.repeat(100_000);
	} finally {
		under--;
		changed();
	}
}

beforeEach(async () => {
	under = 0;
	app = uWS.App();
	const exported = route({
		method: 'GET',
		path: '/export',
		summary: 'never ends',
		access: 'public',
		answer: { status: 200, stream: 'text/csv' },
		handle: async () => ok({ status: 200, stream: { name: 'a.csv', type: 'text/csv', pieces: endless() } }),
	});
	openApiDoor(app, [exported], {
		log: pino({ level: 'silent' }),
		facts: new Events(),
		headers: [],
		asker: async () => ok(undefined),
		publicUrl: undefined,
		trustedProxies: [],
	});
	port = await new Promise<number>((resolve) =>
		app.listen('127.0.0.1', 0, (listening) =>
			resolve(uWS.us_socket_local_port(listening as UWebSockets.us_listen_socket)),
		),
	);
});
afterEach(() => app.close());

/** An answer of which nobody reads more than its head. */
async function asked(): Promise<IncomingMessage> {
	const [answer] = (await once(get(`http://127.0.0.1:${port}/api/v1/export`), 'response')) as [IncomingMessage];
	return answer.pause();
}

it('answers a fifth simultaneous export with 503 and when to retry', async () => {
	const answers: IncomingMessage[] = [];
	for (let n = 0; n < MAX_STREAMS; n++) answers.push(await asked());
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
	const refused = await asked();
	expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
	expect(under).toBe(MAX_STREAMS);

	const ended = new Promise<void>((resolve) => (changed = resolve));
	answers[0]!.destroy();
	await ended;
	expect((await asked()).statusCode).toBe(200);
	for (const answer of answers) answer.destroy();
});
