import type { Words } from '$lib/words/all-words.ts';

/** How the dashboard speaks to a person: a part of their account, and the language before the sign-in. */
export const preferencesWords: Words['preferencesWords'] = {
	title: 'Idioma y formatos',
	lead: 'Solo para ti, en todos tus dispositivos.',
	language: 'Idioma',
	browsers: 'El del navegador',
	auto: 'Automático',
	clock: 'Reloj',
	hours: { 24: '24 horas', 12: '12 horas' },
	weekStart: 'La semana empieza en',
	temperature: 'Temperaturas',
	hint: '«Automático» sigue los ajustes de tu navegador. El historial descargado queda en °C.',
};
