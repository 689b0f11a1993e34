import type { Words } from '$lib/words/all-words.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { pinWords } from './device/pins.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'I relè funzionano ancora; nulla è stato modificato.';
const UNTOUCHED = 'Nulla è stato modificato.';
const stillWords = ({ still }: Still) =>
	still === 'unknown' ? 'Lo stato è sconosciuto.' : `È ancora ${still === 'on' ? 'acceso' : 'spento'}.`;
const parts = { Relay: 'Relè', Input: 'Ingresso', Sensor: 'Sensore', Schedule: 'Programma' };
const upgradeFirst = 'Prima passalo a Secure v2.';
const soon = 'Riprova tra un attimo.';
const kinds = { relays: 'relè', inputs: 'ingressi', sensors: 'sensori', schedules: 'programmi' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Questo dispositivo non è più nell’hub.',
	'no-such-relay': ({ device, relay }) => `${device} non ha un relè ${relay}.`,
	'not-connected': ({ device }) => `${device} non è connesso. ${UNTOUCHED}`,
	'not-connected-not-switched': ({ device }) => `${device} non è connesso e non è stato comandato.`,
	'not-polling-not-switched': ({ device }) => `${device} non interroga l’hub da un po’ e non è stato comandato.`,
	reconnecting: ({ device }) => `${device} si sta riconnettendo. ${soon}`,
	'token-not-used-yet': ({ device }) => `${device} non ha ancora usato il suo primo token. ${soon}`,
	'commands-not-answered': ({ device, commands }) =>
		`${device} non ha ancora risposto agli ultimi ${commands} comandi e non è stato comandato. ${soon}`,
	'commands-not-written': ({ device }) =>
		`Ci sono troppi comandi in attesa per ${device}: non è stato comandato. ${soon}`,
	'no-answer': ({ seconds, still }) => `Nessuna risposta dalla scheda in ${seconds} s. ${stillWords({ still })}`,
	'link-lost': (relay) => `La connessione con la scheda è caduta prima della risposta. ${stillWords(relay)}`,
	refused: (relay) =>
		`La scheda non l’ha eseguito, oppure un comando più recente ha preso il suo posto. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) => `${device} è stato modificato nel frattempo. Guarda com’è adesso, poi riprova.`,
	legacy: ({ device }) => `${device} ha un firmware più vecchio che non può farlo. ${upgradeFirst}`,
	'legacy-names-only': ({ device }) =>
		`${device} ha un firmware più vecchio: si possono cambiare solo i nomi. ${upgradeFirst}`,
	'revoked-already': ({ device }) => `Il token di ${device} è già revocato.`,
	revoked: ({ device }) => `Il token di ${device} è stato revocato. Dai alla scheda un nuovo firmware.`,
	'unknown-token': () =>
		'Nessun dispositivo di questo hub ha questo token: è stato eliminato o passato a Secure v2, oppure il token è scritto male.',
	'too-many-legacy': ({ most }) => `Ci sono già ${most} dispositivi con firmware più vecchio.`,
	'not-a-played-switch': () =>
		'Qui puoi azionare solo gli interruttori a muro delle schede virtuali simulate da questo hub.',

	// pending devices and claiming
	'no-such-pending': () => 'Questo dispositivo in attesa non c’è più.',
	'already-claimed': ({ device }) => `${device} è già stato associato.`,
	'no-such-conflict': () => 'Questa scheda non attende più di essere associata.',
	'board-left': () => 'La scheda ha perso la connessione. Si riconnette da sola; poi riprova.',
	'being-claimed': () => 'Qualcuno sta già associando questa scheda.',
	'claimed-meanwhile': () =>
		'Non è stato possibile associare la scheda: nel frattempo la sua chiave è stata usata o eliminata.',
	'claim-not-answered': () => 'La scheda non ha risposto. Torna da sola; poi riprova.',
	'too-many-pending': ({ most }) => `Ci sono già ${most} dispositivi in attesa. Prima eliminane qualcuno.`,
	'too-many-played': ({ most }) =>
		`Questo hub simula già ${most} schede virtuali. Rimuovine una, oppure esegui questa per conto tuo.`,
	'not-virtual': () => 'L’hub può simulare solo schede virtuali.',
	'key-expired': ({ device }) => `La chiave di ${device} è scaduta. Crea una nuova chiave; il progetto resta.`,
	'wifi-impossible': ({ device }) =>
		`Nessuna scheda può usare il Wi-Fi indicato per ${device}. Elimina il dispositivo in attesa e aggiungilo di nuovo con un altro Wi-Fi.`,
	'other-kind-of-board': () =>
		'Questo dispositivo ha un altro tipo di scheda. Aggiungi la nuova scheda come nuovo dispositivo e sostituisci questo quando la associ.',

	// what a board is to do
	'no-such-board': ({ board }) => `Nel catalogo non c’è una scheda “${board}”.`,
	'needs-wifi': ({ board }) => `${board} ha bisogno del nome della tua rete Wi-Fi.`,
	'needs-a-part': () =>
		'Un dispositivo ha bisogno di almeno un relè, un sensore, un contatto o un rilevatore di movimento.',
	'needs-wiring': () => 'Indica dove sono collegati i relè.',
	'no-such-pin': ({ board, gpio }) => `${board} non ha un pin con GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `${pin} non si può usare: ${pinWords[reason] ?? reason}`,
	'pin-not-for-sensors': ({ pin }) =>
		`${pin} non si può usare per un sensore: il chip non ha un pull-up su questo pin.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`Il chip non ha un pull-up su ${pin}. Senza una resistenza propria (10 kΩ verso 3,3 V) l’interruttore scatterebbe da solo; con la resistenza, disattiva il pull-up del chip.`,
	'pin-in-use': ({ pin, by }) => `${pin} è già usato da ${by ?? 'un altro sensore'}.`,
	'choose-relay': ({ input }) => `Scegli il relè comandato da ${input}.`,
	'choose-scheduled-relay': () => 'Scegli il relè comandato da questo programma.',
	'choose-sensor-pin': () => 'Scegli il pin del sensore.',
	'sensors-not-told-apart': ({ pin }) => `Su ${pin} ci sono più sensori: scegli per ciascuno quale è.`,
	'sensor-not-read': ({ board }) => `${board} non può leggere questo sensore.`,
	'too-many-for-board': ({ device, part, most }) =>
		`In ${device} c’è posto solo per ${most} ${kinds[part]}. ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`Il firmware di ${device} non può leggere questo sensore. Aggiorna prima il dispositivo.`,
	'too-much-for-board': ({ device }) =>
		`È più di quanto entra in ${device}. Togli un programma, o la pausa di uno. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }) => `${device} non ha più questo programma.`,
	'sun-needs-place': () => 'Per alba e tramonto serve il tuo luogo: prima indicalo nelle Impostazioni.',
	'id-twice': ({ part, id }) => `${parts[part]} ${id} compare due volte.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'L’hub non conserva più questa rete Wi-Fi.',
	'network-kept-already': ({ network }) =>
		`L’hub conserva già ${network}, con un’altra password. Un proprietario la può cambiare nelle Impostazioni.`,
	'too-many-networks': ({ most }) => `L’hub conserva già ${most} reti Wi-Fi. Prima rimuovine una nelle Impostazioni.`,
	'network-unreadable': ({ network }) =>
		`La password di ${network} non si può più leggere. Cambiala nelle Impostazioni.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Questa scena non c’è più.',
	'too-many-scenes': ({ most }) => `Ci sono già ${most} scene. Prima eliminane qualcuna.`,
	'say-on-or-off': ({ scene }) => `Indica se accendere o spegnere ${scene}.`,
	'scene-decides': ({ scene }) => `${scene} è una scena: ogni relè va nel proprio stato.`,
	'relay-twice': ({ relay }) => `${relay} è due volte nella scena.`,
	'no-image-any-more': () => 'Questo hub non ha più un firmware adatto.',
	'image-unreadable': () => 'L’immagine del firmware non si può leggere. Il motivo è nel log dell’hub.',
	'newer-already': () => 'Ha già un firmware più recente.',
	'relay-is-on': () => 'Uno dei suoi relè è acceso.',
	'other-update-failed': ({ device }) => `Non avviato, perché l’aggiornamento di ${device} non è riuscito.`,
	'update-stopped': () => 'È stato fermato.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'La scheda non ha accettato l’aggiornamento.',
	'update-not-taken-on': () => 'La scheda ha smesso di accettare l’aggiornamento.',
	'update-begun-in-vain': ({ times }) =>
		`La scheda è tornata ${times} volte senza accettare il resto dell’aggiornamento.`,
	'update-asked-again': () => 'La scheda continua a chiedere parti dell’aggiornamento che ha già.',
	'update-too-slow': ({ minutes }) => `La scheda non ha ricevuto tutto l’aggiornamento in ${minutes} minuti.`,
	'update-checked-too-early': () =>
		'La scheda ha detto di aver verificato l’aggiornamento prima di averlo ricevuto tutto.',
	'update-too-much-taken': () => 'La scheda ha segnalato più dati di quanti ne ha l’aggiornamento.',
	'update-board-not-back': () => 'La scheda non è tornata dopo l’avvio del nuovo firmware.',
	'update-fell-back': ({ firmware }) => `La scheda è tornata con il firmware di prima, ${firmware}.`,
	'nothing-to-update': () => 'Non c’è un firmware più recente.',
	'no-such-time-zone': ({ timeZone }) => `Il fuso orario “${timeZone}” non esiste. Usa un nome come Europe/Rome.`,

	// forms
	'name-needed': () => 'Serve un nome.',
	'user-name-needed': () => 'Serve un nome utente.',
	'password-needed': () => 'Serve una password.',
	'too-short': ({ least }) => `Almeno ${least} caratteri.`,
	'too-long': ({ most }) => `Al massimo ${most} caratteri.`,
	'needs-relay': () => 'Un dispositivo ha bisogno di almeno un relè.',
	'choose-scene-relays': () => 'Scegli almeno un relè.',
	'choose-days': () => 'Scegli almeno un giorno.',
	'no-moment': () => 'Questa non è una data con un’ora.',
	'moment-out-of-range': ({ years }) => `Scegli un momento da adesso in poi, entro ${years} anni.`,
	'ends-before-it-begins': () => 'La fine dev’essere dopo l’inizio.',
	'no-time-of-day': () => 'Questa non è un’ora del giorno.',
	'no-mac': () => 'Un MAC ha 12 cifre esadecimali maiuscole.',
	'wifi-name-needed': () => 'La rete ha bisogno di un nome.',
	'wifi-name-too-long': ({ most }) => `Al massimo ${most} byte: accenti ed emoji contano per più di uno.`,
	'wifi-name-has-zero': () => 'Nessuna rete ha un byte zero nel nome.',
	'wifi-password-too-short': ({ least }) => `Almeno ${least} caratteri, o nessuno per una rete aperta.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Al massimo ${most} byte, o una chiave di ${digits} cifre esadecimali.`,
	'wifi-password-has-zero': () => 'Nessuna password contiene un byte zero.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Una copia di ${device} ha provato a connettersi (${mac}, ${address}). È stata rifiutata.`,
	'not-set-up-in-time': ({ device }) => `${device} non è stato configurato in tempo: la sua chiave è scaduta.`,

	// backup and restore
	'backup-running': () => 'È già in corso un backup. Riprova quando è finito.',
	'passphrase-needed': () => 'Serve una frase segreta.',
	'no-backup-folder': ({ folder }) => `La cartella ${folder} in cui scrivere il backup non esiste.`,
	'backup-exists': ({ file }) => `${file} esiste già. Scegli un altro nome.`,
	'no-backup-file': ({ file }) => `Il file ${file} non si può leggere.`,
	'backup-too-large': ({ most }) => `Un backup ha al massimo ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `Questo file non è un backup di un hub Mooring. ${UNTOUCHED}`,
	'not-by-passphrase': () =>
		`Questo file è cifrato, ma non con una frase segreta come il backup di un hub. ${UNTOUCHED}`,
	'wrong-passphrase': () => `La frase segreta non apre questo backup. ${UNTOUCHED}`,
	'backup-damaged': () => `Il backup è incompleto o danneggiato. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Per la frase segreta del backup mancano per un attimo ${megabytes} MB di memoria. Riprova più tardi o su un computer più grande. ${UNTOUCHED}`,
	'backup-of-another-program': () =>
		`La frase segreta è giusta, ma il file è stato creato da un altro programma. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`Il backup è di Mooring ${version}, più recente di ${own} di questo hub. Prima aggiorna questo hub. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `Il backup contiene “${entry}”, che non ne fa parte. ${UNTOUCHED}`,
	'backup-database-damaged': () => `Il database nel backup è danneggiato. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) =>
		`Il database nel backup non è come quelli creati da Mooring: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `Il file non è arrivato per intero. Riprova. ${UNTOUCHED}`,
	'restore-over': () => `L’hub non conosce più questo ripristino. Scegli di nuovo il file. ${UNTOUCHED}`,
	'restore-running': () => 'Su questo hub è già in corso il ripristino di un backup. Aspetta che finisca.',
	'backup-key-damaged': () => `La chiave o l’ID dell’hub nel backup è danneggiato. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`Un hub è in funzione su ${folder}, oppure un altro programma ha bloccato il suo database. Prima fermalo. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`L’hub in ${folder} ha già un proprietario. Per sostituirlo con il backup, aggiungi --replace; il vecchio hub resta in una cartella before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }) => `Questo hub si apre solo via HTTPS: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS usa il tuo certificato, indicato nella configurazione dell’hub: qui non si può cambiare.',
	'https-port-taken': ({ port }) =>
		`La porta ${port} per HTTPS è occupata o non si può aprire. Imposta MOORING_HTTPS_PORT su un’altra e riavvia l’hub. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'Il contenuto non è JSON valido.',
	'send-json': () => 'Invia il contenuto come application/json.',
	'broken-text': () => 'Il testo non può contenere il carattere U+0000, né mezzo carattere.',
	'body-too-large': ({ most }) => `Il contenuto può avere al massimo ${most} KiB.`,
	'from-another-page': () => 'Questa richiesta viene da un’altra pagina web.',
	'needs-origin': () => 'Una modifica con un cookie di sessione ha bisogno di un header Origin che indichi questo hub.',
	'no-such-command': ({ commands }) => `Questo comando non esiste. Esistono: ${commands}.`,
	'one-body': () => 'Un comando prende un contenuto, poi la funzione di conferma.',
	'asks-too-often': () => 'Questa dashboard chiede troppo spesso. Riprova tra qualche secondo.',
	'polls-too-often': () => 'Questa scheda chiede troppo spesso. Basta una volta ogni pochi secondi.',
	'needs-token': () => 'Invia il token del dispositivo: ?token=… o l’header X-Device-Token.',
	busy: () => 'L’hub è occupato con altre richieste. Riprova.',
	'busy-exporting': () => `L’hub sta scrivendo altre esportazioni. ${soon}`,
	'board-not-in-catalogue': () => 'Questa scheda non è più nel catalogo.',
	internal: () => 'L’hub non è riuscito a farlo. Il motivo è nel suo log.',
	'disk-full': () => `Il disco dell’hub è pieno. ${UNCHANGED}`,
	'database-locked': () =>
		`Il database dell’hub è occupato, oppure un altro programma l’ha bloccato. ${soon} ${UNCHANGED}`,
	'disk-unwritable': () =>
		'Non si può scrivere sul disco dell’hub. I relè funzionano ancora. Controlla più tardi se la modifica è stata fatta.',
	'database-damaged': () =>
		`Il database dell’hub è danneggiato. ${UNCHANGED} Ferma l’hub, poi ripristina un backup: npm run hub -- restore --replace FILE`,
};
