/** Where a dragged device would be dropped: before the device at `index` of a room. */
export interface Place {
	room: string;
	index: number;
}

/** The page scrolls while the pointer is this close to the top or bottom of the window. */
const EDGE_PX = 96;
/** per frame */
const SCROLL_PX = 12;

/**
 * A drag by finger, pen or mouse. Nothing moves in the page before the drop, because a touch is cancelled when the
 * element it started on moves. Rooms are marked with `[data-room]`, and the devices in them with `[data-id]`.
 */
export class Drag {
	/** the dragged device */
	id: string | undefined = $state();
	place: Place | undefined = $state.raw();
	#y = 0;
	#x = 0;
	#frame = 0;
	/** the pointer that drags; others do nothing meanwhile */
	#pointer: number | undefined;
	readonly #dropped: (id: string, place: Place) => void;

	constructor(dropped: (id: string, place: Place) => void) {
		this.#dropped = dropped;
	}

	start(event: PointerEvent, id: string): void {
		if (event.button !== 0 || this.id !== undefined) return;
		event.preventDefault();
		this.id = id;
		this.#pointer = event.pointerId;
		this.move(event);
		this.#frame = requestAnimationFrame(this.#scroll);
	}

	move({ pointerId, clientX, clientY }: PointerEvent): void {
		if (this.id === undefined || pointerId !== this.#pointer) return;
		this.#x = clientX;
		this.#y = clientY;
		this.#findPlace();
	}

	drop({ pointerId }: PointerEvent): void {
		if (pointerId !== this.#pointer) return;
		const { id, place } = this;
		this.cancel();
		if (id !== undefined && place) this.#dropped(id, place);
	}

	/** Without a pointer it ends in any case: by Escape, or because the page is left. */
	cancel(pointerId = this.#pointer): void {
		if (pointerId !== this.#pointer) return;
		cancelAnimationFrame(this.#frame);
		this.id = undefined;
		this.place = undefined;
	}

	#findPlace(): void {
		const under = document.elementFromPoint(this.#x, this.#y);
		const room = under?.closest<HTMLElement>('[data-room]');
		if (!room) return void (this.place = undefined);
		const rows = [...room.querySelectorAll('[data-id]')];
		const index = rows.findIndex((row) => {
			const { top, height } = row.getBoundingClientRect();
			return this.#y < top + height / 2;
		});
		this.place = { room: room.dataset.room!, index: index < 0 ? rows.length : index };
	}

	/** Scrolls the page frame by frame while the pointer is near an edge of the window. */
	readonly #scroll = (): void => {
		if (this.id === undefined) return;
		const by = this.#y < EDGE_PX ? -SCROLL_PX : this.#y > innerHeight - EDGE_PX ? SCROLL_PX : 0;
		if (by !== 0) {
			scrollBy(0, by);
			this.#findPlace();
		}
		this.#frame = requestAnimationFrame(this.#scroll);
	};
}
