function waitWords(seconds: number): string {
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const ACCOUNT_FAULT_WORDS = {
	'wrong-code': () => 'This is not the set-up code the hub printed.',
	'wrong-credentials': () => 'User name or password is wrong.',
	'already-set-up': () => 'This hub has its owner already. Sign in instead.',
	'name-as-password': () => 'A name is no password. Choose something that others do not know.',
	'common-password': () => 'This is one of the passwords that everybody tries first. Choose another.',
	'not-signed-in': () => 'Sign in first.',
	'not-allowed': () => 'Your account may not do this. Ask the owner of the hub.',
	'may-not-switch': () => 'You may not switch this.',
	'room-of-guests': ({ room }: { room: string }) =>
		`Guests were given the room ${room}. Only an owner moves devices into it or out of it.`,
	'not-your-pending': () => 'Somebody else made this pending device.',
	'not-your-device': () => 'Only an owner may do this with somebody else’s device.',
	'current-password-wrong': () => 'Your current password is wrong.',
	'second-factor-needed': () => 'Type the code that your authenticator app shows, or a recovery code.',
	/** `time` is that of the hub */
	'second-factor-wrong': ({ time }: { time: string }) =>
		`This code is not right. A code is valid for half a minute: if codes keep failing, compare your phone’s clock with the hub’s, which says ${time}.`,
	'second-factor-used': () => 'This code was used already. Wait for the next one.',
	'second-factor-over': () =>
		'This sign-in took too long, had too many wrong codes, or goes on in another network than it began. Sign in again.',
	'second-factor-on': () => 'Your second factor is on already.',
	'second-factor-off': () => 'Your second factor is not on.',
	'second-factor-not-begun': () =>
		'Setting up the second factor took too long, was started again elsewhere, or the hub restarted. Begin again.',
	'second-factor-of-none': ({ name }: { name: string }) => `${name} has no second factor.`,
	'second-factor-own': () =>
		'Turn your own second factor off in Your account. Without a code, run this on the hub’s machine: npm run hub -- reset-password USER',
	'name-taken': ({ name }: { name: string }) => `There is a person called ${name} already. Choose another name.`,
	'renamed-too-often': () => 'You have changed your name several times. Try again in an hour.',
	'arranged-too-often': () => 'You have arranged your Home very often. Try again in an hour.',
	'preferences-too-often': () => 'You have changed your preferences very often. Try again in an hour.',
	'no-such-person': () => 'This person is not on the hub any more.',
	'not-a-guest': ({ name }: { name: string }) => `${name} is not a guest, and sees everything.`,
	'last-owner': () => 'A hub needs an owner. Make somebody else an owner first.',
	'not-yourself': () => 'You cannot remove yourself. Another owner can.',
	'no-such-invitation': () =>
		'This invitation is not valid: it was used or withdrawn, or its time is over. Ask for another.',
	'too-many-people': ({ most }: { most: number }) => `There are ${most} people already. Remove some first.`,
	'too-many-invitations': ({ most }: { most: number }) =>
		`There are ${most} open invitations already. Withdraw some first.`,
	'choose-access': () => 'Choose at least one room, device or relay.',
	'access-over': () => 'The time of this access is over already.',
	'guest-needs-access': () => 'Choose what the guest may see or switch.',
	'no-such-session': () => 'This session has ended already.',
	'wall-locked': () => 'This browser is a locked wall panel. Unlock it there with its PIN first.',
	'wall-pin-digits': ({ least, most }: { least: number; most: number }) => `A PIN has ${least} to ${most} digits.`,
	'wall-pin-wrong': () => 'This PIN is wrong.',
	'no-such-lock-out': () => 'This lock-out is over already.',
	'wrong-api-token': () => 'This API token is not valid: it is mistyped, or was ended. Make another in your account.',
	'api-token-over': () => 'The time of this API token is over. Make another in your account.',
	'api-token-may-not': () => 'This API token may not do this. Make one that may, or sign in.',
	'no-such-api-token': () => 'This API token has ended already.',
	'too-many-api-tokens': ({ most }: { most: number }) => `You have ${most} API tokens already. End some first.`,
	'choose-token-parts': () => 'Choose at least one relay or scene.',
	'token-end-wrong': ({ years }: { years: number }) => `Choose an end within the next ${years} years, or none.`,
	'too-many-failures': ({ seconds }: { seconds: number }) =>
		`Too many failed tries. Try again in ${waitWords(seconds)}.`,
	'too-many-signing-in': () => 'Too many people are signing in. Try again in a second.',
	'too-many-unknown-tokens': () => 'Too many unknown tokens from this address. Try again later.',
} as const;
