/** Events are counted over this time. */
const WINDOW_MS = 250;
/** More events than this in WINDOW_MS are a rush. A scene that moves thirty relays, with three events each, is none. */
const MANY = 120;

/**
 * Tells, by `data-rush` of the page's root, when so much changes that nobody can see a tile fade. Every tile that fades is
 * painted anew with each frame; when most of them do, the page stops moving.
 */
export class Rush {
	#count = 0;
	#is = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	add(): void {
		this.#timer ??= setTimeout(this.#end, WINDOW_MS);
		if (++this.#count > MANY) this.#tell(true);
	}

	readonly #end = (): void => {
		this.#tell(this.#count > MANY);
		this.#count = 0;
		this.#timer = this.#is ? setTimeout(this.#end, WINDOW_MS) : undefined;
	};

	#tell(is: boolean): void {
		if (is !== this.#is) document.documentElement.toggleAttribute('data-rush', is);
		this.#is = is;
	}
}
