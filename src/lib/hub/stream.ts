import type { Live, LiveEvent, Missed, Snapshot } from '$protocol/dashboard/live.ts';

/**
 * The rules of the numbered event stream: every event once, in order, without gaps. Events that the snapshot already
 * contains are skipped. After a gap the page must follow again.
 */
export class Stream {
	#epoch: string | undefined;
	#seq = -1;

	/** The position in the stream up to which this page has all events. */
	get since(): { epoch?: string; seq?: number } {
		return this.#epoch === undefined ? {} : { epoch: this.#epoch, seq: this.#seq };
	}

	/** Starts at a snapshot, or continues with the missed events. Returns the events to apply. */
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
