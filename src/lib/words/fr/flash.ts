import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'Aucun port n’a été choisi.',
		'Si aucun n’était proposé : essayez un autre câble, beaucoup ne font que charger. Les puces CH340 et CP210x demandent un pilote sous Windows et macOS.',
	],
	'port-busy': () => [
		'Impossible d’ouvrir le port.',
		'Un autre programme l’utilise : fermez les moniteurs série et les autres onglets. Sous Linux, votre utilisateur doit être dans le groupe dialout.',
	],
	'no-answer': () => [
		'La carte ne répond pas.',
		'Maintenez son bouton BOOT ou FLASH (sur les modules nus : IO0 à la masse), appuyez sur RST, et réessayez.',
	],
	'wrong-chip': (found, chip) => [
		found ? `C’est une puce ${found}, mais le firmware est pour une ${chip}.` : `Cette puce n’est pas une ${chip}.`,
		'Rien n’a été écrit. Branchez l’autre carte, ou créez un nouvel appareil en attente pour celle-ci.',
	],
	cable: () => [
		'Le câble a été débranché, ou la carte n’est plus alimentée.',
		'La carte n’est pas cassée : son chargeur ne peut pas être effacé. Rebranchez-la et recommencez depuis le début.',
	],
	stopped: () => [
		'Vous avez arrêté.',
		'La carte n’est pas cassée, mais elle ne démarrera pas avant d’être flashée jusqu’au bout.',
	],
	download: (name) => [
		name
			? `Impossible de récupérer ${name} en entier depuis le hub.`
			: 'Impossible de récupérer le firmware en entier depuis le hub.',
		'Rien n’a été écrit. Recommencez quand le hub sera joignable.',
	],
	'not-verified': () => [
		'La mémoire flash ne contient pas ce qui a été écrit.',
		'Réessayez ; si cela continue, essayez un autre câble ou un autre port USB. La mémoire flash d’une vieille carte peut être usée.',
	],
	other: (detail) => [
		'Le flashage a échoué.',
		detail ? `Message du chargeur : ${detail}` : 'Recommencez depuis le début.',
	],
};

