import type { UpdateView } from '$protocol/dashboard/updates.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import { percent } from '$lib/words/format/numbers.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** under 40 characters, so that it fits on one line of a card */
function stateOf({ state, version }: UpdateView, away: boolean): string {
	switch (state) {
		case 'waiting':
			return away ? 'Update wartet auf das Board' : 'Wartet auf sein Update';
		case 'sending':
			return away ? 'Update pausiert, das Board ist weg' : `Update auf ${version} läuft`;
		case 'checking':
			return `${version} wird geprüft`;
		case 'restarting':
			return `${version} startet`;
		case 'done':
			return `Auf ${version} aktualisiert`;
		case 'failed':
			return 'Update fehlgeschlagen';
		case 'skipped':
			return 'Update übersprungen';
	}
}

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Updates der Boards',
	lead: 'Ein Board nach dem anderen, über die verschlüsselte Verbindung. Ein Board ist fertig, wenn es mit seiner neuen Firmware wieder hier ist.',
	none: 'Dieser Hub hat keine neuere Firmware als seine Boards.',
	looking: 'Neuere Firmware wird gesucht…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Ein Relais ist an',
	fallsBack: 'Ein ESP32 kehrt von selbst zur älteren Firmware zurück, wenn die neue diesen Hub nicht erreicht.',
	noFallBack: 'Ein ESP8266 hat keinen zweiten Platz für Firmware: Eine schlechte muss per Kabel ersetzt werden.',
	evenIfOn: 'Auch Boards, bei denen ein Relais an ist',
	evenIfOnHint:
		'Sonst werden sie übersprungen. Ein solches Relais ist aus, während das Board neu startet, dann wieder an.',
	choose: 'Auswählen',
	all: 'Alle',
	onlyFailed: 'Nur fehlgeschlagene',
	noneChosen: 'Keine',
	chosen: (count, of) => `${count} von ${of} gewählt`,
	updateAll: (count) => (count === 1 ? '1 Board aktualisieren' : `${count} Boards aktualisieren`),
	stop: 'Nach diesem anhalten',
	running: 'Letzte Updates',

	offer: (newest) => `Auf ${newest} aktualisieren`,
	again: (newest) => `${newest} erneut versuchen`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `${isolate(name)} aktualisieren?`,
		action: 'Aktualisieren',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `Aus ${running} wird ${newest}`,
				text: 'Über die verschlüsselte Verbindung, in ein bis zwei Minuten. Das Board arbeitet weiter, bis es die neue startet.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${on.map(isolate).join(', ')} ${on.length === 1 ? 'ist' : 'sind'} an`,
						text: 'Aus für die Momente, in denen das Board neu startet, dann wieder an.',
					}
				: { icon: 'relay', bad: false, title: 'Kein Relais schaltet', text: 'Alle sind aus und bleiben es.' },
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Es kann zurück',
						text: 'Erreicht die neue Firmware diesen Hub nicht, kehrt das Board zur älteren zurück.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'Es kann nicht von selbst zurück',
						text: 'Ein ESP8266 hat keinen zweiten Platz für Firmware: Eine schlechte muss per Kabel ersetzt werden.',
					},
			{
				icon: 'shield',
				bad: false,
				title: 'Token und Einstellungen bleiben',
				text: 'Es ist danach dasselbe Gerät.',
			},
		],
	}),

	state: stateOf,
	stateThen: (update, asOf) => (isUnderWay(update) ? `Update läuft, Stand ${asOf}` : stateOf(update, false)),
	percent: (done) => percent(done),
};
