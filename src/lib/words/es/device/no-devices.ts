import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Ten a mano una placa y la contraseña de tu Wi-Fi, o pruébalo todo antes sin placa.',
	virtual: 'Probar con una placa virtual',
	steps: [
		['Describe la placa', 'Ponle un nombre y elige sus relés y pines. Mooring crea su clave de registro.'],
		['Dale su archivo', 'La placa recibe el archivo que descargas y encuentra el hub.'],
		['Úsala', 'Se conecta, se vincula a tu cuenta y aparece aquí por sí sola.'],
	],
};
