import type { Accounts } from '../../accounts/accounts.ts';
import type { Devices } from '../../devices/devices.ts';
import type { Settings } from '../../settings/settings.ts';
import { GuestStream, type GuestStreamOptions } from './guest-stream.ts';
import type { Guest } from './guest-views.ts';

/**
 * Hands what happens to devices to the streams of guests, who receive no other events. Costs nothing while no guest has
 * a dashboard open.
 */
export class GuestFeed {
	#options: Omit<GuestStreamOptions, 'guest' | 'send' | 'reachesChanged'>;
	/** by the guest's user id */
	#streams = new Map<string, { stream: GuestStream; dashboards: number }>();

	constructor(
		options: Pick<GuestStreamOptions, 'epoch' | 'clock' | 'hub'> & {
			devices: Devices;
			settings: Settings;
			accounts: Pick<Accounts, 'events' | 'homes' | 'preferences'>;
		},
	) {
		const { devices, settings, accounts } = options;
		this.#options = { ...options, homes: accounts.homes, preferences: accounts.preferences };
		const each = <Fact>(tell: (stream: GuestStream, fact: Fact) => void) => {
			return (fact: Fact) => {
				for (const { stream } of this.#streams.values()) tell(stream, fact);
			};
		};
		const { events } = devices;
		events.on(
			'RelayChanged',
			each((stream, { device, relay }) => stream.onRelay(device, relay)),
		);
		events.on(
			'PresenceChanged',
			each((stream, { device }) => stream.onPresence(device)),
		);
		events.on(
			'ReadingTaken',
			each((stream, { device, reading }) => stream.onReading(device, reading)),
		);
		events.on(
			'InputChanged',
			each((stream, { device, input }) => stream.onInput(device, input)),
		);
		events.on(
			'DeviceAdded',
			each((stream, { device }) => stream.onDevice(device)),
		);
		events.on(
			'DeviceChanged',
			each((stream, { device }) => stream.onDevice(device)),
		);
		events.on(
			'DeviceRemoved',
			each((stream, { id }) => stream.onDeviceRemoved(id)),
		);
		events.on(
			'ClockStepped',
			each((stream) => stream.onClockStepped()),
		);
		// Weekly hours are in the hub's time zone.
		settings.events.on(
			'SettingsChanged',
			each((stream) => stream.update()),
		);
		accounts.events.on('HomeArranged', ({ user: { id } }) => this.#streams.get(id)?.stream.onHomeArranged());
		accounts.events.on('PreferencesChanged', ({ user: { id } }) =>
			this.#streams.get(id)?.stream.onPreferencesChanged(),
		);
	}

	/**
	 * The stream of this guest, which all their dashboards share: however many they open, each fact is looked at once.
	 * `guest` is what is known of them now.
	 */
	join(guest: Guest, to: Pick<GuestStreamOptions, 'send' | 'reachesChanged'>): GuestStream {
		const { id } = guest.user;
		const known = this.#streams.get(id);
		known?.stream.renew(guest);
		const stream = known?.stream ?? new GuestStream({ ...this.#options, ...to, guest });
		this.#streams.set(id, { stream, dashboards: (known?.dashboards ?? 0) + 1 });
		return stream;
	}

	/** One of their dashboards is closed. */
	leave(id: string): void {
		const known = this.#streams.get(id);
		if (!known) return;
		if (--known.dashboards > 0) return;
		this.#streams.delete(id);
		known.stream.close();
	}
}
