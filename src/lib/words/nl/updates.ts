import { isUnderWay } from '$lib/updates/under-way.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { percent } from '$lib/words/format/numbers.ts';

const NO_SECOND_PLACE =
	'Een ESP8266 heeft geen tweede plek voor firmware: werkt de nieuwe niet, dan moet die via de kabel worden vervangen.';

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Updates van boards',
	lead: 'Board voor board, via de versleutelde verbinding. Een board is klaar als het hier terug is met de nieuwe firmware.',
	none: 'Deze hub heeft geen nieuwere firmware dan de boards al hebben.',
	looking: 'Nieuwere firmware wordt gezocht…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Er staat een relais aan',
	fallsBack: 'Een ESP32 gaat vanzelf terug naar de oude firmware als de nieuwe deze hub niet bereikt.',
	noFallBack: NO_SECOND_PLACE,
	evenIfOn: 'Ook boards waarop een relais aan staat',
	evenIfOnHint:
		'Anders worden ze overgeslagen. Zo’n relais is uit terwijl het board herstart, en gaat daarna weer aan.',
	choose: 'Kiezen',
	all: 'Alle',
	onlyFailed: 'Alleen mislukte',
	noneChosen: 'Geen',
	chosen: (count, of) => `${count} van ${of} gekozen`,
	updateAll: (count) => (count === 1 ? '1 board bijwerken' : `${count} boards bijwerken`),
	stop: 'Stoppen na dit board',
	running: 'Laatste updates',

	offer: (newest) => `Bijwerken naar ${newest}`,
	again: (newest) => `${newest} opnieuw proberen`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `${isolate(name)} bijwerken?`,
		action: 'Bijwerken',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `${running} wordt ${newest}`,
				text: 'Via de versleutelde verbinding, in een paar minuten. Het board werkt door tot het de nieuwe start.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${on.map(isolate).join(', ')} ${on.length === 1 ? 'staat' : 'staan'} aan`,
						text: 'Even uit terwijl het board herstart, daarna weer aan.',
					}
				: {
						icon: 'relay',
						bad: false,
						title: 'Er schakelt geen relais',
						text: 'Ze zijn allemaal uit, en blijven uit.',
					},
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Het kan terug',
						text: 'Bereikt de nieuwe firmware deze hub niet, dan gaat het board terug naar de oude.',
					}
				: { icon: 'usb', bad: true, title: 'Het kan niet vanzelf terug', text: NO_SECOND_PLACE },
			{ icon: 'shield', bad: false, title: 'Token en instellingen blijven', text: 'Het blijft hetzelfde apparaat.' },
		],
	}),

	state({ state, version }, away) {
		switch (state) {
			case 'waiting':
				return away ? 'Update wacht op het board' : 'Wacht op de update';
			case 'sending':
				return away ? 'Update gepauzeerd, het board is weg' : `Wordt bijgewerkt naar ${version}`;
			case 'checking':
				return `${version} wordt gecontroleerd`;
			case 'restarting':
				return `${version} wordt gestart`;
			case 'done':
				return `Bijgewerkt naar ${version}`;
			case 'failed':
				return 'Update mislukt';
			case 'skipped':
				return 'Update overgeslagen';
		}
	},
	stateThen: (update, asOf) =>
		isUnderWay(update) ? `Update bezig, stand van ${asOf}` : updateWords.state(update, false),
	percent: (done) => percent(done),
};
