import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { systemRandom } from '../../base/random.ts';
import { HANDLES_OF_NETWORK, HANDLES_OF_ONE, HANDLE_MS, SignInHandles, TRIES_OF_HANDLE } from './sign-in-handles.ts';

const ANNA = { id: 'anna', passwordChanges: 2 };
const HERE = '192.168.1.4';

let clock: ManualClock;
let handles: SignInHandles;
/** where sign-ins ended without a right code */
let failed: string[];

const open = (address: string, person = ANNA) => handles.open(person, address, () => void failed.push(address));

beforeEach(() => {
	failed = [];
	clock = new ManualClock();
	handles = new SignInHandles(clock, systemRandom);
});

describe('a sign-in that waits for a code', () => {
	it('is known by its handle, which nobody guesses, for some minutes', () => {
		const handle = open(HERE);
		expect(Buffer.from(handle, 'base64url')).toHaveLength(32);
		clock.advance(HANDLE_MS - 1);
		expect(handles.personOf(handle, HERE)).toEqual(ANNA);
		clock.advance(1);
		expect(handles.personOf(handle, HERE)).toBeUndefined();
		expect(handles.countTry(handle, HERE)).toBeUndefined();
	});

	it('has a few tries, and tells the last one', () => {
		const handle = open(HERE);
		const tries = Array.from({ length: TRIES_OF_HANDLE + 1 }, () => handles.countTry(handle, HERE)?.isLast);
		expect(tries).toEqual([...Array<boolean>(TRIES_OF_HANDLE - 1).fill(false), true, undefined]);
	});

	it('is none in another network, where it loses no try either', () => {
		const handle = open('2001:db8:1:2::3');
		for (let n = 0; n < TRIES_OF_HANDLE; n++) expect(handles.countTry(handle, HERE)).toBeUndefined();
		expect(handles.personOf(handle, HERE)).toBeUndefined();
		expect(handles.countTry(handle, '2001:db8:1:2::4')).toEqual({ isLast: false });
	});

	it('ends once it is used', () => {
		const handle = open(HERE);
		handles.end(handle);
		expect([handles.isOpen(handle), handles.personOf(handle, HERE)]).toEqual([false, undefined]);
	});

	it('is one of a few in one network, where the oldest ends and others stay', () => {
		const other = open('10.0.0.1');
		const own = Array.from({ length: HANDLES_OF_NETWORK + 1 }, () => open(HERE));
		expect(own.map((handle) => handles.isOpen(handle))).toEqual([
			false,
			...Array<boolean>(HANDLES_OF_NETWORK).fill(true),
		]);
		expect(handles.isOpen(other)).toBe(true);
	});

	it('is one of some of a person in all networks; those of others stay', () => {
		const bens = open(HERE, { id: 'ben', passwordChanges: 0 });
		const own = Array.from({ length: HANDLES_OF_ONE + 1 }, (_, n) => open(`10.0.0.${n}`));
		expect(own.filter((handle) => handles.isOpen(handle))).toHaveLength(HANDLES_OF_ONE);
		expect(handles.isOpen(bens)).toBe(true);
	});

	it('that gets no right code is told once: when its time or its tries are over, or another takes its place', () => {
		open(HERE);
		clock.advance(HANDLE_MS);
		expect(failed).toEqual([HERE]);
		for (let n = 0; n <= HANDLES_OF_NETWORK; n++) open('10.0.0.1');
		expect(failed).toEqual([HERE, '10.0.0.1']);
		const tried = open('10.0.1.1');
		handles.fail(tried);
		clock.advance(HANDLE_MS);
		expect(failed.filter((address) => address === '10.0.1.1')).toHaveLength(1);
		expect(failed).toHaveLength(3 + HANDLES_OF_NETWORK);
	});

	it('that is used is not told, nor one that its person left in that network; one that was tried is', () => {
		const [tried, , used] = [open(HERE), open(HERE), open(HERE), open('10.0.0.1')];
		handles.countTry(tried!, HERE);
		handles.end(used!);
		handles.endUntried(ANNA, HERE);
		clock.advance(HANDLE_MS);
		expect(failed).toEqual([HERE, '10.0.0.1']);
	});
});
