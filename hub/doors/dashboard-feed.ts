import type { HubInfo, UserView } from '../../protocol/dashboard/people/accounts.ts';
import { faultOf, faultView } from '../../protocol/dashboard/faults.ts';
import type { Live, LiveEvent, Missed, Snapshot } from '../../protocol/dashboard/live.ts';
import type { Audit } from '../history/audit.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { may } from '../accounts/roles.ts';
import type { Claims } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import { macWords } from '../../protocol/mac.ts';
import { type Scenes, sceneView } from '../scenes/scenes.ts';
import type { Updates } from '../updates/updates.ts';
import type { Networks } from '../wifi/networks.ts';
import { type Views, inputView, presenceView, relayView } from './views.ts';

/** Events kept for dashboards that were disconnected for a moment; one that missed more gets a snapshot. */
const KEPT_EVENTS = 1_000;
/** A reader that missed more than this many events for each device, plus `besides`, gets a snapshot: it is shorter. */
const MISSED_MAX = { ofDevice: 8, besides: 50 };

/** An event of the stream. A function gives each reader their own. */
export interface Told {
	seq: number;
	event: LiveEvent | ((reader: UserView) => LiveEvent);
}

/** What a wall panel does not show. REST refuses it to a session that is locked to one (roles.ts), so it is not told either. */
const NOT_ON_WALL: ReadonlySet<LiveEvent['type']> = new Set([
	'audit',
	'lock-outs',
	'log',
	'notice',
	'pending',
	'pending-removed',
	'people',
	'wifi-networks',
]);

export interface Reader {
	user: UserView;
	wallLocked: boolean;
}

/** The numbers of the stream have no gaps: whom an event does not concern is told again who they are. */
export function eventFor({ user, wallLocked }: Reader, { event }: Told): LiveEvent {
	const own = typeof event === 'function' ? event(user) : event;
	return wallLocked && NOT_ON_WALL.has(own.type) ? { type: 'user', user } : own;
}

/**
 * Turns facts into one numbered stream of events for all dashboards of the household. `publish` sends an event to everybody who
 * follows. A snapshot holds the number at which it was taken, so that a dashboard neither misses nor repeats an
 * event. Guests are never told of it: they have streams of their own (guests/).
 */
export class DashboardFeed {
	readonly epoch: string;
	#seq = 0;
	#kept: Told[] = [];
	#views: Views;
	#now: () => number;
	#hub: () => HubInfo;
	#publish: (told: Told) => void;
	#scenes: Scenes;
	#homes: Accounts['homes'];
	#preferences: Accounts['preferences'];

