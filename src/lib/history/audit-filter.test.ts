import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import { type AuditFilter, byDay, dayOf, filterOf, fits, merged, paramsOf, queryOf } from './audit-filter.ts';

const NOW = new Date(2026, 10, 24, 12, 0).getTime();
const DAY_MS = 24 * 3_600_000;
const ALL: AuditFilter = { device: '', person: '', kind: '', span: 'all', from: '', to: '' };

function entry(id: number, change: Partial<AuditEntry> = {}): AuditEntry {
	return {
		id,
		at: NOW,
		kind: 'relay',
		what: 'relay-on',
		device: 'd1',
		deviceName: 'Kitchen',
		relay: 1,
		relayName: 'Fan',
		person: 'Anna',
		cause: 'command',
		details: {},
		...change,
	};
}

describe('the filter of the audit log', () => {
	it('is written to the address without its default values', () => {
		expect(String(paramsOf(ALL))).toBe('');
		const filter: AuditFilter = {
			...ALL,
			device: 'd1',
			kind: 'relay',
			span: 'chosen',
			from: '2026-11-01',
			to: '2026-11-02',
		};
		expect(filterOf(paramsOf(filter))).toEqual(filter);
		expect(filterOf(new URLSearchParams('days=ever&from=2026-11-01'))).toEqual(ALL);
	});

	it('asks the hub for whole days of the local time zone', () => {
		const range = (change: Partial<AuditFilter>) => {
			const query = queryOf({ ...ALL, ...change }, NOW);
			return [query.get('from'), query.get('to')].map((at) => at && new Date(Number(at)).toLocaleString('sv'));
		};
		expect(range({})).toEqual([null, null]);
		expect(range({ span: 'today' })).toEqual(['2026-11-24 00:00:00', null]);
		expect(range({ span: 'yesterday' })).toEqual(['2026-11-23 00:00:00', '2026-11-23 23:59:59']);
		expect(range({ span: 'week' })).toEqual(['2026-11-18 00:00:00', null]);
		expect(range({ span: 'month' })).toEqual(['2026-10-26 00:00:00', null]);
		expect(range({ span: 'chosen', from: '2026-11-01', to: '2026-11-02' })).toEqual([
			'2026-11-01 00:00:00',
			'2026-11-02 23:59:59',
		]);
		expect(range({ span: 'chosen', to: '2026-11-02' })).toEqual([null, '2026-11-02 23:59:59']);
	});

	it.each<[Partial<AuditFilter>, Partial<AuditEntry>, boolean]>([
		[{}, {}, true],
		[{ device: 'd1' }, {}, true],
		[{ device: 'd2' }, {}, false],
		[{ person: 'Ben' }, {}, false],
		[{ kind: 'token' }, {}, false],
		[{ kind: 'relay', person: 'Anna', span: 'today' }, {}, true],
		[{ span: 'yesterday' }, {}, false],
		[{ span: 'yesterday' }, { at: NOW - DAY_MS }, true],
	])('%j and an entry of %j: %s', (filter, change, wanted) =>
		expect(fits(entry(1, change), { ...ALL, ...filter }, NOW)).toBe(wanted),
	);
});

it('groups entries by day', () => {
	const midnight = dayOf(NOW);
	const days = byDay([
		entry(4, { at: NOW }),
		entry(3, { at: midnight }),
		entry(2, { at: midnight - 1 }),
		entry(1, { at: midnight - 3 * DAY_MS }),
	]);
	expect(days.map(({ at, entries }) => [at, entries.map(({ id }) => id)])).toEqual([
		[midnight, [4, 3]],
		[dayOf(NOW, -1), [2]],
		[dayOf(NOW, -3), [1]],
	]);
});

describe('merging a newer page into the known entries', () => {
	const ids = (entries: AuditEntry[]) => entries.map(({ id }) => id);
	it('adds new entries once', () =>
		expect(ids(merged([entry(3), entry(2), entry(1)], [entry(5), entry(4), entry(3)]))).toEqual([5, 4, 3, 2, 1]));
	it('keeps only the page if entries in between are unknown', () =>
		expect(ids(merged([entry(2), entry(1)], [entry(9), entry(8)]))).toEqual([9, 8]));
	it('keeps everything if nothing is new', () => expect(ids(merged([entry(1)], []))).toEqual([1]));
});
