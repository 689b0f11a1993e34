import type { HeldSchedule, ScheduleRuns } from '$protocol/dashboard/schedules.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';
import { onHold } from './on-hold.ts';

/** The next runs of a device's schedules, computed by the hub. They are read again after every run and every change. */
export class NextRuns {
	/** undefined until the hub has answered */
	view: ScheduleRuns | undefined = $state.raw();
	#device: Device;
	/** A known run is over. Compared with the minute, so that the hub has surely moved on to the next run when asked again. */
	readonly #isPast = $derived(this.view?.runs.some(({ at }) => at !== null && at < hub.minute) ?? false);
	#reads = 0;

	constructor(device: Device) {
		this.#device = device;
		$effect(() => {
			// The hub also sends `base` again when its time zone or location changes.
			void [this.#device.base.config, this.#isPast];
			if (hub.link === 'live') void this.#read();
		});
		$effect(() => onHold(() => void this.#read()));
	}

	/** undefined: not known yet, for example because it is not saved. */
	of(schedule: number): HeldSchedule | undefined {
		return this.view?.runs.find((run) => run.schedule === schedule);
	}

	async #read(): Promise<void> {
		const read = ++this.#reads;
		const asked = await request<ScheduleRuns>('GET', `/devices/${this.#device.id}/schedules`);
		if (asked.ok && read === this.#reads) this.view = asked.value;
	}
}
