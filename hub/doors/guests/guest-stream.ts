import type { HubInfo, UserView } from '../../../protocol/dashboard/people/accounts.ts';
import type { HomeLayout } from '../../../protocol/dashboard/home.ts';
import type { DeviceView, PresenceView } from '../../../protocol/dashboard/devices.ts';
import type { Live, LiveEvent, Snapshot } from '../../../protocol/dashboard/live.ts';
import type { GuestHours } from '../../../protocol/dashboard/people/people.ts';
import type { Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clock, Timer } from '../../base/clock.ts';
import type { Devices } from '../../devices/devices.ts';
import type { LiveDevice, LiveInput, LiveReading, LiveRelay } from '../../devices/live-device.ts';
import { inputView, presenceView, readingView } from '../views.ts';
import { type Guest, NO_VITALS, deviceForGuest, isShown, relayForGuest } from './guest-views.ts';

/** The wall clock may be slowed or sped up: what depends on it is looked at again after this at the latest. */
const LONGEST_WAIT_MS = 60_000;

export interface GuestStreamOptions {
	epoch: string;
	clock: Clock;
	hub: () => HubInfo;
	devices: Devices;
	homes: Pick<Accounts['homes'], 'of'>;
	preferences: Pick<Accounts['preferences'], 'of'>;
	guest: Guest;
	send: (live: Live) => void;
	/** the guest reaches the first thing, or no longer anything */
	reachesChanged: () => void;
}

/**
 * The stream of events for the open dashboards of one guest, with numbers of its own: those of the household's stream
 * would tell how much happens there. Remembers what the guest was shown, so that whatever changes their access only
 * has to call `update`: it sends the difference.
 */
export class GuestStream {
	#options: GuestStreamOptions;
	#guest: Guest;
	#seq = 0;
	#shown = new Map<string, DeviceView>();
	/** what the guest was told of their weekly hours */
	#hours: GuestHours | null;
	/** what the guest was told of how they have arranged their Home */
	#home: HomeLayout;
	/** what the guest was told of how the dashboard speaks to them */
	#preferences: Preferences;
	#timer: Timer | undefined;
	/** the guest's rights are being read, or no dashboard is open any more */
	#isPaused = false;
	#isClosed = false;

