import type { AuditEntry, AuditKind } from '$protocol/dashboard/history.ts';

export const SPANS = ['all', 'today', 'yesterday', 'week', 'month', 'chosen'] as const;
export type Span = (typeof SPANS)[number];

/** What of the audit log somebody wants to see, as it stands in the page's address. */
export interface AuditFilter {
	device: string;
	person: string;
	kind: AuditKind | '';
	span: Span;
	/** "2026-11-23", of a chosen span; '' = open */
	from: string;
	to: string;
}

/** A day of the log, with what happened on it, newest first. */
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

/** The address of a filter: what is not asked for is not in it. */
export function paramsOf({ device, person, kind, span, from, to }: AuditFilter): URLSearchParams {
	return filled({ device, person, kind, days: span === 'all' ? '' : span, from, to });
}

/** What the hub is asked for. */
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

/** Whether what has just happened belongs to what is shown. */
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

/** The first moment of a day, `days` after that of `at`: not every day has 24 hours. */
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

/** The newest page laid over what is known. Where a gap is between them, what is older is left out, and asked for again. */
export function merged(known: readonly AuditEntry[], page: readonly AuditEntry[]): AuditEntry[] {
	const oldest = page.at(-1)?.id ?? 0;
	if (page.length > 0 && !known.some(({ id }) => id >= oldest)) return [...page];
	const ids = new Set(page.map(({ id }) => id));
	return [...page, ...known.filter(({ id }) => !ids.has(id))].sort((a, b) => b.id - a.id);
}

function filled(values: Record<string, string>): URLSearchParams {
	return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
}
