import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'No se eligió ningún puerto.',
		'Si no había ninguno en la lista, prueba otro cable: muchos solo cargan. Los chips CH340 y CP210x necesitan un controlador en Windows y macOS.',
	],
	'port-busy': () => [
		'No se pudo abrir el puerto.',
		'Lo usa otro programa: cierra los monitores serie y otras pestañas. En Linux, tu usuario debe estar en el grupo dialout.',
	],
	'no-answer': () => [
		'La placa no responde.',
		'Mantén pulsado su botón BOOT o FLASH (en módulos sueltos: IO0 a masa), pulsa RST e inténtalo de nuevo.',
	],
	'wrong-chip': (found, chip) => [
		found ? `Este chip es un ${found}, pero el firmware es para un ${chip}.` : `Este chip no es un ${chip}.`,
		'No se escribió nada. Conecta la otra placa, o crea un dispositivo pendiente nuevo para esta.',
	],
	cable: () => [
		'Se soltó el cable, o la placa se quedó sin corriente.',
		'La placa no está rota: su cargador no se puede sobrescribir. Conéctala otra vez y empieza desde el principio.',
	],
	stopped: () => ['Lo has detenido.', 'La placa no está rota, pero no arranca hasta que se grabe por completo.'],
	download: (name) => [
		name ? `${name}: no se pudo descargar completo del hub.` : 'No se pudo descargar el firmware completo del hub.',
		'No se escribió nada. Empieza de nuevo cuando haya conexión con el hub.',
	],
	'not-verified': () => [
		'La memoria flash no contiene lo que se escribió.',
		'Inténtalo de nuevo; si sigue igual, prueba otro cable u otro puerto USB. La memoria de una placa vieja puede estar gastada.',
	],
	other: (detail) => ['La grabación falló.', detail ? `El cargador dice: ${detail}` : 'Empieza desde el principio.'],
};

const troubles: Record<Trouble, [what: string, then: string]> = {
	'wifi-password': [
		'La red Wi-Fi no la deja entrar.',
		'Escribe abajo la contraseña correcta. No hace falta grabarla de nuevo.',
	],
	'wifi-missing': [
		'No encuentra la red Wi-Fi.',
		'¿Está dentro del alcance, y es de 2,4 GHz? Elige abajo una que esté al alcance.',
	],
	'no-config': ['No encuentra su archivo de configuración.', 'Grábala otra vez desde el principio.'],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'En este navegador, por USB',
		lead: 'Conecta la placa con un cable que transmita datos. El firmware y la configuración se graban de una vez.',
		keep: 'No sueltes el cable ni cierres esta página.',
		start: 'Elegir puerto y grabar',
		again: 'Reintentar',
		version: (version) => `Firmware ${version}`,
		choosing: 'Elige el puerto de la placa en la ventana del navegador.',
		connecting: 'Despertando el cargador de la placa',
		connectingHint: 'Unos segundos. Si no avanza, mantén pulsado el botón BOOT o FLASH.',
		writing: (done, total) => `Grabando, ${kilobytes(done)} de ${kilobytes(total)} kB`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Calculando…' : `Faltan unos ${Math.ceil(ms / 1_000)} s`),
		label: 'Grabación',
		cancel: 'Cancelar',
		leave: {
			title: '¿Dejar de grabar el firmware?',
			action: 'Dejar de grabar',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'El firmware queda grabado solo en parte',
					text: 'La placa no arranca hasta que se grabe de nuevo. No está rota.',
				},
			],
		},
		found: (code) => `Placa ${code}`,
		written: 'Grabado y verificado',
		writtenLead: 'La placa ha arrancado. Su registro, aquí abajo, muestra lo que hace.',
		more: 'Grabarla otra vez',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: troubles,
	},
	log: {
		title: 'Lo que dice la placa',
		label: 'Líneas del registro serie de la placa',
		none: 'Aún nada.',
		ended: 'Se perdió la conexión, así que el registro acaba aquí. El hub sigue mostrando los pasos.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Este navegador no tiene acceso a los puertos USB.',
			`Chrome, Edge y Opera en un ordenador sí, y Firefox desde la versión 151; Safari y los móviles, no. Abre esta página allí${ways ? ', o usa una de las opciones de abajo' : ''}.`,
		],
		'not-secure': () => [
			'El navegador no da acceso a los puertos USB a una página cargada por HTTP sin cifrar.',
			'Un propietario puede activar HTTPS en Ajustes. O ejecuta esto en un terminal de este ordenador, déjalo abierto,',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} USUARIO@${host}`,
	tunnelThen: 'y abre',
	noImage: 'Aquí no hay firmware listo.',
	noImageThen: {
		pack: (file) => `El firmware de todas las placas viene en un solo archivo, el paquete de esta versión: ${file}.`,
		add: 'Añadirlo en los ajustes',
		askOwner: 'Un propietario lo añade en los ajustes, en «Firmware».',
		project: 'O compílalo en tu ordenador con el proyecto de abajo.',
		nothing: 'Una placa cuyo firmware habla Mooring Link v2 acepta su archivo de configuración tal cual.',
	},
	files: {
		title: 'Archivos para esptool',
		lead: 'Guárdalos todos en una carpeta y ejecuta allí un comando. Necesita esptool 5: pip install esptool.',
		download: (name) => `Descargar ${name}`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Proyecto .zip',
		lead: 'Para PlatformIO: se compila tal cual, y su README explica los tres pasos.',
	},
	secret: (project) =>
		project
			? 'El archivo de configuración y el único archivo de la carpeta «secrets» del proyecto contienen la contraseña de tu Wi-Fi y la clave de registro. No los compartas.'
			: 'El archivo que termina en .mooring contiene la contraseña de tu Wi-Fi y la clave de registro. No lo compartas.',
	looking: 'Buscando una imagen…',
	steps: {
		flashed: ['Grabada', 'Tiene el firmware y la configuración', 'Por USB, o con los archivos'],
		withProject: 'Con el proyecto',
		configured: ['Archivo de configuración en ella', 'La placa lo ha aceptado', 'Dale el archivo de configuración'],
		wifi: ['En la red Wi-Fi', 'Se ha unido a tu red', 'Se une a tu red por sí sola'],
		hub: ['Hub encontrado', 'Ha encontrado este hub', 'En cuanto encuentre este hub'],
		writing: (done) => `Grabando, ${percent(done)}`,
	},
	pads: {
		RST: 'Reinicio',
		EN: 'Activación',
		A0: 'Analógico',
		'3V3': 'Corriente',
		'5V': 'Corriente',
		VIN: 'Corriente',
		G: 'Masa',
		RSV: 'Sin uso',
		SD0: 'Flash',
		SD1: 'Flash',
		SD2: 'Flash',
		SD3: 'Flash',
		CMD: 'Flash',
		CLK: 'Flash',
		D0: 'Flash',
		D1: 'Flash',
		D2: 'Flash',
		D3: 'Flash',
	},
	/** heading of how to open and flash a board */
	opening: 'Abrirla y conectarla',
	drawing: (board, lit, boot) =>
		[`Dibujo de ${board}.`, `Iluminado: ${lit || 'aún nada'}.`, boot && `Pines de arranque: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'Pin SDA',
		scl: 'Pin SCL',
		second: (pin) => `${pin} no puede ser los dos pines del sensor.`,
	},
};
