import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

const relays = (count: number) => `${count} relè`;
const stateOf = (on: boolean) => (on ? 'acceso' : 'spento');

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Scene',
	lead: 'Una scena porta più relè, ciascuno nel suo stato, con un tocco. Un gruppo li accende o li spegne tutti.',
	relays,
	running: 'In corso…',
	set: 'Già impostata',
	done: 'Tutto fatto',
	partly: (done, of) => `${done} di ${of} fatti`,
	onOf: (on, of, away) =>
		[
			...(of === 0 ? [] : [`${on} di ${of} accesi`]),
			...(away === 0 ? [] : [counted(away, { one: 'assente', other: 'assenti' })]),
		].join(', '),
	wasOn: (on, of) => `${on} di ${of} erano accesi`,
	on: 'Accendi',
	off: 'Spegni',
	turn: (name, on) => `${isolate(name)}: ${on ? 'accendi tutto' : 'spegni tutto'}`,
	what: (name) => `Che cosa ha fatto ${isolate(name)}`,
	sheet: {
		title: (name, done, of) => `${isolate(name)}: ${done} di ${of} fatti`,
		switched: (on) => (on ? 'Acceso' : 'Spento'),
		notDone: 'Non eseguito.',
		putBack: 'Ripristina',
		again: 'Riprova',
	},
	goes: (relay, on) => `${relay}: ${stateOf(on)}`,
	edit: {
		new: 'Nuova scena',
		change: (name) => `Modifica ${isolate(name)}`,
		edit: 'Modifica',
		name: 'Nome',
		nameHint: 'Come la chiamano tutti, per esempio “Buonanotte”.',
		kind: 'Che cosa fa',
		kinds: { scene: 'Scena', group: 'Gruppo' },
		kindHints: {
			scene: 'Un tocco, e ogni relè va nello stato che scegli qui.',
			group: 'Due pulsanti: accendi tutto, spegni tutto.',
		},
		members: 'Relè',
		chosen: (count) => `${relays(count)} ${plural(count, { one: 'scelto', other: 'scelti' })}`,
		take: 'Usa gli stati attuali',
		took: 'I relè scelti qui hanno ora i loro stati attuali.',
		stateOf: (relay, device) => `Stato di ${isolate(relay)}, ${isolate(device)}`,
		find: 'Cerca relè',
		noneLike: 'Nessun relè corrisponde.',
		most: (most) => `Al massimo ${most} relè.`,
		save: 'Salva',
		cancel: 'Annulla',
		delete: 'Elimina',
		saved: (name) => `${isolate(name)}: salvato.`,
		problems: { name: 'Dalle un nome.', members: 'Scegli almeno un relè.' },
		deleted: ['Qualcuno ha eliminato questa scena.', 'Con “Salva” ne crei una nuova con ciò che vedi qui.'],
		missing: 'Questa scena non c’è più.',
	},
	empty: {
		title: 'Ancora nessuna scena',
		text: 'Buonanotte, uscita di casa, tutte le pompe spente: scegli i relè una volta e comandali insieme dalla pagina Casa.',
		needsDevices: 'Le scene sono fatte dei relè dei tuoi dispositivi. Aggiungi prima un dispositivo.',
	},
	leave: (name) => ({
		title: name ? `Uscire da ${isolate(name)} senza salvare?` : 'Uscire da questa scena senza salvare?',
		action: 'Esci senza salvare',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Le modifiche vanno perse',
				text: 'Ciò che hai scelto qui non viene salvato.',
			},
		],
	}),
	remove: (name) => ({
		title: `Eliminare ${isolate(name)}?`,
		action: 'Elimina',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Sparisce da tutte le dashboard',
				text: 'I suoi relè andranno scelti di nuovo.',
			},
			{ icon: 'relay', bad: false, title: 'I relè restano come sono', text: 'Nessun dispositivo cambia.' },
		],
	}),
};
