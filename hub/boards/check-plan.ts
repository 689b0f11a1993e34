import { TWO_PIN_SENSORS } from '../../protocol/dashboard/sensor-types.ts';
import type { Board } from '../../protocol/dashboard/boards.ts';
import type { AskedDevice } from '../../protocol/dashboard/pending.ts';
import type { DevicePlan } from '../../protocol/dashboard/plan.ts';
import { type Fault, faultOf, fieldFault } from '../../protocol/dashboard/faults.ts';
import { type Result, err, ok } from '../base/result.ts';
import { areOnOneWire, areToldApart } from '../../protocol/dashboard/one-wire.ts';
import { findBoard, pinLabel } from './catalogue.ts';
import { type PinUse, pinRefusal } from './pin-refusal.ts';

/** Like `checkDevicePlan`, for a new device: its board also needs a Wi-Fi network. */
export function checkPlan(plan: AskedDevice): Result<Board, Fault> {
	const board = findBoard(plan.board);
	if (!board) return unknownBoard(plan.board);
	if (board.wifi && !plan.wifi) return fieldFault('wifi', 'needs-wifi', { board: board.name });
	return checkDevicePlan(plan.board, { ...plan, schedules: [] }, { placeKnown: false });
}

/**
 * Whether a board can run this plan: pins exist and suit their use, no two parts share one, and inputs and schedules
 * name a relay of the plan. `placeKnown`: the household has said where it is, which schedules by the sun need.
 * `kept`: the previous plan; an input to which an older hub gave a pull-up that its pin does not have stays as it is.
 */
export function checkDevicePlan(
	boardId: string,
	plan: DevicePlan,
	{ placeKnown, kept }: { placeKnown: boolean; kept?: DevicePlan },
): Result<Board, Fault> {
	const board = findBoard(boardId);
	if (!board) return unknownBoard(boardId);
	const shown = plan.inputs.some(({ kind }) => kind !== undefined);
	if (plan.relays.length === 0 && plan.sensors.length === 0 && !shown) return fieldFault('relays', 'needs-a-part');
	const duplicate = findDuplicateId(plan);
	if (duplicate) return duplicate;

	const pins = new Pins(board);
	for (const [index, { gpio, name }] of plan.relays.entries()) {
		const fault = pins.take(`relays.${index}.gpio`, gpio, name, 'write');
		if (fault) return err(fault);
	}
	for (const [index, { id, gpio, name, mode, relay, pullUp }] of plan.inputs.entries()) {
		const fault = pins.take(`inputs.${index}.gpio`, gpio, name, 'read');
		if (fault) return err(fault);
		const before = kept?.inputs.find((input) => input.id === id);
		const isKept = before?.gpio === gpio && before.pullUp;
		const pullUpFault = pullUp && !isKept && pinRefusal(board, gpio, 'read-pulled-up');
		if (pullUpFault) return err({ ...pullUpFault, field: `inputs.${index}.pullUp` });
		if (mode !== 'detached' && !plan.relays.some(({ id }) => id === relay))
			return fieldFault(`inputs.${index}.relay`, 'choose-relay', { input: name });
	}
	for (const [index, { type, gpio, gpio2 }] of plan.sensors.entries()) {
		if (!board.sensors.includes(type))
			return fieldFault(`sensors.${index}.type`, 'sensor-not-read', { board: board.name });
		if (type === 'virtual') continue;
		const needed = TWO_PIN_SENSORS.has(type) ? ([gpio, gpio2] as const) : ([gpio] as const);
		for (const [which, pin] of needed.entries()) {
			const field = `sensors.${index}.${which === 0 ? 'gpio' : 'gpio2'}`;
			if (pin === undefined) return fieldFault(field, 'choose-sensor-pin');
			const others = plan.sensors.slice(0, index).filter((other) => areOnOneWire(other, plan.sensors[index]!));
			if (others.some((other) => !areToldApart(other, plan.sensors[index]!)))
				return fieldFault(`sensors.${index}.address`, 'sensors-not-told-apart', { pin: pinLabel(boardId, pin) });
			if (others.length > 0) continue;
			const fault = pins.take(field, pin, null, 'sensor');
			if (fault) return err(fault);
		}
	}
	for (const [index, { relay, event }] of plan.schedules.entries()) {
		if (!plan.relays.some(({ id }) => id === relay))
			return fieldFault(`schedules.${index}.relay`, 'choose-scheduled-relay');
		if (event !== 'time' && !placeKnown) return fieldFault(`schedules.${index}.event`, 'sun-needs-place');
	}
	return ok(board);
}

/** Which part uses which pin of a board. */
class Pins {
	#board: Board;
	#taken = new Map<number, string | null>();

	constructor(board: Board) {
		this.#board = board;
	}

	take(field: string, gpio: number, name: string | null, use: PinUse): Fault | undefined {
		const refusal = pinRefusal(this.#board, gpio, use);
		if (refusal) return { ...refusal, field };
		const other = this.#taken.get(gpio);
		const { label } = this.#board.pins.find((pin) => pin.gpio === gpio)!;
		if (other !== undefined) return { ...faultOf('pin-in-use', { pin: label, by: other }), field };
		this.#taken.set(gpio, name);
		return undefined;
	}
}

function findDuplicateId(plan: DevicePlan): Result<never, Fault> | undefined {
	const parts = [
		['relays', 'Relay', plan.relays],
		['inputs', 'Input', plan.inputs],
		['sensors', 'Sensor', plan.sensors],
		['schedules', 'Schedule', plan.schedules],
	] as const;
	for (const [part, word, list] of parts) {
		const seen = new Set<number>();
		for (const [index, { id }] of list.entries()) {
			if (seen.has(id)) return fieldFault(`${part}.${index}.id`, 'id-twice', { part: word, id });
			seen.add(id);
		}
	}
	return undefined;
}

function unknownBoard(id: string): Result<never, Fault> {
	return fieldFault('board', 'no-such-board', { board: id });
}
