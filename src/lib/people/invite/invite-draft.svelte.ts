import type { InvitationBody } from '$protocol/dashboard/people/people.ts';
import { ProofDraft } from '$lib/account/second-factor/proof-draft.svelte.ts';
import { AccessDraft, type Problem } from '../access/access-draft.svelte.ts';
import { PRESETS, type Preset, type Times } from './presets.ts';

/** An invitation while somebody fills it in. */
export class InviteDraft {
	role: InvitationBody['role'] = $state('guest');
	name = $state('');
	readonly access: AccessDraft;
	readonly proof = new ProofDraft();

	constructor(timeZone: string) {
		this.access = new AccessDraft(null, timeZone);
	}

	/** Fills in when such a guest comes; what they may reach stays. */
	apply(preset: Preset, now: number): void {
		const { weekly, until }: Times = PRESETS[preset](now, this.access.timeZone);
		this.role = 'guest';
		this.access.limitTo(weekly);
		this.access.endAt(until);
	}

	problem(now: number): Problem | undefined {
		return this.role === 'guest' ? this.access.problem(now) : undefined;
	}

	body(now: number): InvitationBody {
		const { role, name } = this;
		const rest = role === 'guest' ? { access: this.access.body(now) } : { access: null, ...this.proof.body };
		return { role, name: name.trim(), ...rest };
	}
}
