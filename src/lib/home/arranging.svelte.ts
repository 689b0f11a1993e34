import { type Plan, planOf } from '$lib/home/arrangement.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/**
 * The order while somebody makes it. What is on view is theirs at once; the hub is told one step after the other, and
 * always the newest: what was overtaken meanwhile is left out.
 */
export class Arranging {
	plan: Plan = $state.raw([]);
	#rooms = new Map<string, string | null>();
	#dirty = false;
	#saving: Promise<void> | undefined;

	constructor(devices: readonly Device[]) {
		this.plan = planOf(devices);
	}

	/** Devices come and go also while one arranges. */
	keepUp(devices: readonly Device[]): void {
		this.plan = planOf(devices, this.plan);
	}

	change(plan: Plan): void {
		if (plan === this.plan) return;
		const before = new Map(this.plan.flatMap(({ name, ids }) => ids.map((id) => [id, name] as const)));
		for (const { name, ids } of plan) for (const id of ids) if (before.get(id) !== name) this.#rooms.set(id, name);
		this.plan = plan;
		this.#dirty = true;
		this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
	}

	/** Resolves when the hub knows all of it. */
	async settled(): Promise<void> {
		await this.#saving;
	}

	async #save(): Promise<void> {
		while (this.#dirty) {
			this.#dirty = false;
			const rooms = [...this.#rooms];
			this.#rooms.clear();
			const asked = await Promise.all(rooms.map(([id, room]) => request('PATCH', `/devices/${id}`, { room })));
			const ids = this.plan.flatMap(({ ids }) => ids);
			const failed = [...asked, await request('PUT', '/devices/order', { ids })].find(({ ok }) => !ok);
			if (!failed || failed.ok) continue;
			hub.fail(failed.error);
			// What the hub did not take is not shown as if it had.
			this.plan = planOf([...hub.devices.values()]);
			this.#dirty = false;
		}
	}
}
