import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import pino from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Events } from '../../base/events.ts';
import { ok } from '../../base/result.ts';
import { openApiDoor } from './api-door.ts';
import { route } from './route.ts';
import type { Who } from './session/who-is.ts';
import { MAX_STREAMS, MAX_STREAMS_OF_ONE } from './stream-places.ts';
import { uWS } from './web-server.ts';

let app: UWebSockets.TemplatedApp;
let port: number;
/** exports that are being made */
let under: number;
/** exports that were begun, also those that were refused after that */
let made: number;
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
	under = made = 0;
	app = uWS.App();
	const exported = route({
		method: 'GET',
		path: '/export',
		summary: 'never ends',
		access: 'signed-in',
		answer: { status: 200, stream: 'text/csv' },
		async handle() {
			made++;
			return ok({ status: 200, stream: { name: 'a.csv', type: 'text/csv', pieces: endless() } });
		},
	});
	openApiDoor(app, [exported], {
		log: pino({ level: 'silent' }),
		facts: new Events(),
		headers: [],
		asker: async ({ cookie = '' }) => ok({ user: { id: cookie, name: cookie, role: 'member' } } as Who),
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
async function asked(by: string): Promise<IncomingMessage> {
	const asking = get(`http://127.0.0.1:${port}/api/v1/export`, { headers: { cookie: by } });
	const [answer] = (await once(asking, 'response')) as [IncomingMessage];
	return answer.pause();
}

const all = (of: readonly string[]) => of.flatMap((name) => Array<string>(MAX_STREAMS_OF_ONE).fill(name));
const statusOf = (answer: IncomingMessage) => [answer.statusCode, answer.headers['retry-after']];

it('answers a fifth simultaneous export with 503 and when to retry, before it is made', async () => {
	const answers: IncomingMessage[] = [];
	for (const name of all(['anna', 'ben'])) answers.push(await asked(name));
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
	expect(statusOf(await asked('carla'))).toEqual([503, '5']);
	expect([under, made]).toEqual([MAX_STREAMS, MAX_STREAMS]);

	const ended = new Promise<void>((resolve) => (changed = resolve));
	answers[0]!.destroy();
	await ended;
	expect((await asked('carla')).statusCode).toBe(200);
	for (const answer of answers) answer.destroy();
});

it('lets nobody who reads slowly hold all places', async () => {
	const answers: IncomingMessage[] = [];
	for (const name of all(['anna'])) answers.push(await asked(name));
	expect(statusOf(await asked('anna'))).toEqual([503, '5']);
	answers.push(await asked('ben'));
	expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
	for (const answer of answers) answer.destroy();
});
