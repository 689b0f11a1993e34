import { SvelteMap } from 'svelte/reactivity';
import { EMPTY_HOME } from '$protocol/dashboard/empty-home.ts';
import type { HubInfo, UserView } from '$protocol/dashboard/people/accounts.ts';
import type { DeviceView } from '$protocol/dashboard/devices.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { HomeLayout } from '$protocol/dashboard/home.ts';
import type { LiveEvent, Snapshot } from '$protocol/dashboard/live.ts';
import type { GuestHours } from '$protocol/dashboard/people/people.ts';
import type { Preferences } from '$protocol/dashboard/people/preferences.ts';
import type { PendingView } from '$protocol/dashboard/pending.ts';
import type { SceneView } from '$protocol/dashboard/scenes.ts';
import { words } from '$words/words.ts';
import { Device } from './device.svelte.ts';
import { tellApart } from '../device/tell-apart.ts';

/** A message for people that an event carries besides its change of state. */
export type News =
	{ kind: 'claimed'; name: string } | ({ kind: 'info' | 'warn' } & Pick<ApiError, 'message' | 'fault' | 'params'>);

/** All of a house that a dashboard shows. */
export type HubViews = Omit<Snapshot, 'kind' | 'epoch' | 'seq' | 'now'>;

/** The state of the whole house: filled from a snapshot and updated by events. It knows no socket. */
export class HubState {
	/** false until the first snapshot: no devices yet does not mean a house without devices */
	known = $state(false);
	info: HubInfo | undefined = $state.raw();
	user: UserView | undefined = $state.raw();
	/** this session is locked to its wall panel: the hub refuses all but seeing and switching */
	wallLocked = $state(false);
	/** of a guest who has weekly hours */
	hours: GuestHours | undefined = $state.raw();
	/** how this dashboard's person has arranged their Home */
	home: HomeLayout = $state.raw(EMPTY_HOME);
	/** how the dashboard speaks to this person; undefined until the hub has said it */
	preferences: Preferences | undefined = $state.raw();
	readonly devices = new SvelteMap<string, Device>();
	readonly pending = new SvelteMap<string, PendingView>();
	readonly scenes = new SvelteMap<string, SceneView>();
	/** pending device → the device it became, for pages that wait for the claim */
	readonly claimed = new SvelteMap<string, string>();

	/** device names by id, with a suffix where two devices have the same name */
	readonly #names = $derived(
		tellApart(
			[...this.devices.values()].map(({ id, base }) => ({ id, name: base.name, marks: [base.room, base.code] })),
			words.devices.apart,
		),
	);

	readonly #auditListeners = new Set<(entry: AuditEntry) => void>();
	readonly #peopleListeners = new Set<() => void>();
	readonly #lockOutListeners = new Set<() => void>();
	readonly #networkListeners = new Set<() => void>();

	/** The name of a device, distinguishable from others of the same name. */
	nameOf(id: string): string {
		return this.#names.get(id) ?? '';
	}

	/** Calls `listener` for every new entry of the audit log, until the returned function is called. */
	onAudit(listener: (entry: AuditEntry) => void): () => void {
		this.#auditListeners.add(listener);
		return () => this.#auditListeners.delete(listener);
	}

	/** Calls `listener` whenever people, invitations or sessions have changed, until the returned function is called. */
	onPeople(listener: () => void): () => void {
		this.#peopleListeners.add(listener);
		return () => this.#peopleListeners.delete(listener);
	}

	/** Calls `listener` whenever there are other lock-outs than before, until the returned function is called. */
	onLockOuts(listener: () => void): () => void {
		this.#lockOutListeners.add(listener);
		return () => this.#lockOutListeners.delete(listener);
	}

	/** Calls `listener` whenever the hub keeps other Wi-Fi networks than before, until the returned function is called. */
	onNetworks(listener: () => void): () => void {
		this.#networkListeners.add(listener);
		return () => this.#networkListeners.delete(listener);
	}

	/** Updates existing devices instead of replacing them, so that nothing jumps on the page after a reconnect. */
	takeSnapshot({ hub, user, hours, devices, pending, scenes, home, preferences, wallLocked }: HubViews): void {
		this.info = hub;
		this.user = user;
		this.hours = hours;
		this.home = home;
		this.preferences = preferences;
		this.wallLocked = wallLocked === true;
		keepOnly(this.devices, devices);
		for (const view of devices) this.#takeDevice(view);
		keepOnly(this.pending, pending);
		for (const view of pending) this.pending.set(view.id, view);
		keepOnly(this.scenes, scenes);
		for (const scene of scenes) this.scenes.set(scene.id, scene);
		this.known = true;
	}

	apply(event: LiveEvent): News | undefined {
		switch (event.type) {
			case 'device':
				return void this.#takeDevice(event.device);
			case 'device-removed':
				return void this.devices.delete(event.id);
			case 'relay':
				return void this.devices.get(event.device)?.takeRelay(event.relay);
			case 'presence':
				return void this.devices.get(event.device)?.takePresence(event);
			case 'reading':
				return void this.devices.get(event.device)?.takeReading(event);
			case 'pending':
				return void this.pending.set(event.pending.id, event.pending);
			case 'pending-removed': {
				const name = this.pending.get(event.id)?.name;
				this.pending.delete(event.id);
				if (event.why !== 'claimed' || !event.device) return undefined;
				this.claimed.set(event.id, event.device);
				// A device that got a new board keeps its own name.
				return name === undefined ? undefined : { kind: 'claimed', name: this.nameOf(event.device) || name };
			}
			case 'input':
				return void this.devices.get(event.device)?.takeInput(event.input);
			case 'log':
				return void this.devices.get(event.device)?.takeLine(event.line);
			case 'scene':
				return void this.scenes.set(event.scene.id, event.scene);
			case 'scene-removed':
				return void this.scenes.delete(event.id);
			case 'audit':
				return void this.#auditListeners.forEach((listener) => listener(event.entry));
			case 'people':
				return void this.#peopleListeners.forEach((listener) => listener());
			case 'lock-outs':
				return void this.#lockOutListeners.forEach((listener) => listener());
			case 'wifi-networks':
				return void this.#networkListeners.forEach((listener) => listener());
			case 'user':
				this.user = event.user;
				this.hours = event.hours;
				return undefined;
			case 'home':
				this.home = event.home;
				return undefined;
			case 'preferences':
				this.preferences = event.preferences;
				return undefined;
			case 'clock':
				return undefined;
			case 'notice':
				return { kind: event.level, message: event.message, fault: event.fault, params: event.params };
		}
	}

	/** Drops taps that the hub has not taken over: it has just sent a new state, or the link is lost. */
	forgetTaps(): void {
		for (const device of this.devices.values()) for (const relay of device.relays) relay.forgetTap();
	}

	clear(): void {
		this.devices.clear();
		this.pending.clear();
		this.scenes.clear();
		this.claimed.clear();
		this.user = this.hours = undefined;
		this.home = EMPTY_HOME;
		this.preferences = undefined;
		this.known = this.wallLocked = false;
	}

	#takeDevice(view: DeviceView): void {
		const known = this.devices.get(view.id);
		if (known) known.take(view);
		else this.devices.set(view.id, new Device(view));
	}
}

function keepOnly<V>(map: SvelteMap<string, V>, present: { id: string }[]): void {
	const ids = new Set(present.map(({ id }) => id));
	for (const id of [...map.keys()]) if (!ids.has(id)) map.delete(id);
}
