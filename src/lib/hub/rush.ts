import { RUSH_EVENTS, RUSH_WINDOW_MS } from '$protocol/dashboard/rush.ts';

/**
 * Tells, by `data-rush` of the page's root, when so much changes that nobody can see a tile fade. Every tile that fades is
 * painted anew with each frame; when most of them do, the page stops moving.
 */
export class Rush {
	#count = 0;
	#is = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	add(): void {
		this.#timer ??= setTimeout(this.#end, RUSH_WINDOW_MS);
		if (++this.#count > RUSH_EVENTS) this.#tell(true);
	}

	readonly #end = (): void => {
		this.#tell(this.#count > RUSH_EVENTS);
		this.#count = 0;
		this.#timer = this.#is ? setTimeout(this.#end, RUSH_WINDOW_MS) : undefined;
	};

	#tell(is: boolean): void {
		if (is !== this.#is) document.documentElement.toggleAttribute('data-rush', is);
		this.#is = is;
	}
}
