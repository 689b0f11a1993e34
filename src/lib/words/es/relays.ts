import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'programación',
	countdown: () => 'fin del temporizador',
	'auto-off': () => 'tiempo máximo alcanzado',
	pulse: (on) => (on ? 'pulso' : 'fin del pulso'),
	interlock: () => 'enclavamiento',
	input: () => 'interruptor de pared',
	boot: () => 'desde el arranque',
};

/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}

const failures = {
	'no-answer': (seconds: number) => `Sin respuesta en ${seconds} s.`,
	'link-lost': () => 'Se perdió la conexión.',
	refused: () => 'No se hizo.',
};

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Enviado, esperando a la placa',
	lastKnown: (on) => (on === null ? 'Aún no se sabe su estado' : `Último estado: ${on ? 'encendido' : 'apagado'}`),
	failed: (why, on, seconds) =>
		`${failures[why](seconds)} ${on === null ? 'No se sabe su estado.' : `Sigue ${on ? 'encendido' : 'apagado'}.`}`,
	state: (on, cause, by, when = '') =>
		[on ? 'Encendido' : 'Apagado', why(on, cause, by, when)].filter(Boolean).join(' · '),
	held: (seconds) => `Espera al otro relé, ${seconds} s`,
	pulse: (by, when) => ['Pulsado', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Encendido un momento',
	push: 'Pulsar',
	offIn: (left) => `Encendido · se apaga en ${left}`,
};
