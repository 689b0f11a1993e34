import { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { name } from '../../../protocol/dashboard/shapes.ts';

interface Named {
	id: number;
	name: string;
}

/**
 * Reads a plan from the database. Adds what earlier releases did not store, and replaces names that are not allowed
 * any more.
 */
export function storedPlan(stored: unknown): DevicePlan {
	// Text that is no JSON has none of its parts, and must not be taken for a plan without any.
	if (typeof stored !== 'object' || stored === null) return DevicePlan.parse(stored);
	const { relays = [], inputs = [], sensors = [] } = stored as Record<string, Named[] | undefined>;
	return DevicePlan.parse({
		...(stored as object),
		relays: relays.map((relay) => ({ ...relay, name: nameOf(relay, 'Relay') })),
		inputs: inputs.map((input) => ({ ...input, name: nameOf(input, 'Input') })),
		sensors: sensors.map(withAllowedName),
	});
}

/** A sensor needs no name. One without has no such key: the database layer would turn `undefined` into `null`. */
function withAllowedName({ name: stored, ...sensor }: Named): Omit<Named, 'name'> & Partial<Named> {
	const allowed = name.safeParse(stored);
	return allowed.success ? { ...sensor, name: allowed.data } : sensor;
}

function nameOf(thing: Named, kind: string): string {
	return name.safeParse(thing.name).data ?? `${kind} ${thing.id}`;
}
