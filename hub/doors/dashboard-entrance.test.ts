import { Server } from 'socket.io';
import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { afterEach, expect, it, vi } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { DashboardEntrance } from './dashboard-entrance.ts';
import type { DoorApp } from './server/guarded-app.ts';

const PING_MS = 10;
const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() };
type Upgrade = (res: HttpResponse, req: HttpRequest, context: object) => Promise<void>;

const io = new Server({ serveClient: false, transports: ['websocket'], pingInterval: PING_MS, pingTimeout: PING_MS });
afterEach(() => void log.error.mockClear());

/** What the web server calls for an upgrade of the live connection. */
const upgrade = new Promise<Upgrade>((resolve) => {
	const entrance = new DashboardEntrance({
		clock: new ManualClock(0),
		log: log as never,
		whoIs: async () => undefined,
		originAllowed: () => true,
		addressOf: () => '192.0.2.7',
		trustedProxies: [],
	});
	const app = {
		any: () => app,
		publish: () => true,
		ws: (_: string, behavior: { upgrade: Upgrade }) => (resolve(behavior.upgrade), app),
	} as unknown as DoorApp;
	io.attachApp(entrance.before(app) as never);
});

const request = {
	getMethod: () => 'get',
	getUrl: () => '/socket.io/',
	getQuery: () => 'EIO=4&transport=websocket',
	getHeader: () => '',
	forEach: () => undefined,
} as unknown as HttpRequest;

it.each([
	['is lost while it begins', () => undefined],
	[
		'was lost before it begins',
		() => {
			throw new Error('uWS.HttpResponse must not be accessed after uWS.HttpResponse.onAborted callback.');
		},
	],
])('a live connection that %s is forgotten at once: to close what never was would end the process', async (_, lost) => {
	const upgraded = vi.fn(lost);
	const response = { onAborted: () => response, getRemoteAddressAsText: () => new ArrayBuffer(0), upgrade: upgraded };
	await (
		await upgrade
	)(response as unknown as HttpResponse, request, {});
	await vi.waitFor(() => expect(upgraded).toHaveBeenCalledOnce());
	await vi.waitFor(() => expect(io.engine.clientsCount).toBe(0));
});
