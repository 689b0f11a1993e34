import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	DAY_MS,
	OFF,
	ON,
	ask,
	browser,
	clock,
	failure,
	log,
	poll,
	powerCut,
	presence,
	put,
	relay,
	setUp,
	states,
	tearDown,
	view,
} from '../../harness/boards/legacy-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('a relay of it', () => {
	beforeEach(async () => {
		await poll({ relay1: 0, relay2: 0 });
		await view.until(() => relay(2).reported === false && presence() === 'online');
	});

	it('is switched at the next poll, and done when the board reports it', async () => {
		const answered = put(true);
		await view.until(() => relay().wanted === true);
		expect(await states({ relay1: 0 })).toEqual(ON);
		await browser.call('GET', '/hub');
		expect(relay()).toMatchObject({ wanted: true, reported: false });
		expect(await states({ relay1: 1 })).toEqual(ON);
		expect(await answered).toMatchObject({ reported: true, wanted: null, cause: 'command', by: 'anna' });
		await view.until(() => log().some(({ what, person }) => what === 'relay-on' && person === 'anna'));
		expect(await states({ relay1: 1 })).toEqual(ON);
	});

	it('is done at the poll after, where the board never reports', async () => {
		const answered = put(true);
		await view.until(() => relay().wanted === true);
		expect(await states()).toEqual(ON);
		expect(relay().wanted).toBe(true);
		expect(await states()).toEqual(ON);
		expect(await answered).toMatchObject({ reported: true, cause: 'command', by: 'anna' });
	});

	it('stays as it is where the board says that it did not do it', async () => {
		const answered = failure(put(true));
		await view.until(() => relay().wanted === true);
		expect(await states({ relay1: 0 })).toEqual(ON);
		expect(await states({ relay1: 0 })).toEqual(OFF);
		expect(await answered).toMatchObject({ status: 409 });
		await view.until(() => relay().failure === 'refused');
	});

	it('falls back where the board is silent for 15 s, and what was asked is not done later', async () => {
		const answered = failure(put(true));
		await view.until(() => relay().wanted === true);
		clock.advance(14_999);
		await browser.call('GET', '/hub');
		expect(relay().wanted).toBe(true);
		clock.advance(1);
		expect(await answered).toEqual({
			status: 504,
			message: 'No answer from the board in 15 s. It is still off.',
			field: undefined,
		});
		await view.until(() => relay().failure === 'no-answer' && relay().wanted === null);
		expect(await states({ relay1: 0 })).toEqual(OFF);
		expect(await states()).toEqual(OFF);
	});

	it('stays wanted where the board was told and then is silent: what it did is seen when it is back', async () => {
		await ask(true);
		expect(await states({ relay1: 0 })).toEqual(ON);
		clock.advance(60_000);
		await view.until(() => relay().failure === 'no-answer');
		expect(await states()).toEqual(ON);
		await view.until(() => relay().reported === true);
		expect(relay()).toMatchObject({ cause: 'command', by: 'anna', wanted: null });
	});

	it('obeys the newest of many wishes', async () => {
		const wishes = Array.from({ length: 21 }, (_, i) => failure(put(i % 2 === 0)));
		await view.until(() => relay().wanted === true);
		await Promise.race([Promise.all(wishes.slice(0, 20)), browser.call('GET', '/hub')]);
		expect(await Promise.all(wishes.slice(0, 20))).toEqual(
			Array(20).fill(expect.objectContaining({ status: 409, message: expect.stringContaining('newer command') })),
		);
		expect(await states({ relay1: 0 })).toEqual(ON);
		expect(await states({ relay1: 1 })).toEqual(ON);
		expect(await wishes[20]).toBeUndefined();
	});

	it('is not switched while the board does not ask', async () => {
		clock.advance(10_000);
		await view.until(() => presence() === 'away');
		expect(await failure(put(true))).toMatchObject({
			status: 503,
			message: 'Shed has not asked the hub lately, so it was not switched.',
		});
		expect(await states()).toEqual(OFF);
	});

	it('follows a button at the board, and nobody is named for it', async () => {
		await ask(true);
		await states({ relay1: 0 });
		await states({ relay1: 1 });
		expect(await states({ relay1: 0 })).toEqual(OFF);
		await view.until(() => relay().reported === false);
		expect(relay()).toMatchObject({ cause: null, by: null });
		expect(await states()).toEqual(OFF);
	});
});

