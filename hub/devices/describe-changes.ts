import type { DevicePlan } from '../../protocol/dashboard.ts';

/** Longer lists of changes are cut: the log says what, not every digit. */
const MAX_CHANGES = 12;

type Part = { id: number } & Record<string, unknown>;

const WORDS: Record<string, string> = {
	name: 'name',
	icon: 'icon',
	gpio: 'pin',
	gpio2: 'second pin',
	activeLow: 'logic',
	powerOn: 'power-on state',
	maxOnMs: 'longest on-time',
	pulseMs: 'pulse',
	interlockGroup: 'interlock group',
	deadTimeMs: 'dead time',
	mode: 'mode',
	relay: 'relay',
	pullUp: 'pull-up',
	debounceMs: 'debounce time',
	type: 'type',
	calibration: 'calibration',
	on: 'switches',
	weekdays: 'days',
	event: 'event',
	minutes: 'time',
	forMs: 'duration',
};

/** What differs between two plans, in short words for the log: "Fan: pin", "Schedule 2 added". */
export function describeChanges(before: DevicePlan, after: DevicePlan): string[] {
	const nameOf = (plan: DevicePlan, id: number) => plan.relays.find((relay) => relay.id === id)?.name ?? `Relay ${id}`;
	const changes = [
		...compare(before.relays, after.relays, ({ id }) =>
			nameOf(before.relays.some((r) => r.id === id) ? before : after, id),
		),
		...compare(before.inputs, after.inputs, ({ id, name }) => (name as string) || `Input ${id}`),
		...compare(before.sensors, after.sensors, ({ id }) => `Sensor ${id}`),
		...compare(before.schedules, after.schedules, ({ id }) => `Schedule ${id}`),
	];
	const kept = before.relays.map(({ id }) => id).filter((id) => after.relays.some((relay) => relay.id === id));
	const now = after.relays.map(({ id }) => id).filter((id) => kept.includes(id));
	if (kept.some((id, index) => now[index] !== id)) changes.push('order of the relays');
	return changes.length > MAX_CHANGES ? [...changes.slice(0, MAX_CHANGES), '…'] : changes;
}

function compare(before: Part[], after: Part[], nameOf: (part: Part) => string): string[] {
	const gone = before
		.filter(({ id }) => !after.some((part) => part.id === id))
		.map((part) => `${nameOf(part)} removed`);
	return [
		...gone,
		...after.flatMap((part) => {
			const old = before.find(({ id }) => id === part.id);
			if (!old) return [`${nameOf(part)} added`];
			const keys = [...new Set([...Object.keys(old), ...Object.keys(part)])];
			const changed = keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(part[key]));
			return changed.length === 0 ? [] : [`${nameOf(old)}: ${changed.map((key) => WORDS[key] ?? key).join(', ')}`];
		}),
	];
}
