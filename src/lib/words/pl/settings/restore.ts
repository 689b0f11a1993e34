import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { dateOf } from '$lib/words/format/dates.ts';

/** Restoring a backup on a hub without an owner: a part of its set-up page. */
export const restoreWords: Words['restoreWords'] = {
	open: 'Przywróć kopię zapasową',
	title: 'Przywracanie kopii zapasowej',
	lead: 'Ten hub przejmie wszystko z kopii zapasowej: osoby, urządzenia, klucze i historię. Płytki wrócą same.',
	off: 'Hub, z którego pochodzi kopia, musi pozostać wyłączony.',
	offWhy: 'Oba mają te same klucze: płytki przechodziłyby od jednego do drugiego i z powrotem.',
	file: 'Plik kopii zapasowej',
	fileHint: 'Jego nazwa kończy się na .age.',
	noFile: 'Najpierw wybierz plik.',
	passphrase: 'Hasło pliku',
	submit: 'Przywróć',
	cancel: 'Anuluj',
	back: 'Skonfiguruj nowy hub',
	steps: {
		uploading: 'Wysyłanie pliku do huba',
		reading: 'Odczytywanie i sprawdzanie pliku',
		checking: 'Sprawdzanie bazy danych',
		starting: 'Wprowadzanie kopii. Hub uruchomi się ponownie.',
	},
	amount: (done, of) => `${bytesWord(done)} z ${bytesWord(of)}`,
	notPlaced: 'Hub nie mógł wprowadzić kopii zapasowej i jest taki jak przedtem. Przyczyna jest w jego dzienniku.',
	again: 'Odpowiedź huba nie dotarła. Spróbuj ponownie.',
	lost: 'Hub nie odpowiada. Jeśli nie wróci, sprawdź jego dziennik.',
	restored: (madeAt) =>
		`Przywrócono kopię zapasową${madeAt === null ? '' : ` z ${dateOf(madeAt)}`}. Zaloguj się nazwą i hasłem z kopii.`,
};
