import { describe, expect, it } from 'vitest';
import type { SettingsView } from '../../../protocol/dashboard/settings.ts';
import { SettingsDraft, numberOf } from './settings-draft.svelte.ts';

const VIEW: SettingsView = {
	timeZone: 'UTC',
	place: null,
	historyDays: 365,
	posixTimeZone: 'UTC0',
	sun: null,
};
const ZONES = ['UTC', 'Europe/Berlin'];
const draft = (view: Partial<SettingsView> = {}) => new SettingsDraft({ ...VIEW, ...view }, 'Europe/Berlin');

describe('SettingsDraft', () => {
	it('proposes the browser’s zone only to a hub that is still on UTC', () => {
		expect([draft().zone, draft().proposed]).toEqual(['Europe/Berlin', true]);
		const told = draft({ timeZone: 'America/New_York' });
		expect([told.zone, told.proposed]).toEqual(['America/New_York', false]);
		expect(new SettingsDraft(VIEW, 'UTC').proposed).toBe(false);
	});

	it('shows degrees that are close to none without an exponent, which it would not take, and sends them not again', () => {
		const close = draft({ timeZone: 'Europe/Berlin', place: { latitude: 1e-7, longitude: 13.4000001 } });
		expect([close.latitude, close.longitude]).toEqual(['0', '13.4']);
		close.days = '400';
		expect([close.problem(ZONES), close.body]).toEqual([undefined, { historyDays: 400 }]);
	});

	it.each<[string, Partial<SettingsDraft>, string | undefined]>([
		['nothing wrong', {}, undefined],
		['a zone nobody knows', { zone: 'Europe/Nowhere' }, 'zone'],
		['half a place', { latitude: '52.5' }, 'longitude'],
		['the other half', { longitude: '13' }, 'latitude'],
		['too far north', { latitude: '90.1', longitude: '13' }, 'latitude'],
		['too far east', { latitude: '52', longitude: '181' }, 'longitude'],
		['no number', { latitude: 'north', longitude: '13' }, 'latitude'],
		['a place', { latitude: '-33,86', longitude: '−151.2' }, undefined],
		['a place as a map writes it', { latitude: '33,86° S', longitude: '151° 12′ E' }, undefined],
		['the two numbers in each other’s fields', { latitude: '13.4° E', longitude: '52.5° N' }, 'latitude'],
		['too few days', { days: '6' }, 'days'],
		['too many days', { days: '3651' }, 'days'],
		['half a day', { days: '7.5' }, 'days'],
		['no days', { days: '' }, 'days'],
	])('reports what is wrong and where: %s', (_, change, field) =>
		expect(Object.assign(draft(), change).problem(ZONES)?.field).toBe(field),
	);

	it('asks for the password once the history is kept for fewer days, and not for more', () => {
		const fewer = draft();
		fewer.proof.current = 'my own password';
		fewer.days = '366';
		expect([fewer.needsProof, fewer.body]).toEqual([
			false,
			expect.not.objectContaining({ current: 'my own password' }),
		]);
		fewer.days = '364';
		expect([fewer.needsProof, fewer.body]).toEqual([true, expect.objectContaining({ current: 'my own password' })]);
	});

	it('says why the hub asks for the password where somebody has meanwhile made the days more', () => {
		const needed = { code: 'bad-request', fault: 'password-needed', field: 'current', message: 'needed' } as const;
		const more = draft();
		more.days = '400';
		expect(more.askedFor(needed).message).toMatch(/^Somebody has chosen more days/);
		expect(more.needsProof).toBe(true);
		const fewer = draft();
		fewer.days = '364';
		expect(fewer.askedFor(needed)).toBe(needed);
	});

	it('sends what was changed alone, and a proposed zone', () => {
		expect(draft().body).toEqual({ timeZone: 'Europe/Berlin' });
		const berlin = draft({ timeZone: 'Europe/Berlin', place: { latitude: 52.5, longitude: 13 } });
		expect(berlin.body).toEqual({});
		berlin.days = '400';
		expect(berlin.body).toEqual({ historyDays: 400 });
	});

	it('sends numbers, and null without a place', () => {
		const changed = draft({ place: { latitude: 1, longitude: 2 } });
		changed.setPlace(52.5200066, 13.404954);
		expect(changed.body.place).toEqual({ latitude: 52.52, longitude: 13.405 });
		changed.clearPlace();
		expect(changed.body.place).toBeNull();
		expect(changed.placeProblem()).toBeUndefined();
		expect(changed.placeProblem(true)).toMatchObject({ field: 'latitude' });
	});

	it('keeps what was typed while the settings were being saved', () => {
		const shown = draft({ timeZone: 'Europe/Berlin' });
		shown.latitude = '52,5';
		shown.longitude = '13';
		const sent = shown.texts;
		shown.days = '90';
		const saved = draft({ timeZone: 'Europe/Berlin', place: { latitude: 52.5, longitude: 13 } });
		saved.keepTyped(shown.texts, sent);
		expect(saved.texts).toEqual({ zone: 'Europe/Berlin', town: '', latitude: '52.5', longitude: '13', days: '90' });
		expect(saved.dirty).toBe(true);
	});

	describe('a town', () => {
		const ZURICH = { name: 'Zürich', country: 'CH', zone: 'Europe/Zurich', latitude: 47.37, longitude: 8.55 };
		const PLACE = { latitude: 47.37, longitude: 8.55, town: { name: 'Zürich', country: 'CH' } };

		it('fills in the two numbers, and is sent with them', () => {
			const chosen = draft();
			chosen.chooseTown(ZURICH);
			expect(chosen.texts).toMatchObject({ town: 'Zürich, Switzerland', latitude: '47.37', longitude: '8.55' });
			expect(chosen.body.place).toEqual(PLACE);
			expect(chosen.dirty).toBe(true);
		});

		it('is shown again, and is not changed by saving something else', () => {
			const shown = draft({ place: PLACE });
			expect([shown.town, shown.dirty, shown.otherZone]).toEqual(['Zürich, Switzerland', false, undefined]);
			shown.days = '366';
			expect(shown.body).toEqual({ timeZone: 'Europe/Berlin', historyDays: 366 });
		});

		it('is no more the place once a number was typed, or the device has told its place', () => {
			const typed = draft({ place: PLACE });
			typed.latitude = '47.4';
			typed.typedPlace();
			expect([typed.town, typed.body.place]).toEqual(['', { latitude: 47.4, longitude: 8.55 }]);
			const asked = draft({ place: PLACE });
			asked.setPlace(47.41, 8.5);
			expect([asked.town, asked.body.place]).toEqual(['', { latitude: 47.41, longitude: 8.5 }]);
		});

		it('that is only half typed is reported; without text the two numbers stay', () => {
			const half = draft({ place: PLACE });
			half.town = 'Zür';
			expect(half.problem(ZONES)?.field).toBe('town');
			half.town = '';
			expect([half.problem(ZONES), half.body.place]).toEqual([undefined, { latitude: 47.37, longitude: 8.55 }]);
		});

		it('offers its zone while another one is in the form', () => {
			const chosen = draft();
			chosen.chooseTown(ZURICH);
			expect([chosen.zone, chosen.otherZone]).toEqual(['Europe/Berlin', 'Europe/Zurich']);
			chosen.takeZone();
			expect([chosen.zone, chosen.otherZone]).toEqual(['Europe/Zurich', undefined]);
		});

		it('that was chosen while the settings were being saved is kept', () => {
			const shown = draft();
			const sent = shown.texts;
			shown.chooseTown(ZURICH);
			const saved = draft();
			saved.keepTyped(shown.texts, sent);
			expect(saved.body.place).toEqual(PLACE);
		});
	});

	it('reads numbers with comma and different minus signs', () => {
		expect(['1', ' 1,5 ', '–2', '−2.25', '1e3', '', '--1', '.5'].map(numberOf)).toEqual([
			1,
			1.5,
			-2,
			-2.25,
			NaN,
			NaN,
			NaN,
			NaN,
		]);
	});
});
