import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords = translatable('listWords', {
	search: 'Search',
	searchHint: 'Name, room, relay, code or MAC',
	clear: 'End the search',
	/** the group of filters */
	filter: 'Show',
	filters: {
		all: 'All',
		online: 'Online',
		away: 'Away',
		offline: 'Offline',
		legacy: 'Legacy',
		attention: 'Attention',
	},
	found: (count: number, of: number) => `${count} of ${of} devices`,
	none: 'No device matches.',
	showAll: 'Show all devices',
	/** of a guest */
	nothingShared: 'Nothing to see at the moment.',
	rooms: 'Rooms',
	noRoom: 'Without a room',
	details: 'Details',
	/** a board that the hub plays, for whoever has none yet; its relays with their icons */
	tryIt: {
		busy: 'Starting a virtual board …',
		board: 'Virtual board',
		relays: [
			['light', 'Light'],
			['fan', 'Fan'],
		] as const,
	},
	hints: {
		revoked: ['Token revoked', 'It cannot connect until it has new firmware.'],
		firmware: ['Awaiting new firmware', 'Set up its board again.'],
		refused: (why: string | null) =>
			['Settings refused by the board', why ? isolate(why) : 'It keeps its previous settings.'] as const,
		legacy: ['Upgrade to Secure v2', 'This token can be copied.'],
		waiting: 'New settings wait for its next connection.',
	},
	arrange: {
		start: 'Arrange',
		lead: 'Drag by the handle, or use the arrows. Everybody in the house sees this order.',
		done: 'Done',
		grip: (name: string) => `Move ${isolate(name)}: drag, or use the arrow keys`,
		up: (name: string) => `Move ${isolate(name)} up`,
		down: (name: string) => `Move ${isolate(name)} down`,
		toRoom: (name: string) => `Room of ${isolate(name)}`,
		newRoom: 'New room…',
		roomName: 'Name of the room',
		makeRoom: 'Make room',
		renameRoom: (name: string) => `Rename ${isolate(name)}`,
		rename: 'Rename',
		moved: (name: string, room: string, place: number, of: number) =>
			`${isolate(name)}: ${place} of ${of} in ${isolate(room)}`,
		roomMoved: (room: string, place: number, of: number) => `${isolate(room)}: room ${place} of ${of}`,
	},
});
