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

/** What a small curve holds: three hours in steps of five minutes, as the hub thins them. */
const RECENT_MS = 3 * 3_600_000;
const RECENT_STEP_MS = 5 * 60_000;
/** Lines of a board's log that are kept here; the hub keeps no more. */
const LOG_LINES = 200;

/** One relay: what the hub says of it, and a tap the hub has not taken up yet. */
export class Relay {
	view: RelayView = $state.raw()!;
	asked: boolean | null = $state(null);

	constructor(view: RelayView) {
		this.view = view;
	}

	/** What somebody wants and the board has not reported, null where nothing is under way. */
	get wanted(): boolean | null {
		return this.asked ?? this.view.wanted;
	}

	take(view: RelayView): void {
		this.view = view;
		this.asked = null;
	}
}

/** One device, in pieces that change apart from each other, so that a reading redraws a number and not a card. */
export class Device {
	readonly id: string;
	base: DeviceView = $state.raw()!;
	presence: PresenceView = $state.raw()!;
	vitals: VitalsView = $state.raw()!;
	relays: Relay[] = $state.raw([]);
	readings: ReadingView[] = $state.raw([]);
	inputs: InputView[] = $state.raw([]);
	/** what came since the page was opened, oldest first */
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

/** The last value of every step stands for it; what is too old goes. */
function thin(recent: [number, number][]): [number, number][] {
	const [last, before] = [recent.at(-1)!, recent.at(-2)];
	const step = (at: number) => Math.floor(at / RECENT_STEP_MS);
	const kept = before && step(before[0]) === step(last[0]) ? [...recent.slice(0, -2), last] : recent;
	return kept.filter(([at]) => at > last[0] - RECENT_MS);
}
