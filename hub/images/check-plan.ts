import type { AddDevice, Board, Pin } from '../../protocol/dashboard.ts';
import { type Result, err, ok } from '../base/result.ts';
import { findBoard } from './catalogue.ts';

/** `field` is the path into AddDevice, "relays.0.gpio". */
export interface PlanFault {
	kind: 'bad-plan';
	field: string;
	message: string;
}

/** Whether a board can do what is asked of it: pins exist, may be used so, and no two things share one. */
export function checkPlan(plan: AddDevice): Result<Board, PlanFault> {
	const board = findBoard(plan.board);
	if (!board) return bad('board', `There is no board "${plan.board}" in the catalogue.`);
	if (board.wifi && !plan.wifi) return bad('wifi', `${board.name} needs the name of your Wi-Fi network.`);
	if (plan.relays.length === 0 && plan.sensors.length === 0)
		return bad('relays', 'A device needs at least one relay or sensor.');

	const taken = new Map<number, string>();
	const ids = new Set<number>();
	for (const [index, relay] of plan.relays.entries()) {
		if (ids.has(relay.id)) return bad(`relays.${index}.id`, `Relay ${relay.id} is there twice.`);
		ids.add(relay.id);
		const pin = board.pins.find((pin) => pin.gpio === relay.gpio);
		if (!pin) return bad(`relays.${index}.gpio`, `${board.name} has no pin with GPIO ${relay.gpio}.`);
		if (pin.use === 'refuse') return bad(`relays.${index}.gpio`, refusal(pin));
		const other = taken.get(relay.gpio);
		if (other) return bad(`relays.${index}.gpio`, `${pin.label} is already used by ${other}.`);
		taken.set(relay.gpio, relay.name);
	}
	const sensors = new Set<number>();
	for (const [index, sensor] of plan.sensors.entries()) {
		if (sensors.has(sensor.id)) return bad(`sensors.${index}.id`, `Sensor ${sensor.id} is there twice.`);
		sensors.add(sensor.id);
		if (!board.sensors.includes(sensor.type))
			return bad(`sensors.${index}.type`, `${board.name} cannot read this sensor.`);
		if (board.virtual) continue;
		if (sensor.gpio === undefined) return bad(`sensors.${index}.gpio`, 'Choose the pin of the sensor.');
		const pin = board.pins.find((pin) => pin.gpio === sensor.gpio);
		if (!pin) return bad(`sensors.${index}.gpio`, `${board.name} has no pin with GPIO ${sensor.gpio}.`);
		if (pin.use === 'refuse') return bad(`sensors.${index}.gpio`, refusal(pin));
		const other = taken.get(sensor.gpio);
		if (other) return bad(`sensors.${index}.gpio`, `${pin.label} is already used by ${other}.`);
		taken.set(sensor.gpio, 'the other sensor');
	}
	return ok(board);
}

function refusal(pin: Pin): string {
	return `${pin.label} cannot be used: ${pin.reason}`;
}

function bad(field: string, message: string): Result<never, PlanFault> {
	return err({ kind: 'bad-plan', field, message });
}
