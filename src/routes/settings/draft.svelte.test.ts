import { describe, expect, it } from 'vitest';
import type { SettingsView } from '../../../protocol/dashboard/settings.ts';
import { SettingsDraft, numberOf } from './draft.svelte.ts';

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

	it.each<[string, Partial<SettingsDraft>, string | undefined]>([
		['nothing wrong', {}, undefined],
		['a zone nobody knows', { zone: 'Europe/Nowhere' }, 'zone'],
		['half a place', { latitude: '52.5' }, 'longitude'],
		['the other half', { longitude: '13' }, 'latitude'],
		['too far north', { latitude: '90.1', longitude: '13' }, 'latitude'],
		['too far east', { latitude: '52', longitude: '181' }, 'longitude'],
		['no number', { latitude: 'north', longitude: '13' }, 'latitude'],
		['a place', { latitude: '-33,86', longitude: '−151.2' }, undefined],
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

	it('sends numbers, and null without a place', () => {
		const changed = draft();
		expect(changed.body).toEqual({ timeZone: 'Europe/Berlin', place: null, historyDays: 365 });
		changed.setPlace(52.5200066, 13.404954);
		expect(changed.body.place).toEqual({ latitude: 52.52, longitude: 13.405 });
		changed.clearPlace();
		expect(changed.body.place).toBeNull();
	});

	it('keeps what was typed while the settings were being saved', () => {
		const shown = draft({ timeZone: 'Europe/Berlin' });
		shown.latitude = '52,5';
		shown.longitude = '13';
		const sent = shown.texts;
		shown.days = '90';
		const saved = draft({ timeZone: 'Europe/Berlin', place: { latitude: 52.5, longitude: 13 } });
		saved.keepTyped(shown.texts, sent);
		expect(saved.texts).toEqual({ zone: 'Europe/Berlin', latitude: '52.5', longitude: '13', days: '90' });
		expect(saved.dirty).toBe(true);
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
