import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { describe, expect, it } from 'vitest';
import { Wifi } from '../../../../protocol/dashboard/shapes.ts';
import { ManualClock } from '../../../base/manual-clock.ts';
import { inLaterTurn } from '../../../base/clock.ts';
import { RequestAllowance } from '../limits/request-allowance.ts';
import { BodyReader, parseBody } from './read-body.ts';

const nextTurn = () => new Promise<void>(inLaterTurn);
const parse = (ssid: string) => parseBody(Wifi, Buffer.from(`{"ssid":"${ssid}","password":""}`), 'application/json');

describe('a body', () => {
	it.each(['\\u0000', '\\ud800x', 'x\\uDC00'])(
		'with the text %s is refused: the database would keep another',
		(text) => {
			expect(parse(text)).toMatchObject({ ok: false, error: { status: 400, error: { fault: 'broken-text' } } });
		},
	);

	it('with a character that JSON writes as two halves is taken', () => {
		expect(parse('\\ud83d\\ude00')).toMatchObject({ value: { ssid: '\u{1F600}' } });
	});
});

describe('bodies that arrive in one turn', () => {
	const reader = new BodyReader();
	const requests = new RequestAllowance({
		clock: new ManualClock(),
		addressOf: (remote) => Buffer.from(remote).toString(),
		sessionOf: (cookie) => cookie || undefined,
	});

	/** Sends a whole body and notes in `read` when it is handed on. */
	function send(address: string, cookie: string, read: string[]): void {
		const body = new TextEncoder().encode(address).buffer;
		const res = {
			getRemoteAddressAsText: () => Buffer.from(address),
			onAborted: () => undefined,
			onData: (take: (chunk: ArrayBuffer, last: boolean) => void) => take(body, true),
		} as unknown as HttpResponse;
		const req = {
			getHeader: (name: string) => (name === 'cookie' ? cookie : ''),
			forEach: () => undefined,
		} as unknown as HttpRequest;
		requests.admit(res, req);
		void reader.read(res, { aborted: false }).then((done) => read.push(done.ok ? String(done.value) : 'refused'));
	}

	it('from strangers are handed on one in each turn, and no signed-in person waits for them', async () => {
		const read: string[] = [];
		for (const address of ['10.1.0.1', '10.2.0.1', '10.3.0.1']) send(address, '', read);
		send('10.4.0.1', 'a session', read);
		await Promise.resolve();
		await Promise.resolve();
		expect(read).toEqual(['10.4.0.1']);
		await nextTurn();
		expect(read).toEqual(['10.4.0.1', '10.1.0.1']);
		await nextTurn();
		await nextTurn();
		expect(read).toEqual(['10.4.0.1', '10.1.0.1', '10.2.0.1', '10.3.0.1']);
	});
});
