import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { Question, QuestionLine } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Relays stay as they are now',
	text: relays ? `${relays}.` : 'The board continues with its own rules.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Its virtual board goes with it',
			text: 'This hub stops simulating it.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Its legacy token stops working at once',
			text: 'The board, and whatever else polls with it, is told that the hub does not know it.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Needs a re-flash to come back',
		text: 'Its token stops working, so its board cannot reconnect.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} of ${isolate(person)}`;
		return isLast ? `${token}, which then switches nothing` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; and ${of.more} more` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Their other rights stay.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many ? 'API tokens lose the relays of this device' : 'An API token loses the relays of this device',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs = translatable('deviceDialogs', {
	rotate: (name: string): Question => ({
		title: `Regenerate the token of ${isolate(name)}?`,
		action: 'Regenerate in place',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'A new token over the encrypted link',
				text: 'The board takes it at once, without a re-flash.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'The old one stops working once the new one has connected',
				text: 'Until then it still works, so the board cannot be locked out.',
			},
			{ icon: 'relay', bad: false, title: 'No relay moves', text: 'Name, history and settings stay.' },
		],
	}),
	instead: 'Could somebody know the old token, or is the board a new one?',
	insteadLink: 'Make new firmware instead',
	regenerate: (name: string): Question => ({
		title: `Make new firmware for ${isolate(name)}?`,
		action: 'Regenerate Token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'The old token stops working at once',
				text: 'The board is disconnected, and cannot reconnect with it.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Needs a re-flash',
				text: 'You get a new registration key, good for 24 hours, and the board’s new file.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Name, history and settings stay',
				text: 'It becomes the same device again.',
			},
		],
	}),
	revoke: (name: string, relays: string): Question => ({
		title: `Revoke the token of ${isolate(name)}?`,
		action: 'Revoke Token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Disconnected at once',
				text: 'Nobody can switch it from here any more. A board that is away cannot come back either.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Needs a re-flash to come back',
				text: 'It cannot reconnect until you make new firmware.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Name and history are kept',
				text: 'The device stays in My devices, without a board.',
			},
		],
	}),
	milder: ['Only want a new token?', 'Regenerate Token', 'keeps the board connected.'],
	relayIs: (name: string, on: boolean) => `${isolate(name)} ${on ? 'on' : 'off'}`,
	upgrade: (name: string): Question => ({
		title: `Upgrade ${isolate(name)} to Secure v2?`,
		action: 'Upgrade to Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Needs a re-flash',
				text: 'You get a registration key, good for 24 hours, and the board’s new file.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'The polling token works until then',
				text: 'It stops working as soon as the board has connected with Secure v2.',
			},
			{ icon: 'clock', bad: false, title: 'Name and history stay', text: 'It becomes the same device again.' },
		],
	}),
	/** `legacy`: its board polls with a token; `tokens`: the API tokens that lose it */
	remove: (
		name: string,
		relays: string,
		{ simulated, legacy, tokens }: { simulated: boolean; legacy: boolean; tokens?: TokensOfDevice | undefined },
	): Question => ({
		title: `Delete ${isolate(name)}?`,
		action: 'Delete device',
		what: [
			{ icon: 'unlink', bad: true, title: 'Disconnected at once', text: 'Nobody can switch it from here any more.' },
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'Its history is deleted',
				text: 'Name, settings, readings and log are gone for good.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name: string): Question => ({
		title: `Reboot ${isolate(name)}?`,
		action: 'Reboot',
		what: [
			{ icon: 'power', bad: true, title: 'Away for some seconds', text: 'It comes back by itself.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Relays come back as they are now',
				text: 'Contacts may drop for a moment while the chip is in reset.',
			},
		],
	}),
	removeRelay: (name: string): Question => ({
		title: `Remove the relay ${isolate(name)}?`,
		action: 'Remove relay',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'Its schedules go with it',
				text: 'Its wall switches no longer switch anything.',
			},
			{ icon: 'play', bad: true, title: 'It leaves its scenes', text: 'Undo does not restore this.' },
			{ icon: 'check', bad: false, title: 'Not before you save', text: 'Discard brings it back.' },
		],
	}),
});
