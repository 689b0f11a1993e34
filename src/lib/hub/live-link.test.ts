import { WebSocket as WebSocketTransport } from 'engine.io-client';
import { type Client, Server, WebSocket as MockWebSocket } from 'mock-socket';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ANNA, device, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { LiveHub, connectToHub } from './live.svelte.ts';

/** The real socket.io client of the dashboard against a server that writes socket.io frames by hand. */
const URL = 'ws://hub.test/socket.io/';
const OPEN = '0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';

class MockTransport extends WebSocketTransport {
	override createSocket(url: string): WebSocket {
		return new MockWebSocket(url);
	}
}

let server: Server;
let line: Client | undefined;
/** the positions it asked to follow from, in order */
let asked: unknown[];
let hub: LiveHub;

function listen(): void {
	server = new Server(URL, { mock: false });
	server.on('connection', (client) => {
		line = client;
		client.send(OPEN);
		client.on('message', (frame) => answer(client, String(frame)));
	});
}

function answer(client: Client, frame: string): void {
	if (frame === '40') return client.send('40{"sid":"t"}');
	const [, id, body] = /^42(\d+)(.*)$/.exec(frame) ?? [];
	const [command, wish] = JSON.parse(body ?? '[]') as unknown[];
	if (command === 'follow') {
		asked.push(wish);
		const value = asked.length === 1 ? snapshot(4, [device('d1')]) : { kind: 'missed', now: 0, events: [] };
		client.send(`43${id}[${JSON.stringify({ ok: true, value })}]`);
	} else if (command === 'set-relay') client.send(`43${id}[{"ok":true,"value":null}]`);
}

beforeEach(() => {
	vi.stubGlobal('location', new globalThis.URL('http://hub.test'));
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
	asked = [];
	listen();
	hub = new LiveHub(
		() => undefined,
		(onPing) => connectToHub(onPing, [MockTransport]),
		async () => false,
	);
	hub.start(ANNA);
});
afterEach(() => {
	hub.stop();
	server.stop();
	vi.unstubAllGlobals();
});

it('follows the house over one WebSocket, and continues at its position after a reconnect', async () => {
	await vi.waitUntil(() => hub.link === 'live');
	expect([...hub.devices.keys()]).toEqual(['d1']);
	line!.send(`42["live",${JSON.stringify({ seq: 5, event: { type: 'device', device: device('d1', 'Attic') } })}]`);
	await vi.waitUntil(() => hub.devices.get('d1')!.base.name === 'Attic');

	server.close({ code: 1006, reason: '', wasClean: false });
	await vi.waitUntil(() => hub.link === 'waiting');
	expect(hub.devices.get('d1')!.base.name).toBe('Attic');
	server.stop();
	listen();
	await vi.waitUntil(() => hub.link === 'live', { timeout: 10_000 });
	expect(asked).toEqual([{ together: true }, { epoch: 'a', seq: 5, together: true }]);
});
