import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { AuditEntry, AuditPage } from '$protocol/dashboard/history.ts';
import { type AuditFilter, fits, merged, queryOf } from './audit-filter.ts';
import { request } from '../hub/request.ts';

/** A filtered view of the audit log: pages from the hub, and new entries on top as they happen. */
export class AuditLog {
	entries: AuditEntry[] = $state.raw([]);
	/** the hub's `before` for the next page; null if there is none */
	next: number | null = $state(null);
	known = $state(false);
	error: ApiError | undefined = $state.raw();
	busy = $state(false);
	readonly filter: AuditFilter;
	readonly #now: () => number;
	/** entries that arrived while the newest page is loading, which may not contain them */
	#heard: AuditEntry[] | undefined;
	#requests = 0;

	constructor(filter: AuditFilter, now: () => number) {
		this.filter = filter;
		this.#now = now;
	}

	/** Loads the newest page: at first, and after a reconnect. */
	async load(): Promise<void> {
		const heard: AuditEntry[] = [];
		this.#heard = heard;
		const page = await this.#ask();
		if (this.#heard === heard) this.#heard = undefined;
		if (page) {
			const entries = merged(this.entries, page.entries);
			// Older pages are still there, unless there was a gap; then paging starts again.
			if (!this.known || entries.length === page.entries.length) this.next = page.next;
			this.entries = entries;
			this.known = true;
		}
		for (const entry of heard) this.#add(entry);
	}

	async more(): Promise<void> {
		if (this.next === null || this.busy) return;
		const before = this.next;
		const page = await this.#ask(before);
		// If a load has found a gap in the meantime, this page does not follow the entries shown now.
		if (!page || this.next !== before) return;
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
		this.busy = ++this.#requests > 0;
		const query = queryOf(this.filter, this.#now());
		if (before !== undefined) query.set('before', String(before));
		const asked = await request<AuditPage>('GET', `/audit?${query}`);
		this.busy = --this.#requests > 0;
		this.error = asked.ok ? undefined : asked.error;
		return asked.ok ? asked.value : undefined;
	}
}
