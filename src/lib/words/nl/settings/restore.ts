import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords: Words['restoreWords'] = {
	open: 'In plaats daarvan een back-up herstellen',
	title: 'Back-up herstellen',
	lead: 'Deze hub neemt alles uit de back-up over: personen, apparaten, sleutels en geschiedenis. De boards komen vanzelf terug.',
	off: 'De hub waarop de back-up is gemaakt, moet uit blijven.',
	offWhy: 'Beide hebben dezelfde sleutels: boards zouden heen en weer gaan.',
	file: 'Back-upbestand',
	fileHint: 'De naam eindigt op .age.',
	noFile: 'Kies eerst het bestand.',
	passphrase: 'Wachtwoordzin van het bestand',
	submit: 'Herstellen',
	cancel: 'Annuleren',
	back: 'Toch een nieuwe hub instellen',
	steps: {
		uploading: 'Het bestand gaat naar de hub',
		reading: 'Het bestand wordt gelezen en gecontroleerd',
		checking: 'De database wordt gecontroleerd',
		starting: 'De back-up wordt teruggezet. De hub herstart.',
	},
	amount: (done, of) => `${bytesWord(done)} van ${bytesWord(of)}`,
	notPlaced: 'De hub kon de back-up niet terugzetten en is zoals hij was. In zijn logboek staat waarom.',
	again: 'Het antwoord van de hub is verloren gegaan. Probeer het opnieuw.',
	lost: 'De hub antwoordt niet. Komt hij niet terug, kijk dan in zijn logboek.',
	restored: (madeAt) =>
		`${madeAt === null ? 'De back-up' : `De back-up van ${dateOf(madeAt)}`} is teruggezet. Log in met een naam en wachtwoord uit de back-up.`,
};
