import type { AuditEntry, AuditKind } from '$protocol/dashboard/history.ts';

export const SPANS = ['all', 'today', 'yesterday', 'week', 'month', 'chosen'] as const;
export type Span = (typeof SPANS)[number];

/** The filter of the audit log, as it is written in the address of the page. */
export interface AuditFilter {
	device: string;
	person: string;
	kind: AuditKind | '';
	span: Span;
	/** "2026-11-23", of a chosen span; '' = open */
	from: string;
	to: string;
}

/** A day of the log with its entries, newest first. */
export interface Day {
	/** its first moment, Unix ms */
	at: number;
	entries: AuditEntry[];
}

export function filterOf(params: URLSearchParams): AuditFilter {
	const get = (key: string) => params.get(key) ?? '';
	const span = SPANS.find((span) => span === get('days')) ?? 'all';
	return {
		device: get('device'),
		person: get('person'),
		kind: get('kind') as AuditKind | '',
		span,
		from: span === 'chosen' ? get('from') : '',
		to: span === 'chosen' ? get('to') : '',
	};
}

/** The query of the page's address for a filter, without the default values. */
export function paramsOf({ device, person, kind, span, from, to }: AuditFilter): URLSearchParams {
	return filled({ device, person, kind, days: span === 'all' ? '' : span, from, to });
}

/** The query of the request to the hub. */
export function queryOf(filter: AuditFilter, now: number): URLSearchParams {
	const { device, person, kind } = filter;
	const { from, to } = rangeOf(filter, now);
	return filled({
		device,
		person,
		kind,
		from: from === undefined ? '' : String(from),
		to: to === undefined ? '' : String(to),
	});
}

/** Whether a new entry passes the filter. */
export function fits(entry: AuditEntry, filter: AuditFilter, now: number): boolean {
	const { from = 0, to = Infinity } = rangeOf(filter, now);
	return (
		(filter.device === '' || entry.device === filter.device) &&
		(filter.person === '' || entry.person === filter.person) &&
		(filter.kind === '' || entry.kind === filter.kind) &&
		entry.at >= from &&
		entry.at <= to
	);
}

/** The first and the last moment of a span, in this browser's time zone. */
function rangeOf({ span, from, to }: AuditFilter, now: number): { from?: number; to?: number } {
	switch (span) {
		case 'all':
			return {};
		case 'today':
			return { from: dayOf(now) };
		case 'yesterday':
			return { from: dayOf(now, -1), to: dayOf(now) - 1 };
		case 'week':
			return { from: dayOf(now, -6) };
		case 'month':
			return { from: dayOf(now, -29) };
		case 'chosen': {
			const [first, last] = [Date.parse(`${from}T00:00`), Date.parse(`${to}T00:00`)];
			return {
				...(Number.isNaN(first) ? {} : { from: first }),
				...(Number.isNaN(last) ? {} : { to: dayOf(last, 1) - 1 }),
			};
		}
	}
}

/** The start of the day `days` after the day of `at`. Adding hours would be wrong, since not every day has 24. */
export function dayOf(at: number, days = 0): number {
	const day = new Date(at);
	return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

export function byDay(entries: readonly AuditEntry[]): Day[] {
	const days: Day[] = [];
	for (const entry of entries) {
		const at = dayOf(entry.at);
		const last = days.at(-1);
		if (last?.at === at) last.entries.push(entry);
		else days.push({ at, entries: [entry] });
	}
	return days;
}

/** The known entries with the newest page added. If there is a gap between them, only the page is left. */
export function merged(known: readonly AuditEntry[], page: readonly AuditEntry[]): AuditEntry[] {
	const oldest = page.at(-1)?.id ?? 0;
	if (page.length > 0 && !known.some(({ id }) => id >= oldest)) return [...page];
	const ids = new Set(page.map(({ id }) => id));
	return [...page, ...known.filter(({ id }) => !ids.has(id))].sort((a, b) => b.id - a.id);
}

function filled(values: Record<string, string>): URLSearchParams {
	return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
}
