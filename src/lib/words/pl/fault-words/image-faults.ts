import type { IMAGE_FAULT_WORDS, ManifestProblem } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import type { Words } from '$lib/words/all-words.ts';

const image = ({ board }: { board: string }, why: string) => `Obrazu dla płytki ${board} nie można użyć: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

const problems: Record<ManifestProblem, string> = {
	unknown: 'ten hub go nie zna',
	'no-file-name': 'wymagana jest nazwa pliku .bin obok manifestu',
	'no-sha256': 'wymagane są 64 cyfry szesnastkowe',
	'version-too-long': `limit, który może podać płytka, to ${LIMITS.boardTextBytes.firmwareVersion} bajtów`,
	value: 'brak wartości albo ten hub nie może jej użyć',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS> = {
	'no-such-image': () => 'Nie ma takiego obrazu.',
	'no-image-yet': ({ board }) => `Ten hub nie ma gotowego obrazu dla płytki ${board}.`,
	'image-file-missing': (of) => image(of, `brakuje pliku ${of.file}`),
	'image-file-too-large': (of) => image(of, `plik ${of.file} przekracza limit (w bajtach: ${of.most})`),
	'image-file-unreadable': (of) => image(of, `nie można odczytać pliku ${of.file} (${of.error})`),
	'image-file-differs': (of) => image(of, `plik ${of.file} nie zgadza się z manifestem, bo ma inny skrót SHA-256`),
	'image-file-empty': (of) => image(of, `plik ${of.file} jest pusty`),
	'image-manifest-no-json': (of) => image(of, 'manifest.json nie jest plikiem JSON'),
	'image-manifest-wrong': (of) => image(of, `manifest.json: ${of.field}: ${problems[of.problem] ?? of.problem}`),
	'image-without-flash': (of) => image(of, 'płytka nie ma pamięci flash'),
	'image-for-other-chip': (of) => image(of, `jest dla układu ${of.chip}, a ${of.board} ma ${of.own}`),
	'image-config-elsewhere': (of) =>
		image(of, `jego konfiguracja jest pod adresem ${hex(of.offset)}, a w płytce pod ${hex(of.own)}`),
	'image-needs-more-flash': (of) =>
		image(of, `za mało pamięci flash (potrzeba bajtów: ${of.bytes}, płytka ma: ${of.own})`),
	'image-beyond-flash': (of) =>
		image(
			of,
			`${of.file === null ? 'konfiguracja' : `plik ${of.file}`} wychodzi poza pamięć flash (bajtów: ${of.bytes})`,
		),
	'image-overlaps': (of) =>
		image(
			of,
			`${of.file === null ? 'konfiguracja' : `plik ${of.file}`} zachodzi na ${of.next === null ? 'konfigurację' : `plik ${of.next}`}`,
		),
	'built-without-sources': () => 'Ten hub zbudowano bez kodu źródłowego firmware’u.',
	'no-firmware-for-board': ({ board }) => `Ta wersja Mooring nie ma jeszcze firmware’u dla płytki ${board}.`,
};
