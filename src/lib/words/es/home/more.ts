import type { Words } from '$lib/words/all-words.ts';

/** The page of what the dock has no room for. */
export const moreWords: Words['moreWords'] = {
	title: 'Más',
	people: 'Personas',
	peopleHint: 'Quién puede ver y controlar qué',
	settings: 'Ajustes',
	settingsHint: 'Hora, copias de seguridad, HTTPS, actualizaciones',
	add: 'Añadir dispositivo',
	addHint: 'Una placa real o una simulada',
	wall: 'Panel de pared',
	wallHint: '«Inicio» en una tableta en la pared',
	scenes: 'Escenas',
	scenesHint: 'Varios relés con un toque',
	account: 'Tu cuenta',
	accountHint: 'Contraseña, segundo factor, tokens',
	language: 'Idioma y formatos',
	languageHint: 'Hora, semana, °C o °F',
};
