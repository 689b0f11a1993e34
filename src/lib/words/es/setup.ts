import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords: Words['addWords'] = {
	close: 'Cerrar',
	leave: {
		title: '¿Salir sin añadir el dispositivo?',
		action: 'Salir',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Se pierde lo que escribiste',
				text: 'Después, añadir un dispositivo empieza por el primer paso.',
			},
		],
	},
	steps: ['Placa y nombre', 'Wi-Fi', 'Relés y pines', 'Sensor', 'Finalizar'],
	where: (step, of) => `Paso ${step} de ${of}`,
	stepsLabel: 'Pasos',
	back: 'Atrás',
	next: (step) => `Siguiente: ${step}`,
	board: 'Placa',
	chooseBoard: 'Elegir una placa',
	searchBoard: 'Buscar placas',
	noSuchBoard: 'Ninguna placa se llama así. Mira en «Otras placas»: tienen todos los pines de su chip.',
	changeBoard: 'Cambiar',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtual',
		module: 'Placas con pines libres',
		'relay-board': 'Placas de relés',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Otras placas',
	},
	boardHint: '¿No tienes una placa a mano? La placa virtual lo muestra todo, y este hub puede simularla.',
	name: 'Nombre',
	nameHint: 'Como lo llaman todos en casa, por ejemplo «Cuarto de calderas».',
	wifiLead: 'La placa se une a esta red. La contraseña va en el archivo de la placa.',
	passwordForgotten: 'Escribe la contraseña otra vez: se pierde al recargar la página.',
	relay: (n) => `Relé ${n}`,
	relayName: (n) => `Relé ${n}`,
	pin: 'Pin',
	wired: (pin, activeLow) => (activeLow ? `${pin}, activo a nivel bajo` : pin),
	logic: 'Lógica',
	activeHigh: 'Activo a nivel alto',
	activeLow: 'Activo a nivel bajo',
	logicHint:
		'Activo a nivel alto (o positiva): el relé está encendido mientras su pin está a nivel alto. Activo a nivel bajo (o negativa): está encendido mientras su pin está a nivel bajo, como en la mayoría de módulos de relés.',
	logicWhy: {
		own: (activeLow) =>
			activeLow
				? 'Los relés de esta placa son activos a nivel bajo.'
				: 'Los relés de esta placa son activos a nivel alto.',
		module: 'Aquí se elige activo a nivel bajo, porque así son casi todos los módulos de relés.',
		shield:
			'Aquí se elige activo a nivel bajo, porque así son casi todos los módulos de relés. El shield de relé hecho para la D1 mini es activo a nivel alto.',
		simulated: 'Con una placa simulada sirven los dos.',
	},
	logicLegend: (n) => `Lógica del relé ${n}`,
	removeRelay: (n) => `Quitar relé ${n}`,
	addRelay: 'Añadir relé',
	noPinLeft: 'No queda ningún pin adecuado en esta placa.',
	buttons: 'Botones',
	ownButton: (pin, relay) =>
		relay
			? `El botón de la propia placa (${pin}) acciona ${isolate(relay)}.`
			: `El botón de la propia placa (${pin}) solo se muestra.`,
	ownSwitch: (pin, relay) =>
		relay
			? `Un interruptor de pared en ${pin} acciona ${isolate(relay)}.`
			: `Un interruptor de pared en ${pin} solo se muestra.`,
	mostRelays: (most) => `Una placa tiene como máximo ${counted(most, { one: 'relé', other: 'relés' })}.`,
	problems: {
		name: 'Ponle un nombre.',
		relayName: 'Este relé necesita un nombre.',
		refused: (label) => `${label} no se puede usar para un relé.`,
		noSensor: (label) => `${label} no se puede usar para un sensor.`,
		nothing: 'Un dispositivo necesita al menos un relé o un sensor.',
	},
	boot: 'arranque',
	refused: 'rechazado',
	bootPin: (label) => `${label} es un pin de arranque.`,
	warnPin: (label) => `Ten cuidado con ${label}.`,
	useInstead: (label) => `Usar ${label}`,
	taken: (label, by) => `${label} ya lo usa ${isolate(by)}.`,
	keyRelay: 'Relé',
	keyFree: 'Libre',
	keyBoot: 'Pin de arranque: decide cómo arranca la placa',
	sensor: 'Sensor',
	noSensor: 'Ninguno',
	sensorPin: 'Pin de datos',
	sensors: {
		dht22: 'DHT22: temperatura y humedad',
		ds18b20: 'DS18B20: temperatura',
		sht3x: 'SHT3x: temperatura y humedad',
		bme280: 'BME280: temperatura, humedad y presión',
		virtual: 'Temperatura variable',
		dht11: 'DHT11: temperatura y humedad',
		sht4x: 'SHT4x: temperatura y humedad',
		bmp280: 'BMP280: temperatura y presión',
		bh1750: 'BH1750: luz',
	},
	finishLead:
		'Compruébalo otra vez. Un dispositivo pendiente espera su placa hasta 24 horas y pasa a «Mis dispositivos» en cuanto esta se conecta.',
	network: 'Wi-Fi',
	relays: 'Relés',
	nothing: 'Ninguno',
	make: 'Crear dispositivo pendiente',
};

