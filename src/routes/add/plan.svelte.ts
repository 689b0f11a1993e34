import type { AddDevice, Board, Pin, SensorType } from '$protocol/dashboard.ts';
import { words } from '$lib/words.ts';

export interface RelayDraft {
	id: number;
	name: string;
	gpio: number;
	activeLow: boolean;
}

/** Steps of the wizard by name; a board without a radio has no Wi-Fi step. */
export type Step = 'board' | 'wifi' | 'relays' | 'sensor' | 'finish';
export const MAX_RELAYS = 8;
const NAME_LENGTH = 40;
const SSID_BYTES = 32;
const WIFI_PASSWORD = { least: 8, most: 63 };

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
		this.sensor = board.virtual ? 'virtual' : '';
		this.sensorGpio = this.freePin() ?? board.pins[0]!.gpio;
	}

	addRelay(name?: string, preset?: { gpio: number; activeLow: boolean }): void {
		const gpio = preset?.gpio ?? this.freePin();
		const id = [1, 2, 3, 4, 5, 6, 7, 8].find((id) => !this.relays.some((relay) => relay.id === id));
		if (gpio === undefined || id === undefined) return;
		const activeLow = preset?.activeLow ?? this.board.defaults.relays[0]?.activeLow ?? false;
		this.relays.push({ id, name: name ?? words.add.relayName(id), gpio, activeLow });
	}

	removeRelay(id: number): void {
		this.relays = this.relays.filter((relay) => relay.id !== id);
	}

	/** The best pin nothing lies on. */
	freePin(): number | undefined {
		return this.board.relayPins.find((gpio) => !this.#taken(gpio));
	}

	get canAddRelay(): boolean {
		return this.relays.length < MAX_RELAYS && this.freePin() !== undefined;
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

	/** Whether a step may be left. The hub checks all of it again, and says which field it does not like. */
	ready(step: Step): boolean {
		switch (step) {
			case 'board':
				return this.name.trim().length >= 1 && this.name.trim().length <= NAME_LENGTH;
			case 'wifi': {
				const bytes = new TextEncoder().encode(this.ssid).length;
				const { length } = this.wifiPassword;
				return (
					bytes >= 1 &&
					bytes <= SSID_BYTES &&
					(length === 0 || (length >= WIFI_PASSWORD.least && length <= WIFI_PASSWORD.most))
				);
			}
			case 'relays':
				return this.relays.every(
					(relay) => relay.name.trim() !== '' && !this.sharedWith(relay) && this.pin(relay.gpio).use !== 'refuse',
				);
			case 'sensor':
				return (this.sensor !== '' || this.relays.length > 0) && !this.sensorClash;
			case 'finish':
				return this.steps.slice(0, -1).every((step) => this.ready(step));
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

	#taken(gpio: number): boolean {
		return (
			this.relays.some((relay) => relay.gpio === gpio) ||
			(this.sensor !== '' && !this.board.virtual && this.sensorGpio === gpio)
		);
	}
}
