import { type Plan, planOf, roomRenamed } from '$lib/devices/plan.ts';
import type { RenameRoom } from '$protocol/dashboard/devices.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/**
 * The order of rooms and devices while somebody sorts them. The page shows every change at once. Changes are saved one
 * request at a time and always in their newest state, so changes made during a request are saved together.
 */
export class Arranging {
	plan: Plan = $state.raw([]);
	/** rooms that are not saved yet, by device */
	#rooms = new Map<string, string | null>();
	/** new names of rooms that are not saved yet */
	#renames: RenameRoom[] = [];
	#dirty = false;
	#saving: Promise<void> | undefined;

	constructor(devices: readonly Device[]) {
		this.plan = planOf(devices);
	}

	/** Devices may be added or deleted while somebody sorts. */
	syncDevices(devices: readonly Device[]): void {
		this.plan = planOf(devices, this.plan);
	}

	change(plan: Plan): void {
		if (plan === this.plan) return;
		const before = new Map(this.plan.flatMap(({ name, ids }) => ids.map((id) => [id, name] as const)));
		for (const { name, ids } of plan) for (const id of ids) if (before.get(id) !== name) this.#rooms.set(id, name);
		this.#saveSoon(plan);
	}

	/** Gives a room another name. Guests keep what they reach in it, which they would not if its devices were moved. */
	rename(from: string, to: string): void {
		if (from === to) return;
		for (const [id, room] of this.#rooms) if (room === from) this.#rooms.set(id, to);
		this.#renames.push({ from, to });
		this.#saveSoon(roomRenamed(this.plan, from, to));
	}

	#saveSoon(plan: Plan): void {
		this.plan = plan;
		this.#dirty = true;
		this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
	}

	/** Resolves when everything is saved. */
	async settled(): Promise<void> {
		await this.#saving;
	}

	async #save(): Promise<void> {
		while (this.#dirty) {
			this.#dirty = false;
			const rooms = [...this.#rooms];
			this.#rooms.clear();
			const answers = [];
			for (const rename of this.#renames.splice(0)) answers.push(await request('POST', '/rooms/rename', rename));
			const moves = await Promise.all(rooms.map(([id, room]) => request('PATCH', `/devices/${id}`, { room })));
			const ids = this.plan.flatMap(({ ids }) => ids);
			const failed = [...answers, ...moves, await request('PUT', '/devices/order', { ids })].find(({ ok }) => !ok);
			if (!failed || failed.ok) continue;
			hub.fail(failed.error);
			// The page must not show an order that the hub refused.
			this.plan = planOf([...hub.devices.values()]);
			this.#dirty = false;
		}
	}
}
