import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { pinWords } from './device/pins.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'Relais arbeiten weiter; nichts wurde geändert.';
const UNTOUCHED = 'Nichts wurde geändert.';
const stillWords = ({ still }: Still) =>
	still === 'unknown' ? 'Der Zustand ist nicht bekannt.' : `Es ist weiterhin ${still === 'on' ? 'an' : 'aus'}.`;
const parts = { Relay: 'Relais', Input: 'Eingang', Sensor: 'Sensor', Schedule: 'Zeitplan' };
const kinds = { relays: 'Relais', inputs: 'Eingänge', sensors: 'Sensoren', schedules: 'Zeitpläne' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Dieses Gerät ist nicht mehr auf dem Hub.',
	'no-such-relay': ({ device, relay }) => `${device} hat kein Relais ${relay}.`,
	'not-connected': ({ device }) => `${device} ist nicht verbunden. Nichts wurde geändert.`,
	'not-connected-not-switched': ({ device }) => `${device} ist nicht verbunden und wurde nicht geschaltet.`,
	'not-polling-not-switched': ({ device }) => `${device} hat den Hub lange nicht gefragt und wurde nicht geschaltet.`,
	reconnecting: ({ device }) => `${device} verbindet sich gerade neu. Versuche es gleich noch einmal.`,
	'token-not-used-yet': ({ device }) =>
		`${device} hat sein erstes Token noch nicht benutzt. Versuche es gleich noch einmal.`,
	'commands-not-answered': ({ device, commands }) =>
		`${device} hat die letzten ${commands} Befehle noch nicht beantwortet und wurde nicht geschaltet. Versuche es gleich noch einmal.`,
	'commands-not-written': ({ device }) =>
		`Zu viele Befehle warten. ${device} wurde nicht geschaltet. Versuche es gleich noch einmal.`,
	'no-answer': ({ seconds, still }) => `Das Board hat ${seconds} Sek. lang nicht geantwortet. ${stillWords({ still })}`,
	'link-lost': (relay) => `Die Verbindung zum Board ging verloren, bevor es antwortete. ${stillWords(relay)}`,
	refused: (relay) => `Das Board hat es nicht ausgeführt, oder ein neuerer Befehl kam dazwischen. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) =>
		`${device} wurde inzwischen geändert. Sieh dir den neuen Stand an, dann versuche es noch einmal.`,
	legacy: ({ device }) => `${device} hat ältere Firmware, die das nicht kann. Stelle es zuerst auf Secure v2 um.`,
	'legacy-names-only': ({ device }) =>
		`${device} hat ältere Firmware: Nur Namen lassen sich ändern. Stelle es zuerst auf Secure v2 um.`,
	'revoked-already': ({ device }) => `Das Token von ${device} ist schon widerrufen.`,
	revoked: ({ device }) => `Das Token von ${device} wurde widerrufen. Gib dem Board neue Firmware.`,
	'unknown-token': () =>
		'Kein Gerät dieses Hubs hat dieses Token: Es wurde gelöscht oder auf Secure v2 umgestellt, oder das Token ist vertippt.',
	'too-many-legacy': ({ most }) => `Es gibt schon ${most} Geräte mit älterer Firmware.`,
	'not-a-played-switch': () =>
		'Hier kannst du nur die Wandschalter virtueller Boards bedienen, die dieser Hub simuliert.',

	// pending devices and claiming
	'no-such-pending': () => 'Dieses ausstehende Gerät gibt es nicht mehr.',
	'already-claimed': ({ device }) => `${device} wurde schon übernommen.`,
	'no-such-conflict': () => 'Dieses Board wartet nicht mehr auf die Übernahme.',
	'board-left': () =>
		'Das Board hat die Verbindung verloren. Es verbindet sich von selbst; dann versuche es noch einmal.',
	'being-claimed': () => 'Jemand übernimmt dieses Board gerade.',
	'claimed-meanwhile': () =>
		'Das Board konnte nicht übernommen werden: Sein Schlüssel wurde inzwischen benutzt oder gelöscht.',
	'claim-not-answered': () =>
		'Das Board hat nicht geantwortet. Es kommt von selbst zurück; dann versuche es noch einmal.',
	'too-many-pending': ({ most }) => `Es gibt schon ${most} ausstehende Geräte. Lösche zuerst einige.`,
	'too-many-played': ({ most }) =>
		`Dieser Hub simuliert schon ${most} virtuelle Boards. Entferne eines davon, oder führe dieses selbst aus.`,
	'not-virtual': () => 'Der Hub kann nur virtuelle Boards simulieren.',
	'key-expired': ({ device }) => `Der Schlüssel von ${device} ist abgelaufen. Erstelle einen neuen; der Plan bleibt.`,
	'wifi-impossible': ({ device }) =>
		`Kein Board kann das WLAN benutzen, das für ${device} angegeben ist. Lösche das ausstehende Gerät und füge es mit einem anderen WLAN neu hinzu.`,
	'other-kind-of-board': () =>
		'Dieses Gerät hat eine andere Art von Board. Füge das neue Board als neues Gerät hinzu, und ersetze dieses, wenn du es übernimmst.',

	// what a board is to do
	'no-such-board': ({ board }) => `Es gibt kein Board „${board}“ im Katalog.`,
	'needs-wifi': ({ board }) => `${board} braucht den Namen deines WLANs.`,
	'needs-a-part': () => 'Ein Gerät braucht mindestens ein Relais, einen Sensor, einen Kontakt oder Bewegungsmelder.',
	'needs-wiring': () => 'Gib an, wo die Relais angeschlossen sind.',
	'no-such-pin': ({ board, gpio }) => `${board} hat keinen Pin mit GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `${pin} kann nicht benutzt werden: ${pinWords[reason] ?? reason}`,
	'pin-not-for-sensors': ({ pin }) =>
		`${pin} kann nicht für einen Sensor benutzt werden: Der Chip hat dort keinen Pull-up.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`Der Chip hat für ${pin} keinen Pull-up. Ohne eigenen Widerstand (10 kΩ nach 3,3 V) würde der Schalter von selbst an- und ausgehen; mit einem schalte den Pull-up des Chips aus.`,
	'pin-in-use': ({ pin, by }) => `${pin} ist schon belegt: ${by ?? 'der andere Sensor'}.`,
	'choose-relay': ({ input }) => `Wähle das Relais für ${input}.`,
	'choose-scheduled-relay': () => 'Wähle das Relais, das dieser Zeitplan schaltet.',
	'choose-sensor-pin': () => 'Wähle den Pin des Sensors.',
	'sensors-not-told-apart': ({ pin }) => `An ${pin} sind mehrere Sensoren: Wähle für jeden aus, welcher es ist.`,
	'sensor-not-read': ({ board }) => `${board} kann diesen Sensor nicht lesen.`,
	'too-many-for-board': ({ device, part, most }) => `${device} hat nur Platz für ${most} ${kinds[part]}. ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`Die Firmware von ${device} kann diesen Sensor nicht lesen. Aktualisiere zuerst das Gerät.`,
	'too-much-for-board': ({ device }) =>
		`Das ist mehr, als ${device} fassen kann. Entferne einen Zeitplan, oder die Pause eines Zeitplans. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }) => `${device} hat diesen Zeitplan nicht mehr.`,
	'sun-needs-place': () =>
		'Für Sonnenaufgang und Sonnenuntergang muss dein Standort bekannt sein: Gib ihn zuerst in den Einstellungen an.',
	'id-twice': ({ part, id }) => `${parts[part]} ${id} ist doppelt aufgeführt.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'Dieses WLAN ist nicht mehr auf dem Hub gespeichert.',
	'network-kept-already': ({ network }) =>
		`${network} ist schon auf dem Hub gespeichert, mit einem anderen Passwort. Ein Besitzer ändert es in den Einstellungen.`,
	'too-many-networks': ({ most }) =>
		`Auf dem Hub sind schon ${most} WLAN-Netzwerke gespeichert. Entferne zuerst eines in den Einstellungen.`,
	'network-unreadable': ({ network }) =>
		`Das Passwort von ${network} ist nicht mehr lesbar. Ändere es in den Einstellungen.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Diese Szene gibt es nicht mehr.',
	'too-many-scenes': ({ most }) => `Es gibt schon ${most} Szenen. Lösche zuerst einige.`,
	'say-on-or-off': ({ scene }) => `Gib an, ob ${scene} an- oder ausgehen soll.`,
	'scene-decides': ({ scene }) => `${scene} ist eine Szene: Jedes Relais hat darin seinen eigenen Zustand.`,
	'relay-twice': ({ relay }) => `${relay} ist zweimal in der Szene.`,
	'no-image-any-more': () => 'Dieser Hub hat keine Firmware mehr dafür.',
	'image-unreadable': () => 'Das Firmware-Image ist nicht lesbar. Der Grund steht im Protokoll des Hubs.',
	'newer-already': () => 'Es hat schon neuere Firmware.',
	'relay-is-on': () => 'Eines der Relais ist an.',
	'other-update-failed': ({ device }) => `Nicht begonnen, weil das Update von ${device} fehlgeschlagen ist.`,
	'update-stopped': () => 'Es wurde angehalten.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'Das Board hat das Update nicht angenommen.',
	'update-not-taken-on': () => 'Das Board hat das Update nicht weiter angenommen.',
	'update-begun-in-vain': ({ times }) => `Das Board kam ${times}-mal zurück und hat nichts mehr vom Update angenommen.`,
	'update-asked-again': () => 'Das Board fragt immer wieder nach Teilen des Updates, die es schon hat.',
	'update-too-slow': ({ minutes }) =>
		`Das Board hat das Update nicht innerhalb von ${counted(minutes, { one: 'Minute', other: 'Minuten' })} vollständig empfangen.`,
	'update-checked-too-early': () => 'Das Board hat das Update als geprüft gemeldet, bevor es alles hatte.',
	'update-too-much-taken': () => 'Das Board hat mehr Daten gemeldet, als das Update hat.',
	'update-board-not-back': () => 'Das Board kam nach dem Start der neuen Firmware nicht zurück.',
	'update-fell-back': ({ firmware }) =>
		firmware === null
			? 'Das Board kam mit seiner älteren Firmware zurück.'
			: `Das Board kam mit seiner älteren Firmware zurück, ${firmware}.`,
	'nothing-to-update': () => 'Dafür gibt es keine neuere Firmware.',
	'no-such-time-zone': ({ timeZone }) =>
		`Die Zeitzone „${timeZone}“ gibt es nicht. Nimm einen Namen wie Europe/Berlin.`,

	// forms
	'name-needed': () => 'Ein Name fehlt.',
	'user-name-needed': () => 'Ein Benutzername fehlt.',
	'password-needed': () => 'Ein Passwort fehlt.',
	'too-short': ({ least }) => `Mindestens ${least} Zeichen.`,
	'too-long': ({ most }) => `Höchstens ${most} Zeichen.`,
	'needs-relay': () => 'Ein Gerät braucht mindestens ein Relais.',
	'choose-scene-relays': () => 'Wähle mindestens ein Relais.',
	'choose-days': () => 'Wähle mindestens einen Tag.',
	'no-moment': () => 'Das ist kein Datum mit Uhrzeit.',
	'moment-out-of-range': ({ years }) => `Wähle einen Zeitpunkt ab jetzt, innerhalb von ${years} Jahren.`,
	'ends-before-it-begins': () => 'Das Ende muss nach dem Beginn liegen.',
	'no-time-of-day': () => 'Das ist keine Uhrzeit.',
	'no-mac': () => 'Eine MAC besteht aus 12 Hex-Ziffern in Großbuchstaben.',
	'wifi-name-needed': () => 'Das Netzwerk braucht einen Namen.',
	'wifi-name-too-long': ({ most }) => `Höchstens ${most} Bytes: Umlaute und Emojis zählen mehrfach.`,
	'wifi-name-has-zero': () => 'Kein Netzwerk hat ein Null-Byte im Namen.',
	'wifi-password-too-short': ({ least }) => `Mindestens ${least} Zeichen, oder keine bei einem offenen Netzwerk.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Höchstens ${most} Bytes, oder ein Schlüssel aus ${digits} Hex-Ziffern.`,
	'wifi-password-has-zero': () => 'Kein Passwort hat ein Null-Byte.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Eine Kopie von ${device} wollte sich verbinden (${mac}, ${address}). Sie wurde abgelehnt.`,
	'not-set-up-in-time': ({ device }) => `${device} wurde nicht rechtzeitig eingerichtet: Der Schlüssel ist abgelaufen.`,

	// backup and restore
	'backup-running': () => 'Es wird schon ein Backup erstellt. Versuche es noch einmal, wenn es fertig ist.',
	'passphrase-needed': () => 'Eine Passphrase fehlt.',
	'no-backup-folder': ({ folder }) => `Den Ordner ${folder} für das Backup gibt es nicht.`,
	'backup-exists': ({ file }) => `${file} gibt es schon. Wähle einen anderen Namen.`,
	'no-backup-file': ({ file }) => `Die Datei ${file} ist nicht lesbar.`,
	'backup-too-large': ({ most }) => `Ein Backup hat höchstens ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `Diese Datei ist kein Backup eines Mooring-Hubs. ${UNTOUCHED}`,
	'not-by-passphrase': () =>
		`Diese Datei ist verschlüsselt, aber nicht mit einer Passphrase wie das Backup eines Hubs. ${UNTOUCHED}`,
	'wrong-passphrase': () => `Die Passphrase öffnet dieses Backup nicht. ${UNTOUCHED}`,
	'backup-damaged': () => `Das Backup ist abgeschnitten oder beschädigt. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Für die Passphrase des Backups fehlen für einen Augenblick ${megabytes} MB Arbeitsspeicher. Versuche es später oder auf einem größeren Rechner. ${UNTOUCHED}`,
	'backup-of-another-program': () =>
		`Die Passphrase stimmt, aber die Datei stammt von einem anderen Programm. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`Das Backup stammt von Mooring ${version}, das neuer ist als dieser Hub (${own}). Aktualisiere zuerst diesen Hub. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `Das Backup enthält „${entry}“, was nicht hineingehört. ${UNTOUCHED}`,
	'backup-database-damaged': () => `Die Datenbank im Backup ist beschädigt. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) =>
		`Die Datenbank im Backup ist keine, die Mooring anlegt: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `Die Datei ist nicht vollständig angekommen. Versuche es noch einmal. ${UNTOUCHED}`,
	'restore-over': () =>
		`Der Hub weiß nichts mehr von dieser Wiederherstellung. Wähle die Datei noch einmal. ${UNTOUCHED}`,
	'restore-running': () => 'Auf diesem Hub wird schon ein Backup wiederhergestellt. Warte, bis es fertig ist.',
	'backup-key-damaged': () => `Der Schlüssel oder die ID des Hubs im Backup ist beschädigt. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`Auf ${folder} läuft ein Hub, oder ein anderes Programm hat seine Datenbank gesperrt. Halte es zuerst an. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`Der Hub in ${folder} hat schon einen Besitzer. Um ihn durch das Backup zu ersetzen, füge --replace hinzu; der alte Hub bleibt in einem Ordner before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }) => `Dieser Hub wird nur über HTTPS geöffnet: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS benutzt dein eigenes Zertifikat aus der Konfiguration des Hubs und kann hier nicht geändert werden.',
	'https-port-taken': ({ port }) =>
		`Port ${port} für HTTPS ist belegt oder darf nicht geöffnet werden. Setze MOORING_HTTPS_PORT auf einen anderen und starte den Hub neu. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'Der Inhalt ist kein gültiges JSON.',
	'send-json': () => 'Sende den Inhalt als application/json.',
	'broken-text': () => 'Text darf weder das Zeichen U+0000 noch ein halbes Zeichen enthalten.',
	'body-too-large': ({ most }) => `Der Inhalt darf höchstens ${most} KiB haben.`,
	'from-another-page': () => 'Diese Anfrage kam von einer anderen Webseite.',
	'needs-origin': () => 'Eine Änderung mit Sitzungs-Cookie braucht einen Origin-Header, der diesen Hub nennt.',
	'no-such-command': ({ commands }) => `Diesen Befehl gibt es nicht. Es gibt: ${commands}.`,
	'one-body': () => 'Ein Befehl hat einen Inhalt, danach die Funktion für die Bestätigung.',
	'asks-too-often': () => 'Dieses Dashboard fragt zu oft. Versuche es in ein paar Sekunden noch einmal.',
	'polls-too-often': () => 'Dieses Board fragt zu oft. Einmal in ein paar Sekunden reicht.',
	'needs-token': () => 'Sende das Token des Geräts: ?token=… oder den Header X-Device-Token.',
	busy: () => 'Der Hub ist mit anderen Anfragen beschäftigt. Versuche es noch einmal.',
	'busy-exporting': () => 'Der Hub schreibt gerade andere Exporte. Versuche es gleich noch einmal.',
	'board-not-in-catalogue': () => 'Dieses Board steht nicht mehr im Katalog.',
	internal: () => 'Der Hub konnte das nicht tun. Der Grund steht in seinem Protokoll.',
	'disk-full': () => `Der Datenträger des Hubs ist voll. ${UNCHANGED}`,
	'database-locked': () =>
		`Die Datenbank des Hubs ist beschäftigt, oder ein anderes Programm hat sie gesperrt. Versuche es gleich noch einmal. ${UNCHANGED}`,
	'disk-unwritable': () =>
		'Auf den Datenträger des Hubs kann nicht geschrieben werden. Relais arbeiten weiter. Sieh später nach, ob die Änderung gespeichert wurde.',
	'database-damaged': () =>
		`Die Datenbank des Hubs ist beschädigt. ${UNCHANGED} Halte den Hub an, dann stelle ein Backup wieder her: npm run hub -- restore --replace FILE`,
};