export const setupWords: Words['setupWords'] = {
	title: 'Configura la placa',
	claimedTitle: 'Conectada',
	waiting: 'Esperando a la placa',
	waited: (asOf) => `Hasta dónde había llegado (${asOf})`,
	made: (code) => ['Dispositivo pendiente creado', `Su código es ${code}`, ''],
	seen: ['Placa detectada', 'Ha encontrado este hub', 'En cuanto encuentre este hub'],
	authenticated: ['Autenticada', 'Su clave es correcta', 'En cuanto se compruebe su clave'],
	claimed: ['Vinculada', 'Añadida a «Mis dispositivos»', 'Se hace automáticamente'],
	light: {
		title: 'Qué dice la luz de la placa',
		signs: [
			['Un destello y pausa', 'Busca su Wi-Fi.'],
			['Dos destellos y pausa', 'Está en la Wi-Fi y busca el hub.'],
			['Tres destellos y pausa', 'Ha encontrado el hub y espera a que la aceptes.'],
			['Cuatro destellos y pausa', 'El hub la rechaza: se eliminó, se revocó su token o caducó su clave.'],
			['Encendida cuatro segundos', 'Ha sido aceptada.'],
			['Parpadea muy rápido', 'Recibe firmware nuevo: no la desconectes.'],
			['Apagada', 'Está conectada.'],
		],
	},
	leave: 'Puedes salir de esta página. El dispositivo aparecerá solo en «Mis dispositivos».',
	toDevices: 'Ir a Mis dispositivos',
	play: {
		title: 'Ejecutarla en este hub',
		lead: 'El hub simula la placa hasta que se elimine su dispositivo.',
		action: 'Iniciar placa virtual',
		running: 'En marcha',
	},
	self: {
		title: 'Ejecutarla por tu cuenta',
		lead: 'En otra ventana, o en otro ordenador con este proyecto. Guarda el archivo en la carpeta del proyecto y ejecuta el comando.',
	},
	expired: 'Su clave ha caducado',
	awaiting: 'Su placa espera una decisión en «Dispositivos pendientes».',
	decide: 'Ir a la decisión',
	stepState: { done: 'Hecho', now: 'En curso', next: 'Por hacer' },
	file: {
		title: 'El archivo de la placa',
		lead: 'Todo lo que esta placa necesita para registrarse.',
		action: 'Descargar archivo',
	},
	secret: 'El archivo contiene la clave de registro y, si la hay, la contraseña del Wi-Fi. No lo compartas.',
	command: 'Comando',
	copy: 'Copiar el comando',
	copied: 'Copiado.',
	gone: 'Ya no está pendiente',
	goneWhy: 'Se vinculó, se eliminó, o su placa espera una decisión en «Dispositivos pendientes».',
	done: (name) => `${isolate(name)} ya está en «Mis dispositivos».`,
};
