import type { Words } from '$lib/words/all-words.ts';

const allAsOf = (time: string | undefined) => (time ? `Dit is de stand van ${time}. ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (asOf) => [
		'De hub is niet bereikbaar.',
		`${allAsOf(asOf)}Schakelen kan pas weer als de hub terug is. Deze pagina maakt vanzelf weer verbinding.`,
	],
	blocked: (asOf) => [
		'Geen liveverbinding.',
		`${allAsOf(asOf)}De hub antwoordt, maar zijn WebSocket komt er niet door. Laat je reverse proxy WebSocket-upgrades doorgeven naar /socket.io/, of open het eigen adres van de hub.`,
	],
	was: (state, asOf) => [`WAS ${state}`, `stand van ${asOf}`],
	asOf: (time) => `stand van ${time}`,
	waits: 'De hub is niet bereikbaar. Deze pagina vult zich vanzelf zodra de hub terug is.',
	held: 'De hub is niet bereikbaar. Dit kan weer zodra de hub terug is.',
	notKnown: 'Onbekend zonder liveverbinding met de hub.',
	part: 'Dit deel van de pagina kon niet worden geladen. Laad de pagina opnieuw als de hub terug is.',
	reload: 'Opnieuw laden',
	newVersion: 'De hub heeft een nieuwe versie van dit dashboard.',
};
