import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import type * as UWebSockets from 'uWebSockets.js';
import { uWS } from '../web-server.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLine } from '../line.ts';
import { sendPieces } from './send-pieces.ts';

const PIECE = 'x'.repeat(100_000);

let app: UWebSockets.TemplatedApp;
let port: number;
let pieces: () => AsyncGenerator<string>;
let ended: Promise<'sent' | 'failed'>;

beforeEach(async () => {
	app = uWS.App();
	let end: (how: 'sent' | 'failed') => void;
	ended = new Promise((resolve) => (end = resolve));
	app.get('/', (res) => {
		sendPieces(res, pieces(), openLine(res)).then(
			() => end('sent'),
			() => end('failed'),
		);
	});
	port = await new Promise<number>((resolve) =>
		app.listen('127.0.0.1', 0, (listening) =>
			resolve(uWS.us_socket_local_port(listening as UWebSockets.us_listen_socket)),
		),
	);
});
afterEach(() => app.close());

const url = () => `http://127.0.0.1:${port}/`;

/** An answer nobody reads yet. */
async function unread(): Promise<IncomingMessage> {
	const [answer] = (await once(get(url()), 'response')) as [IncomingMessage];
	return answer.pause();
}

it('all pieces arrive, in order', async () => {
	pieces = async function* () {
		for (let n = 0; n < 50; n++) yield `${n},${PIECE};`;
	};
	const text = await (await fetch(url())).text();
	expect(text).toBe(Array.from({ length: 50 }, (_, n) => `${n},${PIECE};`).join(''));
	expect(await ended).toBe('sent');
});

it('sends everything to a slow reader, and makes pieces only as fast as it reads', async () => {
	let made = 0;
	pieces = async function* () {
		for (; made < 1_000; made++) yield PIECE;
	};
	let length = 0;
	let ahead = 0;
	for await (const chunk of await unread()) {
		length += (chunk as Buffer).length;
		ahead = Math.max(ahead, made * PIECE.length - length);
	}
	expect(length).toBe(1_000 * PIECE.length);
	expect(ahead).toBeLessThan(30_000_000);
	expect(await ended).toBe('sent');
});

it('stops making pieces when the reader leaves', async () => {
	let over = false;
	pieces = async function* () {
		try {
			for (;;) yield PIECE;
		} finally {
			over = true;
		}
	};
	(await unread()).destroy();
	expect(await ended).toBe('sent');
	expect(over).toBe(true);
});

it('closes the connection if a piece cannot be made, so that nobody takes a part for the whole', async () => {
	pieces = async function* () {
		yield PIECE;
		throw new Error('the disk is gone');
	};
	await expect(fetch(url()).then((answer) => answer.text())).rejects.toThrow();
	expect(await ended).toBe('failed');
});
