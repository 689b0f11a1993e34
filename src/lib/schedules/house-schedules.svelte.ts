import type { HouseSchedules } from '$protocol/dashboard/schedules.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';
import { onHold } from './on-hold.ts';

/** All schedules of the house, as the hub computes them. They are read again after every run and every change. */
export class HouseState {
	/** undefined until the hub has answered */
	view: HouseSchedules | undefined = $state.raw();
	/** What was read is out of date: a run or a pause is over, or a vacation begins or ends. */
	readonly #isPast = $derived.by(() => {
		const { view } = this;
		if (!view) return false;
		const { pausedUntil, vacation } = view.house;
		const now = hub.minute;
		const begins = vacation && vacation.from > this.#readAt ? vacation.from : Infinity;
		const ends = [view.runs[0]?.at, pausedUntil, vacation?.until, begins];
		return ends.some((at) => typeof at === 'number' && at < now);
	});
	#readAt = $state(0);
	#reading: Promise<void> | undefined;
	#again = false;

	constructor() {
		$effect(() => {
			for (const device of hub.devices.values()) void device.base;
			void this.#isPast;
			if (hub.link === 'live') void this.read();
		});
		$effect(() => onHold(() => void this.read()));
	}

	/** Resolves once what is asked for now has arrived. While an answer is awaited, one more read is enough for all that has changed meanwhile. */
	read(): Promise<void> {
		this.#again = true;
		this.#reading ??= this.#readAll();
		return this.#reading;
	}

	async #readAll(): Promise<void> {
		while (this.#again) {
			this.#again = false;
			const asked = await request<HouseSchedules>('GET', '/schedules');
			if (!asked.ok) continue;
			this.#readAt = hub.now;
			this.view = asked.value;
		}
		this.#reading = undefined;
	}
}