describe('a countdown', () => {
	beforeEach(async () => {
		await poll({ relay1: 0 });
		await view.until(() => relay().reported === false && presence() === 'online');
	});

	/** On for a minute, as the board was told at this moment. */
	async function onForAMinute(): Promise<void> {
		await ask(true, 60_000);
		expect(await states({ relay1: 0 })).toEqual(ON);
		expect(await states({ relay1: 1 })).toEqual(ON);
		await view.until(() => relay().offAt === clock.now() + 60_000);
	}

	it('is the hub’s: the board is told off when it is over', async () => {
		await onForAMinute();
		clock.advance(59_999);
		expect(await states({ relay1: 1 })).toEqual(ON);
		clock.advance(1);
		expect(await states({ relay1: 1 })).toEqual(OFF);
		expect(await states({ relay1: 0 })).toEqual(OFF);
		await view.until(() => relay().reported === false);
		expect(relay()).toMatchObject({ cause: 'countdown', by: null, offAt: null });
	});

	it('ends late rather than never, where the board is silent meanwhile', async () => {
		await onForAMinute();
		clock.advance(10 * 60_000);
		expect(await states()).toEqual(OFF);
		await view.until(() => presence() === 'online');
		expect(await states()).toEqual(OFF);
		await view.until(() => relay().reported === false && relay().cause === 'countdown');
	});

	it('ends with a newer command, and when the board goes off by itself', async () => {
		await onForAMinute();
		await ask(true);
		await states({ relay1: 1 });
		await view.until(() => relay().offAt === null);
		clock.advance(61_000);
		expect(await states({ relay1: 1 })).toEqual(ON);
		await view.until(() => presence() === 'online');
		await ask(true, 60_000);
		await states({ relay1: 1 });
		expect(await states({ relay1: 0 })).toEqual(OFF);
		expect(await states({ relay1: 1 })).toEqual(ON);
		clock.advance(61_000);
		expect(await states({ relay1: 1 })).toEqual(ON);
	});

	it('survives a power cut with the time that is left, also one that is over meanwhile', async () => {
		await onForAMinute();
		clock.advance(20_000);
		await powerCut(() => clock.advance(30_000));
		expect(await states()).toEqual(ON);
		await view.until(() => relay().reported === true && relay().offAt === clock.now() + 10_000);
		clock.advance(9_999);
		expect(await states()).toEqual(ON);
		await powerCut(() => clock.advance(30_000));
		expect(await states()).toEqual(OFF);
	});

	it('is never longer than it was, whatever the wall clock says after a restart', async () => {
		await onForAMinute();
		await powerCut(() => clock.stepWall(-365 * DAY_MS));
		clock.advance(60_000);
		expect(await states()).toEqual(OFF);
	});
});

describe('a power cut of the hub', () => {
	beforeEach(async () => {
		await poll();
		await poll();
		await view.until(() => relay().reported === false && presence() === 'online');
	});

	it('before the board was told loses no command', async () => {
		await ask(true);
		await powerCut(() => clock.advance(5_000));
		expect(relay()).toMatchObject({ wanted: true });
		expect(await states()).toEqual(ON);
		await states();
		await view.until(() => relay().reported === true);
		expect(relay()).toMatchObject({ cause: 'command', by: 'anna', wanted: null });
	});

	it('after the board was told takes nothing back', async () => {
		await ask(true);
		expect(await states()).toEqual(ON);
		await powerCut(() => clock.advance(60_000));
		expect(await states()).toEqual(ON);
		await view.until(() => relay().reported === true);
		expect(relay()).toMatchObject({ cause: 'command', by: 'anna' });
		await powerCut();
		expect(await states()).toEqual(ON);
	});

	it('that outlasts the deadline leaves the relay as it was', async () => {
		await ask(true);
		await powerCut(() => clock.advance(15_000));
		expect(relay()).toMatchObject({ wanted: null });
		expect(await states()).toEqual(OFF);
	});

	it('brings a command that was written off back in no way, also where the wall clock goes back', async () => {
		await ask(true);
		clock.advance(15_000);
		await view.until(() => relay().failure === 'no-answer');
		await powerCut(() => clock.stepWall(-10_000));
		expect(await states()).toEqual(OFF);
	});
});