const troubles: Record<Trouble, [what: string, then: string]> = {
	'wifi-password': [
		'Le Wi-Fi la refuse.',
		'Saisissez le bon mot de passe ci-dessous. Il n’est pas nécessaire de reflasher.',
	],
	'wifi-missing': [
		'Elle ne trouve pas le Wi-Fi.',
		'Est-il à portée, et en 2,4 GHz ? Choisissez ci-dessous un réseau à portée.',
	],
	'no-config': ['Elle ne trouve pas son fichier de configuration.', 'Flashez-la encore une fois depuis le début.'],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'Dans ce navigateur, par USB',
		lead: 'Branchez la carte avec un câble qui transmet les données. Firmware et configuration sont écrits en une fois.',
		keep: 'Laissez le câble branché et cette page ouverte.',
		start: 'Choisir le port et flasher',
		again: 'Réessayer',
		version: (version) => `Firmware ${version}`,
		choosing: 'Choisissez le port de la carte dans la fenêtre du navigateur.',
		connecting: 'Réveil du chargeur de la carte',
		connectingHint: 'Quelques secondes. Si cela dure, maintenez le bouton BOOT ou FLASH.',
		writing: (done, total) => `Écriture, ${kilobytes(done)} sur ${kilobytes(total)} ko`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Estimation…' : `Encore ${Math.ceil(ms / 1_000)} s environ`),
		label: 'Flashage',
		cancel: 'Annuler',
		leave: {
			title: 'Arrêter l’écriture du firmware ?',
			action: 'Arrêter l’écriture',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'Le firmware n’est écrit qu’en partie',
					text: 'La carte ne démarre pas avant d’être flashée à nouveau. Elle n’est pas cassée.',
				},
			],
		},
		found: (code) => `Carte ${code}`,
		written: 'Écrit et vérifié',
		writtenLead: 'La carte a démarré. Son journal ci-dessous montre ce qu’elle fait.',
		more: 'Flasher encore une fois',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: troubles,
	},
	log: {
		title: 'Ce que dit la carte',
		label: 'Lignes du journal série de la carte',
		none: 'Rien pour l’instant.',
		ended: 'La connexion est perdue, le journal s’arrête donc ici. Le hub affiche toujours les étapes.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Ce navigateur n’a pas accès aux ports USB.',
			`Chrome, Edge et Opera sur un ordinateur y ont accès, et Firefox à partir de la version 151 ; pas Safari ni les téléphones. Ouvrez cette page là-bas${ways ? ', ou prenez l’une des solutions ci-dessous' : ''}.`,
		],
		'not-secure': () => [
			'Le navigateur ne donne aucun port USB à une page chargée par simple HTTP.',
			'Un propriétaire peut activer HTTPS dans Paramètres. Ou exécutez ceci dans un terminal sur cet ordinateur, laissez-le ouvert,',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} UTILISATEUR@${host}`,
	tunnelThen: 'et ouvrez',
	noImage: 'Pas de firmware prêt ici.',
	noImageThen: {
		pack: (file) => `Le firmware de toutes les cartes vient en un seul fichier, le paquet de cette version : ${file}.`,
		add: 'L’ajouter dans les paramètres',
		askOwner: 'Un propriétaire l’ajoute dans les paramètres, sous « Firmware ».',
		project: 'Ou construisez-le sur votre ordinateur, avec le projet ci-dessous.',
		nothing: 'Une carte dont le firmware parle Mooring Link v2 prend son fichier de configuration tel quel.',
	},
	files: {
		title: 'Fichiers pour esptool',
		lead: 'Enregistrez-les tous dans un même dossier, puis exécutez-y une commande. Il faut esptool 5 : pip install esptool.',
		download: (name) => `Télécharger ${name}`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} o` : `${kilobytes(bytes)} ko`),
	},
	project: {
		title: 'Projet .zip',
		lead: 'Pour PlatformIO : se construit tel quel, et son README explique les trois étapes.',
	},
	secret: (project) =>
		project
			? 'Le fichier de configuration, et l’unique fichier du dossier « secrets » du projet, contiennent votre mot de passe Wi-Fi et la clé d’enregistrement. Ne les partagez pas.'
			: 'Le fichier qui se termine par .mooring contient votre mot de passe Wi-Fi et la clé d’enregistrement. Ne le partagez pas.',
	looking: 'Recherche d’une image…',
	steps: {
		flashed: ['Flashée', 'Firmware et configuration sont dessus', 'Par USB, ou avec les fichiers'],
		withProject: 'Avec le projet',
		configured: ['Fichier de configuration dessus', 'La carte l’a pris', 'Donnez-lui le fichier de configuration'],
		wifi: ['Sur le Wi-Fi', 'Elle a rejoint votre réseau', 'Rejoint votre réseau toute seule'],
		hub: ['Hub trouvé', 'Elle a trouvé ce hub', 'Dès qu’elle trouve ce hub'],
		writing: (done) => `Écriture, ${percent(done)}`,
	},
	pads: {
		RST: 'Réinit.',
		EN: 'Activation',
		A0: 'Analogique',
		'3V3': 'Alim.',
		'5V': 'Alim.',
		VIN: 'Alim.',
		G: 'Masse',
		RSV: 'Inutilisée',
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
	opening: 'L’ouvrir et la brancher',
	drawing: (board, lit, boot) =>
		[
			`Dessin de la carte ${board}.`,
			`En surbrillance : ${lit || 'rien encore'}.`,
			boot && `Broches de démarrage : ${boot}.`,
		]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'Broche SDA',
		scl: 'Broche SCL',
		second: (pin) => `${pin} ne peut pas être les deux broches du capteur.`,
	},
};
