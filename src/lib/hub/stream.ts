import type { Live, LiveEvent, Missed, Snapshot } from '$protocol/dashboard/live.ts';

/**
 * The rules of the numbered stream: every event once, in order, nothing left out. An event that is in the snapshot
 * already is skipped; a gap means that this page must follow anew.
 */
export class Stream {
	#epoch: string | undefined;
	#seq = -1;

	/** What to tell the hub: where this page's picture ends. */
	get since(): { epoch?: string; seq?: number } {
		return this.#epoch === undefined ? {} : { epoch: this.#epoch, seq: this.#seq };
	}

	/** Begins at a snapshot, or goes on with what was missed; gives the events to apply. */
	begin(answer: Snapshot | Missed): LiveEvent[] {
		if (answer.kind === 'snapshot') {
			this.#epoch = answer.epoch;
			this.#seq = answer.seq;
			return [];
		}
		return answer.events.flatMap((live) => {
			const event = this.take(live);
			return event === 'gap' || event === 'known' ? [] : [event];
		});
	}

	take(live: Live): LiveEvent | 'known' | 'gap' {
		if (live.seq <= this.#seq) return 'known';
		if (live.seq > this.#seq + 1) return 'gap';
		this.#seq = live.seq;
		return live.event;
	}
}
