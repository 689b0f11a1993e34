import { expect, it } from 'vitest';
import type { AddDevice } from '../../../protocol/dashboard/pending.ts';
import { putImage } from '../../harness/images.ts';
import type { SuiteHouse, Kind } from './suite-house.ts';

export const NEW = '9.9.9';
/** What is added for a board that gets its firmware over the link; the virtual board of the catalogue has none. */
export const D1_MINI: Partial<AddDevice> = {
	board: 'd1-mini',
	relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
	sensors: [],
	wifi: { ssid: 'home', password: 'long enough' },
};

/** Puts an image where the hub looks for it. */
export function offer(house: SuiteHouse, image: Uint8Array): void {
	putImage(house.hub.data, D1_MINI.board!, NEW, Buffer.from(image));
}

export async function startUpdate(house: SuiteHouse): Promise<void> {
	await house.browser.call('POST', '/updates', { devices: [house.id], evenIfOn: true });
}

/** A board gets its firmware over the link. */
export function updatesSuite(open: () => Promise<SuiteHouse>, kind: Kind): void {
	const update = (house: SuiteHouse) => house.device.update;

	it('tells how far it is, starts the new firmware with its relays as they were, and is seen back with it', async () => {
		const house = await open();
		offer(house, kind.image(NEW));
		await house.claimed(D1_MINI);
		await house.set(1, true);
		const percents = new Set<number>();
		await startUpdate(house);
		await house.view.until(() => {
			if (update(house)?.percent) percents.add(update(house)!.percent!);
			return update(house)?.state === 'done' || update(house)?.state === 'failed';
		}, 15_000);
		expect(update(house)).toMatchObject({ state: 'done', version: NEW, reason: null });
		expect(percents.size).toBeGreaterThan(0);
		await house.view.until(() => house.relay(1).cause === 'boot' && house.isOnline);
		expect(house.relay(1).reported).toBe(true);
		expect(house.device.vitals.firmware).toBe(NEW);
		expect(house.board.lines).toContain(`an update to ${NEW} begins`);
		await house.cutPower();
		house.board.start();
		await house.online();
		expect(house.device.vitals.firmware).toBe(NEW);
	});

	it('takes up an update again after its power was cut, and after a restart of the hub', async () => {
		const house = await open();
		offer(house, kind.image(NEW));
		await house.claimed(D1_MINI);
		await startUpdate(house);
		await house.board.said(/^an update to 9\.9\.9 begins$/);
		await house.board.cutPower();
		const said = house.board.lines.length;
		house.board.start();
		await house.board.said(/^an update to 9\.9\.9 begins$/, said);
		await house.hub.stop();
		await house.view.until(() => !house.view.following);
		await house.hub.start();
		await house.view.until(() => house.view.following && house.device?.vitals.firmware === NEW, 20_000);
		await house.view.until(() => update(house)?.state === 'done');
	});
}
