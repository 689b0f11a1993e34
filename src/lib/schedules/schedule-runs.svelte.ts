import type { ScheduleRuns } from '$protocol/dashboard/plan.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/** When the schedules of a device run next, as the hub works it out; asked anew after each run and each change. */
export class NextRuns {
	timeZone: string | undefined = $state();
	#device: Device;
	#at: ReadonlyMap<number, number | null> = $state.raw(new Map());
	/** A run that was told is over. By the minute after it, so that the hub, whose clock may be a bit behind, tells another. */
	readonly #isPast = $derived([...this.#at.values()].some((at) => at !== null && at < hub.minute));
	#reads = 0;

	constructor(device: Device) {
		this.#device = device;
		$effect(() => {
			// `base` also changes with the household's zone and place.
			void [this.#device.base.config, this.#isPast];
			if (hub.link === 'live') void this.#read();
		});
	}

	/** Unix ms; null: not within a year; undefined: not known yet, as of a schedule that is not saved. */
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
