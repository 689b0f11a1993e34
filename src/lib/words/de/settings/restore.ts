import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';

/** Restoring a backup on a hub without an owner. */
export const restoreWords: Words['restoreWords'] = {
	open: 'Stattdessen ein Backup wiederherstellen',
	title: 'Backup wiederherstellen',
	lead: 'Dieser Hub übernimmt alles aus dem Backup: Personen, Geräte, Schlüssel und Verlauf. Die Boards kommen von selbst zurück.',
	off: 'Der Hub, von dem das Backup stammt, muss ausgeschaltet bleiben.',
	offWhy: 'Beide haben dieselben Schlüssel: Die Boards würden zwischen ihnen hin- und herwechseln.',
	file: 'Backup-Datei',
	fileHint: 'Ihr Name endet auf .age.',
	noFile: 'Wähle zuerst die Datei.',
	passphrase: 'Passphrase der Datei',
	submit: 'Wiederherstellen',
	cancel: 'Abbrechen',
	back: 'Stattdessen einen neuen Hub einrichten',
	steps: {
		uploading: 'Datei wird an den Hub gesendet',
		reading: 'Datei wird gelesen und geprüft',
		checking: 'Datenbank wird geprüft',
		starting: 'Backup wird übernommen. Der Hub startet neu.',
	},
	amount: (done, of) => `${bytesWord(done)} von ${bytesWord(of)}`,
	notPlaced: 'Der Hub konnte das Backup nicht übernehmen und ist wie vorher. Der Grund steht in seinem Protokoll.',
	again: 'Die Antwort des Hubs ging verloren. Versuche es noch einmal.',
	lost: 'Der Hub antwortet nicht. Kommt er nicht zurück, sieh in sein Protokoll.',
	restored: (madeAt) =>
		`${madeAt === null ? 'Das Backup' : `Das Backup vom ${dateOf(madeAt)}`} ist wiederhergestellt. Melde dich mit einem Namen und Passwort aus dem Backup an.`,
};
