import { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import { name } from '../../../protocol/dashboard/shapes.ts';

interface Named {
	id: number;
	name: string;
}

/**
 * A plan as the database holds it. That of an earlier release gets what it does not say yet; and a name there may be one
 * that no form takes any more.
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
