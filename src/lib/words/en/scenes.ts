import type { Question } from '$lib/words/format/question.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

const relays = (count: number) => (count === 1 ? '1 relay' : `${count} relays`);

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords = translatable('sceneWords', {
	title: 'Scenes',
	lead: 'A scene puts several relays each in its own state with one tap. A group switches them all on or off.',
	relays,
	running: 'Running…',
	set: 'Already set',
	done: 'All done',
	partly: (done: number, of: number) => `${done} of ${of} done`,
	/** `of`: relays whose present state is known; `away`: the others */
	onOf: (on: number, of: number, away: number) =>
		[...(of === 0 ? [] : [`${on} of ${of} on`]), ...(away === 0 ? [] : [`${away} away`])].join(', '),
	wasOn: (on: number, of: number) => `Was ${on} of ${of} on`,
	on: 'On',
	off: 'Off',
	turn: (name: string, on: boolean) => `${isolate(name)}: ${on ? 'all on' : 'all off'}`,
	what: (name: string) => `What ${isolate(name)} did`,
	sheet: {
		title: (name: string, done: number, of: number) => `${isolate(name)}: ${done} of ${of} done`,
		switched: (on: boolean) => (on ? 'On' : 'Off'),
		notDone: 'Not done.',
		putBack: 'Put back',
		again: 'Try again',
	},
	/** a relay of a scene, and the state it goes to */
	goes: (relay: string, on: boolean) => `${relay}: ${on ? 'on' : 'off'}`,
	edit: {
		new: 'New scene',
		change: (name: string) => `Edit ${isolate(name)}`,
		edit: 'Edit',
		name: 'Name',
		nameHint: 'What everybody says, for instance “Good night”.',
		kind: 'What it does',
		kinds: { scene: 'Scene', group: 'Group' },
		kindHints: {
			scene: 'One tap, and every relay goes to the state you choose here.',
			group: 'Two buttons: all on, all off.',
		},
		members: 'Relays',
		chosen: (count: number) => `${relays(count)} chosen`,
		take: 'Use the present states',
		took: 'The relays chosen here have their present states now.',
		stateOf: (relay: string, device: string) => `State of ${isolate(relay)}, ${isolate(device)}`,
		find: 'Search relays',
		noneLike: 'No relay matches.',
		most: (most: number) => `At most ${most} relays.`,
		save: 'Save',
		cancel: 'Cancel',
		delete: 'Delete',
		saved: (name: string) => `${isolate(name)} is saved.`,
		problems: { name: 'Give it a name.', members: 'Choose at least one relay.' },
		deleted: ['Somebody has deleted this scene.', 'Save makes a new one of what is here.'],
		missing: 'This scene is not there any more.',
	},
	empty: {
		title: 'No scenes yet',
		text: 'Good night, leaving the house, all pumps off: choose the relays once, and switch them together from Home.',
		needsDevices: 'Scenes are made of the relays of your devices. Add a device first.',
	},
	leave: (name: string): Question => ({
		title: name ? `Leave ${isolate(name)} without saving?` : 'Leave this scene without saving?',
		action: 'Leave without saving',
		what: [{ icon: 'trash', bad: true, title: 'Your changes are lost', text: 'What you chose here is not kept.' }],
	}),
	remove: (name: string) => ({
		title: `Delete ${isolate(name)}?`,
		action: 'Delete',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'It is gone from every dashboard',
				text: 'Its relays have to be chosen again.',
			},
			{ icon: 'relay', bad: false, title: 'Relays stay as they are now', text: 'No device changes.' },
		],
	}),
});
