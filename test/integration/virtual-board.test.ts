import { mkdirSync, rmSync, rmdirSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { boardSuite } from '../board/suite/board-suite.ts';
import { House, NAME } from '../board/suite/house.ts';
import { BoardCommand } from '../harness/board-command.ts';

const KIND = {
	name: 'a virtual board',
	make: (hub: string) => new BoardCommand(hub),
	image: () => Buffer.alloc(60_001, 7),
};

boardSuite(KIND);

it('a virtual board that cannot write its state refuses a configuration, says why, and takes it once it can', async () => {
	const house = await House.open(KIND);
	onTestFinished(() => house.close());
	await house.claimed();
	await house.cutPower();
	// It writes a new file first; where a folder has that name it cannot.
	const inTheWay = `${house.board.config}.state.json.new`;
	rmSync(inTheWay, { force: true }); // the cut may have left one
	mkdirSync(inTheWay);
	house.board.start();
	await house.online();
	await house.change((plan) => (plan.relays[0]!.maxOnMs = 60_000));
	await house.view.until(() => house.device.config.state === 'refused');
	expect(house.device.config.error).toBe('The configuration could not be written to the flash.');
	await house.set(1, true);
	expect(house.relay(1).offAt).toBeNull();
	expect((await house.log()).at(-1)).toMatch(/^configuration 1 refused: /);
	rmdirSync(inTheWay);
	await house.hub.stop();
	await house.hub.start();
	await house.online();
	await house.view.until(() => house.device.config.state === 'applied' && house.relay(1).offAt);
	expect(house.device.name).toBe(NAME);
});
