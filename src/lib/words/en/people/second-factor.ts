import { isolate } from '$lib/words/format/isolate.ts';
import type { Question } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

const codes = (count: number) => `${count} recovery ${count === 1 ? 'code' : 'codes'}`;

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords = translatable('secondFactorWords', {
	title: 'Second factor',
	lead: 'The hub also asks for a code from an app on your phone: at every sign-in, and before a backup, a new member or a new password. Your password alone is then not enough to sign in.',
	on: (since: string) => `On since ${since}.`,
	left: (count: number) => (count === 0 ? 'No recovery codes are left: make new ones.' : `${codes(count)} left.`),
	lost: 'If you lose your phone and your recovery codes, another owner can turn it off in People. If there is none, run this on the hub’s machine:',
	lostCommand: 'npm run hub -- reset-password USER',

	code: 'Code of your app',
	recoveryCode: 'Recovery code',
	useRecovery: 'Use a recovery code',
	useApp: 'Use the app',
	current: 'Your current password',
	cancel: 'Cancel',

	begin: {
		action: 'Turn on',
		title: 'Turn the second factor on',
		lead: 'All your other sessions and your API tokens end, and every browser is asked for a code the next time.',
		next: 'Next',
	},
	scan: {
		title: 'Scan it with your authenticator app',
		lead: 'Any authenticator app will do. Without a camera, type the secret into it.',
		qr: 'QR code for your authenticator app',
		secret: 'Secret for your authenticator app',
		copy: 'Copy secret',
		first: 'The first code that it shows',
		submit: 'Turn on',
		again: 'Begin again',
		done: 'The second factor is on. Other devices are signed out.',
	},
	codes: {
		title: 'Your recovery codes',
		lead: 'Each signs you in once if your phone is gone. They are shown now and never again: keep them where your phone is not.',
		label: 'Recovery codes',
		copy: 'Copy recovery codes',
		copied: 'Copied.',
		download: 'Download',
		file: (user: string, hub: string) => `Recovery codes of ${user} for ${hub}. Each is good once.`,
		done: 'I have kept them',
		leave: {
			title: 'Leave your recovery codes?',
			action: 'Leave',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'They are not shown again',
					text: 'You can make new ones with a code of your app.',
				},
			],
		} satisfies Question,
	},
	renew: {
		action: 'Make new recovery codes',
		title: 'Make new recovery codes',
		lead: 'The old codes stop working.',
		submit: 'Make new ones',
	},
	off: {
		action: 'Turn off',
		title: 'Turn the second factor off',
		lead: 'Your password alone signs you in from then on.',
		submit: 'Turn off',
		done: 'The second factor is off.',
	},

	signIn: {
		title: 'Your code',
		lead: (name: string) => `Hello ${isolate(name)}. Your authenticator app shows a new code every half minute.`,
		back: 'Back',
	},

	person: {
		on: 'Second factor on',
		action: 'Turn off second factor',
		title: (name: string) => `Turn off the second factor of ${isolate(name)}`,
		lead: 'For somebody who has lost their phone and their recovery codes. Their password alone signs them in from then on.',
		submit: 'Turn off',
		done: (name: string) => `The second factor of ${isolate(name)} is off.`,
	},
});