	constructor(options: {
		epoch: string;
		views: Views;
		now: () => number;
		hub: () => HubInfo;
		publish: (told: Told) => void;
		devices: Devices;
		claims: Claims;
		scenes: Scenes;
		updates: Updates;
		audit: Audit;
		accounts: Pick<Accounts, 'events' | 'homes' | 'preferences'>;
		networks: Pick<Networks, 'events'>;
	}) {
		const { epoch, views, now, hub, publish, devices, claims, scenes, updates, audit, accounts, networks } = options;
		this.epoch = epoch;
		this.#views = views;
		this.#now = now;
		this.#hub = hub;
		this.#publish = publish;
		this.#scenes = scenes;
		this.#homes = accounts.homes;
		this.#preferences = accounts.preferences;
		const people = accounts.events;

		devices.events.on('ClockStepped', ({ now }) => this.#tell({ type: 'clock', now }));
		devices.events.on('DeviceAdded', ({ device }) => this.#tell({ type: 'device', device: views.device(device) }));
		devices.events.on('DeviceChanged', ({ device }) => this.#tell({ type: 'device', device: views.device(device) }));
		updates.events.on('UpdateChanged', ({ device }) => this.#tell({ type: 'device', device: views.device(device) }));
		devices.events.on('DeviceRemoved', ({ id }) => this.#tell({ type: 'device-removed', id }));
		devices.events.on('RelayChanged', ({ device, relay }) =>
			this.#tell({ type: 'relay', device: device.record.id, relay: relayView(relay) }),
		);
		devices.events.on('PresenceChanged', ({ device }) =>
			this.#tell({
				type: 'presence',
				device: device.record.id,
				presence: presenceView(device),
				vitals: views.vitals(device),
			}),
		);
		devices.events.on('ReadingTaken', ({ device, reading: { sensor, unit, value, at } }) =>
			this.#tell({ type: 'reading', device: device.record.id, sensor, unit, value, at }),
		);
		devices.events.on('InputChanged', ({ device, input }) =>
			this.#tell({ type: 'input', device: device.record.id, input: inputView(input) }),
		);
		devices.events.on('BoardLogged', ({ device, line }) => this.#tell({ type: 'log', device: device.record.id, line }));
		audit.events.on('EntryMade', ({ entry }) => this.#tell({ type: 'audit', entry }));
		devices.events.on('CloneTried', ({ device, mac, address }) =>
			this.#tell({
				type: 'notice',
				level: 'warn',
				...faultView(faultOf('copy-refused', { device: device.record.name, mac: macWords(mac), address })),
			}),
		);
		claims.events.on('PendingChanged', ({ id }) => {
			const pending = views.pendingById(id);
			this.#tell(pending ? { type: 'pending', pending } : { type: 'pending-removed', id, why: 'gone' });
		});
		claims.events.on('PendingRemoved', ({ id, why, device }) =>
			this.#tell({ type: 'pending-removed', id, why, device }),
		);
		scenes.events.on('SceneMade', ({ scene }) => this.#tell({ type: 'scene', scene: sceneView(scene) }));
		scenes.events.on('SceneChanged', ({ scene }) => this.#tell({ type: 'scene', scene: sceneView(scene) }));
		scenes.events.on('SceneDeleted', ({ scene: { id } }) => this.#tell({ type: 'scene-removed', id }));
		for (const change of ['NetworkKept', 'NetworkChanged', 'NetworkRemoved'] as const)
			networks.events.on(change, () => this.#tell({ type: 'wifi-networks' }));
		people.on('PeopleChanged', () =>
			this.#tell((reader) => (may(reader, 'people.manage') ? { type: 'people' } : { type: 'user', user: reader })),
		);
		people.on('LockOutsChanged', () =>
			this.#tell((reader) =>
				may(reader, 'lock-outs.manage') ? { type: 'lock-outs' } : { type: 'user', user: reader },
			),
		);
		people.on('PersonChanged', ({ user }) => {
			if (user.role !== 'guest') this.#tell((reader) => ({ type: 'user', user: reader }));
		});
		// Read when it is sent, so that what is kept for dashboards that were away holds no layouts.
		people.on('HomeArranged', ({ user: { id, role } }) => {
			if (role === 'guest') return;
			this.#tell((reader) =>
				reader.id === id ? { type: 'home', home: this.#homes.of(id) } : { type: 'user', user: reader },
			);
		});
		people.on('PreferencesChanged', ({ user: { id, role } }) => {
			if (role === 'guest') return;
			this.#tell((reader) =>
				reader.id === id
					? { type: 'preferences', preferences: this.#preferences.of(id) }
					: { type: 'user', user: reader },
			);
		});
		claims.events.on('PendingExpired', ({ name }) =>
			this.#tell({
				type: 'notice',
				level: 'info',
				...faultView(faultOf('not-set-up-in-time', { device: name })),
			}),
		);
	}

	/** What a dashboard that has just connected needs: everything, or what it missed since `since`. */
	follow(reader: Reader, since: { epoch?: string | undefined; seq?: number | undefined }): Snapshot | Missed {
		const { user, wallLocked } = reader;
		const now = this.#now();
		const { seq } = since;
		if (since.epoch === this.epoch && seq !== undefined && seq <= this.#seq && seq >= this.#oldestFollowed())
			return { kind: 'missed', seq: this.#seq, now, events: this.#missedBy(reader, seq) };
		return {
			kind: 'snapshot',
			epoch: this.epoch,
			seq: this.#seq,
			now,
			hub: this.#hub(),
			user,
			devices: this.#views.devices(),
			pending: wallLocked ? [] : this.#views.pendings(),
			scenes: [...this.#scenes.byId.values()].map(sceneView),
			home: this.#homes.of(user.id),
			preferences: this.#preferences.of(user.id),
		};
	}

	/** Where a dashboard's stream may have ended to get only what it missed. */
	#oldestFollowed(): number {
		const first = this.#kept[0]?.seq ?? this.#seq + 1;
		const most = MISSED_MAX.ofDevice * this.#views.deviceCount + MISSED_MAX.besides;
		return Math.max(first - 1, this.#seq - most);
	}

	#missedBy(reader: Reader, seq: number): Live[] {
		const { user } = reader;
		const told = this.#kept.filter((told) => told.seq > seq);
		const missed = told.map((told): Live => ({ seq: told.seq, event: eventFor(reader, told) }));
		// Each of these has the newest layout, which may be long: one is enough.
		const home = missed.findLast(({ event }) => event.type === 'home');
		return missed.map((live) =>
			live.event.type === 'home' && live !== home ? { seq: live.seq, event: { type: 'user', user } } : live,
		);
	}

	#tell(event: Told['event']): void {
		const told = { seq: ++this.#seq, event };
		this.#kept.push(told);
		if (this.#kept.length > 2 * KEPT_EVENTS) this.#kept = this.#kept.slice(-KEPT_EVENTS);
		this.#publish(told);
	}
}
