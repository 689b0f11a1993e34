import type { Platform } from '$lib/https/platform.ts';
import type { Question } from '$lib/words/format/question.ts';
import { translatable } from '$lib/words/language.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords = translatable('httpsWords', {
	title: 'Secure connection',
	lead: 'With HTTPS, nobody on your network can read passwords or see what is switched. Browsers then also allow installing this as an app, finding your place and flashing by USB.',
	off: 'This hub is opened over plain HTTP.',
	own: 'This hub has a certificate of your own, named in its configuration.',
	authority: 'This hub has its own certificate authority. Each device must trust it once.',
	address: 'Address',
	name: 'Name of its authority',
	fingerprint: 'SHA-256 fingerprint',
	until: 'Good until',
	turnOn: 'Turn HTTPS on…',
	turnOff: 'Turn HTTPS off…',
	looking: 'Looking…',
	otherDevices: 'Other devices',
	otherDevicesHow: 'Scan this with a phone or tablet that does not trust the hub yet. The page guides you.',
	qr: 'QR code of the page that explains how to trust this hub',
	addressQr: 'QR code of the secure address of this hub',
	copy: 'Copy the address',
	copied: 'The address was copied.',
	askOn: {
		title: 'Turn HTTPS on?',
		action: 'Turn HTTPS on',
		what: [
			{ icon: 'exit', bad: true, title: 'Everybody signs in again', text: 'You too, at the new address.' },
			{
				icon: 'devices',
				bad: true,
				title: 'Each phone and computer has to trust the hub once',
				text: 'A page guides you; it takes two minutes. Until then the browser shows a warning.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Shortcuts and programs need the new address',
				text: 'The hub does not take their tokens over plain HTTP any more.',
			},
			{ icon: 'relay', bad: false, title: 'Boards are not touched', text: 'Their link has always been encrypted.' },
		],
	} satisfies Question,
	askOff: {
		title: 'Turn HTTPS off?',
		action: 'Turn HTTPS off',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Others in your network can listen',
				text: 'Passwords and commands are sent unencrypted.',
			},
			{ icon: 'exit', bad: true, title: 'Everybody signs in again', text: 'At the address with http:// in front.' },
			{
				icon: 'shield',
				bad: false,
				title: 'Devices go on trusting the hub',
				text: 'Its authority is kept for when you turn HTTPS on again.',
			},
		],
	} satisfies Question,
	trust: {
		title: 'Trust this hub',
		checking: 'Checking whether this browser trusts the hub…',
		lead: 'This hub makes its own certificate. Trust it once on this device, and the browser stops warning you.',
		limits:
			'It can vouch only for names that end in .local or .home.arpa and for addresses in your home, never for a bank.',
		platform: 'Your device',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		} satisfies Record<Platform, string>,
		download: 'Download the certificate',
		compare: 'Compare before you trust',
		compareHow:
			'Your device shows a fingerprint. It must be this one, and the same on a device that trusts the hub already (Settings) or in the hub’s own log. If it differs, somebody stands between you and the hub: stop.',
		check: 'Check again',
		notYet: 'This browser does not trust the hub yet.',
		works: 'This browser trusts the hub.',
		open: 'Open the hub securely',
		nothing: 'Nothing to trust here',
		nothingOff: 'HTTPS is off. The owner turns it on in Settings.',
		nothingOwn: 'This hub has a certificate that browsers trust by themselves.',
		back: 'Open the hub',
		anyway: 'Go on without trusting it: your browser will warn you each time.',
		steps: {
			ios: [
				'Open this page in Safari, tap Download and allow the profile.',
				'Open Settings. Near the top is Profile Downloaded: tap it, compare the fingerprint under More Details, and tap Install.',
				'In Settings open General, About, Certificate Trust Settings, and turn on the switch beside the name above.',
			],
			android: [
				'Tap Download. If the browser asks, keep the file.',
				'Open Settings and search for “CA certificate” (Security, Encryption and credentials, Install a certificate). Tap Install anyway, and choose mooring.crt.',
				'Under Trusted credentials, User, tap the name above and compare the fingerprint.',
			],
			windows: [
				'Download the file. In PowerShell, Get-FileHash mooring.crt shows its fingerprint: compare it.',
				'Open the file and choose Install Certificate, Current User, “Place all certificates in the following store”, Trusted Root Certification Authorities.',
				'Confirm the security warning, and restart the browser.',
			],
			mac: [
				'Download the file and open it. Keychain Access asks where to: choose login.',
				'Find the name above in Keychain Access, open it, and compare the fingerprint at the end of its details.',
				'Under Trust choose Always Trust, close the window, and give your password.',
			],
			linux: [
				'Firefox: open Settings, Privacy & Security, View Certificates, Authorities, Import, and choose mooring.crt. View shows the fingerprint: compare it.',
				'Tick “Trust this CA to identify websites”.',
				'Chrome and Chromium: sha256sum mooring.crt shows the fingerprint. Then run: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (package libnss3-tools).',
			],
		} satisfies Record<Platform, string[]>,
	},
});
