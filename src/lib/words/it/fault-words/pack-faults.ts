import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'Non è cambiato nulla.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Questo pacchetto firmware non è più nell’hub.',
	'pack-running': () =>
		'Su questo hub è già in corso l’installazione di un altro pacchetto firmware. Riprova quando è finita.',
	'pack-over': () => `L’hub non conosce più questo invio. Scegli di nuovo il file. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Un pacchetto firmware ha al massimo ${most} MB. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Decompresso, questo file supererebbe i ${most} MB o il numero di file ammessi in un pacchetto firmware. ${UNTOUCHED}`,
	'not-a-pack': () => `Questo file non è un pacchetto firmware di Mooring, oppure è troncato. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Questo pacchetto firmware è per un Mooring più recente. Prima aggiorna questo hub. ${UNTOUCHED}`
			: `Questo pacchetto firmware è di Mooring ${version}, in una forma che questo hub non conosce ancora. Prima aggiorna questo hub. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) =>
		`L’elenco nel pacchetto firmware non è utilizzabile: ${field} è sbagliato. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`Il pacchetto firmware è danneggiato: ${entry} non è ciò che dice il suo elenco. Scaricalo di nuovo. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `Nel pacchetto firmware manca ${entry}. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `Il pacchetto firmware contiene “${entry}”, che non ne fa parte. ${UNTOUCHED}`,
	'pack-no-board': () => `Questo hub non conosce nessuna delle schede di questo pacchetto firmware. ${UNTOUCHED}`,
};
