import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { playedProgram } from '../harness/images.ts';
import { PosixBoard } from './posix-board.ts';
import { boardSuite } from './suite/board-suite.ts';
import { SuiteHouse } from './suite/suite-house.ts';
import { D1_MINI, NEW, offer, startUpdate } from './suite/updates.ts';

const KIND = {
	name: 'the firmware',
	make: (hub: string) => new PosixBoard(hub),
	image: (version: string) => playedProgram(version, 60_001),
};

boardSuite(KIND);

/** The real hub, and the firmware, which has not been started. */
async function open(): Promise<SuiteHouse & { board: PosixBoard }> {
	const house = await SuiteHouse.open(KIND);
	onTestFinished(() => house.close());
	return house as SuiteHouse & { board: PosixBoard };
}

/** A board without a hub. */
function board(): PosixBoard {
	const made = new PosixBoard('127.0.0.1:9');
	onTestFinished(() => made.remove());
	return made;
}

describe('an update', () => {
	it('that was damaged on the flash is never started', async () => {
		const image = randomBytes(400_000);
		const house = await open();
		offer(house, image);
		await house.claimed(D1_MINI);
		await startUpdate(house);
		const { flash } = house.board;
		// So much lies there that it does not begin anew.
		const inFlash = (from: number) => readFileSync(flash).indexOf(image.subarray(from, from + 64));
		await expect.poll(() => inFlash(20_000), { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
		await house.board.cutPower();
		const bytes = readFileSync(flash);
		bytes[inFlash(0)]! ^= 1;
		writeFileSync(flash, bytes);
		house.board.start();
		await house.view.until(() => house.device.update?.state === 'failed', 15_000);
		expect(house.device.update!.reason).toBe('The image is damaged: its SHA-256 is another one.');
		expect(house.device.vitals.firmware).not.toBe(NEW);
		await house.board.said(/^the update failed: The image is damaged/);
	});
});

describe('a flash', () => {
	it('is made with the MAC it is given', async () => {
		const house = await open();
		house.board.start(await house.configFile(), '--mac', '02A0B1C2D3E4');
		await house.online();
		expect(house.device.code).toBe('ESP_02A0B1C2D3E4');
	});

	it('that was never provisioned says so', async () => {
		const made = board().start();
		expect(await made.said(/never provisioned/)).toContain('flash it with a config file');
		expect(await made.stop()).toBe(0);
	});

	it('with a damaged config file says so, and connects to nobody', async () => {
		const house = await open();
		const file = await house.configFile();
		file[40]! ^= 1;
		house.board.start(file);
		expect(await house.board.said(/damaged/)).toContain('Flash it again');
		expect(house.board.lines).toHaveLength(1);
	});

	it('that is none is left alone', async () => {
		const made = board();
		writeFileSync(made.flash, 'precious');
		made.start();
		expect(await made.ended()).toBe(1);
		expect(made.lines[0]).toContain('is no flash of a board');
		expect(readFileSync(made.flash, 'utf8')).toBe('precious');
	});
});
