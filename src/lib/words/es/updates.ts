import type { UpdateView } from '$protocol/dashboard/updates.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { percent } from '$lib/words/format/numbers.ts';

/** Under 40 characters, so that it fits on one line of a card. */
function stateOf({ state, version }: UpdateView, away: boolean): string {
	switch (state) {
		case 'waiting':
			return away ? 'La actualización espera a la placa' : 'Espera su actualización';
		case 'sending':
			return away ? 'En pausa: la placa está ausente' : `Actualizando a ${version}`;
		case 'checking':
			return `Comprobando ${version}`;
		case 'restarting':
			return `Iniciando ${version}`;
		case 'done':
			return `Actualizado a ${version}`;
		case 'failed':
			return 'La actualización falló';
		case 'skipped':
			return 'Actualización omitida';
	}
}

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Actualizaciones de las placas',
	lead: 'Una placa tras otra, por la conexión cifrada. Una placa está lista cuando vuelve aquí con su firmware nuevo.',
	none: 'Este hub no tiene firmware más nuevo que el de sus placas.',
	looking: 'Buscando firmware más nuevo…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Un relé está encendido',
	fallsBack: 'Un ESP32 vuelve por sí solo a su firmware anterior si el nuevo no llega a este hub.',
	noFallBack: 'Un ESP8266 no tiene un segundo lugar para el firmware: uno malo hay que sustituirlo por cable.',
	evenIfOn: 'También las placas con un relé encendido',
	evenIfOnHint: 'Si no, se omiten. El relé se apaga mientras su placa se reinicia y luego vuelve a encenderse.',
	choose: 'Elegir',
	all: 'Todas',
	onlyFailed: 'Solo las fallidas',
	noneChosen: 'Ninguna',
	chosen: (count, of) => `${count} de ${of} elegidas`,
	updateAll: (count) => (count === 1 ? 'Actualizar 1 placa' : `Actualizar ${count} placas`),
	stop: 'Parar después de esta',
	running: 'Últimas actualizaciones',

	offer: (newest) => `Actualizar a ${newest}`,
	again: (newest) => `Reintentar ${newest}`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `¿Actualizar ${isolate(name)}?`,
		action: 'Actualizar',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `De ${running} a ${newest}`,
				text: 'Por la conexión cifrada, en uno o dos minutos. La placa sigue funcionando hasta que inicia el nuevo.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `${on.length === 1 ? 'Encendido' : 'Encendidos'}: ${on.map(isolate).join(', ')}`,
						text: 'Se apaga mientras la placa se reinicia y luego vuelve a encenderse.',
					}
				: {
						icon: 'relay',
						bad: false,
						title: 'Ningún relé se mueve',
						text: 'Todos están apagados y así se quedan.',
					},
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Puede volver atrás',
						text: 'Si el firmware nuevo no llega a este hub, la placa vuelve al anterior.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'No puede volver atrás por sí sola',
						text: 'Un ESP8266 no tiene un segundo lugar para el firmware: uno malo hay que sustituirlo por cable.',
					},
			{
				icon: 'shield',
				bad: false,
				title: 'El token y los ajustes se conservan',
				text: 'Después es el mismo dispositivo.',
			},
		],
	}),

	state: stateOf,
	stateThen: (update, asOf) => (isUnderWay(update) ? `Actualización en curso (${asOf})` : stateOf(update, false)),
	percent: (done) => percent(done),
};
