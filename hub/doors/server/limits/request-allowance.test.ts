import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { inLaterTurn } from '../../../base/clock.ts';
import { ManualClock } from '../../../base/manual-clock.ts';
import { IN_A_TURN, REFUSED_AFTER_MS, RequestAllowance, SIGNED_IN, WAITING, charge } from './request-allowance.ts';

/** Its immediates, then its timers: those of the code were there before. */
const nextTurn = async () => {
	await new Promise(setImmediate);
	await new Promise<void>(inLaterTurn);
};

const STRANGERS = { burst: 1_000, perSecond: 100, least: 10 };

let clock: ManualClock;
let requests: RequestAllowance;

beforeEach(() => {
	clock = new ManualClock();
	requests = open({ ...IN_A_TURN, ofOne: Infinity, ofStrangers: Infinity });
});

function open(inATurn?: typeof IN_A_TURN): RequestAllowance {
	return new RequestAllowance({
		clock,
		addressOf: (remote) => Buffer.from(remote).toString(),
		sessionOf: (cookie) => (cookie.startsWith('good') ? cookie : undefined),
		accounts: inATurn ? 2 : 64,
		strangers: STRANGERS,
		...(inATurn && { inATurn }),
	});
}

/** Makes a request and notes whether it is admitted, now or later, and how it is refused. With a body it cannot wait. */
function ask(address: string, cookie = '', hasBody = true) {
	const asked = {
		isTaken: false,
		isTakenLater: false,
		answer: '',
		charge: (bytes: number) => charge(res, bytes),
		cut: () => undefined as void,
	};
	const res = {
		getRemoteAddressAsText: () => Buffer.from(address),
		onAborted: (call: () => void) => (asked.cut = call),
		cork: (act: () => void) => act(),
		writeStatus: (status: string) => ((asked.answer += status), res),
		writeHeader: (name: string, value: string) => ((asked.answer += ` ${name}=${value}`), res),
		end: () => res,
		close: () => ((asked.answer += 'closed'), res),
	} as unknown as HttpResponse;
	const req = {
		getMethod: () => 'get',
		getCaseSensitiveMethod: () => 'GET',
		getUrl: () => '/',
		getQuery: () => '',
		getHeader: (name: string) => (name === 'cookie' ? cookie : ''),
		getParameter: () => undefined,
		forEach: () => undefined,
	} as unknown as HttpRequest;
	const later = () => (asked.isTakenLater = true);
	asked.isTaken = requests.admit(res, req, hasBody ? undefined : later);
	return asked;
}

describe('a network', () => {
	it('that has used its share is admitted again after some time', () => {
		for (let n = 0; n < 100; n++) expect(ask('10.0.0.1').isTaken).toBe(true);
		expect(ask('10.0.0.1').isTaken).toBe(false);
		expect(ask('10.0.0.2').isTaken).toBe(true);
		clock.advance(100);
		expect(ask('10.0.0.1').isTaken).toBe(true);
		expect(ask('10.0.0.1').isTaken).toBe(false);
	});

	it('pays for what it sends and is sent, before its next request', () => {
		ask('10.0.0.1').charge(2_000);
		clock.advance(10_000);
		expect(ask('10.0.0.1').isTaken).toBe(false);
		clock.advance(1_000);
		expect(ask('10.0.0.1').isTaken).toBe(true);
	});

	it('is answered 429 after a while if it asked too much, unless its connection is gone', () => {
		ask('10.0.0.1').charge(1_000);
		const [late, gone] = [ask('10.0.0.1'), ask('10.0.0.1')];
		expect(late.answer).toBe('');
		gone.cut();
		clock.advance(REFUSED_AFTER_MS);
		expect(late.answer).toContain('429 Too Many Requests');
		expect(late.answer).toContain('retry-after=1');
		expect(gone.answer).toBe('');
	});

	it('is an IPv6 /64, and the hub’s own machine is not counted', () => {
		ask('2001:db8::1').charge(1_000);
		expect(ask('2001:db8::2').isTaken).toBe(false);
		ask('127.0.0.1').charge(10_000);
		expect(ask('127.0.0.1').isTaken).toBe(true);
	});

	it('with the oldest request is forgotten first', () => {
		ask('10.0.0.1').charge(1_000);
		ask('10.0.0.2').charge(1_000);
		expect(ask('10.0.0.1').isTaken).toBe(false);
		ask('10.0.0.3');
		expect(ask('10.0.0.1').isTaken).toBe(false);
		expect(ask('10.0.0.2').isTaken).toBe(true);
	});
});

