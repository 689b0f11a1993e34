import type { Board, Pin } from '$protocol/dashboard/boards.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type {
	Capacity,
	DeviceConfig,
	DevicePlan,
	InputPlan,
	RelayPlan,
	SchedulePlan,
	SensorPlan,
	SensorType,
} from '$protocol/dashboard/plan.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { areOnOneWire } from '$protocol/dashboard/one-wire.ts';
import { deviceWords } from '$words/device/device.ts';
import { pinReason } from '$lib/device/pin-reason.ts';
import { addWords } from '$words/setup.ts';
import { canonical, hasTwoPins, isSamePlan } from './canonical-plan.ts';
import type { Part, Problem } from './problem.ts';
import { inputTimeProblems } from './input-time-problems.ts';
import { oneWireProblems } from './one-wire-problems.ts';
import { isNewRelayLow } from './new-relay-logic.ts';

export type { Part, Problem };

export type PinUse = 'read' | 'write' | 'sensor';

/** A new schedule runs at 07:00. */
const FIRST_MINUTE = 7 * 60;

export const fieldId = ({ part, id, field }: Omit<Problem, 'message'>) => `${part}-${id}-${field}`;

/** The plan of a device while somebody edits it, and beside it the plan on the hub to compare with. */
export class PlanDraft {
	/** the plan on the hub */
	kept: DeviceConfig = $state.raw()!;
	relays: RelayPlan[] = $state([]);
	inputs: InputPlan[] = $state([]);
	sensors: SensorPlan[] = $state([]);
	schedules: SchedulePlan[] = $state([]);
	/** what the hub refused when it was last saved */
	refused: Problem | undefined = $state.raw();

	readonly plan: DevicePlan = $derived(
		canonical({ relays: this.relays, inputs: this.inputs, sensors: this.sensors, schedules: this.schedules }),
	);
	readonly dirty: boolean = $derived(!isSamePlan(this.plan, canonical(this.kept.plan)));
	readonly problems: Problem[] = $derived.by(() => this.#problems());

	readonly #board: () => Board | undefined;

	/** `board` is a function because an upgrade changes the board of the device. */
	constructor(config: DeviceConfig, board: () => Board | undefined) {
		this.#board = board;
		this.load(config);
	}

	/** undefined for a board that polls, whose pins the hub does not know */
	get board(): Board | undefined {
		return this.#board();
	}

	/** how many of each its board has room for */
	get capacity(): Capacity {
		return this.kept.capacity;
	}

	/** The sensors that the board and the firmware on it can read. */
	get sensorTypes(): SensorType[] {
		return (this.board?.sensors ?? []).filter((type) => this.kept.reads?.includes(type) ?? true);
	}

	/** Shows the plan of the hub: after it was read or saved, or when unsaved changes are discarded. */
	load(config: DeviceConfig = this.kept): void {
		this.kept = config;
		this.propose(config.plan);
	}

	/** Puts another plan into the form, without saving it. */
	propose(plan: DevicePlan): void {
		const { relays, inputs, sensors, schedules } = structuredClone(canonical(plan));
		Object.assign(this, { relays, inputs, sensors, schedules });
		this.refused = undefined;
	}

	problemAt(part: Part, id: number, field: string): string | undefined {
		const at = (problem: Problem) => problem.part === part && problem.id === id && problem.field === field;
		return this.refused && at(this.refused) ? this.refused.message : this.problems.find(at)?.message;
	}

	/** Remembers which field of the sent plan the hub refused; it names the field as a path, "relays.0.gpio". */
	takeRefusal({ field = '', message }: ApiError, sent: DevicePlan): Problem | undefined {
		const [part, index, name] = field.split('.') as [Part, string, string | undefined];
		const id = (sent[part] as { id: number }[] | undefined)?.[Number(index)]?.id;
		return (this.refused = id === undefined ? undefined : { part, id, field: name ?? 'name', message });
	}

	// --- pins --------------------------------------------------------------------------------------------------

	pin(gpio: number | undefined): Pin | undefined {
		return this.board?.pins.find((pin) => pin.gpio === gpio);
	}

	labelOf(gpio: number): string {
		return this.pin(gpio)?.label ?? `GPIO${gpio}`;
	}

	usable(pin: Pin, use: PinUse): boolean {
		if (use === 'sensor' && pin.noPullUp) return false;
		return pin.use !== 'refuse' || (use === 'read' && pin.readable === true);
	}

	/** Everything that uses a pin, with the form field that selects the pin. */
	#pinUses(): { gpio: number; use: PinUse; name: string; at: Omit<Problem, 'message'> }[] {
		if (!this.board) return [];
		const { relays, inputs, sensors } = this;
		const sensor = deviceWords.sensors.one;
		return [
			...relays.map(({ id, gpio, name }) => ({
				gpio,
				use: 'write' as PinUse,
				name,
				at: { part: 'relays', id } as const,
			})),
			...inputs.map(({ id, gpio, name }) => ({
				gpio,
				use: 'read' as const,
				name,
				at: { part: 'inputs', id } as const,
			})),
		]
			.map((use) => ({ ...use, at: { ...use.at, field: 'gpio' } as Omit<Problem, 'message'> }))
			.concat(
				sensors.flatMap(({ id, type, gpio, gpio2 }) =>
					[gpio, hasTwoPins(type) ? gpio2 : undefined].flatMap((gpio, index) =>
						gpio === undefined || type === 'virtual'
							? []
							: [
									{
										gpio,
										use: 'sensor' as const,
										name: sensor,
										at: { part: 'sensors' as const, id, field: index === 0 ? 'gpio' : 'gpio2' },
									},
								],
					),
				),
			);
	}

