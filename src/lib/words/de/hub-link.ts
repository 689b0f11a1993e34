import type { Words } from '$lib/words/all-words.ts';

const allAsOf = (time: string | undefined) => (time ? `Alles hier ist auf dem Stand von ${time}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (asOf) => [
		'Der Hub ist nicht erreichbar.',
		`${allAsOf(asOf)}Bis er wieder da ist, kannst du nichts schalten. Diese Seite verbindet sich von selbst.`,
	],
	blocked: (asOf) => [
		'Keine Live-Verbindung.',
		`${allAsOf(asOf)}Der Hub antwortet, aber sein WebSocket kommt nicht durch. Lass deinen Reverse-Proxy WebSocket-Upgrades nach /socket.io/ weiterleiten, oder öffne die eigene Adresse des Hubs.`,
	],
	was: (state, asOf) => [`WAR ${state}`, `Stand ${asOf}`],
	asOf: (time) => `Stand ${time}`,
	waits: 'Der Hub ist nicht erreichbar. Diese Seite füllt sich von selbst, sobald er wieder da ist.',
	held: 'Der Hub ist nicht erreichbar. Das geht erst, wenn er wieder da ist.',
	notKnown: 'Ohne Live-Verbindung zum Hub nicht bekannt.',
	part: 'Dieser Teil der Seite wurde nicht geladen. Lade die Seite neu, wenn der Hub wieder da ist.',
	reload: 'Neu laden',
	newVersion: 'Der Hub hat eine neue Version dieses Dashboards.',
};
