import { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { openWs } from './open-ws.ts';

let server: WebSocketServer;
beforeEach(async () => {
	server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	await vi.waitUntil(() => server.address());
});
afterEach(() => {
	for (const client of server.clients) client.terminate();
	server.close();
});

it('offers its subprotocol without compression, and hears the sign of life it asked for', async () => {
	let extensions: string | undefined;
	server.on('connection', (_, request) => (extensions = request.headers['sec-websocket-extensions'] ?? ''));
	const socket = openWs(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, 'mooring.v2');
	socket.askForLife?.(() => expect.unreachable('nothing is asked before the line is open'));
	await new Promise<void>((resolve) => socket.addEventListener('open', () => resolve()));
	expect([...server.clients][0]?.protocol).toBe('mooring.v2');
	expect(extensions).toBe('');
	await new Promise<void>((resolve) => socket.askForLife!(resolve));
});
