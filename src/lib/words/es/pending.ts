import type { ConflictReason } from '$protocol/dashboard/pending.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const UNTIL_CLAIMED = 'No acepta órdenes hasta que un propietario la vincule.';

const reasons: Record<ConflictReason, (deviceName?: string) => [what: string, then: string]> = {
	expired: () => ['Su clave de registro ha caducado.', `La placa se conectó demasiado tarde. ${UNTIL_CLAIMED}`],
	'used-by-another-board': () => ['Otra placa ya usó esta clave.', `Está conectada. ${UNTIL_CLAIMED}`],
	'known-board': (deviceName) => [
		deviceName ? `Esta placa ya es ${isolate(deviceName)}.` : 'Esta placa ya se vinculó antes.',
		'Se configuró otra vez. Un propietario puede sustituir ese dispositivo por ella, o añadirla como uno nuevo.',
	],
	'owner-gone': () => ['La persona que la configuró ya no tiene cuenta.', UNTIL_CLAIMED],
	'owner-may-not': () => ['La persona que la configuró ya no puede añadir dispositivos.', UNTIL_CLAIMED],
};

/** Pending devices, and the questions before one is deleted or a board rejected. */
export const pendingWords: Words['pendingWords'] = {
	title: 'Dispositivos pendientes',
	lead: 'Un dispositivo se vincula solo cuando su placa se conecta. Solo un conflicto espera a un propietario.',
	ready: 'Listo',
	notSeen: 'El hub está listo. La placa aún no se ha conectado.',
	expiresSoon: 'Caduca pronto',
	expired: 'Caducado',
	awaiting: 'Por vincular',
	code: 'Código',
	board: 'Placa',
	mac: 'MAC',
	ip: 'IP',
	created: 'Creado',
	expiresIn: 'Caduca en',
	expiresAt: 'Caducaba',
	setUp: 'Configurar placa',
	running: 'Este hub simula su placa.',
	notInTime: '¿No dio tiempo a configurarla? Crea una clave nueva; todo lo demás se conserva.',
	renew: 'Crear clave nueva',
	renewed: (name) => `${isolate(name)} tiene una clave nueva, válida durante 24 horas.`,
	claim: 'Vincular dispositivo',
	reject: 'Rechazar',
	lineLost: 'La placa perdió la conexión. Se vuelve a conectar sola.',
	forDevice: {
		regenerate: (name) => `Firmware nuevo para ${isolate(name)}. Conserva el nombre, el historial y los ajustes.`,
		upgrade: (name) => `Secure v2 para ${isolate(name)}. Conserva el nombre y el historial.`,
	},
	reason: (reason, deviceName) => reasons[reason](deviceName),
	deleteQuestion: (name) => ({
		title: `¿Eliminar ${isolate(name)}, aún pendiente?`,
		action: 'Eliminar pendiente',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Su clave de registro deja de funcionar al momento',
				text: 'Una placa configurada con ella no puede conectarse.',
			},
			{
				icon: 'trash',
				bad: true,
				title: 'Se pierde el plan',
				text: 'Hay que volver a introducir el nombre, los relés y los pines.',
			},
		],
	}),
	rejectQuestion: (name) => ({
		title: '¿Rechazar esta placa?',
		action: 'Rechazar',
		what: [
			{ icon: 'unlink', bad: true, title: 'Se desconecta', text: `No se vincula como ${isolate(name)}.` },
			{
				icon: 'clock',
				bad: false,
				title: 'Volverá a pedirlo',
				text: 'La placa conserva su clave y lo intenta de nuevo, cada vez menos a menudo.',
			},
		],
	}),
};
