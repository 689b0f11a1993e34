import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Conexión segura',
	lead: 'Con HTTPS, nadie en tu red puede leer contraseñas ni ver qué se enciende. Además, los navegadores permiten instalar esto como app, encontrar tu ubicación y grabar por USB.',
	off: 'Este hub se abre por HTTP sin cifrar.',
	own: 'Este hub tiene un certificado tuyo, indicado en su configuración.',
	authority: 'Este hub tiene su propia autoridad de certificación. Cada dispositivo debe confiar en ella una vez.',
	address: 'Dirección',
	name: 'Nombre de su autoridad',
	fingerprint: 'Huella SHA-256',
	until: 'Válido hasta',
	turnOn: 'Activar HTTPS…',
	turnOff: 'Desactivar HTTPS…',
	looking: 'Buscando…',
	otherDevices: 'Otros dispositivos',
	otherDevicesHow: 'Escanea esto con un móvil o una tableta que aún no confíe en el hub. La página te guía.',
	qr: 'Código QR de la página que explica cómo confiar en este hub',
	addressQr: 'Código QR de la dirección segura de este hub',
	copy: 'Copiar la dirección',
	copied: 'Dirección copiada.',
	askOn: {
		title: '¿Activar HTTPS?',
		action: 'Activar HTTPS',
		what: [
			{
				icon: 'exit',
				bad: true,
				title: 'Todos vuelven a iniciar sesión',
				text: 'Tú también, en la dirección nueva.',
			},
			{
				icon: 'devices',
				bad: true,
				title: 'Cada móvil y ordenador debe confiar en el hub una vez',
				text: 'Una página te guía; son dos minutos. Hasta entonces, el navegador muestra un aviso.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Los atajos y programas necesitan la dirección nueva',
				text: 'El hub deja de aceptar sus tokens por HTTP sin cifrar.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Las placas no se tocan',
				text: 'Su conexión siempre ha estado cifrada.',
			},
		],
	},
	askOff: {
		title: '¿Desactivar HTTPS?',
		action: 'Desactivar HTTPS',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'Otros en tu red pueden escuchar',
				text: 'Las contraseñas y las órdenes se envían sin cifrar.',
			},
			{
				icon: 'exit',
				bad: true,
				title: 'Todos vuelven a iniciar sesión',
				text: 'En la dirección que empieza por http://.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Los dispositivos siguen confiando en el hub',
				text: 'Su autoridad se guarda por si vuelves a activar HTTPS.',
			},
		],
	},
	trust: {
		title: 'Confiar en este hub',
		checking: 'Comprobando si este navegador confía en el hub…',
		lead: 'Este hub crea su propio certificado. Confía en él una vez en este dispositivo y el navegador dejará de avisarte.',
		limits:
			'Solo puede responder por nombres que terminan en .local o .home.arpa y por direcciones de tu casa, nunca por un banco.',
		platform: 'Tu dispositivo',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Descargar el certificado',
		compare: 'Compara antes de confiar',
		compareHow:
			'Tu dispositivo muestra una huella. Debe ser esta, y la misma que en un dispositivo que ya confía en el hub (Ajustes) o en el registro del propio hub. Si es distinta, alguien está entre tú y el hub: no sigas.',
		check: 'Comprobar de nuevo',
		notYet: 'Este navegador aún no confía en el hub.',
		works: 'Este navegador confía en el hub.',
		open: 'Abrir el hub de forma segura',
		nothing: 'Aquí no hay nada en que confiar',
		nothingOff: 'HTTPS está desactivado. El propietario lo activa en Ajustes.',
		nothingOwn: 'Este hub tiene un certificado en el que los navegadores ya confían.',
		back: 'Abrir el hub',
		anyway: 'Seguir sin confiar: el navegador te avisará cada vez.',
		steps: {
			ios: [
				'Abre esta página en Safari, toca «Descargar el certificado» y permite el perfil.',
				'Abre Ajustes. Arriba aparece «Perfil descargado»: tócalo, compara la huella en «Más detalles» y toca «Instalar».',
				'En Ajustes, abre «General», «Información», «Ajustes de confianza de los certificados» y activa el interruptor junto al nombre de arriba.',
			],
			android: [
				'Toca «Descargar el certificado». Si el navegador pregunta, conserva el archivo.',
				'Abre Ajustes y busca «Certificado de CA» (Seguridad, Cifrado y credenciales, Instalar un certificado). Toca «Instalar de todos modos» y elige mooring.crt.',
				'En «Credenciales de confianza», «Usuario», toca el nombre de arriba y compara la huella.',
			],
			windows: [
				'Descarga el archivo. En PowerShell, Get-FileHash mooring.crt muestra su huella: compárala.',
				'Abre el archivo y elige «Instalar certificado», «Usuario actual», «Colocar todos los certificados en el siguiente almacén», «Entidades de certificación raíz de confianza».',
				'Confirma la advertencia de seguridad y reinicia el navegador.',
			],
			mac: [
				'Descarga el archivo y ábrelo. Acceso a Llaveros pregunta dónde guardarlo: elige «inicio de sesión».',
				'Busca el nombre de arriba en Acceso a Llaveros, ábrelo y compara la huella al final de sus detalles.',
				'En «Confiar», elige «Confiar siempre», cierra la ventana e introduce tu contraseña.',
			],
			linux: [
				'Firefox: abre Ajustes, Privacidad y seguridad, Ver certificados, Autoridades, Importar, y elige mooring.crt. «Ver» muestra la huella: compárala.',
				'Marca «Confiar en esta CA para identificar sitios web».',
				'Chrome y Chromium: sha256sum mooring.crt muestra la huella. Después ejecuta: certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (paquete libnss3-tools).',
			],
		},
	},
};
