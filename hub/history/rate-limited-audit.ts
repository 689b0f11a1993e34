import { HourlyLimit } from '../devices/presence/hourly-limit.ts';
import type { Audit, Happening } from './audit.ts';

/**
 * Records at most so many entries an hour for each key, so that what happens all the time buries nothing and fills no
 * disk. How many were left out, the next entry of the key says in its details as `untold`.
 */
export class RateLimitedAudit {
	#audit: Audit;
	#budget: HourlyLimit;
	#untold = new Map<string, number>();

	constructor(audit: Audit, mostAnHour: number) {
		this.#audit = audit;
		this.#budget = new HourlyLimit(audit.options.clock, mostAnHour);
	}

	record(key: string, happening: Happening): void {
		const untold = this.#untold.get(key) ?? 0;
		if (!this.#budget.take(key)) return void this.#untold.set(key, untold + 1);
		this.#untold.delete(key);
		const details = { ...happening.details, ...(untold > 0 ? { untold } : {}) };
		this.#audit.record({ ...happening, details });
	}
}
