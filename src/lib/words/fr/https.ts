import type { Words } from '$lib/words/all-words.ts';

/** The page on which a device learns to trust the hub, and the card of the settings that leads there. */
export const httpsWords: Words['httpsWords'] = {
	title: 'Connexion sécurisée',
	lead: 'Avec HTTPS, personne sur votre réseau ne peut lire les mots de passe ni voir ce qui est commandé. Les navigateurs permettent alors aussi d’installer ceci comme app, de trouver votre lieu et de flasher par USB.',
	off: 'Ce hub est ouvert par simple HTTP.',
	own: 'Ce hub a votre propre certificat, indiqué dans sa configuration.',
	authority: 'Ce hub a sa propre autorité de certification. Chaque appareil doit lui faire confiance une fois.',
	address: 'Adresse',
	name: 'Nom de son autorité',
	fingerprint: 'Empreinte SHA-256',
	until: 'Valable jusqu’au',
	turnOn: 'Activer HTTPS…',
	turnOff: 'Désactiver HTTPS…',
	looking: 'Recherche…',
	otherDevices: 'Autres appareils',
	otherDevicesHow:
		'Scannez ceci avec un téléphone ou une tablette qui ne fait pas encore confiance au hub. La page vous guide.',
	qr: 'QR code de la page qui explique comment faire confiance à ce hub',
	addressQr: 'QR code de l’adresse sécurisée de ce hub',
	copy: 'Copier l’adresse',
	copied: 'L’adresse a été copiée.',
	askOn: {
		title: 'Activer HTTPS ?',
		action: 'Activer HTTPS',
		what: [
			{
				icon: 'exit',
				bad: true,
				title: 'Tout le monde doit se reconnecter',
				text: 'Vous aussi, à la nouvelle adresse.',
			},
			{
				icon: 'devices',
				bad: true,
				title: 'Chaque téléphone et ordinateur doit faire confiance au hub une fois',
				text: 'Une page vous guide ; cela prend deux minutes. D’ici là, le navigateur affiche un avertissement.',
			},
			{
				icon: 'key',
				bad: true,
				title: 'Raccourcis et programmes ont besoin de la nouvelle adresse',
				text: 'Le hub n’accepte plus leurs jetons par simple HTTP.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Les cartes ne sont pas concernées',
				text: 'Leur liaison a toujours été chiffrée.',
			},
		],
	},
	askOff: {
		title: 'Désactiver HTTPS ?',
		action: 'Désactiver HTTPS',
		what: [
			{
				icon: 'eye',
				bad: true,
				title: 'D’autres sur votre réseau peuvent écouter',
				text: 'Mots de passe et commandes sont envoyés sans chiffrement.',
			},
			{
				icon: 'exit',
				bad: true,
				title: 'Tout le monde doit se reconnecter',
				text: 'À l’adresse qui commence par http://.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Les appareils font toujours confiance au hub',
				text: 'Son autorité est conservée pour le jour où vous réactiverez HTTPS.',
			},
		],
	},
	trust: {
		title: 'Faire confiance à ce hub',
		checking: 'Vérification de la confiance de ce navigateur…',
		lead: 'Ce hub crée son propre certificat. Faites-lui confiance une fois sur cet appareil, et le navigateur cesse de vous avertir.',
		limits:
			'Il ne peut garantir que des noms en .local ou .home.arpa et des adresses de votre maison, jamais une banque.',
		platform: 'Votre appareil',
		platforms: {
			ios: 'iPhone, iPad',
			android: 'Android',
			windows: 'Windows',
			mac: 'Mac',
			linux: 'Linux, Firefox',
		},
		download: 'Télécharger le certificat',
		compare: 'Comparez avant de faire confiance',
		compareHow:
			'Votre appareil affiche une empreinte. Elle doit être celle-ci, et la même que sur un appareil qui fait déjà confiance au hub (Paramètres) ou dans le journal du hub. Si elle diffère, quelqu’un se tient entre vous et le hub : arrêtez.',
		check: 'Vérifier à nouveau',
		notYet: 'Ce navigateur ne fait pas encore confiance au hub.',
		works: 'Ce navigateur fait confiance au hub.',
		open: 'Ouvrir le hub en sécurité',
		nothing: 'Rien à faire ici',
		nothingOff: 'HTTPS est désactivé. Le propriétaire l’active dans Paramètres.',
		nothingOwn: 'Ce hub a un certificat auquel les navigateurs font confiance d’eux-mêmes.',
		back: 'Ouvrir le hub',
		anyway: 'Continuer sans lui faire confiance : votre navigateur vous avertira à chaque fois.',
		steps: {
			ios: [
				'Ouvrez cette page dans Safari, touchez Télécharger et autorisez le profil.',
				'Ouvrez Réglages. Vers le haut se trouve Profil téléchargé : touchez-le, comparez l’empreinte sous Plus de détails, et touchez Installer.',
				'Dans Réglages, ouvrez Général, Informations, Réglages des certificats, et activez l’interrupteur à côté du nom ci-dessus.',
			],
			android: [
				'Touchez Télécharger. Si le navigateur pose la question, conservez le fichier.',
				'Ouvrez Paramètres et recherchez « Certificat CA » (Sécurité, Chiffrement et identifiants, Installer un certificat). Touchez Installer quand même, et choisissez mooring.crt.',
				'Sous Certificats de confiance, Utilisateur, touchez le nom ci-dessus et comparez l’empreinte.',
			],
			windows: [
				'Téléchargez le fichier. Dans PowerShell, Get-FileHash mooring.crt affiche son empreinte : comparez-la.',
				'Ouvrez le fichier et choisissez Installer un certificat, Utilisateur actuel, « Placer tous les certificats dans le magasin suivant », Autorités de certification racines de confiance.',
				'Confirmez l’avertissement de sécurité, et redémarrez le navigateur.',
			],
			mac: [
				'Téléchargez le fichier et ouvrez-le. Trousseaux d’accès demande où le placer : choisissez session.',
				'Trouvez le nom ci-dessus dans Trousseaux d’accès, ouvrez-le, et comparez l’empreinte à la fin de ses détails.',
				'Sous Se fier, choisissez Toujours approuver, fermez la fenêtre, et donnez votre mot de passe.',
			],
			linux: [
				'Firefox : ouvrez Paramètres, Vie privée et sécurité, Afficher les certificats, Autorités, Importer, et choisissez mooring.crt. Voir affiche l’empreinte : comparez-la.',
				'Cochez « Confirmer cette AC pour identifier des sites web ».',
				'Chrome et Chromium : sha256sum mooring.crt affiche l’empreinte. Exécutez ensuite : certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Mooring -i mooring.crt (paquet libnss3-tools).',
			],
		},
	},
};
