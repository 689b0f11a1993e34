import type { Change, ChangedPart } from '../../../protocol/dashboard/changes.ts';
import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { type Described, inputValues, relayValues, scheduleValues, sensorValues } from './plan-values.ts';

/** Longer lists of changes are cut: the log gives an overview, not every value. */
const MAX_CHANGES = 12;

/** What differs between two plans, for the log. */
export function describeChanges(
	before: DevicePlan,
	after: DevicePlan,
	pin: (gpio: number | undefined) => string | undefined,
): Change[] {
	const relay = (plan: DevicePlan) => (id: number | null) =>
		id === null ? null : (plan.relays.find((relay) => relay.id === id)?.name ?? `Relay ${id}`);
	const [old, now] = [
		{ pin, relay: relay(before) },
		{ pin, relay: relay(after) },
	];
	const named = ({ name }: { name: string }) => ({ name });
	const numbered =
		(kind: 'sensor' | 'schedule') =>
		({ id, name }: { id: number; name?: string | undefined }) =>
			name === undefined ? { kind, id } : { name };
	const changes = [
		...compare(before.relays, after.relays, named, relayValues, old, now),
		...compare(before.inputs, after.inputs, named, inputValues, old, now),
		...compare(before.sensors, after.sensors, numbered('sensor'), sensorValues, old, now),
		...compare(before.schedules, after.schedules, numbered('schedule'), scheduleValues, old, now),
	];
	const kept = before.relays.map(({ id }) => id).filter((id) => after.relays.some((relay) => relay.id === id));
	const order = after.relays.map(({ id }) => id).filter((id) => kept.includes(id));
	if (kept.some((id, index) => order[index] !== id)) changes.push(only('order'));
	return cutChanges(changes);
}

/** The first of many changes, with a sign that there are more. */
export const cutChanges = (changes: Change[]): Change[] =>
	changes.length > MAX_CHANGES ? [...changes.slice(0, MAX_CHANGES), only('rest')] : changes;

const only = (kind: 'order' | 'rest'): Change => ({ part: { kind }, what: 'changed', values: [] });

function compare<T extends { id: number }, Names>(
	before: T[],
	after: T[],
	partOf: (part: T) => ChangedPart,
	valuesOf: (part: T, names: Names) => Described,
	old: Names,
	now: Names,
): Change[] {
	const gone = before
		.filter(({ id }) => !after.some((part) => part.id === id))
		.map((part): Change => ({ part: partOf(part), what: 'removed', values: asAWhole(valuesOf(part, old)) }));
	return [
		...gone,
		...after.flatMap((part): Change[] => {
			const was = before.find(({ id }) => id === part.id);
			if (!was) return [{ part: partOf(part), what: 'added', values: asAWhole(valuesOf(part, now)) }];
			if (JSON.stringify(was) === JSON.stringify(part)) return [];
			const values = new Map(valuesOf(was, old));
			const changed = valuesOf(part, now).flatMap(([key, after]) => {
				const before = values.get(key);
				return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ key, before, after }];
			});
			return changed.length === 0 ? [] : [{ part: partOf(was), what: 'changed', values: changed }];
		}),
	];
}

/** A value that is the whole part, as that of a schedule; otherwise nothing, as the name says enough. */
const asAWhole = (values: Described): Change['values'] =>
	values.flatMap(([key, after]) => (key === '' ? [{ key, after }] : []));
