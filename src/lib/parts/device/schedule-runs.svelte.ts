import type { ScheduleRuns } from '$protocol/dashboard.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/** When the schedules of a device run next, as the hub works it out; asked anew after each run and each change. */
export class NextRuns {
	timeZone: string | undefined = $state();
	#device: Device;
	#at: ReadonlyMap<number, number | null> = $state.raw(new Map());
	/** the runs that were told are past: there are others to be told */
	readonly #isPast = $derived([...this.#at.values()].some((at) => at !== null && at <= hub.minute));

	constructor(device: Device) {
		this.#device = device;
		$effect(() => {
			// The plan, or the household's zone and place, are others.
			const { version, changedAt } = this.#device.base.config;
			if (hub.link === 'live' && (version || changedAt || this.#isPast)) void this.#read();
		});
	}

	/** Unix ms; null: not within a year; undefined: not known yet, as of a schedule that is not saved. */
	of(schedule: number): number | null | undefined {
		return this.#at.get(schedule);
	}

	async #read(): Promise<void> {
		const asked = await request<ScheduleRuns>('GET', `/devices/${this.#device.id}/schedules`);
		if (!asked.ok) return;
		this.timeZone = asked.value.timeZone;
		this.#at = new Map(asked.value.runs.map(({ schedule, at }) => [schedule, at]));
	}
}
