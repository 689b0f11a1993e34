import type { TokenScope } from '$protocol/dashboard/people/api-tokens.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { Question } from '$lib/words/format/question.ts';
import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords = translatable('tokenWords', {
	title: 'API tokens',
	lead: 'For one-tap shortcuts and programs. A token may never do more than you may.',
	none: 'None yet.',
	make: 'Make a token',
	scope: (scope: TokenScope): string => {
		if (scope.kind === 'read') return 'Reads';
		if (scope.kind === 'everything') return 'Everything';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && counted(relays.length, { one: 'relay', other: 'relays' }),
			scenes.length > 0 && counted(scenes.length, { one: 'scene', other: 'scenes' }),
		].filter(Boolean);
		return parts.length > 0 ? `Switches ${parts.join(' and ')}` : 'What it switched is gone';
	},
	used: (age: string | undefined) => (age ? `last used ${age}` : 'never used'),
	ends: (date: string) => `until ${date}`,
	over: 'its time is over',
	noEnd: 'no end',
	end: 'End',
	endOf: (name: string) => `End the token ${isolate(name)}`,
	question: (name: string): Question => ({
		title: `End ${isolate(name)}?`,
		action: 'End token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Whatever uses it stops at once',
				text: 'Shortcuts and programs with this token are refused. It cannot be taken back; you can make another.',
			},
		],
	}),
	ended: (name: string) => `${isolate(name)} has ended.`,

	form: {
		title: 'New API token',
		name: 'Name',
		nameHint: 'Where it is used, such as “Anna’s phone”.',
		nameNeeded: 'A name is needed.',
		may: 'It may',
		kinds: { switch: 'Switch', read: 'Read', everything: 'Everything' } satisfies Record<TokenScope['kind'], string>,
		hints: {
			switch: 'Only what you choose here. It cannot see the rest of the house.',
			read: 'Sees what you see, and changes nothing.',
			everything: 'All that you may, except for people, lock-outs, backups and your own account.',
		} satisfies Record<TokenScope['kind'], string>,
		parts: 'Relays and scenes',
		add: 'Add relay or scene…',
		scenes: 'Scenes',
		relaysOf: (device: string) => `Relays of ${isolate(device)}`,
		relayOf: (relay: string, device: string) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name: string) => `Remove ${name}`,
		noneChosen: 'Nothing chosen yet.',
		partsNeeded: 'Choose at least one relay or scene.',
		until: 'Until',
		ends: {
			month: '1 month',
			year: '1 year',
			never: 'No end',
			other: 'Other…',
		},
		otherLabel: 'Last day',
		endNeeded: 'Enter a day that is not over.',
		endFar: (years: number) => `At most ${years} years from now.`,
		current: 'Your password',
		make: 'Make token',
	},

	once: {
		title: (name: string) => `Token ${isolate(name)}`,
		lead: 'Copy it now. It is shown this once, and the hub keeps only its fingerprint.',
		local: 'This address works only on this computer. Open the dashboard by the hub’s network address for your phone.',
		plain: 'Without HTTPS, others on your network could read it. Use it at home only.',
		token: 'The token',
		copy: 'Copy token',
		copied: 'Copied.',
		use: 'Use it for',
		to: 'To',
		on: 'On',
		off: 'Off',
		whole: 'Read all devices',
		curl: 'curl',
		ios: 'iPhone: Shortcuts',
		android: 'Android: HTTP Shortcuts',
		copyText: (what: string) => `Copy: ${what}`,
		done: 'Done',
	},

	/** the steps of an app; `field` is the one field of the JSON body */
	steps: {
		ios: (method: string, url: string, authorization: string, field: [string, boolean] | undefined) =>
			[
				'1. In Shortcuts tap + and add the action “Get Contents of URL”.',
				`2. URL: ${url}`,
				`3. Show More. Method: ${method}`,
				`4. Headers, add: Authorization = ${authorization}`,
				...(field ? [`5. Request Body: JSON, add Boolean: ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Share, Add to Home Screen.`,
			].join('\n'),
		android: (method: string, url: string, authorization: string, body: string | undefined) =>
			[
				'1. In HTTP Shortcuts tap +, then Regular Shortcut.',
				`2. Method: ${method}. URL: ${url}`,
				`3. Request Headers, add: Authorization = ${authorization}`,
				...(body ? [`4. Request Body: custom text, type application/json: ${body}`] : []),
				`${body ? 5 : 4}. Save, and place it on the home screen.`,
			].join('\n'),
	},
});
