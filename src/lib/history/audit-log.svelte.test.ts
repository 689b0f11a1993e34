import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditPage } from '$protocol/dashboard/history.ts';
import { filterOf } from './audit-filter.ts';
import { AuditLog } from './audit-log.svelte.ts';
import { request } from '../hub/request.ts';

vi.mock('../hub/request.ts', () => ({ request: vi.fn() }));

type Answer = { ok: true; value: AuditPage } | { ok: false; error: { code: 'internal'; message: string } };

/** resolves the pending request */
let answer: (answer: Answer) => void;
beforeEach(() => {
	vi.mocked(request).mockImplementation(() => new Promise((resolve) => (answer = resolve as typeof answer)));
});

const entry = (id: number) => ({ id, at: id, kind: 'relay' }) as AuditEntry;
const page = (ids: number[], next: number | null = null): Answer => ({
	ok: true,
	value: { entries: ids.map(entry), next },
});
const newLog = () => new AuditLog(filterOf(new URLSearchParams()), () => 100);
const ids = (log: AuditLog) => log.entries.map(({ id }) => id);

describe('the list of audit entries', () => {
	it('contains entries that arrive while its first page loads, once each', async () => {
		const log = newLog();
		const loading = log.load();
		log.hear(entry(3));
		log.hear(entry(4));
		answer(page([3, 2]));
		await loading;
		expect(ids(log)).toEqual([4, 3, 2]);
	});

	it('starts again after a gap, also if an entry arrives while it reloads', async () => {
		const log = newLog();
		const first = log.load();
		answer(page([2, 1]));
		await first;
		const again = log.load();
		log.hear(entry(9));
		answer(page([8, 7]));
		await again;
		expect(ids(log)).toEqual([9, 8, 7]);
	});

	it('has no hole where older entries were asked for while a reload found a gap', async () => {
		const log = newLog();
		const first = log.load();
		answer(page([3, 2], 2));
		await first;
		const older = log.more();
		const answerOlder = answer;
		const again = log.load();
		answer(page([9, 8], 8));
		await again;
		expect(log.busy).toBe(true);
		answerOlder(page([1]));
		await older;
		expect([ids(log), log.next, log.busy]).toEqual([[9, 8], 8, false]);
	});

	it('keeps adding live entries when a page could not be loaded', async () => {
		const log = newLog();
		const first = log.load();
		answer(page([1]));
		await first;
		const again = log.load();
		log.hear(entry(2));
		answer({ ok: false, error: { code: 'internal', message: 'no' } });
		await again;
		log.hear(entry(3));
		expect(ids(log)).toEqual([3, 2, 1]);
	});
});
