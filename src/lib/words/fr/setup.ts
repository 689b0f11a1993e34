import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wizard that adds a device. */
export const addWords: Words['addWords'] = {
	close: 'Fermer',
	leave: {
		title: 'Quitter sans ajouter l’appareil ?',
		action: 'Quitter',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Votre saisie est perdue',
				text: 'L’ajout d’un appareil recommence alors à sa première étape.',
			},
		],
	},
	steps: ['Carte et nom', 'Wi-Fi', 'Relais et broches', 'Capteur', 'Fin'],
	where: (step, of) => `Étape ${step} sur ${of}`,
	stepsLabel: 'Étapes',
	back: 'Retour',
	next: (step) => `Suivant : ${step}`,
	board: 'Carte',
	chooseBoard: 'Choisir une carte',
	searchBoard: 'Chercher une carte',
	noSuchBoard: 'Aucune carte ne porte ce nom. Voyez « Autres cartes » : elles ont toutes les broches de leur puce.',
	changeBoard: 'Changer',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtuelle',
		module: 'Cartes à broches libres',
		'relay-board': 'Cartes de relais',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Autres cartes',
	},
	boardHint: 'Pas de carte sous la main ? La carte virtuelle montre tout, et ce hub peut la simuler.',
	name: 'Nom',
	nameHint: 'Celui que tout le foyer emploie, par exemple « Chaufferie ».',
	wifiLead: 'La carte rejoint ce réseau. Son mot de passe va dans le fichier de la carte.',
	passwordForgotten: 'Saisissez encore une fois le mot de passe : il est perdu quand la page est rechargée.',
	relay: (n) => `Relais ${n}`,
	relayName: (n) => `Relais ${n}`,
	pin: 'Broche',
	wired: (pin, activeLow) => (activeLow ? `${pin}, actif à l’état bas` : pin),
	logic: 'Logique',
	activeHigh: 'Actif à l’état haut',
	activeLow: 'Actif à l’état bas',
	logicHint:
		'Actif à l’état haut (aussi appelé positif) : le relais est allumé quand sa broche est à l’état haut. Actif à l’état bas (négatif) : il est allumé quand sa broche est à l’état bas, comme sur la plupart des cartes de relais.',
	logicWhy: {
		own: (activeLow) =>
			activeLow
				? 'Les relais de cette carte sont actifs à l’état bas.'
				: 'Les relais de cette carte sont actifs à l’état haut.',
		module: 'Actif à l’état bas est choisi ici, car la plupart des modules de relais le sont.',
		shield:
			'Actif à l’état bas est choisi ici, car la plupart des modules de relais le sont. Le shield relais fait pour la D1 mini est actif à l’état haut.',
		simulated: 'Avec une carte simulée, les deux conviennent.',
	},
	logicLegend: (n) => `Logique du relais ${n}`,
	removeRelay: (n) => `Retirer le relais ${n}`,
	addRelay: 'Ajouter un relais',
	noPinLeft: 'Il ne reste plus de bonne broche sur cette carte.',
	buttons: 'Boutons',
	ownButton: (pin, relay) =>
		relay
			? `Le bouton de la carte (${pin}) commande ${isolate(relay)}.`
			: `Le bouton de la carte (${pin}) est seulement affiché.`,
	ownSwitch: (pin, relay) =>
		relay
			? `Un interrupteur mural sur ${pin} commande ${isolate(relay)}.`
			: `Un interrupteur mural sur ${pin} est seulement affiché.`,
	mostRelays: (most) => `Une carte a au plus ${most} relais.`,
	problems: {
		name: 'Donnez-lui un nom.',
		relayName: 'Ce relais a besoin d’un nom.',
		refused: (label) => `${label} ne peut pas servir à un relais.`,
		noSensor: (label) => `${label} ne peut pas servir à un capteur.`,
		nothing: 'Un appareil a besoin d’au moins un relais ou un capteur.',
	},
	boot: 'démarrage',
	refused: 'refusée',
	bootPin: (label) => `${label} est une broche de démarrage.`,
	warnPin: (label) => `Attention avec ${label}.`,
	useInstead: (label) => `Utiliser plutôt ${label}`,
	taken: (label, by) => `${label} est déjà utilisée par ${isolate(by)}.`,
	keyRelay: 'Relais',
	keyFree: 'Libre',
	keyBoot: 'Broche de démarrage : décide comment la carte démarre',
	sensor: 'Capteur',
	noSensor: 'Aucun',
	sensorPin: 'Broche de données',
	sensors: {
		dht22: 'DHT22 : température et humidité',
		ds18b20: 'DS18B20 : température',
		sht3x: 'SHT3x : température et humidité',
		bme280: 'BME280 : température, humidité, pression',
		virtual: 'Température variable',
		dht11: 'DHT11 : température et humidité',
		sht4x: 'SHT4x : température et humidité',
		bmp280: 'BMP280 : température et pression',
		bh1750: 'BH1750 : luminosité',
	},
	finishLead:
		'Vérifiez encore une fois. Un appareil en attente attend sa carte pendant 24 heures au plus, et passe dans Mes appareils dès qu’elle se connecte.',
	network: 'Wi-Fi',
	relays: 'Relais',
	nothing: 'Aucun',
	make: 'Créer l’appareil en attente',
};

