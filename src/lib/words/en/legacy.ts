import { translatable } from '$lib/words/language.ts';

/** Adding a board with older polling firmware. */
export const legacyWords = translatable('legacyWords', {
	link: 'My board has older polling firmware',
	title: 'Older polling firmware',
	lead: 'Such a board asks the hub every few seconds and carries a token that can be copied. It works as it is; Upgrade to Secure v2 is on its page.',
	steps: ['Name & relays', 'Token'],
	name: 'Name',
	nameHint: 'What everybody in the house calls it, for instance “Workshop”.',
	relaysHint: 'In the order the firmware numbers them: relay1, relay2 …',
	make: 'Make its token',
	made: 'Token made',
	once: 'This token is shown this once.',
	onceWhy: 'The hub keeps only its hash. Put it into the board’s firmware now; a lost one cannot be shown again.',
	token: 'Token',
	copyToken: 'Copy the token',
	url: 'The board asks this address every 5 seconds',
	copyUrl: 'Copy the address',
	header: 'Or it sends the token as a header:',
	answers: 'The hub answers what each relay should be:',
	tells: 'The board may report its real state and readings in the same request:',
	tellsWhy: 'Otherwise the hub assumes that the board did what it was told.',
	done: 'I have it: to My devices',
	problems: { name: 'Give it a name.', relay: 'This relay needs a name.' },
});
