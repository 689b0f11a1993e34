import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TcpSocket } from './tcp-socket.ts';

let server: Server;
let clients: Socket[];
/** what the server heard, and whether the other side has ended */
let heard: string;
let ended: boolean;
let changes: number;
let socket: TcpSocket;

beforeEach(async () => {
	clients = [];
	heard = '';
	ended = false;
	changes = 0;
	server = createServer({ allowHalfOpen: true }, (client) => {
		clients.push(client);
		client.on('data', (data) => (heard += data.toString())).on('end', () => (ended = true));
		client.on('error', () => undefined);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	socket = new TcpSocket(() => changes++);
});
afterEach(() => {
	socket.close();
	for (const client of clients) client.destroy();
	server.close();
});

const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 5_000, interval: 2 });

async function connected(): Promise<Socket> {
	expect(socket.connect('127.0.0.1', (server.address() as AddressInfo).port)).toBe(true);
	expect(socket.state).toBe('connecting');
	await until(() => socket.state === 'open' && clients.length > 0);
	return clients.at(-1)!;
}

function receive(room: number): string | number {
	const out = Buffer.alloc(room);
	const size = socket.receive(out);
	return size > 0 ? out.toString('utf8', 0, size) : size;
}

it('reports its opening and received bytes, and returns them piece by piece', async () => {
	const hub = await connected();
	expect(changes).toBe(1);
	expect(receive(4)).toBe(0);
	hub.write('welcome');
	await until(() => changes === 2);
	expect([receive(4), receive(4), receive(4)]).toEqual(['welc', 'ome', 0]);
	expect(socket.send(Buffer.from('hello'))).toBe(5);
	await until(() => heard === 'hello');
});

it('returns what came before the other side ended, and then reports that it is gone', async () => {
	const hub = await connected();
	hub.end('bye');
	await until(() => socket.state === 'closed');
	expect([receive(9), receive(9)]).toEqual(['bye', -1]);
	expect(socket.send(Buffer.from('x'))).toBe(-1);
});

it('reports that nobody answers', async () => {
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	socket.connect('127.0.0.1', port);
	await until(() => socket.state === 'closed' && changes > 0);
	expect(receive(1)).toBe(-1);
});

it('accepts no more if the other side does not read, and reports when there is room again', async () => {
	const hub = await connected();
	hub.pause();
	const piece = Buffer.alloc(8_192);
	let sent = 0;
	for (let taken = 1; taken > 0; sent += taken) {
		taken = socket.send(piece);
		await new Promise(setImmediate);
	}
	changes = 0;
	hub.resume();
	await until(() => changes > 0 && socket.send(piece) > 0);
	await until(() => heard.length === sent + piece.length);
});

it('sends what is waiting when it is closed, and ends the connection', async () => {
	await connected();
	socket.send(Buffer.from('goodbye'));
	socket.close();
	expect(socket.state).toBe('closed');
	await until(() => ended);
	expect(heard).toBe('goodbye');
});

it('leaves the connection half open when its power is cut', async () => {
	const hub = await connected();
	socket.abandon();
	changes = 0;
	hub.write('anybody there?');
	const other = new TcpSocket(() => undefined);
	other.connect('127.0.0.1', (server.address() as AddressInfo).port);
	await until(() => other.state === 'open'); // whatever would have been heard has been
	expect([changes, ended, hub.destroyed]).toEqual([0, false, false]);
	other.close();
});