it('counts a signed-in browser separately from strangers at its address', () => {
	ask('10.0.0.1').charge(1_000);
	expect(ask('10.0.0.1').isTaken).toBe(false);
	expect(ask('10.0.0.1', 'made-up').isTaken).toBe(false);
	const person = ask('10.0.0.1', 'good-1');
	expect(person.isTaken).toBe(true);
	person.charge(SIGNED_IN.burst);
	expect(ask('10.0.0.9', 'good-1').isTaken).toBe(false);
	expect(ask('10.0.0.9', 'good-2').isTaken).toBe(true);
});

describe('in one turn of the event loop', () => {
	beforeEach(() => (requests = open()));

	it('a connection with a thousand requests in one packet gets a few answers and is closed', async () => {
		const asked = Array.from({ length: IN_A_TURN.ofOne + 1 }, () => ask('10.0.0.1', 'good'));
		expect(asked.map(({ isTaken }) => isTaken).lastIndexOf(true)).toBe(IN_A_TURN.ofOne - 1);
		expect(asked.at(-1)!.answer).toBe('closed');
		expect(ask('10.0.0.2').isTaken).toBe(true);
		await nextTurn();
		await nextTurn();
		expect(ask('10.0.0.1', 'good').isTaken).toBe(true);
	});

	it('strangers from any number of networks get only their share, and signed-in browsers are not counted with them', () => {
		let taken = 0;
		for (let n = 0; n < 400; n++) if (ask(`10.${n >> 8}.${n & 255}.1`).isTaken) taken++;
		expect(taken).toBe(IN_A_TURN.ofStrangers + IN_A_TURN.guaranteedInAll);
		expect(ask('10.0.0.1', 'good').isTaken).toBe(true);
	});

	it('two requests with bodies from each network are admitted beyond that share, but no third', () => {
		for (let n = 0; n < IN_A_TURN.ofStrangers; n++) ask('10.0.0.1');
		expect([1, 2, 3].map(() => ask('10.0.0.2').isTaken)).toEqual([true, true, false]);
	});

	it('pages that strangers request beyond their share wait and are sent in order, whoever asks in between', async () => {
		const asked = Array.from({ length: 3 * IN_A_TURN.ofStrangers - 1 }, (_, n) => ask(`10.0.${n}.1`, '', false));
		const heard = () => asked.filter(({ isTaken, isTakenLater }) => isTaken || isTakenLater).length;
		expect(heard()).toBe(IN_A_TURN.ofStrangers);
		await nextTurn();
		const last = ask('10.9.0.1', '', false);
		expect([last.isTaken, last.isTakenLater]).toEqual([false, false]);
		expect(ask('10.9.0.1', 'good', false).isTaken).toBe(true);
		expect(heard()).toBe(2 * IN_A_TURN.ofStrangers);
		await nextTurn();
		expect(heard()).toBe(asked.length);
		expect(last.isTakenLater).toBe(true);
		await nextTurn();
		await nextTurn();
		expect(ask('10.9.0.1', '', false).isTaken).toBe(true);
	});

	it('each network may have a few waiting requests, and those of lost connections are not handled', async () => {
		for (let n = 0; n < IN_A_TURN.ofStrangers; n++) ask('10.0.0.1');
		const asked = Array.from({ length: WAITING.ofOne + 1 }, () => ask('10.0.0.2', '', false));
		const other = ask('10.0.0.3', '', false);
		expect(asked.map(({ answer }) => answer)).toEqual([...Array<string>(WAITING.ofOne).fill(''), 'closed']);
		asked[0]!.cut();
		await nextTurn();
		await nextTurn();
		expect(asked.map(({ isTakenLater }) => isTakenLater)).toEqual([
			false,
			...Array<boolean>(WAITING.ofOne - 1).fill(true),
			false,
		]);
		expect(other.isTakenLater).toBe(true);
	});
});
