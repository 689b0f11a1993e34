import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Associa solo una scheda che conosci',
	text: 'Chiunque abbia il suo file può fingersi lei. Confronta il MAC con quello sulla tua scheda.',
};

export const claimWords: Words['claimWords'] = {
	title: 'Associare questa scheda?',
	board: (mac, address) => `${mac}, indirizzo ${address}`,
	legend: 'Che cosa vuoi farne?',
	replace: 'Sostituisci un dispositivo esistente',
	add: 'Aggiungi come nuovo dispositivo',
	reject: 'Rifiutala',
	which: 'Dispositivo da sostituire',
	known: (name) => `${isolate(name)}, che aveva questo MAC`,
	actions: {
		replace: (name) => `Sostituisci ${isolate(name)}`,
		add: () => 'Associa questo dispositivo',
		reject: () => 'Rifiuta',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Diventa ${isolate(name)}`,
				text: 'Nome, cronologia e impostazioni restano; relè e pin sono come impostati lì.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'La scheda di prima viene scollegata',
				text: `Il suo token smette subito di valere. Quello nuovo è legato a ${mac}.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Diventa un nuovo dispositivo, ${isolate(name)}`,
				text: `Con un proprio token, legato a ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Gli altri dispositivi restano come sono',
				text: 'Nessuno perde il token o il nome.',
			},
			compare,
		],
		reject: (name) => [
			{
				icon: 'unlink',
				bad: true,
				title: 'Viene scollegata',
				text: `Non viene associata come ${isolate(name)}.`,
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Chiederà di nuovo',
				text: 'La scheda conserva la sua chiave e riprova, sempre più di rado.',
			},
		],
	},
	firmware: {
		regenerate: (name) => `Nuovo firmware per ${isolate(name)}`,
		upgrade: (name) => `Secure v2 per ${isolate(name)}`,
		regenerateText: (name) =>
			`Il vecchio token non vale più. ${isolate(name)} torna, con nome, cronologia e impostazioni, appena la sua scheda si è connessa con questo firmware.`,
		upgradeText: (name) =>
			`Il token di polling vale finché ${isolate(name)} non si è connesso con Secure v2. Nome e cronologia restano.`,
		to: (name) => `Vai a ${isolate(name)}`,
		done: (name) => `${isolate(name)} è tornato, con il suo nuovo token.`,
	},
};
