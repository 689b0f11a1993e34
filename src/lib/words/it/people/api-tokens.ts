import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { until } from '../when.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'Token API',
	lead: 'Per scorciatoie a un tocco e programmi. Un token non può mai fare più di te.',
	none: 'Ancora nessuno.',
	make: 'Crea un token',
	scope: (scope) => {
		if (scope.kind === 'read') return 'Legge';
		if (scope.kind === 'everything') return 'Tutto';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && `${relays.length} relè`,
			scenes.length > 0 && counted(scenes.length, { one: 'scena', other: 'scene' }),
		].filter(Boolean);
		return parts.length > 0 ? `Comanda ${parts.join(' e ')}` : 'Ciò che comandava non c’è più';
	},
	used: (age) => (age ? `ultimo uso: ${age}` : 'mai usato'),
	ends: until,
	over: 'scaduto',
	noEnd: 'senza fine',
	end: 'Termina',
	endOf: (name) => `Termina il token ${isolate(name)}`,
	question: (name) => ({
		title: `Terminare ${isolate(name)}?`,
		action: 'Termina token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Ciò che lo usa si ferma subito',
				text: 'Scorciatoie e programmi con questo token vengono rifiutati. Non si può annullare; puoi crearne un altro.',
			},
		],
	}),
	ended: (name) => `${isolate(name)} è terminato.`,

	form: {
		title: 'Nuovo token API',
		name: 'Nome',
		nameHint: 'Dove viene usato, per esempio “Telefono di Anna”.',
		nameNeeded: 'Serve un nome.',
		may: 'Può',
		kinds: { switch: 'Comandare', read: 'Leggere', everything: 'Tutto' },
		hints: {
			switch: 'Solo ciò che scegli qui. Non può vedere il resto della casa.',
			read: 'Vede ciò che vedi tu e non cambia nulla.',
			everything: 'Tutto ciò che puoi tu, tranne persone, blocchi, backup e il tuo account.',
		},
		parts: 'Relè e scene',
		add: 'Aggiungi relè o scena…',
		scenes: 'Scene',
		relaysOf: (device) => `Relè di ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `Rimuovi ${name}`,
		noneChosen: 'Ancora nulla di scelto.',
		partsNeeded: 'Scegli almeno un relè o una scena.',
		until: 'Fino a',
		ends: {
			month: '1 mese',
			year: '1 anno',
			never: 'Senza fine',
			other: 'Altro…',
		},
		otherLabel: 'Ultimo giorno',
		endNeeded: 'Inserisci un giorno non ancora passato.',
		endFar: (years) => `Al massimo ${years} anni da oggi.`,
		current: 'La tua password',
		make: 'Crea token',
	},

	once: {
		title: (name) => `Token ${isolate(name)}`,
		lead: 'Copialo adesso. È mostrato solo ora, e l’hub ne conserva solo l’impronta.',
		local:
			'Questo indirizzo funziona solo su questo computer. Per il telefono, apri la dashboard all’indirizzo di rete dell’hub.',
		plain: 'Senza HTTPS, altri sulla tua rete potrebbero leggerlo. Usalo solo a casa.',
		token: 'Il token',
		copy: 'Copia token',
		copied: 'Copiato.',
		use: 'Usalo per',
		to: 'Azione',
		on: 'Accendere',
		off: 'Spegnere',
		whole: 'Leggere tutti i dispositivi',
		curl: 'curl',
		ios: 'iPhone: Comandi Rapidi',
		android: 'Android: HTTP Shortcuts',
		copyText: (what) => `Copia: ${what}`,
		done: 'Fatto',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. In Comandi Rapidi tocca + e aggiungi l’azione “Ottieni contenuti di URL”.',
				`2. URL: ${url}`,
				`3. Mostra altro. Metodo: ${method}`,
				`4. Intestazioni, aggiungi: Authorization = ${authorization}`,
				...(field ? [`5. Corpo della richiesta: JSON, aggiungi Booleano: ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Condividi, Aggiungi alla schermata Home.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. In HTTP Shortcuts tocca +, poi scegli una scorciatoia normale.',
				`2. Metodo: ${method}. URL: ${url}`,
				`3. Header della richiesta, aggiungi: Authorization = ${authorization}`,
				...(body ? [`4. Corpo della richiesta: testo personalizzato, tipo application/json: ${body}`] : []),
				`${body ? 5 : 4}. Salva e mettila nella schermata iniziale.`,
			].join('\n'),
	},
};
