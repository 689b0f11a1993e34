import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';
import { homeWords as words } from '$words/home/home.ts';
import type { Tile } from './tiles.ts';

export interface LitRelay {
	device: string;
	relay: number;
}

/** Whether it is a relay that is on. A push button goes off by itself, and does not count. */
export function isOn(tile: Tile<Device>): tile is RelayTile {
	if (tile.kind !== 'relay' || tile.device.presence.state !== 'online') return false;
	const view = viewOf(tile);
	return view?.reported === true && view.pulseMs === 0;
}

type RelayTile = Extract<Tile<Device>, { kind: 'relay' }>;

const viewOf = ({ device, relay }: RelayTile) => device.relays.find(({ view }) => view.id === relay)?.view;

/** Those that “All off” switches off: this person may, and the relay is not left out of it. */
export function litOf(tiles: readonly Tile<Device>[]): LitRelay[] {
	return tiles.filter(isOn).flatMap((tile) => {
		const view = viewOf(tile);
		return view?.mayNotSwitch || view?.notInAllOff ? [] : [{ device: tile.device.id, relay: tile.relay }];
	});
}

/** The names of those that “All off” leaves on. */
export function leftOnIn(tiles: readonly Tile<Device>[]): string[] {
	return tiles.filter(isOn).flatMap((tile) => (viewOf(tile)?.notInAllOff ? [tile.name] : []));
}

/** Switches them off at once, and offers to switch them on again. `leftOn`: names of what is left out and stays on. */
export async function allOff(room: string, relays: readonly LitRelay[], leftOn: readonly string[] = []): Promise<void> {
	const done = await switchAll(relays, false);
	const undo = { label: words.undo, act: () => void switchAll(done, true) };
	if (done.length === relays.length) hub.toast('info', words.offDone(done.length, room, leftOn), undo);
	else hub.toast('warn', words.offPartly(done.length, relays.length), done.length > 0 ? undo : undefined);
}

async function switchAll(relays: readonly LitRelay[], on: boolean): Promise<LitRelay[]> {
	const answers = await Promise.all(
		relays.map(({ device, relay }) => request('PUT', `/devices/${device}/relays/${relay}`, { on })),
	);
	return relays.filter((_, at) => answers[at]!.ok);
}
