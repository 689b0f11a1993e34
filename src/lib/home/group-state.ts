import type { SceneView } from '$protocol/dashboard/scenes.ts';
import { hub } from '$lib/hub/hub.ts';

/** Of a scene's relays: how many are on, and of how many that is known. What is away is not known. */
export function groupState({ members }: Pick<SceneView, 'members'>): { on: number; known: number } {
	let [on, known] = [0, 0];
	for (const { device, relay } of members) {
		const its = hub.devices.get(device);
		if (its?.presence.state !== 'online') continue;
		const reported = its.relays.find(({ view }) => view.id === relay)?.view.reported;
		if (typeof reported !== 'boolean') continue;
		known++;
		if (reported) on++;
	}
	return { on, known };
}
