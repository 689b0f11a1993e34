import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { uWS } from '../web-server.ts';
import { sendWhole } from './send-whole.ts';

const BODY = Buffer.alloc(8 * 1_024 * 1_024, 'mooring');
const REQUEST = 'GET / HTTP/1.1\r\nHost: hub\r\n\r\n';

let server: ReturnType<typeof uWS.App>;
let socket: Socket;
let asked: number;

beforeEach(async () => {
	asked = 0;
	server = uWS.App().get('/', (res) => {
		asked++;
		res.onAborted(() => undefined);
		res.cork(() => sendWhole(res, BODY));
	});
	const port = await new Promise<number>((resolve) =>
		server.listen('127.0.0.1', 0, (socket) =>
			resolve(uWS.us_socket_local_port(socket as Parameters<typeof uWS.us_socket_local_port>[0])),
		),
	);
	socket = connect({ port, host: '127.0.0.1' }).on('error', () => undefined);
	socket.pause();
	await once(socket, 'connect');
});
afterEach(() => {
	socket.destroy();
	server.close();
});

it('sends all of a large body to a slow reader, and then the next one', async () => {
	for (let n = 0; n < 2; n++) {
		socket.write(REQUEST);
		const { head, body } = await readAnswer();
		expect(head).toContain(`Content-Length: ${BODY.length}\r\n`);
		expect(body.equals(BODY)).toBe(true);
	}
	expect(asked).toBe(2);
});

async function readAnswer(): Promise<{ head: string; body: Buffer }> {
	const pieces: Buffer[] = [];
	let missing = BODY.length;
	while (missing > 0) {
		const piece = socket.read() as Buffer | null;
		if (!piece) await once(socket, 'readable');
		else if (pieces.push(piece) > 1) missing -= piece.length;
		else missing -= piece.length - headBytes(piece);
	}
	const all = Buffer.concat(pieces);
	return { head: all.subarray(0, headBytes(all)).toString(), body: all.subarray(headBytes(all)) };
}

function headBytes(answer: Buffer): number {
	return answer.indexOf('\r\n\r\n') + 4;
}

it('closes a connection that sends the next request before it has read this answer', async () => {
	socket.write(REQUEST.repeat(200));
	const gone = once(socket, 'close');
	socket.resume();
	await gone;
	expect(asked).toBeLessThan(3);
});
