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
const membersOf = (view: SceneView | undefined) => new Map(view?.members.map((member) => [keyOf(member), member]));

/** A scene or group while somebody edits it. */
export class SceneDraft {
	name = $state('');
	icon: RelayIcon = $state('light');
	kind: SceneBody['kind'] = $state('scene');
	readonly #members = new SvelteMap<string, SceneMember>();
	readonly #initial: string;
	/** the scene as it was when the form was opened */
	readonly #given: SceneView | undefined;

	constructor(view?: SceneView) {
		this.#given = view;
		if (view) {
			this.name = view.name;
			this.icon = view.icon;
			this.kind = view.kind;
			for (const member of view.members) this.#members.set(keyOf(member), { ...member });
		}
		this.#initial = this.#asText;
	}

	get #asText(): string {
		return JSON.stringify(this.body(() => true));
	}

	/** Whether there are unsaved changes. */
	get dirty(): boolean {
		return this.#asText !== this.#initial;
	}

	get count(): number {
		return this.#members.size;
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

	/**
	 * `exists`: relays that were removed in the meantime are left out. `now`: the scene by now. What was not changed in this form
	 * is taken from it, each relay by itself: somebody else may have changed it since the form was opened.
	 */
	body(exists: (member: Member) => boolean, now: SceneView | undefined = this.#given): SceneBody {
		const given = this.#given;
		const theirs = membersOf(now);
		const before = membersOf(given);
		const own = (key: string) => this.#members.get(key);
		const members = [...new Set([...this.#members.keys(), ...theirs.keys()])]
			.map((key) => (own(key)?.on === before.get(key)?.on ? theirs.get(key) : own(key)))
			.filter((member) => member !== undefined)
			.filter(exists);
		const name = this.name.trim();
		return {
			name: now && name === given?.name.trim() ? now.name.trim() : name,
			icon: now && this.icon === given?.icon ? now.icon : this.icon,
			kind: now && this.kind === given?.kind ? now.kind : this.kind,
			members,
		};
	}
}
