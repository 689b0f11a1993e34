import type { OwnProof } from '$protocol/dashboard/people/second-factor.ts';

/** What a person proves again in a form that does more than that. */
export class ProofDraft {
	current = $state('');
	/** of the second factor, where it is on */
	code = $state('');

	get body(): OwnProof {
		const { current, code } = this;
		return { current, ...(code !== '' && { code }) };
	}

	clear(): void {
		this.current = this.code = '';
	}
}

/** Whether the fields of the proof show this error themselves. */
export function isOfProof(error: { field?: string | undefined } | undefined): boolean {
	return error?.field === 'current' || error?.field === 'code';
}
