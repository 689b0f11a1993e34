import { pino } from 'pino';
import type * as UWebSockets from 'uWebSockets.js';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { Role } from '../../../protocol/dashboard/people/accounts.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import type { Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import { User } from '../../../hub/accounts/entities.ts';
import { beginSession, userView } from '../../../hub/accounts/sessions.ts';
import { Events } from '../../../hub/base/events.ts';
import type { Claims } from '../../../hub/claims/claims.ts';
import { DashboardDoor } from '../../../hub/doors/dashboard-door.ts';
import { DashboardFeed } from '../../../hub/doors/dashboard-feed.ts';
import { GuestFeed } from '../../../hub/doors/guests/guest-feed.ts';
import { SESSION_COOKIE } from '../../../hub/doors/server/session/session-cookie.ts';
import { uWS } from '../../../hub/doors/server/web-server.ts';
import { whoIs } from '../../../hub/doors/server/session/who-is.ts';
import { Views } from '../../../hub/doors/views.ts';
import type { Audit } from '../../../hub/history/audit.ts';
import type { Scenes } from '../../../hub/scenes/scenes.ts';
import { Settings } from '../../../hub/settings/settings.ts';
import { Updates } from '../../../hub/updates/updates.ts';
import type { NetworkFacts } from '../../../hub/wifi/networks.ts';
import { type TestAccounts, testAccounts } from '../accounts.ts';
import { BrowserSession, type LiveView } from '../browser-session.ts';
import { TestDevices } from '../devices.ts';
import { personRow } from '../people/member.ts';

const silent = pino({ level: 'silent' });

/** The dashboards' door and both feeds on a free port, with people and devices, and without boards: tests emit the facts. */
export class LiveDoor {
	readonly accounts: TestAccounts;
	readonly devices: TestDevices;
	readonly settings: Settings;
	readonly updates: Updates;
	/** of claims, scenes, networks and the audit log, only the facts */
	readonly claims = {
		events: new Events(),
		conflicts: new Map(),
		byId: new Map(),
		usbMacs: new Map(),
		steps: new Map(),
		isExpired: () => false,
		pending: () => [],
	} as unknown as Claims;
	readonly scenes = { events: new Events(), byId: new Map() } as unknown as Scenes;
	readonly networks = { events: new Events<NetworkFacts>() };
	readonly audit = { events: new Events() } as unknown as Audit;
	readonly door: DashboardDoor;
	/** sessions are looked up once this is resolved */
	mayLookUp: Promise<void> = Promise.resolve();
	#app: UWebSockets.TemplatedApp;
	#port = 0;

	private constructor(accounts: TestAccounts, devices: TestDevices) {
		const { orm, clock } = accounts;
		[this.accounts, this.devices] = [accounts, devices];
		this.settings = new Settings({ orm, clock, log: silent });
		this.updates = new Updates({ orm, clock, log: silent, devices, imageOf: async () => undefined });
		this.#app = uWS.App();
		this.door = new DashboardDoor(this.#app, {
			devices,
			clock,
			log: silent,
			facts: new Events(),
			whoIs: async (cookie) => {
				await this.mayLookUp;
				return whoIs(accounts, cookie, () => this.settings.offsetAt);
			},
			addressOf: () => '127.0.0.1',
			trustedProxies: [],
			sessionsEndedElsewhere: () => false,
			originAllowed: () => true,
		});
		const hub = () => ({ name: 'Home', version: '1', needsSetUp: false });
		const stream = { epoch: 'e', hub, devices, accounts };
		const { claims, scenes, updates, audit, settings } = this;
		this.door.serve({
			household: new DashboardFeed({
				...stream,
				views: new Views(devices, claims, updates, () => false),
				now: () => clock.now(),
				publish: (told) => this.door.publish(told),
				claims,
				scenes,
				updates,
				audit,
				networks: this.networks,
			}),
			guests: new GuestFeed({ ...stream, clock, settings }),
			people: accounts.events,
		});
		const listening = (socket: UWebSockets.us_listen_socket | false) =>
			void (this.#port = uWS.us_socket_local_port(socket as UWebSockets.us_listen_socket));
		this.#app.listen('127.0.0.1', 0, listening);
	}

	static async open(): Promise<LiveDoor> {
		const accounts = await testAccounts();
		return new LiveDoor(accounts, await TestDevices.open(':memory:', accounts.clock));
	}

	/** Somebody with a session, and their open dashboard. */
	async add(name: string, role: Role, access: GuestAccess | null = null): Promise<Person> {
		const { accounts } = this;
		const user = await personRow({ name, role, access });
		const session = await accounts.orm.em.fork().transactional(async (em) => {
			await em.insert(User, user);
			return beginSession(em, accounts, user, { address: '127.0.0.1', userAgent: 'test' });
		});
		const browser = new BrowserSession(`http://127.0.0.1:${this.#port}`);
		browser.cookie = `${SESSION_COOKIE}=${session.token}`;
		const [sessionId] = [...accounts.sessionIds].slice(-1);
		return { id: user.id, role, sessionId: sessionId!, browser, view: await browser.open() };
	}

	/** Changes a person as the operations do: first in the database, then the fact. */
	async change({ id }: Pick<Person, 'id'>, change: Partial<Pick<User, 'name' | 'role' | 'access'>>): Promise<void> {
		const { orm, events } = this.accounts;
		await orm.em.fork().nativeUpdate(User, { id }, change);
		const user = userView(await orm.em.fork().findOneOrFail(User, { id }));
		events.emit('PersonChanged', { user });
		events.emit('PeopleChanged', {});
	}

	/** They have folded a room of their Home. */
	arrange({ id, role }: Person, room = 'Hall'): void {
		const { homes, events } = this.accounts;
		homes.keep(id, { ...EMPTY_HOME, folded: [room] });
		events.emit('HomeArranged', { user: { id, role, name: '' } });
	}

	/** They have chosen how the dashboard speaks to them. */
	prefer({ id, role }: Person, change: Partial<Preferences>): void {
		const { preferences, events } = this.accounts;
		preferences.keep(id, { ...NO_PREFERENCES, ...change });
		events.emit('PreferencesChanged', { user: { id, role, name: '' } });
	}

	async close(): Promise<void> {
		await this.door.stop();
		this.#app.close();
		await this.devices.close();
		await this.accounts.remove();
	}
}

export interface Person {
	id: string;
	role: Role;
	sessionId: string;
	browser: BrowserSession;
	view: LiveView;
}
