import { HourlyLimit } from '../base/hourly-limit.ts';
import type { Audit, Happening } from './audit.ts';

/**
 * Records a limited number of entries per hour and key, so that frequent events neither hide others nor fill the
 * disk. The next entry of the key says in its details, as `untold`, how many were left out.
 */
export class RateLimitedAudit {
	#audit: Audit;
	#limit: HourlyLimit;
	#untold = new Map<string, number>();

	constructor(audit: Audit, mostAnHour: number) {
		this.#audit = audit;
		this.#limit = new HourlyLimit(audit.options.clock, mostAnHour);
	}

	record(key: string, happening: Happening): void {
		const untold = this.#untold.get(key) ?? 0;
		if (!this.#limit.take(key)) return void this.#untold.set(key, untold + 1);
		this.#untold.delete(key);
		const details = { ...happening.details, ...(untold > 0 ? { untold } : {}) };
		this.#audit.record({ ...happening, details });
	}
}
