import { SvelteMap } from 'svelte/reactivity';
import type { RelayIcon } from '$protocol/dashboard/plan.ts';
import type { SceneBody, SceneMember, SceneView } from '$protocol/dashboard/scenes.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { sceneWords as words } from '$lib/words/scenes.ts';

export interface Problem {
	field: 'name' | 'members';
	message: string;
}

type Member = Omit<SceneMember, 'on'>;
const keyOf = ({ device, relay }: Member) => `${device}/${relay}`;

/** A scene or group while somebody makes it. */
export class SceneDraft {
	name = $state('');
	icon: RelayIcon = $state('light');
	kind: SceneBody['kind'] = $state('scene');
	readonly #members = new SvelteMap<string, SceneMember>();
	readonly #begun: string;

	constructor(view?: SceneView) {
		if (view) {
			this.name = view.name;
			this.icon = view.icon;
			this.kind = view.kind;
			for (const member of view.members) this.#members.set(keyOf(member), { ...member });
		}
		this.#begun = this.#asText;
	}

	get #asText(): string {
		return JSON.stringify(this.body(() => true));
	}

	/** Whether something is lost where it is left unsaved. */
	get dirty(): boolean {
		return this.#asText !== this.#begun;
	}

	get count(): number {
		return this.#members.size;
	}

	get full(): boolean {
		return this.count >= LIMITS.sceneMembers;
	}

	/** What it makes of a relay; undefined where that is not a member. */
	stateOf(member: Member): boolean | undefined {
		return this.#members.get(keyOf(member))?.on;
	}

	/** A relay that comes in is wanted as it is now, else on. */
	choose(member: Member, chosen: boolean, present: boolean | null): void {
		if (!chosen) this.#members.delete(keyOf(member));
		else if (!this.full) this.#members.set(keyOf(member), { ...member, on: present ?? true });
	}

	set(member: Member, on: boolean): void {
		this.#members.set(keyOf(member), { ...member, on });
	}

	/** Every member is wanted as it is now; what is not known stays as it was. */
	take(present: (member: Member) => boolean | null): void {
		for (const [key, member] of this.#members) this.#members.set(key, { ...member, on: present(member) ?? member.on });
	}

	get problem(): Problem | undefined {
		if (this.name.trim() === '') return { field: 'name', message: words.edit.problems.name };
		if (this.count === 0) return { field: 'members', message: words.edit.problems.members };
		return undefined;
	}

	/** `there`: a relay that went meanwhile is left out. */
	body(there: (member: Member) => boolean): SceneBody {
		const members = [...this.#members.values()].filter(there);
		return { name: this.name.trim(), icon: this.icon, kind: this.kind, members };
	}
}
