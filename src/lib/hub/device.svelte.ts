import type {
	DeviceView,
	InputView,
	PresenceView,
	ReadingView,
	RelayView,
	VitalsView,
} from '$protocol/dashboard/devices.ts';
import type { LogLine } from '$protocol/dashboard/history.ts';
import type { LiveEvent } from '$protocol/dashboard/live.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';

/** The small curve of a reading covers three hours in steps of five minutes, as the hub sends it. */
const RECENT_MS = 3 * 3_600_000;
const RECENT_STEP_MS = 5 * 60_000;
/** Most lines of a board's log kept in the browser; the hub keeps no more either. */
const LOG_LINES = 200;

/** One relay: the hub's view of it, and a tap that the hub has not taken over yet. */
export class Relay {
	view: RelayView = $state.raw()!;
	/** what a tap asked for, until the hub's view contains it */
	asked: boolean | null = $state(null);
	/** the hub has taken over the newest tap, so that every further view contains it */
	#taken = false;
	#tap = 0;

	constructor(view: RelayView) {
		this.view = view;
	}

	/** Shows what a tap asks for. The hub's answer goes to the returned function; after a newer tap it no longer counts. */
	ask(on: boolean): (taken: boolean) => void {
		const tap = ++this.#tap;
		this.asked = on;
		this.#taken = false;
		return (taken) => {
			if (tap !== this.#tap) return;
			if (taken) this.#taken = true;
			else this.asked = null;
		};
	}

	/** Drops a tap that the hub has not taken over. */
	forgetTap(): void {
		this.#tap++;
		this.asked = null;
	}

	/** The requested state that the board has not reported yet; null if nothing is requested. */
	get wanted(): boolean | null {
		return this.asked ?? this.view.wanted;
	}

	take(view: RelayView): void {
		this.view = view;
		// A view from before the tap says nothing about it.
		if (this.#taken || (view.wanted ?? view.reported) === this.asked) this.asked = null;
	}
}

/** One device. Its parts are separate pieces of state, so that a new reading redraws a number and not the whole card. */
export class Device {
	readonly id: string;
	base: DeviceView = $state.raw()!;
	presence: PresenceView = $state.raw()!;
	vitals: VitalsView = $state.raw()!;
	relays: Relay[] = $state.raw([]);
	readings: ReadingView[] = $state.raw([]);
	/** which quantities there are readings of; the same array until that changes, however often they are read */
	readonly #quantities = $derived(this.readings.map(({ sensor, unit }) => `${sensor}:${unit}`).join());
	readonly quantities: { sensor: number; unit: Unit }[] = $derived(
		this.#quantities === ''
			? []
			: this.#quantities.split(',').map((key) => {
					const [sensor, unit] = key.split(':');
					return { sensor: Number(sensor), unit: unit as Unit };
				}),
	);
	inputs: InputView[] = $state.raw([]);
	/** log lines since the page was opened, oldest first */
	log: LogLine[] = $state.raw([]);

	constructor(view: DeviceView) {
		this.id = view.id;
		this.take(view);
	}

	take(view: DeviceView): void {
		this.base = view;
		this.presence = view.presence;
		this.vitals = view.vitals;
		this.readings = view.readings;
		this.inputs = view.inputs;
		const known = new Map(this.relays.map((relay) => [relay.view.id, relay]));
		this.relays = view.relays.map((relay) => {
			const same = known.get(relay.id);
			same?.take(relay);
			return same ?? new Relay(relay);
		});
	}

	takeRelay(view: RelayView): void {
		this.relays.find((relay) => relay.view.id === view.id)?.take(view);
	}

	takePresence({ presence, vitals }: Extract<LiveEvent, { type: 'presence' }>): void {
		this.presence = presence;
		this.vitals = vitals;
	}

	takeInput(view: InputView): void {
		this.inputs = this.inputs.map((input) => (input.id === view.id ? view : input));
	}

	takeLine(line: LogLine): void {
		this.log = [...this.log, line].slice(-LOG_LINES);
	}

	takeReading({ sensor, unit, value, at }: Extract<LiveEvent, { type: 'reading' }>): void {
		const old = this.readings.find((reading) => reading.sensor === sensor && reading.unit === unit);
		const recent = value === null ? (old?.recent ?? []) : thin([...(old?.recent ?? []), [at, value]]);
		const reading = { sensor, unit, value, at, recent };
		this.readings = old ? this.readings.map((other) => (other === old ? reading : other)) : [...this.readings, reading];
	}
}

/** Keeps the last value of every step, and drops values that are too old. */
function thin(recent: [number, number][]): [number, number][] {
	const [last, before] = [recent.at(-1)!, recent.at(-2)];
	const step = (at: number) => Math.floor(at / RECENT_STEP_MS);
	const kept = before && step(before[0]) === step(last[0]) ? [...recent.slice(0, -2), last] : recent;
	return kept.filter(([at]) => at > last[0] - RECENT_MS);
}

/** Signal bars: four from −55 dBm, one below −78 dBm, none without a radio. */
export function barsOf(rssi: number | null): 0 | 1 | 2 | 3 | 4 {
	return rssi === null ? 0 : rssi >= -55 ? 4 : rssi >= -67 ? 3 : rssi >= -78 ? 2 : 1;
}