/** The page that sets up the board of a pending device. */
export const setupWords: Words['setupWords'] = {
	title: 'Configurer la carte',
	claimedTitle: 'Connectée',
	waiting: 'En attente de la carte',
	waited: (asOf) => `Dernier avancement connu : ${asOf}`,
	made: (code) => ['Appareil en attente créé', `Son code est ${code}`, ''],
	seen: ['Carte vue', 'Elle a trouvé ce hub', 'Dès qu’elle trouve ce hub'],
	authenticated: ['Authentifiée', 'Sa clé est correcte', 'Dès que sa clé est vérifiée'],
	claimed: ['Associée', 'Ajoutée à Mes appareils', 'Se fait automatiquement'],
	light: {
		title: 'Ce que dit le voyant de la carte',
		signs: [
			['Un éclair, une pause', 'Elle cherche son Wi-Fi.'],
			['Deux éclairs, une pause', 'Elle est sur le Wi-Fi et cherche le hub.'],
			['Trois éclairs, une pause', 'Elle a trouvé le hub et attend d’être adoptée.'],
			['Quatre éclairs, une pause', 'Le hub la refuse : elle a été supprimée, son jeton révoqué, ou sa clé a expiré.'],
			['Allumé quatre secondes', 'Elle a été adoptée.'],
			['Scintille', 'Elle reçoit un nouveau firmware : laissez-la sous tension.'],
			['Éteint', 'Elle est connectée.'],
		],
	},
	leave: 'Vous pouvez quitter cette page. L’appareil apparaîtra tout seul dans Mes appareils.',
	toDevices: 'Vers Mes appareils',
	play: {
		title: 'La faire tourner sur ce hub',
		lead: 'Le hub simule la carte jusqu’à ce que son appareil soit supprimé.',
		action: 'Démarrer la carte virtuelle',
		running: 'Elle tourne',
	},
	self: {
		title: 'La faire tourner vous-même',
		lead: 'Dans une autre fenêtre, ou sur un autre ordinateur avec ce projet. Enregistrez le fichier dans le dossier du projet, puis exécutez la commande.',
	},
	expired: 'Sa clé a expiré',
	awaiting: 'Sa carte attend une décision dans Appareils en attente.',
	decide: 'Vers la décision',
	stepState: { done: 'Terminé', now: 'En cours', next: 'À venir' },
	file: {
		title: 'Le fichier de la carte',
		lead: 'Tout ce qu’il faut à cette carte pour s’enregistrer.',
		action: 'Télécharger le fichier',
	},
	secret: 'Le fichier contient la clé d’enregistrement, et le mot de passe Wi-Fi s’il y en a un. Ne le partagez pas.',
	command: 'Commande',
	copy: 'Copier la commande',
	copied: 'Copié.',
	gone: 'N’est plus en attente',
	goneWhy: 'L’appareil a été associé ou supprimé, ou sa carte attend une décision dans Appareils en attente.',
	done: (name) => `${isolate(name)} est dans Mes appareils.`,
};
