import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';

/** Signing in, and setting up a new hub. */
export const gateWords = translatable('gateWords', {
	signIn: {
		title: 'Sign in',
		name: 'User name',
		password: 'Password',
		show: 'Show the password',
		submit: 'Sign in',
		locked: (why: string, left: string) => `${why} Try again in ${left}.`,
		outOfReach: 'The hub is out of reach. Try again in a moment.',
		forgot: 'Forgot the password?',
		forgotHow:
			'Run this on the hub’s machine, in the hub’s folder. It prints a new password. In Docker, write “docker compose exec mooring node dist/cli.js” instead of “npm run hub --”.',
		forgotCommand: (name: string) => `npm run hub -- reset-password ${name || 'USER'}`,
	},
	setUp: {
		title: 'Set up this hub',
		lead: 'You become its owner.',
		code: 'Set-up code',
		codeHint:
			'The hub printed it when it started, and keeps it in the file setup-code in its data folder. It works once.',
		zone: (zone: string) => `Schedules will use the time of ${zone}, like this device. You can change it in Settings.`,
		submit: 'Become the owner',
		strength: (got: number, least: number) =>
			got < least
				? `${counted(least - got, { one: 'character', other: 'characters' })} to go.`
				: got < 16
					? 'Long enough. Four random words are better still.'
					: 'Strong.',
		done: 'Already set up?',
	},
});
