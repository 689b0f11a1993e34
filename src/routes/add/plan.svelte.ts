import type { Board, Pin } from '$protocol/dashboard/boards.ts';
import type { AddDevice } from '$protocol/dashboard/pending.ts';
import type { WifiChoice } from '$protocol/dashboard/shapes.ts';
import type { InputPlan, SensorType } from '$protocol/dashboard/plan.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { hasTwoPins } from '$lib/device/canonical-plan.ts';
import { isNewRelayLow } from '$lib/device/new-relay-logic.ts';
import { WifiDraft } from '$lib/wifi/wifi-draft.svelte.ts';
import { flashWords } from '$words/flash.ts';
import { addWords } from '$words/setup.ts';
import type { KeptPlan, RelayDraft } from './kept-plan.ts';

/** Steps of the wizard by name; a board without a radio has no Wi-Fi step, one without room for a sensor no sensor step. */
export type Step = 'board' | 'wifi' | 'relays' | 'sensor' | 'finish';

/** Why a step cannot be completed, and the id of the field it is about. */
export interface Problem {
	field: string;
	message: string;
}

/** Prefix of the ids of the Wi-Fi fields. */
export const WIFI_FIELDS = 'wifi';

/** Everything entered in the wizard. It outlives the steps, so that going back loses nothing. */
export class Plan {
	board: Board = $state.raw()!;
	name = $state('');
	readonly wifi = new WifiDraft({ choosesOnly: true });
	relays: RelayDraft[] = $state([]);
	sensor: SensorType | '' = $state('');
	sensorGpio: number = $state(0);
	/** the second pin of the sensor, if it has one */
	sensorGpio2: number = $state(0);

	/** the network whose password was lost by a reload of the page */
	#passwordLostFor: string | undefined = $state();

	constructor(board: Board) {
		this.choose(board);
	}

	/** Restores a stored plan. The password was not stored, so it is asked for again. */
	restore(kept: KeptPlan): void {
		const { name, ssid, hadPassword, network, keep = true, relays, sensor, sensorGpio, sensorGpio2 } = kept;
		Object.assign(this, { name, relays, sensor, sensorGpio, sensorGpio2 });
		Object.assign(this.wifi, { ssid, keep, chosen: network });
		this.#passwordLostFor = hadPassword ? ssid : undefined;
	}

	/** What may be stored in the browser: everything but the password. */
	get kept(): KeptPlan {
		const { board, name, sensor, sensorGpio, sensorGpio2 } = this;
		const { ssid, password, keep, chosen: network } = this.wifi;
		const hadPassword = password !== '' || this.passwordForgotten;
		const relays = this.relays.map((relay) => ({ ...relay }));
		return { board: board.id, name, ssid, hadPassword, network, keep, relays, sensor, sensorGpio, sensorGpio2 };
	}

	get passwordForgotten(): boolean {
		return this.board.wifi && this.wifi.typing && this.#passwordLostFor === this.wifi.ssid;
	}

	/** Whether leaving would lose something that a person typed. */
	get isTyped(): boolean {
		return [this.name, this.wifi.ssid, this.wifi.password].some((text) => text !== '');
	}

	get steps(): Step[] {
		const { wifi, sensors } = this.board;
		const all: Step[] = ['board', 'wifi', 'relays', 'sensor', 'finish'];
		return all.filter((step) => (step !== 'wifi' || wifi) && (step !== 'sensor' || sensors.length > 0));
	}

