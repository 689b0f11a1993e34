import type { Words } from '$lib/words/all-words.ts';
import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const UNTIL_CLAIMED = 'Non accetta comandi finché un proprietario non la associa.';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => [
		'La sua chiave di registrazione è scaduta.',
		`La scheda si è connessa troppo tardi. ${UNTIL_CLAIMED}`,
	],
	'used-by-another-board': () => [
		'Questa chiave è già stata usata da un’altra scheda.',
		'È connessa, ma non accetta comandi finché un proprietario non la associa.',
	],
	'known-board': (deviceName) => [
		deviceName ? `Questa scheda è già ${isolate(deviceName)}.` : 'Questa scheda è già stata associata.',
		'È stata configurata di nuovo. Un proprietario può sostituire quel dispositivo o aggiungerla come nuovo.',
	],
	'owner-gone': () => ['La persona che l’ha configurata non ha più un account.', UNTIL_CLAIMED],
	'owner-may-not': () => ['La persona che l’ha configurata non può più aggiungere dispositivi.', UNTIL_CLAIMED],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Dispositivi in attesa',
	lead: 'Un dispositivo viene associato da sé quando la sua scheda si connette. Solo un conflitto attende un proprietario.',
	ready: 'Pronto',
	notSeen: 'L’hub è pronto. La scheda non si è ancora connessa.',
	expiresSoon: 'Scade presto',
	expired: 'Scaduto',
	awaiting: 'Attende di essere associato',
	code: 'Codice',
	board: 'Scheda',
	mac: 'MAC',
	ip: 'IP',
	created: 'Creato',
	expiresIn: 'Scade tra',
	expiresAt: 'Scadenza prevista',
	setUp: 'Configura scheda',
	running: 'Questo hub simula la sua scheda.',
	notInTime: 'Non configurato in tempo? Crea una nuova chiave; tutto il resto rimane.',
	renew: 'Crea nuova chiave',
	renewed: (name) => `${isolate(name)} ha una nuova chiave, valida 24 ore.`,
	claim: 'Associa questo dispositivo',
	reject: 'Rifiuta',
	lineLost: 'La scheda ha perso la connessione. Si riconnette da sola.',
	forDevice: {
		regenerate: (name) => `Nuovo firmware per ${isolate(name)}. Nome, cronologia e impostazioni restano.`,
		upgrade: (name) => `Secure v2 per ${isolate(name)}. Nome e cronologia restano.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `Eliminare ${isolate(name)}, in attesa?`,
		action: 'Elimina dispositivo in attesa',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'La sua chiave di registrazione smette subito di valere',
				text: 'Una scheda configurata con questa chiave non può connettersi.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Il progetto va perso',
				text: 'Nome, relè e pin andranno inseriti di nuovo.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: 'Rifiutare questa scheda?',
		action: 'Rifiuta',
		what: [
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
	}),
};
