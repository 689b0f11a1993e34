import { isOfProof } from '$lib/account/second-factor/proof-draft.svelte.ts';
import type { BackupView, NightlyWish } from '$protocol/dashboard/backup.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { backupWords as words } from '$words/settings/settings.ts';

type Nightly = BackupView['nightly'];
type Fields = Pick<NightlyDraft, 'on' | 'keepDaily' | 'keepWeekly' | 'passphrase' | 'current'>;

/** What an owner changes of the backups of the night, while they do. */
export class NightlyDraft {
	on = $state(false);
	keepDaily = $state('');
	keepWeekly = $state('');
	/** a new one; empty = the present one stays */
	passphrase = $state('');
	/** the owner's own password, which a new passphrase and keeping fewer files need */
	current = $state('');
	/** the hub has asked for it: by now it keeps more files than it has said here */
	proofAsked = $state(false);
	/** the hub's state, as text in the fields */
	#given: Fields = $state.raw({ on: false, keepDaily: '', keepWeekly: '', passphrase: '', current: '' });

	constructor(nightly: Nightly) {
		this.take(nightly);
	}

	/** Takes over the hub's newest state in the fields that nobody has changed. */
	take(nightly: Nightly): void {
		this.#follow(nightly, this.#given);
	}

	/** The hub has saved `sent`: what was typed after that stays. */
	saved(nightly: Nightly, sent: Fields): void {
		this.proofAsked = false;
		this.#follow(nightly, sent);
	}

	/** Whether something would be lost. The fields that are hidden while it is off do not count. */
	get dirty(): boolean {
		if (this.on !== this.#given.on) return true;
		return this.on && JSON.stringify(this.fields) !== JSON.stringify(this.#given);
	}

	/** What is wrong with the fields that are shown. */
	get problems(): { keepDaily?: string; keepWeekly?: string } {
		if (!this.on) return {};
		return {
			...problem('keepDaily', this.keepDaily, 1, LIMITS.backupsDaily),
			...problem('keepWeekly', this.keepWeekly, 0, LIMITS.backupsWeekly),
		};
	}

	get isValid(): boolean {
		return Object.keys(this.problems).length === 0;
	}

	/** Fewer files kept means that older ones are deleted. */
	get needsProof(): boolean {
		return this.on && (this.proofAsked || this.passphrase !== '' || this.#keepsFewer);
	}

	/** What the hub has refused, with the reason where it is news: by now more files are kept. */
	askedFor(error: ApiError): ApiError {
		this.proofAsked ||= isOfProof(error);
		const isNews = error.fault === 'password-needed' && this.passphrase === '' && !this.#keepsFewer;
		return isNews ? { ...error, message: words.fewerFiles } : error;
	}

	get #keepsFewer(): boolean {
		if (!this.isValid) return false;
		const { keepDaily, keepWeekly } = this.#given;
		return Number(this.keepDaily) < Number(keepDaily) || Number(this.keepWeekly) < Number(keepWeekly);
	}

	/** What was changed in the fields that are shown: somebody else may have changed the rest since. */
	get wish(): NightlyWish {
		const { on, keepDaily, keepWeekly } = this.#given;
		return {
			...(this.on !== on && { nightly: this.on }),
			...(this.on && this.keepDaily !== keepDaily && { keepDaily: Number(this.keepDaily) }),
			...(this.on && this.keepWeekly !== keepWeekly && { keepWeekly: Number(this.keepWeekly) }),
			...(this.on && this.passphrase !== '' && { passphrase: this.passphrase }),
			...(this.needsProof && this.current !== '' && { current: this.current }),
		};
	}

	/** A copy of what is in the fields that are shown: the owner's password is not always asked for. */
	get fields(): Fields {
		const { on, keepDaily, keepWeekly, passphrase, current } = this;
		return { on, keepDaily, keepWeekly, passphrase, current: this.needsProof ? current : '' };
	}

	/** Fills the fields that still are as they were `before`. */
	#follow({ on, keepDaily, keepWeekly }: Nightly, before: Fields): void {
		const empty = { passphrase: '', current: '' };
		const newest: Fields = { on, keepDaily: String(keepDaily), keepWeekly: String(keepWeekly), ...empty };
		if (this.on === before.on) this.on = newest.on;
		for (const field of ['keepDaily', 'keepWeekly', 'passphrase', 'current'] as const)
			if (this[field] === before[field]) this[field] = newest[field];
		this.#given = newest;
	}
}

function problem(field: 'keepDaily' | 'keepWeekly', text: string, least: number, most: number) {
	const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN;
	return number >= least && number <= most ? {} : { [field]: words.wholeNumber(least, most) };
}
