import { words } from '../../words.ts';
import { isolate } from '../format/isolate.ts';
import type { Question } from '../format/question.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Relays stay as they are now',
	text: relays ? `${relays}.` : 'The board continues with its own rules.',
});

/** The questions on the page of a device. */
export const deviceDialogs = {
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
	remove: (name: string, relays: string, simulated: boolean): Question => ({
		title: `Delete ${isolate(name)}?`,
		action: 'Delete device',
		what: [
			{ icon: 'unlink', bad: true, title: 'Disconnected at once', text: 'Nobody can switch it from here any more.' },
			simulated
				? words.dialogs.simulated
				: {
						icon: 'usb',
						bad: true,
						title: 'Needs a re-flash to come back',
						text: 'Its token stops working, so its board cannot reconnect.',
					},
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
};
