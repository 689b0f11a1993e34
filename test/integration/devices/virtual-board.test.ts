import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { boardSuite } from '../../board/suite/board-suite.ts';
import { SuiteHouse, NAME } from '../../board/suite/suite-house.ts';
import { BoardCommand } from '../../harness/boards/board-command.ts';

const KIND = {
	name: 'a virtual board',
	make: (hub: string) => new BoardCommand(hub),
	image: () => Buffer.alloc(60_001, 7),
};

boardSuite(KIND);

it('a virtual board that cannot write its state refuses a configuration, says why, and takes it once it can', async () => {
	const house = await SuiteHouse.open(KIND);
	onTestFinished(() => house.close());
	await house.claimed();
	// Where a folder has the name of its flash nothing can be read or written.
	const flash = `${house.board.config}.flash`;
	renameSync(flash, `${flash}.away`);
	mkdirSync(flash);
	await house.change((plan) => (plan.relays[0]!.maxOnMs = 60_000));
	await house.view.until(() => house.device.config.state === 'refused');
	expect(house.device.config.error).toBe('The configuration could not be written to the flash.');
	await house.set(1, true);
	expect(house.relay(1).offAt).toBeNull();
	await expect.poll(async () => (await house.log()).at(-1), { timeout: 10_000 }).toMatch(/^configuration 1 refused: /);
	rmdirSync(flash);
	renameSync(`${flash}.away`, flash);
	await house.hub.stop();
	await house.hub.start();
	await house.online();
	await house.view.until(() => house.device.config.state === 'applied' && house.relay(1).offAt);
	expect(house.device.name).toBe(NAME);
});
