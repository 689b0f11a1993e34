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
		// A sensor needs no name.
		sensors: sensors.map((sensor) => ({ ...sensor, name: name.safeParse(sensor.name).data })),
	});
}

function nameOf(thing: Named, kind: string): string {
	return name.safeParse(thing.name).data ?? `${kind} ${thing.id}`;
}
