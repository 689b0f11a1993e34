import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords = translatable('installWords', {
	install: 'Install as an app',
	byHand: 'To open it like an app: Share → Add to Home Screen.',
	dismiss: 'Do not offer the app again',
});

/** One's own account: name, password, sessions. */
export const accountWords = translatable('accountWords', {
	title: 'Your account',
	nameTitle: 'Name',
	nameHint: 'You sign in with it, and others see it beside what you did.',
	saveName: 'Save name',
	named: (name: string) => `From now on you sign in as ${isolate(name)}.`,
	nameNeeded: 'A user name is needed.',
	passwordTitle: 'Password',
	passwordLead: 'A new password ends your sessions on all other devices, and all your API tokens.',
	current: 'Current password',
	new: 'New password',
	savePassword: 'Change password',
	changed: 'Your password is changed. Other devices are signed out.',
	leave: {
		title: 'Leave without saving?',
		action: 'Leave',
		what: [{ icon: 'trash', bad: true, title: 'What you typed is lost', text: 'Your account stays as it is.' }],
	},
	sessions: {
		title: 'Where you are signed in',
		count: (number: number) => `${number} ${number === 1 ? 'session' : 'sessions'}`,
		name: (browser: string | null, system: string | null) =>
			browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown browser'),
		current: 'This session',
		wall: 'locked wall panel',
		used: (age: string) => `last used ${age}`,
		since: (moment: string) => `since ${moment}`,
		end: 'End',
		endOf: (name: string, address: string) => `End the session ${name}, ${address}`,
		endOthers: 'End all others',
		ended: 'The session has ended.',
		othersEnded: 'All other sessions have ended.',
	},
	guest: {
		until: (text: string) => `Guest until ${text}`,
		over: (text: string) => `Your time as a guest ended ${text}`,
		overWhy: 'Your time here is over. Ask whoever invited you if you need more.',
		why: 'Nothing is shared with you now. If you have set hours, your devices appear here when they begin.',
	},
	notForYou: {
		title: 'Not for your account',
		text: 'Your account may not open this page. The owner of the hub can change that.',
		back: 'To Home',
	},
});