	/** The best unused pin. For an input it is one with a pull-up. */
	freePin(use: PinUse = 'write'): number | undefined {
		if (!this.board) return undefined;
		const taken = new Set(this.#pinUses().map(({ gpio }) => gpio));
		const good = this.board.pins.filter((pin) => this.usable(pin, use) && !(use === 'read' && pin.noPullUp));
		const gpios = good.map(({ gpio }) => gpio).filter((gpio) => !taken.has(gpio));
		return this.board.relayPins.find((gpio) => gpios.includes(gpio)) ?? gpios[0];
	}

	/** The chip has no pull-up on this pin, so the switch needs a resistor. */
	needsResistor({ gpio }: InputPlan): boolean {
		return this.pin(gpio)?.noPullUp === true;
	}

	// --- adding, moving and removing ---------------------------------------------------------------------------

	addRelay(): number | undefined {
		const [id, gpio] = [freeId(this.relays, this.capacity.relays), this.freePin()];
		if (id === undefined || gpio === undefined) return undefined;
		const { board } = this;
		// Modules wired to one board are mostly of one kind.
		const alike = board?.relayKind === 'own' ? undefined : this.relays[0]?.activeLow;
		const activeLow = alike ?? (board !== undefined && isNewRelayLow(board, gpio));
		const rules = { powerOn: 'off', maxOnMs: 0, pulseMs: 0, interlockGroup: 0, deadTimeMs: 0 } as const;
		this.relays.push({ id, name: addWords.relayName(id), icon: 'plug', gpio, activeLow, ...rules });
		return id;
	}

	/** Inputs of the removed relay become detached, and its schedules are removed. */
	removeRelay(id: number): void {
		this.relays = this.relays.filter((relay) => relay.id !== id);
		this.schedules = this.schedules.filter(({ relay }) => relay !== id);
		for (const input of this.inputs)
			if (input.relay === id) Object.assign(input, { mode: 'detached', relay: null } satisfies Partial<InputPlan>);
	}

	moveRelay(id: number, by: -1 | 1): void {
		const from = this.relays.findIndex((relay) => relay.id === id);
		const [relay, other] = [this.relays[from], this.relays[from + by]];
		if (relay && other) [this.relays[from], this.relays[from + by]] = [other, relay];
	}

	addInput(): number | undefined {
		const [id, gpio] = [freeId(this.inputs, this.capacity.inputs), this.freePin('read')];
		if (id === undefined || gpio === undefined) return undefined;
		const relay = this.relays[0]?.id ?? null;
		const mode = relay === null ? 'detached' : 'push-button';
		const name = deviceWords.inputs.newName(id);
		this.inputs.push({ id, name, gpio, mode, relay, activeLow: true, pullUp: true, debounceMs: 30 });
		return id;
	}

	addSensor(type: SensorType): number | undefined {
		const [id, gpio] = [freeId(this.sensors, this.capacity.sensors), this.freePin('sensor')];
		if (id === undefined || (type !== 'virtual' && gpio === undefined)) return undefined;
		this.sensors.push({ id, type, calibration: {} });
		if (type !== 'virtual') this.chooseSensor(this.sensors.at(-1)!, type);
		return id;
	}

	/** Changes the type of a sensor. It keeps its pins, and gets those that the new type needs in addition. */
	chooseSensor(sensor: SensorPlan, type: SensorType): void {
		sensor.type = type;
		if (type === 'virtual') return;
		sensor.gpio ??= this.freePin('sensor');
		if (hasTwoPins(type)) sensor.gpio2 ??= this.freePin('sensor');
	}

	addSchedule(): number | undefined {
		const [id, relay] = [freeId(this.schedules, this.capacity.schedules), this.relays[0]?.id];
		if (id === undefined || relay === undefined) return undefined;
		const when = { weekdays: 127, event: 'time', minutes: FIRST_MINUTE, when: 'always', varyMinutes: 0 } as const;
		this.schedules.push({ id, relay, on: true, forMs: 0, ...when });
		return id;
	}

	remove(part: Exclude<Part, 'relays'>, id: number): void {
		Object.assign(this, { [part]: (this[part] as { id: number }[]).filter((one) => one.id !== id) });
	}

	#wasOn({ part, id, field }: Omit<Problem, 'message'>, gpio: number): boolean {
		const kept = this.kept.plan[part].find((one) => one.id === id) as Record<string, unknown> | undefined;
		return kept?.[field] === gpio;
	}

