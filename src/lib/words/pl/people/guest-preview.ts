import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Zobacz to, co widzi ta osoba',
	title: (name) => `Widok gościa: ${isolate(name)}`,
	lead: ({ open, at }, when) => {
		if (open) return 'To jest teraz na panelu tej osoby. Niezapisanych zmian tu nie ma.';
		if (at === null) return 'Ta osoba nie ma już dostępu.';
		return `Teraz nic: to nie godziny tej osoby. Następny dostęp: ${when(at)}. Zobaczy wtedy:`;
	},
	nothing: 'Nic.',
	looking: 'Sprawdzanie…',
	relay: ({ reported }) => (reported === null ? 'Stan nieznany' : reported ? 'Wł.' : 'Wył.'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Może widzieć' : 'Może przełączać'),
	done: 'Gotowe',
};
