/** The arrow: doors → areas → link, store → base. Whoever reads hub.ts, process.ts and the command line sees all parts; nobody else does. */
const AREAS = [
	'claims',
	'devices',
	'accounts',
	'boards',
	'firmware-images',
	'history',
	'scenes',
	'schedules',
	'updates',
	'settings',
	'backup',
	'https',
	'operation',
	'virtual-board',
	'discovery',
	'wifi',
];
const ASSEMBLY =
	'^hub/((hub|main|process|cli|command-line|backup-commands|open-data|schema|greeting|run-hub|built-files)\\.ts$|wiring/)';
const TEST = '\\.test\\.ts$';

/** What files in `from` may import of the project's own, besides their own folder; everything else is forbidden. */
function only(from, allowed, comment) {
	return {
		name: `${from
			.replaceAll(/[\^\\/$]+/g, ' ')
			.trim()
			.replaceAll(' ', '-')}-imports-only`,
		comment,
		severity: 'error',
		from: { path: from, pathNot: TEST },
		to: { path: '^(hub|src|protocol|test|scripts)/', pathNot: [from, ...allowed] },
	};
}

const BASE = '^hub/base/';
const TIME = '^hub/time/';
const PROTOCOL = '^protocol/';
const LINK = '^hub/link/';
const STORE = '^hub/store/';
const area = (...names) => `^hub/(${names.join('|')})/`;

module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-dead-import',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^\\$(app/|service-worker$)' },
		},
		only(BASE, [], 'base is a leaf'),
		only(TIME, [BASE], 'zones, local time and the sun: nothing of a hub or a board'),
		only(PROTOCOL, [], 'the contract knows neither side'),
		only(LINK, [BASE, PROTOCOL], 'bytes in, result out: no socket, no store'),
		only(STORE, [BASE], 'the list of entities is handed in'),
		only(
			'^hub/virtual-board/',
			['^hub/boards/(catalogue|pin-refusal)\\.ts$', BASE, PROTOCOL],
			'the firmware knows the wire; its machine knows only what the board has',
		),
		only('^hub/discovery/', [BASE]),
		only('^hub/accounts/', [LINK, STORE, TIME, BASE, PROTOCOL]),
		only('^hub/boards/', [TIME, BASE, PROTOCOL], 'hardware, and what a plan may ask of it'),
		only('^hub/firmware-images/', [area('boards'), LINK, STORE, TIME, BASE, PROTOCOL]),
		only(
			'^hub/devices/',
			[area('accounts', 'boards'), LINK, STORE, TIME, BASE, PROTOCOL],
			'devices do not know how they are claimed',
		),
		only('^hub/claims/', [area('accounts', 'boards', 'firmware-images', 'devices'), LINK, STORE, TIME, BASE, PROTOCOL]),
		only('^hub/scenes/', [area('devices'), STORE, BASE, PROTOCOL]),
		only('^hub/schedules/', [area('devices', 'settings'), TIME, STORE, BASE, PROTOCOL]),
		only('^hub/settings/', [area('devices'), TIME, STORE, BASE, PROTOCOL]),
		only(
			'^hub/backup/',
			['^hub/accounts/passwords/weak-password\\.ts$', area('settings'), TIME, STORE, BASE, PROTOCOL],
			'it copies files and a database, whatever is in them; a passphrase must be as good as a password',
		),
		only(
			'^hub/https/',
			[area('accounts', 'settings'), STORE, BASE, PROTOCOL],
			'certificates; the port is a door, which it is handed',
		),
		only('^hub/wifi/', [STORE, BASE, PROTOCOL], 'networks for boards, whatever board gets them'),
		only('^hub/updates/', [area('devices', 'boards', 'firmware-images'), LINK, STORE, BASE, PROTOCOL]),
		only(
			'^hub/history/',
			[
				area(
					'accounts',
					'backup',
					'devices',
					'claims',
					'firmware-images',
					'https',
					'scenes',
					'schedules',
					'updates',
					'settings',
					'wifi',
				),
				STORE,
				BASE,
				PROTOCOL,
			],
			'it listens to the areas, and none of them knows it',
		),
		only(
			'^hub/operation/',
			[area('backup', 'claims', 'devices', 'settings'), STORE, BASE, PROTOCOL],
			'it watches the areas, and none of them knows it',
		),
		only('^hub/doors/', [area(...AREAS), LINK, STORE, TIME, BASE, PROTOCOL]),
		only('^src/', [PROTOCOL], 'the dashboard knows the contract, not the hub'),
		only('^hub/', [PROTOCOL, '^package\\.json$'], 'the hub knows the contract, not the dashboard'),
		{
			name: 'only-the-assembly-knows-the-assembly',
			severity: 'error',
			from: { path: '^(hub|src|protocol)/', pathNot: [ASSEMBLY, TEST] },
			to: { path: ASSEMBLY },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: ['^(build|dist|\\.svelte-kit|\\.cache|firmware)/'] },
		tsPreCompilationDeps: true,
		webpackConfig: { fileName: '.dependency-aliases.cjs' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'svelte', 'types', 'default'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
		},
	},
};
