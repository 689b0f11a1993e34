import type { Devices } from '../../devices/devices.ts';
import type { Settings } from '../../settings/settings.ts';
import { GuestStream, type GuestStreamOptions } from './guest-stream.ts';

/**
 * Hands what happens to devices to the streams of guests: nothing else does a guest ever hear of. Costs nothing while
 * no guest has a dashboard open.
 */
export class GuestFeed {
	#options: Pick<GuestStreamOptions, 'epoch' | 'clock' | 'hub' | 'devices'>;
	#streams = new Set<GuestStream>();

	constructor(options: Pick<GuestStreamOptions, 'epoch' | 'clock' | 'hub'> & { devices: Devices; settings: Settings }) {
		this.#options = options;
		const { devices, settings } = options;
		const each = <Fact>(tell: (stream: GuestStream, fact: Fact) => void) => {
			return (fact: Fact) => {
				for (const stream of this.#streams) tell(stream, fact);
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
	}

	/** A stream for one dashboard of a guest, which begins with its `follow`. */
	open(of: Pick<GuestStreamOptions, 'guest' | 'send' | 'reachesChanged'>): GuestStream {
		const stream = new GuestStream({ ...this.#options, ...of });
		this.#streams.add(stream);
		return stream;
	}

	close(stream: GuestStream): void {
		this.#streams.delete(stream);
		stream.close();
	}
}
