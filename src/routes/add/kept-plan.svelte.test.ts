import { describe, expect, it } from 'vitest';
import { findBoard } from '../../../hub/boards/catalogue.ts';
import { addWords } from '$words/setup.ts';
import { fitsBoard, parseWizard } from './kept-plan.ts';
import { Plan } from './plan.svelte.ts';

const BOARD = findBoard('d1-mini')!;

function filled(): Plan {
	const plan = new Plan(BOARD);
	plan.name = 'Attic';
	Object.assign(plan.wifi, { ssid: 'home', password: 'a secret of the house' });
	plan.addRelay();
	plan.relays[0]!.name = 'Fan';
	plan.chooseSensor('dht22');
	return plan;
}

/** The plan after a reload of the page. */
function reloaded(plan: Plan): Plan {
	const kept = parseWizard(JSON.stringify({ run: 1, step: 2, plan: plan.kept }))!;
	const again = new Plan(BOARD);
	again.restore(kept.plan);
	return again;
}

describe('a reload of the wizard', () => {
	it('keeps everything that was typed except the password, which is not stored', () => {
		const plan = filled();
		expect(JSON.stringify(plan.kept)).not.toContain('secret');
		const again = reloaded(plan);
		expect(again.body()).toEqual(plan.body());
		expect(again.wifi).toMatchObject({ ssid: 'home', password: '', keep: true });
	});

	it('asks for the password again, also after a second reload', () => {
		const again = reloaded(reloaded(filled()));
		const problem = { field: 'wifi-password', message: addWords.passwordForgotten };
		expect([again.problem('wifi'), again.problem('finish')]).toEqual([problem, problem]);
		again.wifi.password = 'a secret of the house';
		expect(again.problem('finish')).toBeUndefined();
		expect(again.body()).toEqual(filled().body());
	});

	it('asks for none if the network was changed or was open', () => {
		const other = reloaded(filled());
		other.wifi.ssid = 'guests';
		const open = filled();
		open.wifi.password = '';
		expect([other.problem('wifi'), reloaded(open).problem('wifi')]).toEqual([undefined, undefined]);
	});

	it.each([
		['nothing', null],
		['null', 'null'],
		['no JSON', '{'],
		['of another shape', '{"run":1,"step":0,"plan":{"board":"d1-mini"}}'],
		[
			'of relays without pins',
			JSON.stringify({ run: 1, step: 0, plan: { ...filled().kept, relays: [{ id: 1, name: 'A' }] } }),
		],
	])('starts again if %s is stored', (_, text) => expect(parseWizard(text)).toBeUndefined());

	it('starts again if the board has other pins now', () => {
		expect(fitsBoard(filled().kept, BOARD)).toBe(true);
		expect(fitsBoard(filled().kept, { ...BOARD, pins: BOARD.pins.slice(1, 2) })).toBe(false);
		expect(fitsBoard(filled().kept, findBoard('virtual')!)).toBe(false);
	});
});
