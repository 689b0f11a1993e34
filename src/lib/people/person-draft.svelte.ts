import type { Role } from '$protocol/dashboard/people/accounts.ts';
import type { PersonPatch, PersonView } from '$protocol/dashboard/people/people.ts';
import { ProofDraft } from '$lib/account/second-factor/proof-draft.svelte.ts';
import { AccessDraft, type Problem } from './access/access-draft.svelte.ts';

/** What an owner changes of a person, while they do. */
export class PersonDraft {
	role: Role = $state('member');
	mayUpdateOthers = $state(false);
	readonly access: AccessDraft;
	/** needed for another role */
	readonly proof = new ProofDraft();
	/** somebody else has changed the same meanwhile; what is in the fields stays */
	changedElsewhere = $state(false);
	#given: PersonView;
	/** the fields before anybody touched them */
	#initial = $state('');

	constructor(view: PersonView, timeZone: string) {
		this.access = new AccessDraft(view.access, timeZone);
		this.#given = view;
		this.#fill(view);
	}

	/** Takes over the hub's newest state, unless somebody is changing the fields. */
	take(view: PersonView, now: number): void {
		if (contentOf(view) === contentOf(this.#given)) return;
		// If only the answer to a save was lost, the change that comes back is one's own.
		if (this.dirty && !this.#says(view, now)) {
			this.#given = view;
			this.changedElsewhere = true;
		} else this.reset(view);
	}

	/** Drops what was changed. */
	reset(view = this.#given): void {
		this.#given = view;
		this.access.take(view.access);
		this.proof.clear();
		this.#fill(view);
	}

	get dirty(): boolean {
		return this.#asText !== this.#initial;
	}

	problem(now: number): Problem | undefined {
		return this.role === 'guest' ? this.access.problem(now) : undefined;
	}

	/**
	 * Only what differs from the hub's newest state. After a change by somebody else that is every field as it is shown
	 * here, as the page says before it is saved.
	 */
	patch(now: number): PersonPatch {
		const { role, mayUpdateOthers } = this.#given;
		const patch: PersonPatch = {};
		if (this.role !== role) Object.assign(patch, { role: this.role, ...this.proof.body });
		if (this.role === 'guest') {
			const access = this.access.body(now);
			if (JSON.stringify(access) !== JSON.stringify(this.#given.access)) patch.access = access;
		}
		if (this.role === 'member' && this.mayUpdateOthers !== mayUpdateOthers)
			patch.mayUpdateOthers = this.mayUpdateOthers;
		return patch;
	}

	#fill({ role, mayUpdateOthers }: PersonView): void {
		this.role = role;
		this.mayUpdateOthers = mayUpdateOthers;
		this.changedElsewhere = false;
		this.#initial = this.#asText;
	}

	/** Whether the fields say the same as the hub. */
	#says({ role, mayUpdateOthers, access }: PersonView, now: number): boolean {
		if (role !== this.role) return false;
		if (role === 'member') return mayUpdateOthers === this.mayUpdateOthers;
		return role !== 'guest' || this.access.says(access, now);
	}

	get #asText(): string {
		const { role, mayUpdateOthers, access } = this;
		return JSON.stringify([role, role === 'member' && mayUpdateOthers, role === 'guest' && access.asText]);
	}
}

function contentOf({ role, access, mayUpdateOthers }: PersonView): string {
	return JSON.stringify([role, access, mayUpdateOthers]);
}
