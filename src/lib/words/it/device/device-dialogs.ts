import type { Words } from '$lib/words/all-words.ts';
import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'I relè restano come sono',
	text: relays ? `${relays}.` : 'La scheda continua con le proprie regole.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Sparisce anche la sua scheda virtuale',
			text: 'Questo hub smette di simularla.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Il suo token legacy smette subito di valere',
			text: 'L’hub risponderà di non conoscerlo, alla scheda e a chiunque altro lo usi.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Per tornare serve riscrivere il firmware',
		text: 'Il suo token smette di valere: la scheda non può riconnettersi.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} di ${isolate(person)}`;
		return isLast ? `${token}, che poi non comanda più nulla` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; e altri ${of.more}` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Gli altri loro permessi restano.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many
				? 'Alcuni token API perdono i relè di questo dispositivo'
				: 'Un token API perde i relè di questo dispositivo',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `Rigenerare il token di ${isolate(name)}?`,
		action: 'Rigenera senza scollegare',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Un nuovo token con la connessione cifrata',
				text: 'La scheda lo prende subito, senza riscrivere il firmware.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Quello vecchio smette di valere quando il nuovo si è connesso',
				text: 'Fino ad allora vale ancora: la scheda non può restare fuori.',
			},
			{ icon: 'relay', bad: false, title: 'Nessun relè si muove', text: 'Nome, cronologia e impostazioni restano.' },
		],
	}),
	instead: 'Qualcuno potrebbe conoscere il vecchio token, o la scheda è nuova?',
	insteadLink: 'Crea invece un nuovo firmware',
	regenerate: (name) => ({
		title: `Creare un nuovo firmware per ${isolate(name)}?`,
		action: 'Rigenera token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Il vecchio token smette subito di valere',
				text: 'La scheda viene scollegata e con quello non può riconnettersi.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Serve riscrivere il firmware',
				text: 'Ricevi una nuova chiave di registrazione, valida 24 ore, e il nuovo file della scheda.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Nome, cronologia e impostazioni restano',
				text: 'Torna a essere lo stesso dispositivo.',
			},
		],
	}),
	revoke: (name, relays) => ({
		title: `Revocare il token di ${isolate(name)}?`,
		action: 'Revoca token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Scollegato subito',
				text: 'Da qui nessuno può più comandarlo. Neanche una scheda assente può tornare.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Per tornare serve riscrivere il firmware',
				text: 'Non può riconnettersi finché non crei un nuovo firmware.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'Nome e cronologia restano',
				text: 'Il dispositivo resta in “I miei dispositivi”, senza scheda.',
			},
		],
	}),
	milder: ['Vuoi solo un nuovo token?', 'Rigenera token', 'lascia la scheda connessa.'],
	relayIs: (name, on) => `${isolate(name)}: ${on ? 'acceso' : 'spento'}`,
	upgrade: (name) => ({
		title: `Passare ${isolate(name)} a Secure v2?`,
		action: 'Passa a Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Serve riscrivere il firmware',
				text: 'Ricevi una chiave di registrazione, valida 24 ore, e il nuovo file della scheda.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Fino ad allora vale il token di polling',
				text: 'Smette di valere appena la scheda si è connessa con Secure v2.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'Nome e cronologia restano',
				text: 'Torna a essere lo stesso dispositivo.',
			},
		],
	}),
	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `Eliminare ${isolate(name)}?`,
		action: 'Elimina dispositivo',
		what: [
			{ icon: 'unlink', bad: true, title: 'Scollegato subito', text: 'Da qui nessuno può più comandarlo.' },
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'La sua cronologia viene eliminata',
				text: 'Nome, impostazioni, misure e log spariscono per sempre.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name) => ({
		title: `Riavviare ${isolate(name)}?`,
		action: 'Riavvia',
		what: [
			{ icon: 'power', bad: true, title: 'Assente per qualche secondo', text: 'Torna da solo.' },
			{
				icon: 'relay',
				bad: false,
				title: 'I relè tornano come sono adesso',
				text: 'I contatti possono cadere per un attimo mentre il chip è in reset.',
			},
		],
	}),
	removeRelay: (name) => ({
		title: `Rimuovere il relè ${isolate(name)}?`,
		action: 'Rimuovi relè',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'Spariscono anche i suoi programmi',
				text: 'I suoi interruttori a muro non comandano più nulla.',
			},
			{ icon: 'play', bad: true, title: 'Esce dalle sue scene', text: '“Annulla” non lo ripristina.' },
			{ icon: 'check', bad: false, title: 'Solo quando salvi', text: 'Con “Scarta” ritorna.' },
		],
	}),
};
