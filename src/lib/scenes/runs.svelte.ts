import { SvelteMap } from 'svelte/reactivity';
import type { SceneResult, SceneView } from '$protocol/dashboard/scenes.ts';
import { hub } from '$lib/hub/hub.ts';
import { translateError } from '$lib/hub/translate-error.ts';
import { request } from '$lib/hub/request.ts';
import { runWords as words } from '$words/home/scene-runs.ts';
import { type Run, failedOf, undoOf } from './outcome.ts';

/** How long a tile shows "All done". */
const SHOWN_MS = 6_000;

class SceneRuns {
	readonly current = new SvelteMap<string, Run>();
	/** the scene whose result is shown */
	shown: SceneView | undefined = $state.raw();

	async run(scene: SceneView, on?: boolean): Promise<void> {
		if (this.current.get(scene.id)?.state === 'running') return;
		const running: Run = { state: 'running', on };
		this.current.set(scene.id, running);
		const asked = await request<SceneResult>('POST', `/scenes/${scene.id}/run`, on === undefined ? {} : { on });
		if (this.current.get(scene.id) !== running) return; // signed out in the meantime
		if (!asked.ok) {
			this.current.delete(scene.id);
			return hub.fail(asked.error);
		}
		const result = { results: await Promise.all(asked.value.results.map(translateError)) };
		const failed = failedOf(result);
		const run: Run = { state: failed.length === 0 ? 'done' : 'partly', on, result };
		this.current.set(scene.id, run);
		if (run.state === 'done') {
			const offer =
				undoMembers(result).length > 0 ? { label: words.undo, act: () => void this.undo(result) } : undefined;
			hub.toast('info', words.did(scene.name), offer);
			setTimeout(() => this.current.get(scene.id) === run && this.current.delete(scene.id), SHOWN_MS);
		} else {
			const { length } = result.results;
			hub.toast('warn', words.didPartly(length - failed.length, length, failed), {
				label: words.show,
				act: () => (this.shown = scene),
			});
		}
	}

	forget(): void {
		this.current.clear();
		this.shown = undefined;
	}

	/** Switches back what a run has changed. */
	async undo(result: SceneResult): Promise<void> {
		const members = undoMembers(result);
		const done = await Promise.all(
			members.map(({ device, relay, on }) => request('PUT', `/devices/${device}/relays/${relay}`, { on })),
		);
		const left = members.filter((_, index) => !done[index]!.ok).map(({ device, relay }) => nameOf(device, relay));
		if (left.length === 0) hub.toast('info', words.undone);
		else hub.toast('warn', words.notUndone(left));
	}
}

const relayOf = (device: string, relay: number) =>
	hub.devices.get(device)?.relays.find(({ view }) => view.id === relay)?.view;
const nameOf = (device: string, relay: number) => relayOf(device, relay)?.name ?? words.gone;

function undoMembers(result: SceneResult) {
	return undoOf(result, ({ device, relay }) => (relayOf(device, relay)?.pulseMs ?? 0) > 0);
}

export const runs = new SceneRuns();
hub.onStop(() => runs.forget());
