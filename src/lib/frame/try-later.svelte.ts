import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { HubInfo } from '$protocol/dashboard/people/accounts.ts';
import { askUntilAnswered } from '$lib/hub/ask-until-answered.ts';
import { isUnanswered } from '$lib/hub/request.ts';
import { gateWords } from '$words/gate.ts';
import { shortCountdown } from '$lib/words/format/times.ts';

const TICK_MS = 250;
/** The hub's first sentence is the reason; the rest is the waiting time, which is replaced by the countdown. */
const FIRST_SENTENCE = /^.*?[.!?](?= |$)/;

/** Why a sign-in failed. After too many tries it holds a countdown, and the form is locked until its end. */
export class TryLater {
	#error: ApiError | undefined = $state.raw();
	#leftMs = $state(0);

	constructor() {
		$effect(() => {
			const { retryAfterS } = this.#error ?? {};
			if (retryAfterS === undefined) return;
			const end = performance.now() + retryAfterS * 1_000;
			const tick = () => {
				const leftMs = Math.max(0, end - performance.now());
				this.#leftMs = leftMs;
				if (leftMs === 0) this.#error = undefined;
			};
			const timer = setInterval(tick, TICK_MS);
			return () => clearInterval(timer);
		});
		// "Out of reach" is true only until the hub is back.
		$effect(() => {
			if (!isUnanswered(this.#error?.message)) return;
			const forget = () => this.forget();
			return askUntilAnswered<HubInfo>('/hub', forget, forget);
		});
	}

	set error(error: ApiError | undefined) {
		this.#error = error;
		this.#leftMs = (error?.retryAfterS ?? 0) * 1_000;
	}

	/** What is typed next may be right. A countdown goes on. */
	forget(): void {
		if (!this.locked) this.#error = undefined;
	}

	get locked(): boolean {
		return this.#leftMs > 0;
	}

	/** The hub's own sentence, with the waiting time at the moment of the failure. An unanswered sign-in is just "out of reach". */
	get said(): string {
		const said = this.#error?.message;
		return isUnanswered(said) ? gateWords.signIn.outOfReach : (said ?? '');
	}

	get message(): string {
		if (!this.locked) return this.said;
		const why = FIRST_SENTENCE.exec(this.said)?.[0] ?? this.said;
		return gateWords.signIn.locked(why, shortCountdown(this.#leftMs));
	}
}