	/** Chooses a board. Relays keep their names and get its best pins. */
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
		const ids = Array.from({ length: LIMITS.relays }, (_, index) => index + 1);
		const id = ids.find((id) => !this.relays.some((relay) => relay.id === id));
		if (gpio === undefined || id === undefined) return;
		const activeLow = preset?.activeLow ?? isNewRelayLow(this.board, gpio);
		this.relays.push({ id, name: name ?? addWords.relayName(id), gpio, activeLow });
	}

	/** The board's own buttons with the relays that the catalogue gives them. Without its relay, a button is detached. */
	get inputs(): InputPlan[] {
		return this.board.defaults.inputs.map((input, index) => {
			const works = this.relays.some(({ id }) => id === input.relay);
			return { ...input, id: index + 1, ...(works ? {} : { mode: 'detached' as const, relay: null }) };
		});
	}

	/** Chooses a sensor. It gets the best unused pins, unless its present pins are fine. */
	chooseSensor(sensor: SensorType | ''): void {
		this.sensor = sensor;
		const { relayPins, pins } = this.board;
		const usable = pins.filter((pin) => this.canSense(pin)).map(({ gpio }) => gpio);
		const best = relayPins.filter((gpio) => usable.includes(gpio));
		const good = [...best, ...usable].filter((gpio) => !this.#isTakenByOthers(gpio));
		if (!good.includes(this.sensorGpio)) this.sensorGpio = good[0] ?? pins[0]!.gpio;
		const second = good.filter((gpio) => gpio !== this.sensorGpio);
		if (!second.includes(this.sensorGpio2)) this.sensorGpio2 = second[0] ?? pins[0]!.gpio;
	}

	/** Sensors only pull their pin low, so the pin needs the pull-up of the chip. */
	canSense({ use, noPullUp }: Pin): boolean {
		return use !== 'refuse' && !noPullUp;
	}

	get sensorHasTwoPins(): boolean {
		return this.sensor !== '' && hasTwoPins(this.sensor);
	}

	/** The form fields of the sensor's pins, data first; empty if it needs no pins. */
	get sensorPins(): { field: string; gpio: number }[] {
		if (this.sensor === '' || this.sensor === 'virtual') return [];
		const data = { field: 'sensor-pin', gpio: this.sensorGpio };
		return this.sensorHasTwoPins ? [data, { field: 'sensor-pin2', gpio: this.sensorGpio2 }] : [data];
	}

	removeRelay(id: number): void {
		this.relays = this.relays.filter((relay) => relay.id !== id);
	}

	/** The best unused pin for a relay. */
	freePin(): number | undefined {
		return this.board.relayPins.find((gpio) => !this.#isTaken(gpio));
	}

	get canAddRelay(): boolean {
		return this.relays.length < LIMITS.relays && this.freePin() !== undefined;
	}

	pin(gpio: number): Pin {
		return this.board.pins.find((pin) => pin.gpio === gpio)!;
	}

	/** The name of another relay on the same pin. */
	sharedWith(relay: RelayDraft): string | undefined {
		const other = this.relays.find(({ id, gpio }) => id !== relay.id && gpio === relay.gpio);
		return other && (other.name || addWords.relay(other.id));
	}

	/** What the board's own button, or a switch at its terminal, does. */
	says({ gpio, mode, relay }: InputPlan): string {
		const own = this.board.defaults.inputs.find((input) => input.gpio === gpio)?.mode ?? mode;
		const words = own === 'push-button' ? addWords.ownButton : addWords.ownSwitch;
		return words(this.pin(gpio).label, this.relayName(relay));
	}

	relayName(id: number | null): string | undefined {
		const relay = this.relays.find((relay) => relay.id === id);
		return relay && (relay.name.trim() || addWords.relay(relay.id));
	}

	/** What uses each pin, for the drawing. */
	get used(): Map<number, { sign: string; name: string }> {
		const used = new Map(this.relays.map(({ id, gpio, name }) => [gpio, { sign: String(id), name }]));
		for (const { gpio, name } of this.inputs) used.set(gpio, { sign: 'B', name });
		for (const { gpio } of this.sensorPins) used.set(gpio, { sign: 'S', name: addWords.sensor });
		return used;
	}

	/** Why a step cannot be completed. The hub checks everything again and names the field it refuses. */
	problem(step: Step): Problem | undefined {
		switch (step) {
			case 'board':
				return this.name.trim() === '' ? { field: 'name', message: addWords.problems.name } : undefined;
			case 'wifi':
				return this.#wifiProblem();
			case 'relays':
				if (this.relays.length === 0 && this.board.sensors.length === 0)
					return { field: 'add-relay', message: addWords.problems.nothing };
				return this.relays.map((relay) => this.#relayProblem(relay)).find(Boolean);
			case 'sensor': {
				if (this.sensor === '' && this.relays.length === 0)
					return { field: 'sensor', message: addWords.problems.nothing };
				return this.sensorPins.map(({ field }) => this.sensorProblem(field)).find(Boolean);
			}
			case 'finish':
				return this.steps
					.slice(0, -1)
					.map((step) => this.problem(step))
					.find(Boolean);
		}
	}

	/** Why a pin of the sensor cannot be used. */
	sensorProblem(field: string): Problem | undefined {
		const [data, clock] = this.sensorPins;
		const pin = field === data?.field ? data : clock;
		if (!pin) return undefined;
		const { label } = this.pin(pin.gpio);
		const input = this.inputs.find(({ gpio }) => gpio === pin.gpio);
		if (input) return { field, message: addWords.taken(label, input.name) };
		if (!this.canSense(this.pin(pin.gpio))) return { field, message: addWords.problems.noSensor(label) };
		const relay = this.relays.find(({ gpio }) => gpio === pin.gpio);
		if (relay) return { field, message: addWords.taken(label, relay.name || addWords.relay(relay.id)) };
		if (pin === clock && clock.gpio === data?.gpio) return { field, message: flashWords.sensor.second(label) };
		return undefined;
	}

	/** What the hub is asked to make; `wifi` for a board that needs one. */
	body(wifi?: WifiChoice): AddDevice {
		return {
			name: this.name.trim(),
			board: this.board.id,
			relays: this.relays.map(({ id, name, gpio, activeLow }) => ({ id, name: name.trim(), gpio, activeLow })),
			inputs: this.inputs,
			sensors: this.sensor === '' ? [] : [{ id: 1, type: this.sensor, ...this.#sensorGpios() }],
			...(wifi && { wifi }),
		};
	}

	#sensorGpios(): { gpio?: number; gpio2?: number } {
		const [data, clock] = this.sensorPins;
		return { ...(data ? { gpio: data.gpio } : {}), ...(clock ? { gpio2: clock.gpio } : {}) };
	}

	#wifiProblem(): Problem | undefined {
		if (this.passwordForgotten && this.wifi.password === '')
			return { field: `${WIFI_FIELDS}-password`, message: addWords.passwordForgotten };
		const problem = this.wifi.problem();
		return problem && { field: `${WIFI_FIELDS}-${problem.field}`, message: problem.message };
	}

	#relayProblem(relay: RelayDraft): Problem | undefined {
		if (relay.name.trim() === '') return { field: `n${relay.id}`, message: addWords.problems.relayName };
		const pin = this.pin(relay.gpio);
		const other = this.sharedWith(relay);
		if (other) return { field: `p${relay.id}`, message: addWords.taken(pin.label, other) };
		const input = this.inputs.find(({ gpio }) => gpio === relay.gpio);
		if (input) return { field: `p${relay.id}`, message: addWords.taken(pin.label, input.name) };
		if (pin.use === 'refuse') return { field: `p${relay.id}`, message: addWords.problems.refused(pin.label) };
		return undefined;
	}

	#isTakenByOthers(gpio: number): boolean {
		return [...this.relays, ...this.inputs].some((part) => part.gpio === gpio);
	}

	#isTaken(gpio: number): boolean {
		return this.#isTakenByOthers(gpio) || this.sensorPins.some((pin) => pin.gpio === gpio);
	}
}
