import { pino } from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { API } from '../../../protocol/dashboard/limits.ts';
import { SignInLimit } from '../../../hub/accounts/limits/sign-in-limit.ts';
import { Events } from '../../../hub/base/events.ts';
import { ok } from '../../../hub/base/result.ts';
import { accountRoutes } from '../../../hub/doors/routes/account/account.ts';
import { type ApiDoor, openApiDoor } from '../../../hub/doors/server/api-door.ts';
import { StaticFiles } from '../../../hub/doors/server/bodies/static-files.ts';
import { openApi } from '../../../hub/doors/server/openapi.ts';
import { type Route, route } from '../../../hub/doors/server/route.ts';
import { securityHeaders } from '../../../hub/doors/server/security-headers.ts';
import { uWS } from '../../../hub/doors/server/web-server.ts';
import { askersOf } from '../../../hub/doors/server/session/askers.ts';
import { type TestAccounts, testAccounts } from '../accounts.ts';

/** What the tests of the HTTP door share: the door on a free port, with accounts and without the rest of a hub. */
export const PASSWORD = 'correct horse battery staple';
export const PUBLIC = 'https://hub.example';
const PROXY = '127.0.0.1';

export let accounts: TestAccounts;
export let port: number;
export let origin: string;
export let code: string;
export let logged: string;
export let routes: Route[];
export let ended: string[];
export let door: ApiDoor;
/** the route that takes its time: a test says when it has been asked, and what its answer waits for */
export let slow: { asked: () => void; answer: Promise<void> };
let app: UWebSockets.TemplatedApp;

export async function openDoor(): Promise<void> {
	accounts = await testAccounts();
	code = accounts.setupCode.offer();
	logged = '';
	ended = [];
	accounts.events.on('SessionsEnded', ({ sessions }) => void ended.push(...sessions));
	slow = { asked: () => undefined, answer: Promise.resolve() };
	let needsSetUp = true;
	const headers = securityHeaders(['inline()']);
	routes = [
		...accountRoutes({
			accounts,
			tries: new SignInLimit(accounts.clock),
			hub: () => ({ name: 'Mooring', version: '1', needsSetUp }),
			setUpDone: async () => void (needsSetUp = false),
			signed: () => undefined,
		}),
		route({
			method: 'GET',
			path: '/openapi.json',
			summary: 'This description',
			access: 'public',
			answer: { status: 200 },
			handle: async () => ok({ status: 200, json: openApi(routes, '1') }),
		}),
		route({
			method: 'DELETE',
			path: '/devices/:id',
			summary: 'An act of the owner alone',
			access: 'devices.delete',
			answer: { status: 200 },
			handle: async ({ params }) => ok({ status: 200, json: params }),
		}),
		route({
			method: 'GET',
			path: '/broken',
			summary: 'A handler that throws',
			access: 'public',
			answer: { status: 204 },
			handle: () => Promise.reject(new Error('a bug')),
		}),
		route({
			method: 'GET',
			path: '/slow',
			summary: 'A handler that takes its time',
			access: 'public',
			answer: { status: 204 },
			async handle() {
				slow.asked();
				await slow.answer;
				return ok({ status: 204 });
			},
		}),
	];
	app = uWS.App();
	door = openApiDoor(app, routes, {
		log: pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
		facts: new Events(),
		headers,
		...askersOf(accounts, () => () => 0),
		publicUrl: PUBLIC,
		trustedProxies: [PROXY],
	});
	new StaticFiles('/nowhere').serve(app, headers);
	app.listen(
		'127.0.0.1',
		0,
		(socket) => void (port = uWS.us_socket_local_port(socket as UWebSockets.us_listen_socket)),
	);
	origin = `http://127.0.0.1:${port}`;
}

export async function closeDoor(): Promise<void> {
	app.close();
	await accounts.remove();
}

/** The test's own address is the proxy's, so that `x-forwarded-for` plays visitors from anywhere. */
export function call(
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Response> {
	return fetch(`${origin}${API}${path}`, {
		method,
		headers: { origin, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
}

export const setUp = (name = 'Anna') => call('POST', '/setup', { code, name, password: PASSWORD });
export const signIn = (password = PASSWORD, headers: Record<string, string> = {}) =>
	call('POST', '/session', { name: 'anna', password }, headers);
export const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!;
export const errorOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as object) });
