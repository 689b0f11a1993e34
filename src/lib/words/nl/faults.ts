import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import { pinWords } from './device/pins.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'Relais blijven werken; er is niets gewijzigd.';
const UNTOUCHED = 'Er is niets gewijzigd.';
const stillWords = ({ still }: Still) =>
	still === 'unknown' ? 'De toestand is onbekend.' : `Het staat nog steeds ${still === 'on' ? 'aan' : 'uit'}.`;
const parts = { Relay: 'Relais', Input: 'Ingang', Sensor: 'Sensor', Schedule: 'Schema' };
const reasonOf = (reason: string) => (pinWords as Record<string, string>)[reason] ?? reason;
const kinds = { relays: 'relais', inputs: 'ingangen', sensors: 'sensoren', schedules: 'schema’s' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Dit apparaat staat niet meer op de hub.',
	'no-such-relay': ({ device, relay }) => `${device} heeft geen relais ${relay}.`,
	'not-connected': ({ device }) => `${device} is niet verbonden. Er is niets gewijzigd.`,
	'not-connected-not-switched': ({ device }) => `${device} is niet verbonden en is niet geschakeld.`,
	'not-polling-not-switched': ({ device }) =>
		`${device} heeft de hub al een tijd niets gevraagd en is niet geschakeld.`,
	reconnecting: ({ device }) => `${device} maakt net opnieuw verbinding. Probeer het zo nog eens.`,
	'token-not-used-yet': ({ device }) => `${device} heeft zijn eerste token nog niet gebruikt. Probeer het zo nog eens.`,
	'commands-not-answered': ({ device, commands }) =>
		`${device} heeft de laatste ${commands} opdrachten nog niet beantwoord en is niet geschakeld. Probeer het zo nog eens.`,
	'commands-not-written': ({ device }) =>
		`Er wachten te veel opdrachten voor ${device}; er is niet geschakeld. Probeer het zo nog eens.`,
	'no-answer': ({ seconds, still }) => `Het board heeft ${seconds} sec lang niet geantwoord. ${stillWords({ still })}`,
	'link-lost': (relay) => `De verbinding met het board is verbroken voordat het antwoordde. ${stillWords(relay)}`,
	refused: (relay) => `Het board heeft het niet gedaan, of er kwam een nieuwere opdracht. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) =>
		`${device} is intussen gewijzigd. Bekijk hoe het nu is en probeer het dan opnieuw.`,
	legacy: ({ device }) => `${device} heeft oudere firmware die dit niet kan. Upgrade eerst naar Secure v2.`,
	'legacy-names-only': ({ device }) =>
		`${device} heeft oudere firmware: alleen namen kun je wijzigen. Upgrade eerst naar Secure v2.`,
	'revoked-already': ({ device }) => `Het token van ${device} is al ingetrokken.`,
	revoked: ({ device }) => `Het token van ${device} is ingetrokken. Geef het board nieuwe firmware.`,
	'unknown-token': () =>
		'Geen apparaat van deze hub heeft dit token: het is verwijderd of geüpgraded naar Secure v2, of het token is verkeerd getypt.',
	'too-many-legacy': ({ most }) => `Er zijn al ${most} apparaten met oudere firmware.`,
	'not-a-played-switch': () =>
		'Hier kun je alleen de wandschakelaars bedienen van virtuele boards die deze hub simuleert.',

	// pending devices and claiming
	'no-such-pending': () => 'Dit wachtende apparaat bestaat niet meer.',
	'already-claimed': ({ device }) => `${device} is al gekoppeld.`,
	'no-such-conflict': () => 'Dit board wacht niet meer op koppeling.',
	'board-left': () => 'Het board is de verbinding kwijt. Het maakt vanzelf weer verbinding; probeer het dan opnieuw.',
	'being-claimed': () => 'Iemand is dit board al aan het koppelen.',
	'claimed-meanwhile': () => 'Het board kon niet worden gekoppeld: de sleutel is intussen gebruikt of verwijderd.',
	'claim-not-answered': () => 'Het board heeft niet geantwoord. Het komt vanzelf terug; probeer het dan opnieuw.',
	'too-many-pending': ({ most }) => `Er zijn al ${most} wachtende apparaten. Verwijder er eerst een paar.`,
	'too-many-played': ({ most }) =>
		`Deze hub simuleert al ${most} virtuele boards. Verwijder er een, of draai dit board zelf.`,
	'not-virtual': () => 'De hub kan alleen virtuele boards simuleren.',
	'key-expired': ({ device }) => `De sleutel van ${device} is verlopen. Maak een nieuwe; het plan blijft bewaard.`,
	'wifi-impossible': ({ device }) =>
		`Geen board kan het wifi-netwerk gebruiken dat voor ${device} is opgegeven. Verwijder het wachtende apparaat en voeg het opnieuw toe met een ander netwerk.`,
	'other-kind-of-board': () =>
		'Dit apparaat heeft een ander soort board. Voeg het nieuwe board toe als nieuw apparaat en vervang dit apparaat bij het koppelen.',

	// what a board is to do
	'no-such-board': ({ board }) => `Board ‘${board}’ staat niet in de catalogus.`,
	'needs-wifi': ({ board }) => `${board} heeft de naam van je wifi-netwerk nodig.`,
	'needs-a-part': () => 'Een apparaat heeft minstens één relais, sensor, contact of bewegingsmelder nodig.',
	'needs-wiring': () => 'Geef aan waar de relais zijn aangesloten.',
	'no-such-pin': ({ board, gpio }) => `${board} heeft geen pin met GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `${pin} is niet bruikbaar: ${reasonOf(reason)}`,
	'pin-not-for-sensors': ({ pin }) => `${pin} is niet bruikbaar voor een sensor: de chip heeft daar geen pull-up.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`De chip heeft geen pull-up voor ${pin}. Zonder eigen weerstand (10 kΩ naar 3,3 V) zou de schakelaar vanzelf aan- en uitgaan; zet met zo’n weerstand de pull-up van de chip uit.`,
	'pin-in-use': ({ pin, by }) => `${pin} wordt al gebruikt door ${by ?? 'de andere sensor'}.`,
	'choose-relay': ({ input }) => `Kies het relais voor ${input}.`,
	'choose-scheduled-relay': () => 'Kies het relais dat dit schema schakelt.',
	'choose-sensor-pin': () => 'Kies de pin van de sensor.',
	'sensors-not-told-apart': ({ pin }) => `Op ${pin} zitten meerdere sensoren: kies voor elk welke het is.`,
	'sensor-not-read': ({ board }) => `${board} kan deze sensor niet lezen.`,
	'too-many-for-board': ({ device, part, most }) =>
		`${device} heeft maar ruimte voor ${most} ${kinds[part]}. ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`De firmware van ${device} kan deze sensor niet lezen. Werk eerst het apparaat bij.`,
	'too-much-for-board': ({ device }) =>
		`Dit is meer dan er in ${device} past. Haal een schema weg, of de pauze van een schema. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }) => `${device} heeft dit schema niet meer.`,
	'sun-needs-place': () =>
		'Voor zonsopkomst en zonsondergang is je locatie nodig: stel die eerst in bij ‘Instellingen’.',
	'id-twice': ({ part, id }) => `${parts[part]} ${id} staat er twee keer in.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'De hub bewaart dit wifi-netwerk niet meer.',
	'network-kept-already': ({ network }) =>
		`De hub bewaart ${network} al, met een ander wachtwoord. Een eigenaar kan dat wijzigen bij ‘Instellingen’.`,
	'too-many-networks': ({ most }) =>
		`De hub bewaart al ${most} wifi-netwerken. Verwijder er eerst een bij ‘Instellingen’.`,
	'network-unreadable': ({ network }) =>
		`Het wachtwoord van ${network} is niet meer te lezen. Wijzig het bij ‘Instellingen’.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Deze scène bestaat niet meer.',
	'too-many-scenes': ({ most }) => `Er zijn al ${most} scènes. Verwijder er eerst een paar.`,
	'say-on-or-off': ({ scene }) => `Geef aan of ${scene} aan of uit moet.`,
	'scene-decides': ({ scene }) => `${scene} is een scène: elk relais heeft daarin zijn eigen toestand.`,
	'relay-twice': ({ relay }) => `${relay} zit twee keer in de scène.`,
	'no-image-any-more': () => 'Deze hub heeft er geen firmware meer voor.',
	'image-unreadable': () => 'De firmware-image kon niet worden gelezen. In het logboek van de hub staat waarom.',
	'newer-already': () => 'Het heeft al nieuwere firmware.',
	'relay-is-on': () => 'Een van de relais staat aan.',
	'other-update-failed': ({ device }) => `Niet begonnen, omdat de update van ${device} is mislukt.`,
	'update-stopped': () => 'De update is gestopt.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'Het board heeft de update niet aangenomen.',
	'update-not-taken-on': () => 'Het board nam de update niet verder aan.',
	'update-begun-in-vain': ({ times }) => `Het board kwam ${times} keer terug en nam niets meer van de update aan.`,
	'update-asked-again': () => 'Het board blijft vragen om delen van de update die het al heeft.',
	'update-too-slow': ({ minutes }) =>
		`Het board heeft de update niet binnen ${counted(minutes, { one: 'minuut', other: 'minuten' })} volledig ontvangen.`,
	'update-checked-too-early': () => 'Het board meldde de update als gecontroleerd voordat het alles had.',
	'update-too-much-taken': () => 'Het board meldde meer gegevens dan de update heeft.',
	'update-board-not-back': () => 'Het board kwam niet terug nadat het de nieuwe firmware startte.',
	'update-fell-back': ({ firmware }) =>
		firmware === null
			? 'Het board kwam terug met zijn oudere firmware.'
			: `Het board kwam terug met zijn oudere firmware, ${firmware}.`,
	'nothing-to-update': () => 'Hiervoor is geen nieuwere firmware.',
	'no-such-time-zone': ({ timeZone }) =>
		`Tijdzone ‘${timeZone}’ bestaat niet. Gebruik een naam zoals Europe/Amsterdam.`,

	// forms
	'name-needed': () => 'Vul een naam in.',
	'user-name-needed': () => 'Vul een gebruikersnaam in.',
	'password-needed': () => 'Vul een wachtwoord in.',
	'too-short': ({ least }) => `Minstens ${least} tekens.`,
	'too-long': ({ most }) => `Hooguit ${most} tekens.`,
	'needs-relay': () => 'Een apparaat heeft minstens één relais nodig.',
	'choose-scene-relays': () => 'Kies minstens één relais.',
	'choose-days': () => 'Kies minstens één dag.',
	'no-moment': () => 'Dit is geen datum en tijd.',
	'moment-out-of-range': ({ years }) => `Kies een moment vanaf nu, binnen ${years} jaar.`,
	'ends-before-it-begins': () => 'Het einde moet na het begin liggen.',
	'no-time-of-day': () => 'Dit is geen tijdstip.',
	'no-mac': () => 'Een MAC-adres bestaat uit 12 hexadecimale cijfers in hoofdletters.',
	'wifi-name-needed': () => 'Het netwerk heeft een naam nodig.',
	'wifi-name-too-long': ({ most }) => `Hooguit ${most} bytes: letters met accenten en emoji tellen voor meer dan één.`,
	'wifi-name-has-zero': () => 'Geen netwerk heeft een nulbyte in de naam.',
	'wifi-password-too-short': ({ least }) => `Minstens ${least} tekens, of geen bij een open netwerk.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Hooguit ${most} bytes, of een sleutel van ${digits} hexadecimale cijfers.`,
	'wifi-password-has-zero': () => 'Geen wachtwoord bevat een nulbyte.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Een kopie van ${device} wilde verbinding maken (${mac}, ${address}). Dat is geweigerd.`,
	'not-set-up-in-time': ({ device }) => `${device} is niet op tijd ingesteld: de sleutel is verlopen.`,

	// backup and restore
	'backup-running': () => 'Er wordt al een back-up gemaakt. Probeer het opnieuw als die klaar is.',
	'passphrase-needed': () => 'Vul een wachtwoordzin in.',
	'no-backup-folder': ({ folder }) => `Er is geen map ${folder} voor de back-up.`,
	'backup-exists': ({ file }) => `${file} bestaat al. Kies een andere naam.`,
	'no-backup-file': ({ file }) => `Het bestand ${file} kan niet worden gelezen.`,
	'backup-too-large': ({ most }) => `Een back-up is hooguit ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `Dit bestand is geen back-up van een Mooring-hub. ${UNTOUCHED}`,
	'not-by-passphrase': () =>
		`Dit bestand is versleuteld, maar niet met een wachtwoordzin zoals de back-up van een hub. ${UNTOUCHED}`,
	'wrong-passphrase': () => `Deze wachtwoordzin opent de back-up niet. ${UNTOUCHED}`,
	'backup-damaged': () => `De back-up is afgekapt of beschadigd. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Voor de wachtwoordzin van de back-up is even ${megabytes} MB geheugen te weinig. Probeer het later, of op een grotere computer. ${UNTOUCHED}`,
	'backup-of-another-program': () =>
		`De wachtwoordzin klopt, maar het bestand is door een ander programma gemaakt. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`De back-up is gemaakt door Mooring ${version}, en deze hub heeft de oudere versie ${own}. Werk eerst deze hub bij. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `In de back-up zit ‘${entry}’, dat er niet in hoort. ${UNTOUCHED}`,
	'backup-database-damaged': () => `De database in de back-up is beschadigd. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) => `De database in de back-up is niet van Mooring: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `Het bestand is niet volledig aangekomen. Probeer het opnieuw. ${UNTOUCHED}`,
	'restore-over': () => `De hub weet niets meer van dit herstel. Kies het bestand opnieuw. ${UNTOUCHED}`,
	'restore-running': () => 'Op deze hub wordt al een back-up hersteld. Wacht tot dat klaar is.',
	'backup-key-damaged': () => `De sleutel of id van de hub in de back-up is beschadigd. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`Er draait een hub op ${folder}, of een ander programma houdt de database bezet. Stop dat eerst. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`De hub in ${folder} heeft al een eigenaar. Voeg --replace toe om hem door de back-up te vervangen; de oude hub blijft bewaard in een map before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }) => `Deze hub is alleen via HTTPS te openen: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS gebruikt je eigen certificaat uit de configuratie van de hub en is hier niet te wijzigen.',
	'https-port-taken': ({ port }) =>
		`Poort ${port} voor HTTPS is in gebruik of mag niet worden geopend. Stel MOORING_HTTPS_PORT in op een andere poort en herstart de hub. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'De inhoud is geen geldige JSON.',
	'send-json': () => 'Stuur de inhoud als application/json.',
	'broken-text': () => 'Tekst mag het teken U+0000 of een half teken niet bevatten.',
	'body-too-large': ({ most }) => `De inhoud mag hooguit ${most} KiB zijn.`,
	'from-another-page': () => 'Dit verzoek kwam van een andere webpagina.',
	'needs-origin': () => 'Een wijziging met een sessiecookie heeft een Origin-header nodig die deze hub noemt.',
	'no-such-command': ({ commands }) => `Deze opdracht bestaat niet. Wel bestaan: ${commands}.`,
	'one-body': () => 'Een opdracht heeft één inhoud, en daarna de functie voor de bevestiging.',
	'asks-too-often': () => 'Dit dashboard vraagt te vaak. Probeer het over een paar seconden opnieuw.',
	'polls-too-often': () => 'Dit board vraagt te vaak. Eens in de paar seconden is genoeg.',
	'needs-token': () => 'Stuur het token van het apparaat mee: ?token=… of de header X-Device-Token.',
	busy: () => 'De hub is bezig met andere verzoeken. Probeer het opnieuw.',
	'busy-exporting': () => 'De hub is bezig met andere exports. Probeer het zo nog eens.',
	'board-not-in-catalogue': () => 'Dit board staat niet meer in de catalogus.',
	internal: () => 'De hub kon dit niet doen. In zijn logboek staat waarom.',
	'disk-full': () => `De schijf van de hub is vol. ${UNCHANGED}`,
	'database-locked': () =>
		`De database van de hub is bezig, of een ander programma houdt die bezet. Probeer het zo nog eens. ${UNCHANGED}`,
	'disk-unwritable': () =>
		'Er kan niet op de schijf van de hub worden geschreven. Relais blijven werken. Kijk later of de wijziging is bewaard.',
	'database-damaged': () =>
		`De database van de hub is beschadigd. ${UNCHANGED} Stop de hub en herstel een back-up: npm run hub -- restore --replace BESTAND`,
};
