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
	const { relays = [], inputs = [] } = stored as { relays?: Named[]; inputs?: Named[] };
	return DevicePlan.parse({
		...(stored as object),
		relays: relays.map((relay) => ({ ...relay, name: nameOf(relay, 'Relay') })),
		inputs: inputs.map((input) => ({ ...input, name: nameOf(input, 'Input') })),
	});
}

function nameOf(thing: Named, kind: string): string {
	return name.safeParse(thing.name).data ?? `${kind} ${thing.id}`;
}
