import { SvelteMap } from 'svelte/reactivity';
import type { RelayIcon } from '$protocol/dashboard/plan.ts';
import type { SceneBody, SceneMember, SceneView } from '$protocol/dashboard/scenes.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { sceneWords as words } from '$words/scenes.ts';

export interface Problem {
	field: 'name' | 'members';
	message: string;
}

type Member = Omit<SceneMember, 'on'>;
const keyOf = ({ device, relay }: Member) => `${device}/${relay}`;
const membersOf = ({ members }: Pick<SceneBody, 'members'>) =>
	new Map(members.map((member) => [keyOf(member), member]));

/** A scene or group while somebody edits it. */
export class SceneDraft {
	name = $state('');
	icon: RelayIcon = $state('light');
	kind: SceneBody['kind'] = $state('scene');
	readonly #members = new SvelteMap<string, SceneMember>();
	/** whether the hub still has a relay; those that it has not are left out */
	readonly #exists: (member: Member) => boolean;
	/** the scene as it is by now, as far as this browser knows; undefined for a new one */
	#given: SceneView | undefined = $state.raw();
	readonly #empty: string;

	constructor(view?: SceneView, exists: (member: Member) => boolean = () => true) {
		this.#exists = exists;
		this.#empty = textOf(this.#whole);
		if (view) this.take(view);
	}

	/** The scene as somebody has saved it. What was not changed in this form follows it, each relay by itself. */
	take(view: SceneView): void {
		const given = this.#given ?? this.#whole;
		// Only where it is another one: a space that is being typed at its end stays.
		if (this.name.trim() === given.name.trim() && view.name !== given.name) this.name = view.name;
		if (this.icon === given.icon) this.icon = view.icon;
		if (this.kind === given.kind) this.kind = view.kind;
		const [before, theirs] = [membersOf(given), membersOf(view)];
		for (const key of new Set([...before.keys(), ...theirs.keys()])) {
			if (this.#members.get(key)?.on !== before.get(key)?.on) continue;
			const member = theirs.get(key);
			if (member) this.#members.set(key, { ...member });
			else this.#members.delete(key);
		}
		this.#given = view;
	}

	get #whole(): SceneBody {
		const { name, icon, kind } = this;
		return { name: name.trim(), icon, kind, members: [...this.#members.values()] };
	}

	/** Whether there are unsaved changes. */
	get dirty(): boolean {
		return textOf(this.#whole) !== (this.#given ? textOf(this.#given) : this.#empty);
	}

	/** Whether the scene has what this form saves. */
	isIn(view: SceneView): boolean {
		return textOf(this.body) === textOf(view);
	}

	get count(): number {
		return this.body.members.length;
	}

	get full(): boolean {
		return this.count >= LIMITS.sceneMembers;
	}

	/** The state the scene gives a relay; undefined if the relay is not a member. */
	stateOf(member: Member): boolean | undefined {
		return this.#members.get(keyOf(member))?.on;
	}

	/** Adds or removes a relay. A new member gets its present state, or on if that is unknown. */
	choose(member: Member, chosen: boolean, present: boolean | null): void {
		if (!chosen) this.#members.delete(keyOf(member));
		else if (!this.full) this.#members.set(keyOf(member), { ...member, on: present ?? true });
	}

	set(member: Member, on: boolean): void {
		this.#members.set(keyOf(member), { ...member, on });
	}

	/** Gives every member its present state; unknown ones keep theirs. */
	takeStates(present: (member: Member) => boolean | null): void {
		for (const [key, member] of this.#members) this.#members.set(key, { ...member, on: present(member) ?? member.on });
	}

	get problem(): Problem | undefined {
		if (this.name.trim() === '') return { field: 'name', message: words.edit.problems.name };
		if (this.count === 0) return { field: 'members', message: words.edit.problems.members };
		return undefined;
	}

	/** What is saved. */
	get body(): SceneBody {
		const whole = this.#whole;
		return { ...whole, members: whole.members.filter(this.#exists) };
	}
}

/** The same for the same relays in another order. */
function textOf({ name, icon, kind, members }: SceneBody): string {
	const sorted = [...membersOf({ members })].sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([name.trim(), icon, kind, sorted.map(([key, { on }]) => [key, on])]);
}
