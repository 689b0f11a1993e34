import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Schedule',
	countdown: 'Countdown ended',
	'auto-off': 'Longest on-time',
	pulse: 'Pulse',
	interlock: 'Interlock',
	input: 'Wall switch',
	boot: 'Power-on',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords = translatable('movedWords', {
	what({ what, details }: AuditEntry): string {
		if (what === 'command-failed') return 'Not switched';
		if (what === 'relay-off') return 'Off';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `On, ${exactDuration(forMs)}` : 'On';
	},
	by({ cause, person, details }: AuditEntry): string {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Not known';
	},
});
