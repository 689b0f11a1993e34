import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { AuditEntry, AuditPage } from '$protocol/dashboard/history.ts';
import { type AuditFilter, fits, merged, queryOf } from './audit-filter.ts';
import { request } from '../hub/request.ts';

/** One filtered view of the audit log: page after page from the hub, and what happens meanwhile on top. */
export class AuditLog {
	entries: AuditEntry[] = $state.raw([]);
	/** there is more: the hub's `before` of the next page */
	next: number | null = $state(null);
	known = $state(false);
	error: ApiError | undefined = $state.raw();
	busy = $state(false);
	readonly filter: AuditFilter;
	readonly #now: () => number;
	/** since the newest page was asked for: the hub may have read it before they happened */
	#heard: AuditEntry[] | undefined;

	constructor(filter: AuditFilter, now: () => number) {
		this.filter = filter;
		this.#now = now;
	}

	/** The newest page: at first, and after the hub was out of reach. */
	async load(): Promise<void> {
		const heard: AuditEntry[] = [];
		this.#heard = heard;
		const page = await this.#ask();
		if (this.#heard === heard) this.#heard = undefined;
		if (page) {
			const entries = merged(this.entries, page.entries);
			// What was paged to before is still there, unless there is a gap: then paging begins anew.
			if (!this.known || entries.length === page.entries.length) this.next = page.next;
			this.entries = entries;
			this.known = true;
		}
		for (const entry of heard) this.#add(entry);
	}

	async more(): Promise<void> {
		if (this.next === null || this.busy) return;
		const page = await this.#ask(this.next);
		if (!page) return;
		this.entries = [...this.entries, ...page.entries];
		this.next = page.next;
	}

	hear(entry: AuditEntry): void {
		if (!fits(entry, this.filter, this.#now())) return;
		if (this.#heard) this.#heard.push(entry);
		else this.#add(entry);
	}

	#add(entry: AuditEntry): void {
		if (this.known && !this.entries.some(({ id }) => id === entry.id)) this.entries = [entry, ...this.entries];
	}

	async #ask(before?: number): Promise<AuditPage | undefined> {
		this.busy = true;
		const query = queryOf(this.filter, this.#now());
		if (before !== undefined) query.set('before', String(before));
		const asked = await request<AuditPage>('GET', `/audit?${query}`);
		this.busy = false;
		this.error = asked.ok ? undefined : asked.error;
		return asked.ok ? asked.value : undefined;
	}
}
