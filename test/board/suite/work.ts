import { expect, it } from 'vitest';
import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { ScheduleRuns } from '../../../protocol/dashboard/schedules.ts';
import type { SettingsView } from '../../../protocol/dashboard/settings.ts';
import { COMES_BACK_MS, type SuiteHouse } from './suite-house.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOON = 12 * 60;
/** Wall switches are still after this. */
const DEBOUNCE_MS = 20;

function wallSwitch(id: number, gpio: number, mode: DevicePlan['inputs'][number]['mode'], relay: number | null) {
	return { id, name: `Switch ${id}`, gpio, mode, relay, activeLow: true, pullUp: true, debounceMs: DEBOUNCE_MS };
}

/** What a claimed board does. */
export function workSuite(open: () => Promise<SuiteHouse>): void {
	it('moves a relay at a tap, and its pin', async () => {
		const house = await open();
		await house.claimed();
		await house.set(1, true);
		expect(house.relay(1)).toMatchObject({ cause: 'command', by: 'anna', failure: null });
		expect(house.relay(2)).toMatchObject({ reported: false });
		await house.set(1, false);
		expect(house.board.switched({ id: 1, gpio: 0 })).toEqual(['on', 'off']);
		expect(house.board.switched({ id: 2, gpio: 1 })).toEqual([]);
	});

	it('ends "on for" by itself, also while the hub is away', async () => {
		const house = await open();
		await house.claimed();
		await house.set(1, true, 1_200);
		await house.hub.stop();
		await expect.poll(() => house.board.switched({ id: 1, gpio: 0 }), { timeout: 5_000 }).toEqual(['on', 'off']);
		await house.hub.start();
		await house.view.until(() => house.isOnline && house.relay(1).reported === false, COMES_BACK_MS);
		expect(house.relay(1)).toMatchObject({ cause: 'countdown', offAt: null });
	});

	it('goes on with what was left of a countdown when its power comes back, and never for longer', async () => {
		const house = await open();
		await house.claimed();
		await house.configured((plan) => (plan.relays[0]!.powerOn = 'last'));
		await house.set(1, true, MINUTE_MS);
		const { offAt } = house.relay(1);
		await house.cutPower();
		house.board.start();
		await house.view.until(() => house.relay(1).cause === 'boot', COMES_BACK_MS);
		expect(house.relay(1).reported).toBe(true);
		// Of times told in one moment, each is rounded for itself.
		expect(house.relay(1).offAt).toBeLessThan(offAt! + 500);
		expect(house.relay(1).offAt).toBeGreaterThan(Date.now());
	});

	it('stays off where its countdown ran out without power', async () => {
		const house = await open();
		await house.claimed();
		await house.configured((plan) => (plan.relays[0]!.powerOn = 'last'));
		await house.set(1, true, 1_000);
		const { offAt } = house.relay(1);
		await house.cutPower();
		await expect.poll(() => Date.now(), { timeout: 5_000 }).toBeGreaterThan(offAt!);
		house.board.start();
		await house.view.until(() => house.relay(1).reported === false, COMES_BACK_MS);
		expect(house.relay(1)).toMatchObject({ cause: 'countdown', offAt: null });
	});

	it('comes up off, on, or as it was, whatever it was before', async () => {
		const house = await open();
		const relays = [0, 1, 2, 3].map((gpio) => ({ id: gpio + 1, name: `R${gpio}`, gpio, activeLow: false }));
		await house.claimed({ relays });
		await house.configured((plan) => {
			for (const [index, powerOn] of (['off', 'on', 'last', 'last'] as const).entries())
				plan.relays[index]!.powerOn = powerOn;
		});
		await house.set(1, true);
		await house.set(3, true);
		await house.cutPower();
		house.board.start();
		await house.view.until(() => house.device.relays.every(({ cause }) => cause === 'boot'), COMES_BACK_MS);
		expect(house.device.relays.map(({ reported }) => reported)).toEqual([false, true, true, false]);
	});

	it('is configured live, ends a pulse and the longest time on by itself, and holds it after a power cut', async () => {
		const house = await open();
		await house.claimed();
		await house.configured((plan) => {
			Object.assign(plan.relays[0]!, { gpio: 5, maxOnMs: 600 });
			plan.relays[1]!.pulseMs = 400;
		});
		await house.set(1, true);
		await house.set(2, true);
		await house.view.until(() => !house.relay(1).reported && !house.relay(2).reported);
		expect([house.relay(1).cause, house.relay(2).cause]).toEqual(['auto-off', 'pulse']);
		expect(house.board.switched({ id: 1, gpio: 5 })).toEqual(['on', 'off']);
		await house.cutPower();
		house.board.start();
		await house.online();
		expect(house.device.config.state).toBe('applied');
		await house.set(2, true);
		await house.view.until(() => house.relay(2).reported === false);
		expect(house.relay(2).cause).toBe('pulse');
	});

	it('is configured when it comes, also over a restart of the hub; a relay that is new begins off', async () => {
		const house = await open();
		await house.claimed();
		await house.cutPower();
		await house.change((plan) => {
			plan.relays.splice(0, 1);
			plan.relays.push({ ...plan.relays[0]!, id: 3, name: 'Lamp', gpio: 5, powerOn: 'on' });
		});
		await house.view.until(() => house.device.config.state === 'waiting');
		await house.hub.stop();
		await house.hub.start();
		await house.view.until(() => house.view.answers.length === 2);
		expect(house.device.config.state).toBe('waiting');
		house.board.start();
		await house.view.until(() => house.device.config.state === 'applied' && house.relay(3).reported === false);
		expect(house.device.relays.map(({ id }) => id)).toEqual([2, 3]);
		expect((await house.view.setRelay(house.id, 1, true)).ok).toBe(false);
	});

	it('holds a relay back for the dead time of its interlock, and puts the other off first', async () => {
		const house = await open();
		await house.claimed();
		await house.configured((plan) => {
			for (const relay of plan.relays) Object.assign(relay, { interlockGroup: 1, deadTimeMs: 700 });
		});
		await house.set(1, true);
		await house.view.setRelay(house.id, 2, true);
		await house.view.until(() => house.relay(1).reported === false && house.relay(2).heldUntil);
		expect(house.relay(1).cause).toBe('interlock');
		expect(house.relay(2)).toMatchObject({ wanted: true, reported: false, failure: null });
		await house.view.until(() => house.relay(2).reported === true);
		expect(house.relay(2)).toMatchObject({ heldUntil: null, wanted: null, by: 'anna' });
		expect(house.board.switched({ id: 1, gpio: 0 })).toEqual(['on', 'off']);
	});

	it('obeys its wall switches in each of their modes, and tells what they are', async () => {
		const house = await open();
		await house.claimed({
			relays: [1, 2, 3].map((id) => ({ id, name: `R${id}`, gpio: id - 1, activeLow: false })),
		});
		const inputs = [
			wallSwitch(1, 4, 'push-button', 1),
			wallSwitch(2, 5, 'toggle', 2),
			wallSwitch(3, 6, 'follow', 3),
			wallSwitch(4, 7, 'detached', null),
		];
		await house.configured((plan) => (plan.inputs = inputs));
		await house.view.until(() => inputs.every(({ id }) => house.inputTold(id, false)));
		const states = () => house.device.relays.map(({ reported }) => reported);
		expect(states()).toEqual([false, false, false]); // the first level moves nothing
		const move = async (closed: boolean) => {
			for (const input of inputs) {
				const from = house.view.events.length;
				house.board.wallSwitch(input, closed);
				await house.view.until(() => house.inputTold(input.id, closed, from));
			}
		};
		await move(true);
		await house.view.until(() => states().every((on) => on));
		expect(house.device.relays.map(({ cause, by }) => [cause, by])).toEqual(Array(3).fill(['input', null]));
		await move(false);
		await house.view.until(() => !house.relay(2).reported && !house.relay(3).reported);
		expect(states()).toEqual([true, false, false]); // the button was only let go
		await move(true);
		await house.view.until(() => !house.relay(1).reported && house.relay(2).reported && house.relay(3).reported);
	});

	it('runs its schedules by the hub’s time without the hub, and tells what it did', async () => {
		const house = await open();
		await house.claimed();
		const settings = await house.browser.call<SettingsView>('GET', '/settings');
		const { historyDays } = settings;
		await house.browser.call('PUT', '/settings', { timeZone: 'UTC', place: null, historyDays });
		await house.configured((plan) => {
			plan.schedules = [
				{
					id: 1,
					relay: 1,
					on: true,
					weekdays: 127,
					event: 'time',
					minutes: NOON,
					forMs: 0,
					when: 'always',
					varyMinutes: 0,
				},
				{
					id: 2,
					relay: 2,
					on: true,
					weekdays: 127,
					event: 'time',
					minutes: NOON + 1,
					forMs: 0,
					when: 'always',
					varyMinutes: 0,
				},
			];
		});
		await house.cutPower();
		// It knows no time but what the hub says when it comes: a few seconds to tomorrow's noon.
		house.clock.set(Math.floor(Date.now() / DAY_MS + 1) * DAY_MS + NOON * MINUTE_MS - 5_000);
		house.board.start();
		await house.online();
		await house.hub.stop();
		await house.board.said(/^schedule 1: relay 1 on$/);
		await house.hub.start();
		await house.view.until(() => house.isOnline && house.relay(1).reported === true, COMES_BACK_MS);
		expect(house.relay(1)).toMatchObject({ cause: 'schedule', by: null });
		expect(house.relay(2)).toMatchObject({ reported: false });
		await expect.poll(() => house.log(), { timeout: 10_000 }).toContain('schedule 1: relay 1 on');
	});

	it('keeps pauses without the hub and over a loss of power, and ends that of the house by itself', async () => {
		const house = await open();
		await house.claimed();
		const { historyDays } = await house.browser.call<SettingsView>('GET', '/settings');
		await house.browser.call('PUT', '/settings', { timeZone: 'UTC', place: null, historyDays });
		const atNoon = { on: true, weekdays: 127, event: 'time', minutes: NOON, forMs: 0 } as const;
		await house.configured((plan) => {
			plan.schedules = [1, 2].map((id) => ({ ...atNoon, id, relay: id, when: 'always', varyMinutes: 0 }));
		});
		const noon = Math.floor(Date.now() / DAY_MS + 1) * DAY_MS + NOON * MINUTE_MS;
		const until = new Date(noon).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
		const applied = async (ask: () => Promise<unknown>) => {
			const before = house.device.config.changedAt;
			await ask();
			await house.view.until(() => house.device.config.changedAt !== before && house.device.config.state === 'applied');
		};
		await applied(() => house.browser.call('PUT', '/schedules/pause', { until }));
		await applied(() => house.browser.call('PUT', `/devices/${house.id}/schedules/2/pause`, { until: null }));
		const runs = await house.browser.call<ScheduleRuns>('GET', `/devices/${house.id}/schedules`);
		expect(runs).toMatchObject({ tooOld: false, house: { pausedUntil: noon } });
		await house.cutPower();
		house.clock.set(noon - 5_000);
		house.board.start();
		await house.online();
		await house.hub.stop();
		await house.board.said(/^schedule 1: relay 1 on$/);
		await house.hub.start();
		await house.view.until(() => house.isOnline && house.relay(1).reported === true, COMES_BACK_MS);
		expect(house.relay(2)).toMatchObject({ reported: false });
		expect(house.board.switched({ id: 2, gpio: 1 })).toEqual([]);
	});

	it('adds the calibration to what its sensor measures', async () => {
		const house = await open();
		await house.claimed();
		const reading = () => house.device.readings[0]!.value!;
		await house.view.until(() => house.device.readings[0]?.value);
		expect(reading()).toBeLessThan(30);
		await house.configured((plan) => (plan.sensors[0]!.calibration = { celsius: 20 }));
		await house.view.until(() => reading() > 35);
		expect(reading()).toBeLessThan(50);
	});
}
