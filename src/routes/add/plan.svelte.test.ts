import { describe, expect, it } from 'vitest';
import { findBoard } from '../../../hub/images/catalogue.ts';
import { checkPlan } from '../../../hub/images/check-plan.ts';
import { CATALOGUE } from '../../../hub/images/catalogue.ts';
import { MAX_RELAYS, Plan } from './plan.svelte.ts';

function plan(board: string): Plan {
	const made = new Plan(findBoard(board)!);
	made.name = 'Boiler room';
	made.ssid = 'home';
	made.wifiPassword = 'long enough';
	return made;
}

describe('Plan', () => {
	it.each(CATALOGUE.map(({ id }) => id))('what it proposes for %s is a plan the hub takes', (id) => {
		const proposed = plan(id);
		expect(proposed.ready('finish')).toBe(true);
		expect(checkPlan(proposed.body)).toMatchObject({ ok: true });
	});

	it.each(CATALOGUE.map(({ id }) => id))('adds relays on free pins of %s until there are none', (id) => {
		const full = plan(id);
		while (full.canAddRelay) full.addRelay();
		full.addRelay();
		expect(full.relays.length).toBeLessThanOrEqual(MAX_RELAYS);
		expect(new Set(full.relays.map(({ gpio }) => gpio)).size).toBe(full.relays.length);
		expect(checkPlan(full.body)).toMatchObject({ ok: true });
	});

	it('does not let two relays share a pin, and names the other', () => {
		const shared = plan('virtual');
		shared.relays[0]!.name = 'Pump';
		shared.relays[1]!.gpio = shared.relays[0]!.gpio;
		expect(shared.sharedWith(shared.relays[1]!)).toBe('Pump');
		expect(shared.ready('relays')).toBe(false);
	});

	it('keeps names when another board is chosen, and gives it its own pins', () => {
		const changed = plan('virtual');
		changed.relays[0]!.name = 'Pump';
		changed.choose(findBoard('esp-01s-relay')!);
		expect(changed.relays).toMatchObject([{ name: 'Pump', gpio: 0, activeLow: true }]);
		expect(changed.steps).toContain('wifi');
	});

	it.each([
		['', false],
		['short', false],
		['long enough', true],
		['x'.repeat(64), false],
	])('takes a Wi-Fi password of %s: %s', (password, good) => {
		const wifi = plan('d1-mini');
		wifi.wifiPassword = password;
		expect(wifi.ready('wifi')).toBe(password === '' ? true : good);
	});
});
