import type { ScheduleRuns } from '$protocol/dashboard/plan.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/** The next runs of a device's schedules, computed by the hub. They are read again after every run and every change. */
export class NextRuns {
	timeZone: string | undefined = $state();
	#device: Device;
	#at: ReadonlyMap<number, number | null> = $state.raw(new Map());
	/** A known run is over. Compared with the minute, so that the hub has surely moved on to the next run when asked again. */
	readonly #isPast = $derived([...this.#at.values()].some((at) => at !== null && at < hub.minute));
	#reads = 0;

	constructor(device: Device) {
		this.#device = device;
		$effect(() => {
			// The hub also sends `base` again when its time zone or location changes.
			void [this.#device.base.config, this.#isPast];
			if (hub.link === 'live') void this.#read();
		});
	}

	/** Unix ms; null: no run within a year; undefined: not known yet, for example because it is not saved. */
	of(schedule: number): number | null | undefined {
		return this.#at.get(schedule);
	}

	async #read(): Promise<void> {
		const read = ++this.#reads;
		const asked = await request<ScheduleRuns>('GET', `/devices/${this.#device.id}/schedules`);
		if (!asked.ok || read !== this.#reads) return;
		this.timeZone = asked.value.timeZone;
		this.#at = new Map(asked.value.runs.map(({ schedule, at }) => [schedule, at]));
	}
}
