import type { RelayView } from '$protocol/dashboard/devices.ts';
import type { GuestPreview } from '$protocol/dashboard/people/people.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords = translatable('previewWords', {
	open: 'See what they see',
	title: (name: string) => `What ${isolate(name)} sees`,
	lead: ({ open, at }: Pick<GuestPreview, 'open' | 'at'>, when: (at: number) => string) => {
		if (open) return 'This is on their dashboard now. Changes that are not saved are not in it.';
		if (at === null) return 'They have no access any more.';
		return `Nothing now: they are outside their hours. From ${when(at)} they see this:`;
	},
	nothing: 'Nothing.',
	looking: 'Looking…',
	relay: ({ reported }: Pick<RelayView, 'reported'>) => (reported === null ? 'Not known' : reported ? 'On' : 'Off'),
	may: ({ mayNotSwitch }: Pick<RelayView, 'mayNotSwitch'>) => (mayNotSwitch ? 'May see' : 'May switch'),
	done: 'Done',
});
