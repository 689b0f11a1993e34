import type { AddDevice, Board, Pin, SensorType } from '$protocol/dashboard.ts';
import { LIMITS } from '$protocol/limits.ts';
import { words } from '$lib/words.ts';

export interface RelayDraft {
	id: number;
	name: string;
	gpio: number;
	activeLow: boolean;
}

/** Steps of the wizard by name; a board without a radio has no Wi-Fi step. */
export type Step = 'board' | 'wifi' | 'relays' | 'sensor' | 'finish';

/** What keeps a step from being left, and the id of the field it is about. */
export interface Problem {
	field: string;
	message: string;
}

/** What has been entered so far. It outlives the steps, so that going back loses nothing. */
export class Plan {
	board: Board = $state.raw()!;
	name = $state('');
	ssid = $state('');
	wifiPassword = $state('');
	relays: RelayDraft[] = $state([]);
	sensor: SensorType | '' = $state('');
	sensorGpio: number = $state(0);

	constructor(board: Board) {
		this.choose(board);
	}

	get steps(): Step[] {
		return this.board.wifi ? ['board', 'wifi', 'relays', 'sensor', 'finish'] : ['board', 'relays', 'sensor', 'finish'];
	}

	/** Another board has other pins: relays keep their names, and get its best pins. */
	choose(board: Board): void {
		const names = this.relays.map(({ name }) => name);
		this.board = board;
		const wanted = Math.max(names.length, board.defaults.relays.length);
		this.relays = [];
		for (let i = 0; i < Math.min(wanted, board.relayPins.length); i++) {
			const preset = board.defaults.relays[i];
			this.addRelay(names[i], preset);
		}
		this.sensor = '';
		this.chooseSensor(board.virtual ? 'virtual' : '');
	}

	addRelay(name?: string, preset?: { gpio: number; activeLow: boolean }): void {
		const gpio = preset?.gpio ?? this.freePin();
		const id = [1, 2, 3, 4, 5, 6, 7, 8].find((id) => !this.relays.some((relay) => relay.id === id));
		if (gpio === undefined || id === undefined) return;
		const activeLow = preset?.activeLow ?? this.board.defaults.relays[0]?.activeLow ?? false;
		this.relays.push({ id, name: name ?? words.add.relayName(id), gpio, activeLow });
	}

	/** A sensor brings the best pin that nothing lies on, unless it lies well already. */
	chooseSensor(sensor: SensorType | ''): void {
		this.sensor = sensor;
		const { relayPins, pins } = this.board;
		const usable = pins.filter(({ use }) => use !== 'refuse').map(({ gpio }) => gpio);
		const good = [...relayPins, ...usable].filter((gpio) => !this.relays.some((relay) => relay.gpio === gpio));
		if (!good.includes(this.sensorGpio)) this.sensorGpio = good[0] ?? pins[0]!.gpio;
	}

	removeRelay(id: number): void {
		this.relays = this.relays.filter((relay) => relay.id !== id);
	}

	/** The best pin nothing lies on. */
	freePin(): number | undefined {
		return this.board.relayPins.find((gpio) => !this.#taken(gpio));
	}

	get canAddRelay(): boolean {
		return this.relays.length < LIMITS.relays && this.freePin() !== undefined;
	}

	pin(gpio: number): Pin {
		return this.board.pins.find((pin) => pin.gpio === gpio)!;
	}

	/** Who else lies on a relay's pin, by name. */
	sharedWith(relay: RelayDraft): string | undefined {
		const other = this.relays.find(({ id, gpio }) => id !== relay.id && gpio === relay.gpio);
		return other && (other.name || words.add.relay(other.id));
	}

	/** What lies on each pin, for the drawing. */
	get used(): Map<number, { sign: string; name: string }> {
		const used = new Map(this.relays.map(({ id, gpio, name }) => [gpio, { sign: String(id), name }]));
		if (this.sensor !== '' && !this.board.virtual) used.set(this.sensorGpio, { sign: 'S', name: words.add.sensor });
		return used;
	}

	/** What keeps a step from being left. The hub checks all of it again, and says which field it does not like. */
	problem(step: Step): Problem | undefined {
		switch (step) {
			case 'board':
				return this.name.trim() === '' ? { field: 'name', message: words.add.problems.name } : undefined;
			case 'wifi':
				return this.#wifiProblem();
			case 'relays':
				return this.relays.map((relay) => this.#relayProblem(relay)).find(Boolean);
			case 'sensor': {
				if (this.sensor === '' && this.relays.length === 0)
					return { field: 'sensor', message: words.add.problems.nothing };
				const message = this.sensorClash && words.add.taken(this.pin(this.sensorGpio).label, this.sensorClash);
				return message ? { field: 'sensor-pin', message } : undefined;
			}
			case 'finish':
				return this.steps
					.slice(0, -1)
					.map((step) => this.problem(step))
					.find(Boolean);
		}
	}

	/** The relay that lies on the sensor's pin. */
	get sensorClash(): string | undefined {
		if (this.sensor === '' || this.board.virtual) return undefined;
		return this.relays.find(({ gpio }) => gpio === this.sensorGpio)?.name;
	}

	get body(): AddDevice {
		return {
			name: this.name.trim(),
			board: this.board.id,
			relays: this.relays.map(({ id, name, gpio, activeLow }) => ({ id, name: name.trim(), gpio, activeLow })),
			sensors:
				this.sensor === ''
					? []
					: [{ id: 1, type: this.sensor, ...(this.board.virtual ? {} : { gpio: this.sensorGpio }) }],
			...(this.board.wifi ? { wifi: { ssid: this.ssid, password: this.wifiPassword } } : {}),
		};
	}

	#wifiProblem(): Problem | undefined {
		const { length } = this.wifiPassword;
		if (this.ssid === '') return { field: 'ssid', message: words.add.problems.ssid };
		if (new TextEncoder().encode(this.ssid).length > LIMITS.ssidBytes)
			return { field: 'ssid', message: words.add.problems.ssidLong(LIMITS.ssidBytes) };
		if (length > 0 && length < LIMITS.wifiPasswordMin)
			return { field: 'wifi-password', message: words.add.problems.wifiShort(LIMITS.wifiPasswordMin) };
		if (length > LIMITS.wifiPasswordMax)
			return { field: 'wifi-password', message: words.add.problems.wifiLong(LIMITS.wifiPasswordMax) };
		return undefined;
	}

	#relayProblem(relay: RelayDraft): Problem | undefined {
		if (relay.name.trim() === '') return { field: `n${relay.id}`, message: words.add.problems.relayName };
		const pin = this.pin(relay.gpio);
		const other = this.sharedWith(relay);
		if (other) return { field: `p${relay.id}`, message: words.add.taken(pin.label, other) };
		if (pin.use === 'refuse') return { field: `p${relay.id}`, message: words.add.problems.refused(pin.label) };
		return undefined;
	}

	#taken(gpio: number): boolean {
		return (
			this.relays.some((relay) => relay.gpio === gpio) ||
			(this.sensor !== '' && !this.board.virtual && this.sensorGpio === gpio)
		);
	}
}