	constructor(options: GuestStreamOptions) {
		this.#options = options;
		this.#guest = options.guest;
		this.#hours = this.#guest.reach().hours;
		this.#home = options.homes.of(this.#guest.user.id);
		this.#preferences = options.preferences.of(this.#guest.user.id);
		for (const device of options.devices.byId.values()) {
			const view = deviceForGuest(device, this.#guest);
			if (view) this.#remember(view);
		}
		this.#setTimer();
	}

	get reachesAnything(): boolean {
		return this.#shown.size > 0;
	}

	/** Everything they reach now; for a dashboard that takes the events after this from the stream. */
	follow(): Snapshot {
		const { epoch, clock, hub } = this.#options;
		this.update();
		return {
			kind: 'snapshot',
			epoch,
			seq: this.#seq,
			now: clock.now(),
			hub: hub(),
			user: this.#guest.user,
			...(this.#hours && { hours: this.#hours }),
			devices: [...this.#shown.values()],
			pending: [],
			scenes: [],
			home: this.#home,
			preferences: this.#preferences,
		};
	}

	/** Sends nothing until `renew`: the guest's rights have changed, and are being read. */
	pause(): void {
		this.#isPaused = true;
		this.#timer?.cancel();
	}

	/** The guest has these rights and this name now. */
	renew(guest: Guest): void {
		if (this.#isClosed) return;
		const before = this.#guest.user;
		this.#guest = guest;
		this.#isPaused = false;
		this.#tellUser(before);
		this.update();
	}

	/** Brings the dashboard to what the guest reaches now: their rights, the time or the house has changed. */
	update(): void {
		if (this.#isPaused) return;
		const { byId } = this.#options.devices;
		this.#tellUser(this.#guest.user);
		this.#tellHome();
		this.#tellPreferences();
		this.#change(() => {
			for (const id of [...this.#shown.keys()]) if (!byId.has(id)) this.#remove(id);
			for (const device of byId.values()) this.#compare(device);
		});
	}

	close(): void {
		this.#isClosed = true;
		this.pause();
	}

	onClockStepped(): void {
		if (this.#isPaused) return;
		this.#tell({ type: 'clock', now: this.#options.clock.now() });
		this.update();
	}

	onHomeArranged(): void {
		if (!this.#isPaused) this.#tellHome();
	}

	onPreferencesChanged(): void {
		if (!this.#isPaused) this.#tellPreferences();
	}

	onDevice(device: LiveDevice): void {
		if (!this.#isPaused) this.#change(() => this.#compare(device));
	}

	onDeviceRemoved(id: string): void {
		if (!this.#isPaused) this.#change(() => this.#remove(id));
	}

	onRelay(device: LiveDevice, relay: LiveRelay): void {
		const shown = this.#shownNow(device);
		const index = shown?.relays.findIndex(({ id }) => id === relay.plan.id) ?? -1;
		if (!shown || index < 0 || this.#guest.reach().relay(device.record, relay.plan.id) === null) return;
		const view = relayForGuest(device, relay, this.#guest);
		if (isSame(shown.relays[index], view)) return;
		this.#remember({ ...shown, relays: shown.relays.with(index, view) });
		this.#tell({ type: 'relay', device: shown.id, relay: view });
	}

	onPresence(device: LiveDevice): void {
		const shown = this.#shownNow(device);
		const presence = presenceView(device);
		if (!shown || isSamePresence(shown.presence, presence) || !isShown(device, this.#guest.reach())) return;
		this.#remember({ ...shown, presence });
		this.#tell({ type: 'presence', device: shown.id, presence, vitals: NO_VITALS });
	}

	onReading(device: LiveDevice, reading: LiveReading): void {
		const shown = this.#shownNow(device);
		if (!shown || this.#guest.reach().device(device.record) === null) return;
		const view = readingView(reading);
		const { sensor, unit, value, at } = view;
		// In its place: another order would look like a change, and send the device again.
		const index = shown.readings.findIndex((known) => known.sensor === sensor && known.unit === unit);
		const readings = index < 0 ? [...shown.readings, view] : shown.readings.with(index, view);
		this.#remember({ ...shown, readings });
		this.#tell({ type: 'reading', device: shown.id, sensor, unit, value, at });
	}

	onInput(device: LiveDevice, input: LiveInput): void {
		const shown = this.#shownNow(device);
		const index = shown?.inputs.findIndex(({ id }) => id === input.plan.id) ?? -1;
		if (!shown || index < 0 || this.#guest.reach().device(device.record) === null) return;
		const view = inputView(input);
		this.#remember({ ...shown, inputs: shown.inputs.with(index, view) });
		this.#tell({ type: 'input', device: shown.id, input: view });
	}

	/** Tells who the guest is, if that or their hours have changed. */
	#tellUser(before: UserView): void {
		const { user, reach } = this.#guest;
		const { hours } = reach();
		if (isSame(before, user) && isSame(this.#hours, hours)) return;
		this.#hours = hours;
		this.#tell({ type: 'user', user, ...(hours && { hours }) });
	}

	/** Only what the guest has stored themself. */
	#tellHome(): void {
		const home = this.#options.homes.of(this.#guest.user.id);
		if (home === this.#home) return;
		this.#home = home;
		this.#tell({ type: 'home', home });
	}

	/** The same of how the dashboard speaks to them. */
	#tellPreferences(): void {
		const preferences = this.#options.preferences.of(this.#guest.user.id);
		if (preferences === this.#preferences) return;
		this.#preferences = preferences;
		this.#tell({ type: 'preferences', preferences });
	}

	#remember(view: DeviceView): void {
		this.#shown.set(view.id, view);
	}

	#shownNow({ record }: LiveDevice): DeviceView | undefined {
		return this.#isPaused ? undefined : this.#shown.get(record.id);
	}

	#change(change: () => void): void {
		const before = this.reachesAnything;
		change();
		if (before !== this.reachesAnything) this.#options.reachesChanged();
		this.#setTimer();
	}

	/** For the next moment at which time changes what they reach. */
	#setTimer(): void {
		this.#timer?.cancel();
		const { until } = this.#guest.reach();
		if (until === null) return;
		const { clock } = this.#options;
		this.#timer = clock.after(Math.min(until - clock.now(), LONGEST_WAIT_MS), () => this.update());
	}

	/** What is shown of a device against what the guest may see of it now. */
	#compare(device: LiveDevice): void {
		const { id } = device.record;
		const shown = this.#shown.get(id);
		const view = deviceForGuest(device, this.#guest);
		if (!view) return this.#remove(id);
		// Most changes are of what a guest is not shown: they must not even learn that there was one.
		if (shown && isSamePresence(shown.presence, view.presence)) view.presence = shown.presence;
		if (isSame(shown, view)) return;
		this.#remember(view);
		this.#tell({ type: 'device', device: view });
	}

	#remove(id: string): void {
		if (this.#shown.delete(id)) this.#tell({ type: 'device-removed', id });
	}

	#tell(event: LiveEvent): void {
		this.#options.send({ seq: ++this.#seq, event });
	}
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Apart from "last seen", which changes with every beat. */
function isSamePresence(one: PresenceView, other: PresenceView): boolean {
	return one.state === other.state && one.since === other.since;
}
