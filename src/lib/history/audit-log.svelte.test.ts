import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditPage } from '$protocol/dashboard/history.ts';
import { filterOf } from './audit-filter.ts';
import { AuditLog } from './audit-log.svelte.ts';
import { request } from '../hub/request.ts';

vi.mock('../hub/request.ts', () => ({ request: vi.fn() }));

type Answer = { ok: true; value: AuditPage } | { ok: false; error: { code: 'internal'; message: string } };

/** One answer of the hub, given by hand. */
let answer: (answer: Answer) => void;
beforeEach(() => {
	vi.mocked(request).mockImplementation(() => new Promise((resolve) => (answer = resolve as typeof answer)));
});

const entry = (id: number) => ({ id, at: id, kind: 'relay' }) as AuditEntry;
const page = (...ids: number[]): Answer => ({ ok: true, value: { entries: ids.map(entry), next: null } });
const newLog = () => new AuditLog(filterOf(new URLSearchParams()), () => 100);
const ids = (log: AuditLog) => log.entries.map(({ id }) => id);

describe('the list of what happened', () => {
	it('has what happens while its first page is on its way, once', async () => {
		const log = newLog();
		const loading = log.load();
		log.hear(entry(3));
		log.hear(entry(4));
		answer(page(3, 2));
		await loading;
		expect(ids(log)).toEqual([4, 3, 2]);
	});

	it('begins anew behind a gap, also where something happens while it is asked for again', async () => {
		const log = newLog();
		const first = log.load();
		answer(page(2, 1));
		await first;
		const again = log.load();
		log.hear(entry(9));
		answer(page(8, 7));
		await again;
		expect(ids(log)).toEqual([9, 8, 7]);
	});

	it('goes on with what is heard where the hub does not answer', async () => {
		const log = newLog();
		const first = log.load();
		answer(page(1));
		await first;
		const again = log.load();
		log.hear(entry(2));
		answer({ ok: false, error: { code: 'internal', message: 'no' } });
		await again;
		log.hear(entry(3));
		expect(ids(log)).toEqual([3, 2, 1]);
	});
});