	#areOnOneWire(...uses: Omit<Problem, 'message'>[]): boolean {
		const [one, other] = uses.map(({ part, id }) =>
			this.sensors.find((sensor) => part === 'sensors' && sensor.id === id),
		);
		return one !== undefined && other !== undefined && areOnOneWire(one, other);
	}

	#problems(): Problem[] {
		const { problems } = deviceWords;
		const found: Problem[] = [];
		for (const part of ['relays', 'inputs'] as const)
			for (const { id, name } of this[part])
				if (name.trim() === '') found.push({ part, id, field: 'name', message: problems.name });
		const uses = this.#pinUses();
		for (const [index, { gpio, use, at }] of uses.entries()) {
			const pin = this.pin(gpio);
			const other = uses.find((other, i) => i !== index && other.gpio === gpio && !this.#areOnOneWire(at, other.at));
			// If two things use one pin, the problem is reported at the one that was moved there.
			if (other && this.#wasOn(at, gpio) && !this.#wasOn(other.at, gpio)) continue;
			if (other) found.push({ ...at, message: addWords.taken(this.labelOf(gpio), other.name) });
			else if (pin && !this.usable(pin, use)) found.push({ ...at, message: pinReason(pin) ?? problems.pin(pin.label) });
		}
		found.push(...oneWireProblems(this.sensors, (gpio) => this.labelOf(gpio)));
		for (const { id, maxOnMs, pulseMs, deadTimeMs } of this.relays) {
			const over = (field: string, ms: number, most: number) =>
				ms > most && found.push({ part: 'relays', id, field, message: problems.tooLong(most) });
			over('maxOnMs', maxOnMs, LIMITS.forMs);
			over('pulseMs', pulseMs, LIMITS.pulseMs);
			over('deadTimeMs', deadTimeMs, LIMITS.deadTimeMs);
		}
		for (const input of this.inputs) {
			// Older hubs allowed this, so an unchanged input is not reported.
			const isKept = this.kept.plan.inputs.some(
				({ id, gpio, pullUp }) => id === input.id && gpio === input.gpio && pullUp,
			);
			if (input.pullUp && this.needsResistor(input) && !isKept)
				found.push({
					part: 'inputs',
					id: input.id,
					field: 'pullUp',
					message: deviceWords.inputs.noPullUp(this.labelOf(input.gpio)),
				});
		}
		found.push(...inputTimeProblems(this.inputs));
		for (const { id, weekdays, forMs } of this.schedules) {
			if (weekdays === 0) found.push({ part: 'schedules', id, field: 'weekdays', message: problems.weekdays });
			if (forMs > LIMITS.forMs)
				found.push({ part: 'schedules', id, field: 'forMs', message: problems.tooLong(LIMITS.forMs) });
		}
		if (this.relays.length + this.sensors.length === 0 && !this.inputs.some(({ kind }) => kind))
			found.push({ part: 'relays', id: 0, field: 'name', message: addWords.problems.nothing });
		return found;
	}
}

function freeId(list: { id: number }[], most: number): number | undefined {
	return Array.from({ length: most }, (_, index) => index + 1).find((id) => !list.some((one) => one.id === id));
}
