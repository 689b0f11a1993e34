import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { type Described, inputValues, relayValues, scheduleValues, sensorValues } from './plan-words.ts';

/** Longer lists of changes are cut: the log gives an overview, not every value. */
const MAX_CHANGES = 12;

/** What differs between two plans, for the log: "Fan: pin D1 → D2", "Schedule 2 removed". */
export function describeChanges(
	before: DevicePlan,
	after: DevicePlan,
	pin: (gpio: number | undefined) => string,
): string[] {
	const relay = (plan: DevicePlan) => (id: number | null) =>
		id === null ? 'none' : (plan.relays.find((relay) => relay.id === id)?.name ?? `Relay ${id}`);
	const [old, now] = [
		{ pin, relay: relay(before) },
		{ pin, relay: relay(after) },
	];
	const changes = [
		...compare(before.relays, after.relays, ({ name }) => name, relayValues, old, now),
		...compare(before.inputs, after.inputs, ({ name }) => name, inputValues, old, now),
		...compare(before.sensors, after.sensors, ({ id }) => `Sensor ${id}`, sensorValues, old, now),
		...compare(before.schedules, after.schedules, ({ id }) => `Schedule ${id}`, scheduleValues, old, now),
	];
	const kept = before.relays.map(({ id }) => id).filter((id) => after.relays.some((relay) => relay.id === id));
	const order = after.relays.map(({ id }) => id).filter((id) => kept.includes(id));
	if (kept.some((id, index) => order[index] !== id)) changes.push('order of the relays');
	return changes.length > MAX_CHANGES ? [...changes.slice(0, MAX_CHANGES), '…'] : changes;
}

function compare<T extends { id: number }, Names>(
	before: T[],
	after: T[],
	nameOf: (part: T) => string,
	valuesOf: (part: T, names: Names) => Described,
	old: Names,
	now: Names,
): string[] {
	const gone = before
		.filter(({ id }) => !after.some((part) => part.id === id))
		.map((part) => `${nameOf(part)} removed${asAWhole(valuesOf(part, old))}`);
	return [
		...gone,
		...after.flatMap((part) => {
			const was = before.find(({ id }) => id === part.id);
			if (!was) return [`${nameOf(part)} added${asAWhole(valuesOf(part, now))}`];
			if (JSON.stringify(was) === JSON.stringify(part)) return [];
			const values = new Map(valuesOf(was, old));
			const changed = valuesOf(part, now).filter(([label, value]) => values.get(label) !== value);
			const told = changed.map(([label, value]) => `${label} ${values.get(label)} → ${value}`.trim());
			return told.length === 0 ? [] : [`${nameOf(was)}: ${told.join(', ')}`];
		}),
	];
}

/** ": Pump on, every day at 07:00" for what has one value without a label; otherwise nothing, as the name says enough. */
function asAWhole(values: Described): string {
	return values
		.filter(([label]) => label === '')
		.map(([, value]) => `: ${value}`)
		.join('');
}
