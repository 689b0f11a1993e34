import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'Er is niets gewijzigd.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Dit firmwarepakket staat niet meer op de hub.',
	'pack-running': () =>
		'Op deze hub wordt al een ander firmwarepakket geïnstalleerd. Probeer het opnieuw als dat klaar is.',
	'pack-over': () => `De hub weet niets meer van deze upload. Kies het bestand opnieuw. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Een firmwarepakket is hooguit ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Uitgepakt zou dit bestand meer hebben dan de ${most} MB of het aantal bestanden van een firmwarepakket. ${UNTOUCHED}`,
	'not-a-pack': () => `Dit bestand is geen firmwarepakket van Mooring, of het is afgekapt. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Dit firmwarepakket is voor een nieuwere Mooring. Werk eerst deze hub bij. ${UNTOUCHED}`
			: `Dit firmwarepakket is van Mooring ${version}, in een vorm die deze hub nog niet kent. Werk eerst deze hub bij. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) => `De lijst in het firmwarepakket is onbruikbaar: ${field} klopt niet. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`Het firmwarepakket is beschadigd: ${entry} is niet wat de lijst zegt. Download het opnieuw. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `In het firmwarepakket ontbreekt ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `In het firmwarepakket zit ‘${entry}’, dat er niet in hoort. ${UNTOUCHED}`,
	'pack-no-board': () => `Deze hub kent geen van de boards in dit firmwarepakket. ${UNTOUCHED}`,
};
