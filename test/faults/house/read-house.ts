import type { ApiTokens } from '../../../protocol/dashboard/people/api-tokens.ts';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { People } from '../../../protocol/dashboard/people/people.ts';
import type { DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import type { SettingsView } from '../../../protocol/dashboard/settings.ts';
import type { BrowserSession } from '../../harness/browser-session.ts';

/** Things that are made and deleted, and known by their names. */
export const THINGS = ['scene', 'pending device', 'API token', 'invitation'] as const;
export type Thing = (typeof THINGS)[number];

export interface FoundThing {
	thing: Thing;
	name: string;
	id: string;
	value: string;
}

/** Where a write's value is: the key of a ledger. */
export const keyOf = {
	name: (device: string) => `name of device ${device}`,
	room: (device: string) => `room of device ${device}`,
	plan: (device: string) => `configuration of device ${device}`,
	board: (name: string) => `board ${name}`,
	thing: (thing: Thing, name: string) => `${thing} ${name}`,
	settings: 'days of history',
};

/** A plan as far as the writers change it. */
export function planValue({ relays }: Pick<DevicePlan, 'relays'>): string {
	return relays.map(({ name, maxOnMs }) => `${name} for ${maxOnMs} ms`).join(', ');
}

/** What the hub holds now, asked for over its API. */
export interface HouseState {
	values: Map<string, string>;
	things: FoundThing[];
}

/** `planned`: devices whose configuration is read as well. */
export async function readHouse(browser: BrowserSession, planned: readonly string[]): Promise<HouseState> {
	const get = <T>(path: string) => browser.call<T>('GET', path);
	// In this order, so that a board that is claimed meanwhile is in one of them.
	const { pending } = await get<{ pending: PendingView[] }>('/pending');
	const { devices } = await get<{ devices: DeviceView[] }>('/devices');
	const { scenes } = await get<{ scenes: SceneView[] }>('/scenes');
	const { tokens } = await get<ApiTokens>('/account/tokens');
	const { invitations } = await get<People>('/people');
	const { historyDays } = await get<SettingsView>('/settings');
	const things: FoundThing[] = [
		...scenes.map(({ id, name, icon }) => ({ thing: 'scene' as const, id, name, value: icon })),
		...pending.map(({ id, name }) => ({ thing: 'pending device' as const, id, name, value: 'there' })),
		...tokens.map(({ id, name }) => ({ thing: 'API token' as const, id, name, value: 'there' })),
		...invitations.map(({ id, name }) => ({ thing: 'invitation' as const, id, name, value: 'there' })),
	];
	const values = new Map(things.map(({ thing, name, value }) => [keyOf.thing(thing, name), value]));
	for (const { name } of pending) values.set(keyOf.board(name), 'pending');
	for (const { id, name, room } of devices) {
		values.set(keyOf.board(name), 'claimed');
		values.set(keyOf.name(id), name);
		values.set(keyOf.room(id), room ?? 'none');
	}
	for (const id of planned) {
		const { plan } = await get<DeviceConfig>(`/devices/${id}/config`);
		values.set(keyOf.plan(id), planValue(plan));
	}
	values.set(keyOf.settings, String(historyDays));
	return { values, things };
}
